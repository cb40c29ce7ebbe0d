"""Undo names the step, says what it took back, and leaves text fields their own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from tests.ui.small_program import Memos, Program, write_memo

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def memos(program: Program) -> Memos:
    panel = program.panel("memos")
    assert isinstance(panel, Memos)
    program.window.activateWindow()
    return panel


def test_with_nothing_done_there_is_nothing_to_undo(program: Program) -> None:
    assert not program.window.top.undo.isEnabled()
    assert not program.window.top.redo.isEnabled()


def test_the_step_is_named_in_the_menu_and_the_tooltip(program: Program, memos: Memos) -> None:
    program.workspace.do(write_memo, "Call Ava")
    assert program.window.menus.entries["edit.undo"].made.text() == "Undo Write memo"
    assert program.window.top.undo.toolTip() == "Undo Write memo (Ctrl+Z)"


def test_ctrl_z_takes_back_and_says_what(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(write_memo, "Call Ava")
    qtbot.waitUntil(lambda: memos.texts() == ["Call Ava"])
    QTest.keyClick(program.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: memos.texts() == [])
    assert program.window.toasts.sentence() == "Undone: Write memo"
    QTest.keyClick(program.window, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: memos.texts() == ["Call Ava"])
    assert program.window.toasts.sentence() == "Redone: Write memo"


def test_the_toasts_undo_button_takes_back(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(write_memo, "Call Ava")
    program.workspace.toasts.undo_requested.emit()
    assert program.store.redo_name == "Write memo"


def test_a_text_field_undoes_its_own_typing_first(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(write_memo, "Call Ava")
    memos.box.setFocus()
    QTest.keyClicks(memos.box, "half")
    QTest.keyClick(memos.box, Qt.Key.Key_Z, CTRL)
    assert memos.box.text() == ""
    assert program.store.undo_name == "Write memo"
    QTest.keyClick(memos.box, Qt.Key.Key_Z, CTRL)
    assert program.store.undo_name == ""


def test_a_step_that_cannot_be_taken_back_is_told_and_forgotten(qtbot: QtBot, program: Program) -> None:
    program.workspace.do(write_memo, "Call Ava")
    with program.store.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE room SET name = 'Call Eli'")
    with qtbot.captureExceptions() as caught:
        program.window.menus.entries["edit.undo"].made.trigger()
    assert issubclass(caught[0][0], UserError)
    assert not program.window.top.undo.isEnabled()
