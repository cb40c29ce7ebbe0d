"""What is declared can be done from the menus and by its key; what is not allowed is not there."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.actions import Action
from fitwell_desktop.ui.menus import Menus
from fitwell_desktop.ui.shortcut_sheet import ShortcutSheet
from tests.ui.small_program import Figures, Memos, Program

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def memos(program: Program) -> Memos:
    panel = program.panel("memos")
    assert isinstance(panel, Memos)
    program.window.activateWindow()
    return panel


def test_a_panels_action_opens_the_panel_and_does_it(qtbot: QtBot, program: Program) -> None:
    program.window.area.docks["memos"].close()
    program.window.menus.entries["memos.new"].made.trigger()
    assert program.window.area.docks["memos"].is_seen()
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    qtbot.waitUntil(lambda: memos.texts() == ["Untitled"])


def test_a_key_does_what_is_declared(qtbot: QtBot, program: Program, memos: Memos) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_M, CTRL | ALT)
    qtbot.waitUntil(lambda: memos.texts() == ["Untitled"])


def test_actions_without_the_right_are_absent(program: Program) -> None:
    assert "secrets.new" not in program.window.menus.entries


def test_what_makes_something_stands_under_new(program: Program) -> None:
    assert [action.text() for action in program.window.menus.new_menu.actions()] == ["New memo…"]


def test_the_windows_menus_stand_around_the_panels(program: Program) -> None:
    titles = [menu.title() for menu in program.window.menus.top()]
    assert titles == ["File", "Edit", "View", "Go", "Memos", "Figures", "Help"]
    assert [action.text() for action in program.window.menuBar().actions()] == titles


def test_g_then_a_letter_goes_to_a_place(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.window.area.docks["figures"].close()
    memos.rows.setFocus()
    QTest.keyClicks(memos.rows, "gf")
    assert program.window.area.docks["figures"].is_seen()


def test_g_then_a_letter_in_a_text_field_is_text(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.window.area.docks["figures"].close()
    memos.box.setFocus()
    QTest.keyClicks(memos.box, "gf")
    assert memos.box.text() == "gf"
    assert program.window.area.docks["figures"].isHidden()


def test_a_key_that_is_here_works_in_its_own_panel_only(qtbot: QtBot, program: Program, memos: Memos) -> None:
    figures = program.panel("figures")
    assert isinstance(figures, Figures)
    memos.box.setText("half a thought")
    QTest.keyClick(figures, Qt.Key.Key_C)
    assert memos.box.text() == "half a thought"
    memos.rows.setFocus()
    QTest.keyClick(memos.rows, Qt.Key.Key_C)
    assert memos.box.text() == ""


def test_question_mark_shows_every_key(qtbot: QtBot, program: Program, memos: Memos) -> None:
    memos.rows.setFocus()
    QTest.keyClick(memos.rows, Qt.Key.Key_Question)
    sheet = program.window.findChild(ShortcutSheet)
    assert sheet is not None
    assert {action.text for action in sheet.shown()} >= {"New memo…", "Keyboard shortcuts", "Undo", "Memos"}
    sheet.box.setText("ctrl+alt")
    assert [action.text for action in sheet.shown()] == ["New memo…", "Count again"]
    sheet.box.setText("zebra")
    assert sheet.shown() == []


def test_the_menu_bar_can_be_shown_and_is_remembered(qtbot: QtBot, program: Program) -> None:
    assert not program.window.menuBar().isVisible()
    QTest.keyClick(program.window, Qt.Key.Key_M, CTRL)
    assert program.window.menuBar().isVisible()
    assert program.settings.get("window.menu_bar", False)


def test_two_actions_under_one_key_are_refused(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menus = Menus(window, QMenuBar(window))
    menus.add(Action("a", "A", "File", "a", "Ctrl+J"), lambda: None)
    with pytest.raises(ValueError, match="share"):
        menus.add(Action("b", "B", "File", "b", "Ctrl+J"), lambda: None)


def test_the_theme_is_toggled_by_its_key(qtbot: QtBot, program: Program) -> None:
    worn = [program.window.theme.tokens.dark]
    for _ in range(2):
        QTest.keyClick(program.window, Qt.Key.Key_L, CTRL | SHIFT)
        worn.append(program.window.theme.tokens.dark)
    assert worn == [False, True, False]


@pytest.fixture
def later(qtbot: QtBot) -> Menus:
    """Menus of a window with two actions that are added later."""
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, window.menuBar())
    declared = [Action(f"later.{name}", name, "Go", "") for name in ("first", "second")]
    menus.add_later([partial(menus.add, one, list) for one in declared])
    return menus


def test_actions_that_are_added_later_are_there_as_soon_as_one_is_asked_for(later: Menus) -> None:
    window = later.parent()
    assert isinstance(window, QMainWindow)
    assert window.actions() == []
    assert list(later.entries) == ["later.first", "later.second"]
    assert [action.text() for action in window.actions()] == ["first", "second"]


def test_actions_that_are_added_later_come_by_themselves(qtbot: QtBot, later: Menus) -> None:
    window = later.parent()
    assert isinstance(window, QMainWindow)
    qtbot.waitUntil(lambda: [action.text() for action in window.actions()] == ["first", "second"])
