"""Goals are worded by the way they go, in the practice's own figures."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.domain.clients.goals import add_goal, goals
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.units import Units
from fitwell_desktop.ui.widgets.progress_line import ProgressLine
from fitwell_desktop.views.roster.goal_words import unit_for
from tests.views.roster.small_practice import NOW, Program
from tests.views.roster.test_client_panel import dialog, in_hand, page


def said(widget: QWidget) -> list[str]:
    return [line.accessibleName() for line in widget.findChildren(ProgressLine)]


def test_a_goal_says_from_where_to_where_even_when_it_goes_the_other_way(qtbot: QtBot, program: Program) -> None:
    program.workspace.formats.become(Formats(program.store.clock, "de_DE", "Europe/Berlin", "EUR"))
    program.store.do(
        add_goal,
        in_hand(program),
        title="Slimmer",
        start_value=78.5,
        current_progress=79.25,
        target_value=73.5,
        unit="kg",
        started_on=date(2026, 1, 2),
        target_date=date(2026, 5, 2),
    )
    shown = page(qtbot, program, "Overview")
    qtbot.waitUntil(lambda: "Slimmer: 79,25 kg → 73,5 kg · Behind" in said(shown))
    shown = page(qtbot, program, "Goals")
    qtbot.waitUntil(lambda: "79,25 kg → 73,5 kg: 76 kg expected by now" in said(shown))


def test_the_unit_of_a_title_is_filled_in_until_another_is_typed(qtbot: QtBot, program: Program) -> None:
    page(qtbot, program, "Goals").add()
    asking = dialog(qtbot, program)
    asking.activateWindow()
    qtbot.waitUntil(asking.isActiveWindow)
    title, unit = asking.form.widget("title"), asking.form.widget("unit")
    assert isinstance(title, QLineEdit)
    assert isinstance(unit, QLineEdit)
    for typed, filled in (("Lose belly", "kg"), ("Run 10 km", "km")):
        title.setFocus()
        title.clear()
        QTest.keyClicks(title, typed)
        QTest.keyClick(title, Qt.Key.Key_Tab)
        assert unit.text() == filled
    asking.confirm()
    assert "km" in [goal.unit for goal in program.store.ask(goals, in_hand(program)) if goal.title == "Run 10 km"]


@pytest.mark.parametrize(
    ("title", "unit"),
    [("Weigh 150", "lb"), ("Squat 80 kg", "kg"), ("Plank for 120s", "s"), ("Sleep more", ""), ("10 muscle-ups", "")],
)
def test_a_title_tells_its_unit(title: str, unit: str) -> None:
    assert unit_for(title, Formats(FixedClock(NOW), measures=Units.US)) == unit
