"""The client in hand: each page shows and changes one side of them, as it is typed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.clients.assessments import assessments, protocols
from fitwell_desktop.domain.clients.contacts import contacts
from fitwell_desktop.domain.clients.custom_fields import custom_values, set_custom_value
from fitwell_desktop.domain.clients.families import family
from fitwell_desktop.domain.clients.goals import goals
from fitwell_desktop.domain.clients.health import health
from fitwell_desktop.domain.clients.limitations import limitations
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.papers import documents, notes, notes_with_health
from fitwell_desktop.domain.clients.screening import screenings
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.views.roster.client_picker import PickDialog
from fitwell_desktop.views.roster.emergency import EmergencyCard
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.own_fields_dialog import OwnFieldsDialog
from fitwell_desktop.views.roster.page import Page
from fitwell_desktop.views.roster.screening_dialog import ScreeningDialog
from fitwell_desktop.vocabulary import ClearanceState, ScreeningOutcome
from tests import builders
from tests.views.roster.small_practice import Program


def page(qtbot: QtBot, program: Program, title: str) -> Any:
    program.client.show_page(title)
    found = program.client.pages[title].page
    qtbot.waitUntil(lambda: found.isVisible() and found._client is not None)
    return found


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    def found() -> list[QAbstractButton]:
        buttons = widget.findChildren(QAbstractButton)
        return [one for one in buttons if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    found()[0].click()


def dialog(qtbot: QtBot, program: Program, kind: type[QDialog] = FormDialog) -> Any:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.window.findChildren(kind)))
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def in_hand(program: Program) -> Any:
    return program.workspace.selection.current


def write(line: QWidget, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type into a field and leave it; Enter would press the dialog's button."""
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, key)


def test_the_head_says_who_it_is(program: Program) -> None:
    header = program.client.header
    assert header.about.text() == "In person · 33 years · since Mar 2025"
    assert header.email.text().strip() == "ava@example.com"


def test_a_page_is_made_when_it_is_first_seen(qtbot: QtBot, program: Program) -> None:
    def made() -> list[str]:
        return [title for title, home in program.client.pages.items() if home.findChild(Page)]

    page(qtbot, program, "Overview")
    assert made() == ["Overview"]
    page(qtbot, program, "Goals")
    assert made() == ["Overview", "Goals"]


def test_what_must_be_heeded_stands_first(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Overview")
    said = [banner.sentence() for banner in shown.findChildren(Banner)]
    assert said == [
        "The medical clearance expires soon. Ask for a new one.",
        "Heed: shoulder",
        "Birthday: Thu 5 Mar, 34 years",
    ]


def test_the_front_desk_sees_no_health(qtbot: QtBot, front_desk: Program) -> None:
    assert "Health" not in front_desk.client.pages
    shown = page(qtbot, front_desk, "Overview")
    assert [banner.sentence() for banner in shown.findChildren(Banner)] == ["Birthday: Thu 5 Mar, 34 years"]
    told = " ".join(texts(page(qtbot, front_desk, "Notes")) + texts(page(qtbot, front_desk, "History")))
    assert "inhaler" not in told
    assert "Asthma" not in told
    assert "early sessions" in told


def test_a_profile_is_saved_as_it_is_typed(qtbot: QtBot, program: Program) -> None:
    form = page(qtbot, program, "Profile").form
    write(form.widget("occupation"), "Baker", Qt.Key.Key_Return)
    assert program.store.ask(profile, in_hand(program)).occupation == "Baker"
    write(form.widget("email"), "nonsense", Qt.Key.Key_Return)
    assert "not an email address" in form.error("email")
    write(form.widget("date_of_birth"), "1/1/2027", Qt.Key.Key_Return)
    assert "still to come" in form.error("date_of_birth") or "Nobody" in form.error("date_of_birth")
    assert program.store.ask(profile, in_hand(program)).date_of_birth == date(1992, 3, 5)
    program.window.menus.entries["edit.undo"].made.trigger()
    qtbot.waitUntil(lambda: form.widget("occupation").text() == "Architect")


def test_tags_and_own_fields_are_saved(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    entry = shown.tags.focusProxy()
    QTest.keyClicks(entry, "Morning")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert program.store.ask(profile, in_hand(program)).tags == ("Morning", "Strength")
    (own,) = program.store.ask(custom_values, in_hand(program))
    box = shown.own_form.widget(str(own.field.id))
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert program.store.ask(custom_values, in_hand(program))[0].value == "M"


def test_a_field_of_ones_own_appears(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    shown.manage_fields()
    managing = dialog(qtbot, program, OwnFieldsDialog)
    managing.confirm()
    asking = dialog(qtbot, program)
    write(asking.form.widget("name"), "Locker")
    asking.confirm()
    qtbot.waitUntil(lambda: len(shown._own) == 2)
    assert [text for text in texts(managing) if text in {"Shirt", "Locker"}] == ["Shirt", "Locker"]
    press(qtbot, managing, "Move Locker up")
    press(qtbot, managing, "Edit Shirt")
    asking = dialog(qtbot, program)
    write(asking.form.widget("name"), "Shirt size")
    asking.form.widget("choices").setPlainText("S\nM\nL\nXL")
    asking.confirm()
    qtbot.waitUntil(lambda: [own.name for own in shown._own] == ["Locker", "Shirt size"])
    assert shown._own[1].choices == ("S", "M", "L", "XL")
    press(qtbot, managing, "Delete Locker")
    qtbot.waitUntil(lambda: [own.name for own in shown._own] == ["Shirt size"])
    program.window.menus.entries["edit.undo"].made.trigger()
    qtbot.waitUntil(lambda: len(shown._own) == 2)
    managing.reject()


def test_an_entry_that_a_client_has_stays_in_its_list(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    (own,) = program.store.ask(custom_values, in_hand(program))
    program.store.do(set_custom_value, in_hand(program), own.field.id, "M")
    shown.manage_fields()
    managing = dialog(qtbot, program, OwnFieldsDialog)
    press(qtbot, managing, "Edit Shirt")
    asking = dialog(qtbot, program)
    asking.form.widget("choices").setPlainText("S\nL")
    asking.confirm()
    assert asking.form.error("choices") == "1 client has “M”: it has to stay in the list."
    asking.reject()
    managing.reject()


def test_another_client_is_linked_as_family_and_pays(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Profile")
    for begin in (shown._link, shown._choose_payer):
        begin()
        picking = dialog(qtbot, program, PickDialog)
        QTest.keyClicks(picking.field, "liam")
        picking.confirm()
        assert not picking.isVisible()
    known = program.store.ask(family, in_hand(program))
    assert [one.name for one in known.relatives] == ["Liam Silva"]
    assert known.payer is not None
    assert known.payer[1] == "Liam Silva"


def test_a_new_condition_voids_the_clearance_and_says_so(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Health")
    entry = shown.form.widget("conditions").focusProxy()
    QTest.keyClicks(entry, "Angina")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert program.store.ask(health, in_hand(program)).clearance is ClearanceState.MISSING
    assert "no longer holds" in program.window.toasts.sentence()


def test_undo_takes_back_a_condition_and_not_its_letters(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Health")
    before = program.store.ask(health, in_hand(program)).conditions
    entry = shown.form.widget("conditions").focusProxy()
    entry.setFocus()
    QTest.keyClicks(entry, "Angina")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert program.store.ask(health, in_hand(program)).conditions == (*before, "Angina")
    QTest.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.text() == ""
    assert program.store.ask(health, in_hand(program)).conditions == before


def test_a_clearance_and_a_limitation_are_recorded(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Health")
    shown.record_clearance()
    asking = dialog(qtbot, program)
    write(asking.form.widget("cleared_by"), "Dr. Kim")
    write(asking.form.widget("clearance_expires_on"), "3/3/2028")
    asking.confirm()
    assert "12 months at most" in asking.form.error("clearance_expires_on")
    asking.form.widget("clearance_expires_on").clear()
    asking.confirm()
    assert program.store.ask(health, in_hand(program)).clearance_expires_on == date(2027, 3, 2)
    shown.add_limitation()
    asking = dialog(qtbot, program)
    write(asking.form.widget("tag"), "hip")
    asking.confirm()
    assert [one.tag for one in program.store.ask(limitations, in_hand(program))] == ["hip", "shoulder"]


def test_a_screening_wants_every_answer(qtbot: QtBot, program: Program) -> None:
    page(qtbot, program, "Health").begin_screening()
    asking = dialog(qtbot, program, ScreeningDialog)
    asking.confirm()
    assert asking.banner.sentence() == "Please answer every question."
    for control in asking.answers.values():
        QTest.keyClick(control, Qt.Key.Key_Right)
    QTest.keyClick(asking.answers["heart"], Qt.Key.Key_Right)
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert asking.isVisible(), "one Esc throws no answers away"
    asking.confirm()
    assert program.store.ask(screenings, in_hand(program))[0].outcome is ScreeningOutcome.SEE_DOCTOR


def test_what_has_been_is_never_ahead(qtbot: QtBot, program: Program) -> None:
    form = page(qtbot, program, "Profile").form
    write(form.widget("joined_on"), "1/6")
    assert program.store.ask(profile, in_hand(program)).joined_on == date(2025, 6, 1)
    write(form.widget("date_of_birth"), "5.3.40")
    assert program.store.ask(profile, in_hand(program)).date_of_birth == date(1940, 3, 5)


def test_a_goal_is_added_and_its_progress_recorded(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Goals")
    shown.add()
    asking = dialog(qtbot, program)
    for name, text in (
        ("title", "Run 10 km"),
        ("start_value", "2"),
        ("target_value", "10"),
        ("unit", "km"),
        ("target_date", "1/2"),
    ):
        write(asking.form.widget(name), text)
    asking.confirm()
    goal = next(one for one in program.store.ask(goals, in_hand(program)) if one.title == "Run 10 km")
    assert goal.target_date == date(2027, 2, 1), "a day to come"
    shown.record(goal)
    asking = dialog(qtbot, program)
    write(asking.form.widget("value"), "4,5")
    asking.confirm()
    goal = next(one for one in program.store.ask(goals, in_hand(program)) if one.title == "Run 10 km")
    assert goal.current_progress == 4.5


def test_an_assessment_is_recorded_by_its_protocol(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Tests")
    strength = next(one for one in program.store.ask(protocols) if one.name == "Strength")
    shown.begin(strength)
    asking = dialog(qtbot, program)
    asking.confirm()
    assert "at least one result" in asking.form.error()
    write(asking.form.widget("test 0"), "60")
    asking.confirm()
    newest = program.store.ask(assessments, in_hand(program))[0]
    assert [(one.name, one.value) for one in newest.results] == [("Squat", 60.0)]
    qtbot.waitUntil(lambda: "60 kg" in texts(shown))


def test_notes_are_kept_and_those_on_health_apart(qtbot: QtBot, program: Program) -> None:
    shown = page(qtbot, program, "Notes")
    program.client.note()
    QTest.keyClicks(shown.paper_edit, "<b>Likes</b> rowing")
    QTest.mouseClick(shown.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "<b>Likes</b> rowing" in texts(shown))
    QTest.keyClicks(shown.paper_edit, "Bad knee")
    shown.on_health.click()
    shown.add_note()
    assert "Bad knee" in [note.body for note in program.store.ask(notes_with_health, in_hand(program))]
    assert "Bad knee" not in [note.body for note in program.store.ask(notes, in_hand(program))]


def test_files_are_taken_in_and_copied_out(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    shown = page(qtbot, program, "Notes")
    (tmp_path / "plan.txt").write_text("Squats")
    shown.take_files([tmp_path / "plan.txt"])
    qtbot.waitUntil(lambda: "plan.txt" in texts(shown))
    (paper,) = program.store.ask(documents, in_hand(program))
    assert shown._copy_of(paper).read_text() == "Squats"
    shown._delete_document(paper)
    program.window.toasts.undo()
    qtbot.waitUntil(lambda: "plan.txt" in texts(shown))


def emergency_card(program: Program) -> EmergencyCard:
    (card,) = program.window.findChildren(EmergencyCard)
    return card


def test_contacts_are_one_key_away(qtbot: QtBot, program: Program) -> None:
    program.window.menus.entries["client.emergency"].made.trigger()
    card = emergency_card(program)
    assert [button.text() for button in card.numbers] == ["+49 30 901821", "+49 30 901822"]
    card.window().close()
    shown = page(qtbot, program, "Contacts")
    shown.add()
    asking = dialog(qtbot, program)
    write(asking.form.widget("name"), "Mum")
    write(asking.form.widget("phone"), "+49 30 901823")
    asking.confirm()
    assert [one.name for one in program.store.ask(contacts, in_hand(program))] == ["Minh Nguyen", "Linh Tran", "Mum"]


def test_the_history_tells_what_was_done(qtbot: QtBot, program: Program) -> None:
    form = page(qtbot, program, "Profile").form
    write(form.widget("occupation"), "Baker", Qt.Key.Key_Return)
    shown = page(qtbot, program, "History")
    qtbot.waitUntil(lambda: "Profile · Occupation: Architect → Baker" in texts(shown))


def test_a_client_who_is_gone_leaves_nobody_in_hand(qtbot: QtBot, empty: Program) -> None:
    from fitwell_desktop.domain.clients.commands import create_client

    new = empty.store.do(create_client, first_name="Tilda")
    empty.workspace.selection.choose(new)
    qtbot.waitUntil(lambda: empty.client.header.name.text() == "Tilda")
    empty.store.undo()
    qtbot.waitUntil(lambda: empty.client.views.currentIndex() == 0)


@pytest.mark.parametrize("title", ["Overview", "Profile", "Health", "Goals", "Tests", "Notes", "Contacts", "History"])
def test_everything_that_takes_the_keyboard_has_a_name_and_text_stays_text(
    qtbot: QtBot, program: Program, title: str
) -> None:
    page(qtbot, program, title)
    parts = [w for w in program.window.area.findChildren(QWidget) if w.isVisible()]
    focusable = [w for w in parts if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = {w: QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in focusable}
    assert [w for w, name in names.items() if not name] == []
    labels = [w for w in parts if isinstance(w, QLabel) and w.text()]
    assert [w.text() for w in labels if w.textFormat() is not Qt.TextFormat.PlainText] == []


def test_a_protocol_of_ones_own_is_offered(qtbot: QtBot, program: Program) -> None:
    page(qtbot, program, "Tests").begin_protocol()
    asking = dialog(qtbot, program)
    write(asking.form.widget("name"), "Grip")
    asking.form.widget("items").setPlainText("Left (kg)\n\nRight (kg)\nMood")
    asking.confirm()
    grip = next(one for one in program.store.ask(protocols) if one.name == "Grip")
    assert [(item.name, item.unit) for item in grip.items] == [("Left", "kg"), ("Right", "kg"), ("Mood", "")]


def test_a_client_is_shared_by_two_trainers(qtbot: QtBot, program: Program) -> None:
    tim = builders.trainer(program.store, first_name="Tim")
    shown = page(qtbot, program, "Profile")
    shown.fill()
    shown.trainer_form.widget(str(tim)).click()
    assert set(program.store.ask(profile, in_hand(program)).trainer_ids) == {tim, program.store.signed_in.id}


def test_a_page_without_room_for_its_word_still_opens(qtbot: QtBot, program: Program) -> None:
    tabs = program.client.tabs
    tabs.resize(300, tabs.height())
    assert "History" in tabs.in_menu()
    assert page(qtbot, program, "History").isVisible()
    assert "History" not in tabs.in_menu()
