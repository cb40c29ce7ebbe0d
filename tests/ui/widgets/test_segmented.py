"""A segmented control is moved by the left button, and leaves the right one to menus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.segmented import SegmentedControl


def test_only_the_left_button_chooses(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl("View", [("day", "Day"), ("week", "Week")])
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    chosen: list[object] = []
    control.chosen.connect(chosen.append)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(control, button, pos=control.box_of("week").center())
    assert (control.value(), chosen) == ("day", [])
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=control.box_of("week").center())
    assert (control.value(), chosen) == ("week", ["week"])
