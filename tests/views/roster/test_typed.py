"""What is typed for a client and not kept yet stays with that client, and is not lost without a question."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.clients.papers import notes, notes_with_health
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.ui.unsaved import UnsavedDialog
from tests.views.roster.small_practice import Program
from tests.views.roster.test_client_panel import dialog, in_hand, page, texts


def other_client(program: Program) -> UUID:
    return next(row.id for row in program.store.ask(roster, Wanted()).rows if row.id != in_hand(program))


def test_what_is_typed_for_one_client_stays_with_them(qtbot: QtBot, program: Program) -> None:
    shown, ava, other = page(qtbot, program, "Notes"), in_hand(program), other_client(program)
    QTest.keyClicks(shown.paper_edit, "Slept badly")
    shown.on_health.click()
    program.workspace.selection.choose(other)
    qtbot.waitUntil(lambda: shown.client == other)
    assert (shown.paper_edit.toPlainText(), shown.on_health.isChecked()) == ("", False)
    QTest.keyClicks(shown.paper_edit, "Asks for mornings")
    program.workspace.selection.choose(ava)
    qtbot.waitUntil(lambda: shown.client == ava)
    assert (shown.paper_edit.toPlainText(), shown.on_health.isChecked()) == ("Slept badly", True)
    shown.add_note()
    assert "Slept badly" in [note.body for note in program.store.ask(notes_with_health, ava)]
    assert program.store.ask(notes_with_health, other) == ()
    shown.drop_draft(other)


@pytest.mark.parametrize("way", ["Cancel", "Discard", "Add the note"])
def test_closing_asks_about_a_note_that_is_not_added(qtbot: QtBot, program: Program, way: str) -> None:
    shown, ava, other = page(qtbot, program, "Notes"), in_hand(program), other_client(program)
    QTest.keyClicks(shown.paper_edit, "Slept badly")
    program.workspace.selection.choose(other)
    qtbot.waitUntil(lambda: shown.client == other)
    assert not program.window.close()
    question = dialog(qtbot, program, UnsavedDialog)
    assert any("The note on Ava Nguyen" in text for text in texts(question))
    next(button for button in question.findChildren(QAbstractButton) if button.text() == way).click()
    kept = "Slept badly" in [note.body for note in program.store.ask(notes, ava)]
    assert (kept, program.window.isVisible()) == (way == "Add the note", way == "Cancel")
    assert bool(program.client.unsaved()) == (way == "Cancel")
    shown.drop_draft(ava)


def test_a_tag_that_is_refused_is_no_chip(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    entry = shown.tags.focusProxy()
    QTest.keyClicks(entry, "x" * 64)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert shown.tags.tags() == ["Strength"]
    assert entry.text() == "x" * 64
    assert shown.tags.wrong.isVisible()
    assert "at most 60 letters; this has 64" in shown.tags.wrong.text()
    other = other_client(program)
    program.workspace.selection.choose(other)
    qtbot.waitUntil(lambda: shown.client == other)
    assert (entry.text(), shown.tags.wrong.text()) == ("", "")
    QTest.keyClicks(entry, "Morning")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert "Morning" in shown.tags.tags()
    assert not shown.tags.wrong.isVisible()
