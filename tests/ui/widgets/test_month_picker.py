"""A day is picked from its month by mouse and by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.month_picker import MonthPicker


@pytest.fixture
def month(qtbot: QtBot, theme: Theme, formats: Formats) -> MonthPicker:
    month = MonthPicker("Start", formats, date(2026, 1, 31))
    qtbot.addWidget(month)
    month.show()
    return month


def press(month: MonthPicker, *keys: Qt.Key) -> date:
    for key in keys:
        QTest.keyClick(month.days, key)
    return month.days.day


def test_a_click_picks_a_day(qtbot: QtBot, month: MonthPicker) -> None:
    with qtbot.waitSignal(month.picked) as told:
        QTest.mouseClick(month.days, Qt.MouseButton.LeftButton, pos=month.days.box_of(date(2026, 1, 14)).center())
    assert told.args == [date(2026, 1, 14)]


def test_the_week_begins_where_it_does_here(month: MonthPicker) -> None:
    # January 2026 begins on a Thursday, a British week on Monday
    assert month.days.day_at(QPoint(1, month.days.height() // 7 + 1)) == date(2025, 12, 29)


def test_arrows_and_pages_move_and_enter_picks(qtbot: QtBot, month: MonthPicker) -> None:
    assert press(month, Qt.Key.Key_PageDown) == date(2026, 2, 28)
    assert press(month, Qt.Key.Key_Right, Qt.Key.Key_Up) == date(2026, 2, 22)
    with qtbot.waitSignal(month.picked) as told:
        press(month, Qt.Key.Key_Return)
    assert told.args == [date(2026, 2, 22)]


def test_t_goes_to_today_and_the_title_follows(month: MonthPicker) -> None:
    assert press(month, Qt.Key.Key_T) == date(2026, 11, 5)
    assert [label.text() for label in month.findChildren(Label)] == ["November 2026"]


def test_a_screen_reader_hears_the_day(month: MonthPicker) -> None:
    press(month, Qt.Key.Key_Left)
    assert month.days.accessibleName() == "Start: Fri 30 Jan"


def test_from_right_to_left_the_first_day_is_at_the_right(qtbot: QtBot, month: MonthPicker) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = (month.days.box_of(date(2026, 1, day)) for day in (12, 13))
    assert first.left() > second.left()
    assert month.days.day_at(first.center()) == date(2026, 1, 12)
    assert press(month, Qt.Key.Key_Left) == date(2026, 2, 1)
