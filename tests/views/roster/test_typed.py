"""What is typed for a client and not kept yet stays with that client, and is not lost without a question."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.clients.commands import edit_client
from fitwell_desktop.domain.clients.custom_fields import add_custom_field
from fitwell_desktop.domain.clients.health import health
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.papers import notes, notes_with_health
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.ui.unsaved import UnsavedDialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.vocabulary import FieldKind
from tests.views.roster.small_practice import Program
from tests.views.roster.test_client_panel import dialog, in_hand, page, press, texts, write


def other_client(program: Program) -> UUID:
    return next(row.id for row in program.store.ask(roster, Wanted()).rows if row.id != in_hand(program))


def take_in_hand(qtbot: QtBot, program: Program, shown: Any, client_id: UUID) -> None:
    program.workspace.selection.choose(client_id)
    qtbot.waitUntil(lambda: bool(shown.client == client_id))


def said_beside(form: Form, name: str) -> tuple[str, str]:
    """What stands in a field, and what is said to be wrong with it."""
    return form.widget(name).property("text"), form.error(name)


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


def test_a_tag_that_is_refused_is_no_chip(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    entry = shown.tags.focusProxy()
    QTest.keyClicks(entry, "x" * 64)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert shown.tags.tags() == ["Strength"]
    assert entry.text() == "x" * 64
    assert shown.tags.wrong.isVisible()
    assert "at most 60 letters; this has 64" in shown.tags.wrong.text()
    ava, other = in_hand(program), other_client(program)
    take_in_hand(qtbot, program, shown, other)
    assert (entry.text(), shown.tags.wrong.text()) == ("", "")
    QTest.keyClicks(entry, "Morning")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert "Morning" in shown.tags.tags()
    assert not shown.tags.wrong.isVisible()
    take_in_hand(qtbot, program, shown, ava)
    assert entry.text() == "x" * 64, "it waited for its client"
    assert "at most 60 letters" in shown.tags.wrong.text()


def test_what_was_refused_is_there_again_with_its_sentence_when_one_comes_back(qtbot: QtBot, program: Program) -> None:
    shown, ava, other = page(qtbot, program, "Profile"), in_hand(program), other_client(program)
    write(shown.form.widget("email"), "ava@")
    write(shown.form.widget("date_of_birth"), "someday")
    program.client.show_page("Goals")
    page(qtbot, program, "Profile")
    program.store.do(edit_client, ava, occupation="Baker")
    qtbot.waitUntil(lambda: shown.form.widget("occupation").text() == "Baker")
    assert said_beside(shown.form, "email") == (
        "ava@",
        "“ava@” is not an email address. It looks like name@example.com.",
    )
    take_in_hand(qtbot, program, shown, other)
    assert said_beside(shown.form, "email") == (program.store.ask(profile, other).email, "")
    assert said_beside(shown.form, "date_of_birth")[1] == ""
    write(shown.form.widget("occupation"), "Pilot")
    take_in_hand(qtbot, program, shown, ava)
    assert said_beside(shown.form, "email")[0] == "ava@"
    assert said_beside(shown.form, "date_of_birth")[0] == "someday"
    assert "Type it like" in shown.form.error("date_of_birth")
    write(shown.form.widget("email"), "ava@example.org")
    assert program.store.ask(profile, ava).email == "ava@example.org"
    assert program.store.ask(profile, other).occupation == "Pilot"


def test_what_is_being_typed_when_another_client_is_taken_in_hand_is_saved_for_the_first(
    qtbot: QtBot, program: Program
) -> None:
    shown, ava, other = page(qtbot, program, "Profile"), in_hand(program), other_client(program)
    program.window.activateWindow()
    line = shown.form.widget("occupation")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keyClicks(line, "Pilot")
    take_in_hand(qtbot, program, shown, other)
    assert line.text() == program.store.ask(profile, other).occupation
    assert program.store.ask(profile, ava).occupation == "Pilot"


def test_half_a_condition_is_kept_for_the_client_for_whom_it_is_typed(qtbot: QtBot, program: Program) -> None:
    shown, ava, other = page(qtbot, program, "Health"), in_hand(program), other_client(program)
    program.window.activateWindow()
    entry = shown.form.widget("conditions").focusProxy()
    entry.setFocus()
    qtbot.waitUntil(entry.hasFocus)
    QTest.keyClicks(entry, "Diabetes")
    take_in_hand(qtbot, program, shown, other)
    assert entry.text() == ""
    assert "Diabetes" in program.store.ask(health, ava).conditions
    QTest.keyClick(entry, Qt.Key.Key_Tab)
    assert "Diabetes" not in program.store.ask(health, other).conditions


def test_what_is_typed_after_a_tag_was_refused_is_tried_anew(qtbot: QtBot, program: Program) -> None:
    shown, ava, other = page(qtbot, program, "Profile"), in_hand(program), other_client(program)
    entry = shown.tags.focusProxy()
    QTest.keyClicks(entry, "x" * 64)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    entry.selectAll()
    QTest.keyClicks(entry, "Morning")
    assert not shown.tags.wrong.isVisible()
    take_in_hand(qtbot, program, shown, other)
    assert "Morning" in program.store.ask(profile, ava).tags
    assert not program.client.unsaved()


def test_what_was_refused_can_be_put_back(qtbot: QtBot, program: Program) -> None:
    form = page(qtbot, program, "Profile").form
    write(form.widget("date_of_birth"), "someday")
    press(qtbot, form, "Put back Date of birth")
    assert said_beside(form, "date_of_birth") == ("05/03/1992", "")
    assert not program.client.unsaved()


def test_a_field_of_ones_own_keeps_what_it_refused_when_the_fields_change(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    name = str(program.store.do(add_custom_field, "Visits", FieldKind.NUMBER))
    qtbot.waitUntil(lambda: bool(shown.own_form.has(name)))
    write(shown.own_form.widget(name), "many")
    further = str(program.store.do(add_custom_field, "Shoe size", FieldKind.NUMBER))
    qtbot.waitUntil(lambda: bool(shown.own_form.has(further)))
    assert said_beside(shown.own_form, name)[0] == "many"
    assert "not a number" in shown.own_form.error(name)


@pytest.mark.parametrize("way", ["Cancel", "Discard", "Show it"])
def test_closing_asks_about_what_was_refused_and_shows_it(qtbot: QtBot, program: Program, way: str) -> None:
    shown, ava, other = page(qtbot, program, "Health"), in_hand(program), other_client(program)
    write(shown.form.widget("resting_heart_rate"), "fast")
    take_in_hand(qtbot, program, shown, other)
    program.client.show_page("Goals")
    assert not program.window.close()
    question = dialog(qtbot, program, UnsavedDialog)
    assert any("Resting heart rate of Ava Nguyen" in text for text in texts(question))
    next(button for button in question.findChildren(QAbstractButton) if button.text() == way).click()
    assert program.window.isVisible() == (way != "Discard")
    assert bool(program.client.unsaved()) == (way != "Discard")
    if way == "Show it":
        assert in_hand(program) == ava
        assert shown.isVisible()
        assert said_beside(shown.form, "resting_heart_rate")[0] == "fast"


def test_what_can_be_kept_is_kept_and_the_first_that_can_not_is_shown(qtbot: QtBot, program: Program) -> None:
    shown, ava = page(qtbot, program, "Health"), in_hand(program)
    for name in ("resting_heart_rate", "blood_pressure"):
        write(shown.form.widget(name), "high" * 6)
    assert not program.window.close()
    question = dialog(qtbot, program, UnsavedDialog)
    assert question.primary.text() == "Show the first"
    question.primary.click()
    assert program.window.isVisible()
    qtbot.waitUntil(shown.form.widget("resting_heart_rate").hasFocus)
    notes_page = page(qtbot, program, "Notes")
    QTest.keyClicks(notes_page.paper_edit, "Slept badly")
    assert not program.window.close()
    question = dialog(qtbot, program, UnsavedDialog)
    assert question.primary.text() == "Keep what can be kept"
    question.primary.click()
    assert "Slept badly" in [note.body for note in program.store.ask(notes, ava)]
    assert program.window.isVisible()
    assert len(program.client.unsaved()) == 2


def test_at_a_shutdown_what_was_refused_is_let_go(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Health")
    write(shown.form.widget("resting_heart_rate"), "fast")
    program.window.close_at_once()
    assert not program.window.isVisible()
