"""Bars show how far something is on its way, whichever way that goes."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.bars import Bars, GoalBar, share
from fitwell_desktop.ui.widgets.sparkline import Sparkline


@pytest.mark.parametrize(
    ("start", "goal", "now", "part"),
    [(80, 72, 76, 0.5), (60, 100, 70, 0.25), (80, 72, 82, 0), (80, 72, 70, 1), (5, 5, 5, 1)],
)
def test_a_goal_is_reached_from_either_side(start: float, goal: float, now: float, part: float) -> None:
    assert share(start, goal, now) == part


def test_values_are_heard(qtbot: QtBot, theme: Theme) -> None:
    goal, week = GoalBar("Weight"), Bars("Workouts")
    for widget in (goal, week):
        qtbot.addWidget(widget)
    goal.say("75.4 kg", "80 kg", "72 kg")
    week.show_bars([("Mo", 2), ("Tu", 0)])
    assert goal.accessibleName() == "Weight: 75.4 kg, 80 kg → 72 kg"
    assert week.accessibleName() == "Workouts, Mo 2, Tu 0"


def pixels_of(widget: QWidget, color: QColor) -> int:
    image: QImage = widget.grab().toImage()
    return sum(image.pixelColor(x, y).rgb() == color.rgb() for x in range(image.width()) for y in range(image.height()))


def test_more_reached_is_more_filled(qtbot: QtBot, theme: Theme) -> None:
    bar = GoalBar("Weight")
    qtbot.addWidget(bar)
    bar.resize(200, 54)
    filled = []
    for now in (80, 76, 72):
        bar.show_goal(80, 72, now)
        filled.append(pixels_of(bar, theme.tokens.color("accent")))
    assert filled[0] == 0
    assert filled[1] < filled[2]


def test_nothing_to_show_is_painted_as_nothing(qtbot: QtBot, theme: Theme) -> None:
    for widget in (Bars("Workouts"), Sparkline("Sleep")):
        qtbot.addWidget(widget)
        assert pixels_of(widget, theme.tokens.color("accent")) == 0
    line = Sparkline("Sleep")
    qtbot.addWidget(line)
    line.show_course([1, 3, 2])
    empty = Sparkline("Sleep")
    qtbot.addWidget(empty)
    assert line.grab().toImage() != empty.grab().toImage()
