"""Undo names the step, says what it took back, and leaves text fields their own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.models.scheduling import Room
from fitwell_desktop.ui.undo import LARGE
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.vocabulary import Right
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


def toasts_button(program: Program) -> Button:
    return next(b for b in program.window.findChildren(Button) if b.text() == "Undo")


def test_the_toasts_undo_button_takes_back(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(write_memo, "Call Ava")
    program.workspace.said("Wrote the memo")
    toasts_button(program).click()
    qtbot.waitUntil(lambda: memos.texts() == [])
    assert program.window.toasts.sentence() == "Undone: Write memo"


def test_the_toasts_undo_button_leaves_what_is_being_typed(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(write_memo, "Call Ava")
    program.workspace.said("Wrote the memo")
    memos.box.setFocus()
    memos.box.editingFinished.connect(lambda: program.workspace.do(write_memo, memos.box.text()))
    QTest.keyClicks(memos.box, "Call Eli")
    toasts_button(program).click()
    assert program.window.toasts.sentence() == "Undone: Write memo"
    assert program.store.undo_name == ""
    assert memos.box.text() == "Call Eli"
    memos.box.editingFinished.disconnect()


def test_the_toasts_undo_button_takes_back_no_newer_step(program: Program) -> None:
    program.workspace.do(write_memo, "Call Ava")
    program.workspace.said("Wrote the memo")
    program.workspace.do(import_memos, 1)
    toasts_button(program).click()
    assert program.store.undo_name == "Import memos"
    assert program.window.toasts.sentence() == (
        "Not undone: “Import memos” has been done since. Undo (Ctrl+Z) takes that back first."
    )


def test_the_toasts_undo_button_takes_back_once(program: Program) -> None:
    for text in ("Call Ava", "Call Eli"):
        program.workspace.do(write_memo, text)
    program.workspace.said("Wrote the memo")
    program.store.undo()
    toasts_button(program).click()
    assert program.window.toasts.sentence() == "This has been taken back already."
    assert program.store.undo_name == "Write memo"


def test_what_can_not_be_taken_back_is_told_without_the_button(program: Program) -> None:
    program.workspace.do(write_memo, "Call Ava")
    program.workspace.do(send_memos)
    program.workspace.said("Sent the memos")
    assert program.window.toasts.sentence() == "Sent the memos"
    assert not toasts_button(program).isVisible()


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


@command("Send memos", needs=Right.CLIENTS, undoable=False)
def send_memos(session: Session) -> None:
    session.add(Room(name="Sent"))


@command("Import memos", needs=Right.CLIENTS)
def import_memos(session: Session, count: int) -> None:
    session.insert_rows(Room, [{"name": f"Memo {number:04}"} for number in range(count)])


@contextmanager
def someone_writing(store: Store) -> Iterator[None]:
    """While another thread's writing goes on."""
    begun, enough = threading.Event(), threading.Event()

    def slowly(session: Session) -> None:
        begun.set()
        enough.wait(30)

    thread = threading.Thread(
        target=store.acting_for(store.signed_in).do, args=(command("Wait", needs=Right.LOOK)(slowly),)
    )
    thread.start()
    begun.wait(30)
    try:
        yield
    finally:
        enough.set()
        thread.join()


def test_a_large_step_is_taken_back_beside_the_window(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(import_memos, LARGE + 1)
    program.workspace.said("Imported the memos")
    qtbot.waitUntil(lambda: len(memos.texts()) == LARGE + 1)
    with someone_writing(program.store):
        program.window.menus.entries["edit.undo"].made.trigger()
        assert [task.title for task in program.window.tasks.running] == ["Undoing Import memos"]
        assert not program.window.top.undo.isEnabled(), "one step at a time"
        program.workspace.toasts.undo()
        assert len(program.window.tasks.running) == 1
    qtbot.waitUntil(lambda: memos.texts() == [])
    qtbot.waitUntil(lambda: program.window.toasts.sentence() == "Undone: Import memos")
    program.window.menus.entries["edit.redo"].made.trigger()
    qtbot.waitUntil(lambda: len(memos.texts()) == LARGE + 1)
    qtbot.waitUntil(program.window.top.undo.isEnabled)


def test_a_large_step_that_is_stopped_stays_done(qtbot: QtBot, program: Program, memos: Memos) -> None:
    program.workspace.do(import_memos, LARGE + 1)
    with someone_writing(program.store):
        program.window.menus.entries["edit.undo"].made.trigger()
        program.window.tasks.cancel_all()
    qtbot.waitUntil(lambda: not program.window.tasks.running)
    assert program.window.menus.entries["edit.undo"].made.text() == "Undo Import memos"
    assert program.window.top.undo.isEnabled()
    qtbot.waitUntil(lambda: len(memos.texts()) == LARGE + 1)


def test_what_is_typed_while_something_long_is_written_is_refused_in_words(program: Program, memos: Memos) -> None:
    with someone_writing(program.store), pytest.raises(UserError, match="still writing “Wait”"):
        program.workspace.do(write_memo, "Call Ava")
