"""From a search field the keyboard goes on to what was found, and a dialog still closes by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.search_field import SearchField


def beside_a_list(qtbot: QtBot, window: QWidget) -> tuple[SearchField, QListWidget]:
    """A search field in the window, with the keyboard, and the list that it searches."""
    qtbot.addWidget(window)
    field, found = SearchField("Find a client"), QListWidget()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(found)
    field.lead_to(lambda: found)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    return field, found


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Escape])
def test_the_keyboard_goes_on_to_what_was_found(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    window = QWidget()
    field, found = beside_a_list(qtbot, window)
    QTest.keyClick(field, key)
    assert found.hasFocus()


def test_escape_clears_before_it_leaves(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    field, found = beside_a_list(qtbot, window)
    QTest.keyClicks(field, "ava")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.hasFocus()) == ("", True)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert found.hasFocus()


def test_escape_in_an_empty_field_closes_the_dialog_around_it(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    field, _ = beside_a_list(qtbot, dialog)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
