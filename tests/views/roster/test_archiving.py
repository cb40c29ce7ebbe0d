"""Archiving is one step: at once where nothing is ahead, else with a question about what is still booked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.domain.scheduling.departures import still_booked
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.views.roster.archive_dialog import ArchiveDialog
from fitwell_desktop.vocabulary import ClientState, Right
from tests.views.roster.small_practice import Program
from tests.views.roster.test_panel import dialog, names


def press(where: QDialog, text: str) -> None:
    next(button for button in where.findChildren(Button) if button.text() == text).click()


def test_one_without_sessions_ahead_is_archived_at_once_and_comes_back(qtbot: QtBot, program: Program) -> None:
    program.workspace.selection.choose(program.store.do(create_client, first_name="Zoe"))
    program.roster.archive()
    assert program.window.toasts.sentence() == "Archived 1 client"
    assert not program.window.findChildren(ArchiveDialog)
    program.window.toasts.undo()
    qtbot.waitUntil(lambda: len(names(program)) == 12)


def test_archiving_several_says_what_is_still_booked_and_calls_it_off(qtbot: QtBot, program: Program) -> None:
    program.roster.list.selectAll()
    marked = program.roster.chosen()
    program.roster.archive()
    asking = dialog(qtbot, program, ArchiveDialog)
    said = " ".join(label.text() for label in asking.findChildren(QLabel))
    assert "Archive 11 clients?" in said
    assert "11 sessions are still booked, for 11 of them. The first: Tomorrow" in said
    press(asking, "Archive, cancel sessions")
    qtbot.waitUntil(lambda: names(program) == [])
    assert program.window.toasts.sentence() == "Archived 11 clients and cancelled 11 sessions"
    program.window.toasts.undo()
    qtbot.waitUntil(lambda: len(names(program)) == 11)
    assert program.store.ask(still_booked, marked).count == 11


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_enter_cancels_no_session(qtbot: QtBot, program: Program, held: Qt.KeyboardModifier) -> None:
    program.roster.archive()
    QTest.keyClick(dialog(qtbot, program, ArchiveDialog), Qt.Key.Key_Return, held)
    assert program.window.toasts.sentence() == "Archived 1 client; 1 session still booked"


def test_who_may_not_cancel_sessions_can_only_keep_them(qtbot: QtBot, program: Program) -> None:
    signed_in = program.store.signed_in
    program.store.signed_in = SignedIn(signed_in.id, signed_in.name, signed_in.rights - {Right.SCHEDULE})
    program.roster.archive()
    asking = dialog(qtbot, program, ArchiveDialog)
    assert {button.text() for button in asking.findChildren(Button)} == {"Archive, keep session", "Don’t archive"}
    asking.reject()


def test_archiving_can_leave_sessions_booked_or_be_left(qtbot: QtBot, program: Program) -> None:
    program.roster.archive()
    asking = dialog(qtbot, program, ArchiveDialog)
    said = " ".join(label.text() for label in asking.findChildren(QLabel))
    assert "Archive Ava Nguyen?" in said
    assert "1 session is still booked: Tomorrow" in said
    asking.reject()
    assert program.store.ask(roster, Wanted(state=ClientState.ARCHIVED)).total == 1
    program.roster.archive()
    press(dialog(qtbot, program, ArchiveDialog), "Archive, keep session")
    assert program.window.toasts.sentence() == "Archived 1 client; 1 session still booked"
    assert program.store.ask(roster, Wanted(state=ClientState.ARCHIVED)).total == 2
