"""Two who are one are found and made one; the history tells what happened to a client in words."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.billing.details import unbilled_sessions
from fitwell_desktop.domain.clients.change_history import client_history, client_history_with_health
from fitwell_desktop.domain.clients.commands import create_client, edit_client
from fitwell_desktop.domain.clients.contacts import add_contact, contacts, edit_contact, make_primary, remove_contact
from fitwell_desktop.domain.clients.custom_fields import (
    add_custom_field,
    custom_values,
    delete_custom_field,
    edit_custom_field,
    set_custom_value,
)
from fitwell_desktop.domain.clients.duplicates import duplicates
from fitwell_desktop.domain.clients.families import link_family
from fitwell_desktop.domain.clients.health import edit_health, health, set_clearance
from fitwell_desktop.domain.clients.history_words import value_text
from fitwell_desktop.domain.clients.limitations import add_limitation
from fitwell_desktop.domain.clients.merging import merge_clients, merge_preview
from fitwell_desktop.domain.clients.overview import overview, profile
from fitwell_desktop.domain.clients.papers import (
    add_document,
    add_health_note,
    add_note,
    delete_document,
    delete_note,
    documents,
    documents_with_health,
    edit_document,
    edit_medical_document,
    edit_note,
    notes,
    notes_with_health,
    pin_note,
)
from fitwell_desktop.domain.clients.photos import set_photo
from fitwell_desktop.domain.clients.tags import set_tags
from fitwell_desktop.models.clients import ClientTrainer
from fitwell_desktop.models.messaging import Message
from fitwell_desktop.models.scheduling import SessionParticipant
from fitwell_desktop.vocabulary import (
    AppointmentKind,
    AppointmentStatus,
    AttendanceStatus,
    Clearance,
    DocumentKind,
    FamilyTie,
    FieldKind,
    NoteKind,
    Right,
)
from tests import builders
from tests.checked_store import CheckedStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FILE = StoredFile("a" * 64, "plan.pdf", 12, "application/pdf")


def test_twins_are_found_by_phone_mailbox_and_birthday(checked_store: CheckedStore) -> None:
    born = date(1990, 5, 1)
    builders.client(checked_store, first_name="Ava", last_name="Nguyễn", date_of_birth=born, phone="+4930901820")
    builders.client(checked_store, first_name="Nguyen", last_name="Ava", date_of_birth=born, phone="+4930901820")
    builders.client(checked_store, first_name="Ben", email="ben@example.com")
    builders.client(checked_store, first_name="B", email="Ben+gym@example.com")
    first, second = checked_store.ask(duplicates)
    assert first.reasons == ("Same phone", "Same name and birthday")
    assert second.reasons == ("Same e-mail",)


def test_relatives_with_one_phone_are_no_twins(checked_store: CheckedStore) -> None:
    one, two = (builders.client(checked_store, first_name=name, phone="+4930901820") for name in ("Mia", "Max"))
    checked_store.do(link_family, one, two, FamilyTie.CHILD)
    assert checked_store.ask(duplicates) == ()


def _two(store: CheckedStore) -> tuple[UUID, UUID]:
    kept = store.do(create_client, first_name="Ava", last_name="Nguyen", phone="+49 30 901820")
    other = store.do(
        create_client, first_name="Eva", last_name="Nguyen", email="ava@example.com", date_of_birth=date(1990, 5, 1)
    )
    return kept, other


def test_a_merge_brings_everything_over(checked_store: CheckedStore) -> None:
    kept, other = _two(checked_store)
    for client_id, tags in ((kept, ("Run",)), (other, ("Run", "Morning"))):
        checked_store.do(set_tags, client_id, tags)
        checked_store.do(add_contact, client_id, name="Max", phone="+49 30 901821")
        checked_store.do(edit_health, client_id, conditions=("Asthma",) if client_id == other else ())
    checked_store.do(add_note, other, "Likes rowing")
    checked_store.do(link_family, kept, other, FamilyTie.SIBLING)
    start = NOW - timedelta(days=2)
    builders.appointment(
        checked_store, client_id=other, scheduled_start=start, scheduled_end=start + timedelta(hours=1),
        status=AppointmentStatus.COMPLETED,
    )  # fmt: skip
    builders.make(checked_store, ClientTrainer, client_id=other, trainer_id=builders.trainer(checked_store))
    builders.invoice(checked_store, client_id=other)
    thread = builders.thread(checked_store, client_id=other)
    builders.make(checked_store, Message, thread_id=thread, sender_id=other)

    preview = checked_store.ask(merge_preview, kept, other)
    assert [(field.name, field.kept, field.other) for field in preview.fields] == [
        ("first_name", "Ava", "Eva"),
        ("email", "–", "ava@example.com"),
        ("date_of_birth", "–", "1990-05-01"),
    ]
    assert (preview.kept_name, preview.other_name) == ("Ava Nguyen", "Eva Nguyen")
    assert ("Invoice", 1) in preview.moves

    checked_store.do(merge_clients, kept, other, frozenset({"first_name"}))
    shown = checked_store.ask(profile, kept)
    assert (shown.name, shown.email, shown.phone) == ("Eva Nguyen", "ava@example.com", "+4930901820")
    assert (shown.date_of_birth, shown.tags) == (date(1990, 5, 1), ("Morning", "Run"))
    assert len(shown.trainer_ids) == 2
    assert [one.is_primary for one in checked_store.ask(contacts, kept)] == [True, False]
    assert checked_store.ask(health, kept).conditions == ("Asthma",)
    assert checked_store.ask(notes, kept)[0].body == "Likes rowing"
    assert checked_store.ask(overview, kept).held == 1
    with pytest.raises(UserError, match="no longer there"):
        checked_store.ask(profile, other)


def test_two_who_train_at_the_same_time_are_not_merged(checked_store: CheckedStore) -> None:
    kept, other = _two(checked_store)
    for client_id in (kept, other):
        builders.appointment(
            checked_store, client_id=client_id, trainer_id=builders.trainer(checked_store), scheduled_start=NOW,
            scheduled_end=NOW + timedelta(hours=1), status=AppointmentStatus.CONFIRMED,
        )  # fmt: skip
    with pytest.raises(UserError, match="at the same time"):
        checked_store.do(merge_clients, kept, other)


GROUP_AT = NOW - timedelta(days=1)


def _group(store: CheckedStore, start: datetime = GROUP_AT) -> UUID:
    at = builders.appointment(
        store, client_id=None, trainer_id=builders.trainer(store), kind=AppointmentKind.GROUP, scheduled_start=start,
        scheduled_end=start + timedelta(hours=1), status=AppointmentStatus.COMPLETED,
    )  # fmt: skip
    return builders.group(store, appointment_id=at, price_per_person=1_500)


def _place(store: CheckedStore, group: UUID, client_id: UUID, status: AttendanceStatus) -> None:
    builders.make(
        store, SessionParticipant, group_session_id=group, client_id=client_id, status=status, registered_at=GROUP_AT
    )


@pytest.mark.parametrize(
    ("of_kept", "of_other"),
    [
        ((AttendanceStatus.NO_SHOW,), AttendanceStatus.ATTENDED),
        ((AttendanceStatus.ATTENDED,), AttendanceStatus.NO_SHOW),
        ((AttendanceStatus.CANCELLED, AttendanceStatus.REGISTERED), AttendanceStatus.ATTENDED),
        ((AttendanceStatus.CANCELLED,), AttendanceStatus.ATTENDED),
    ],
)
def test_whoever_came_to_a_group_has_come_after_a_merge(
    checked_store: CheckedStore, of_kept: tuple[AttendanceStatus, ...], of_other: AttendanceStatus
) -> None:
    builders.practice(checked_store)
    kept, other = _two(checked_store)
    group = _group(checked_store)
    for status in of_kept:
        _place(checked_store, group, kept, status)
    _place(checked_store, group, other, of_other)
    checked_store.do(merge_clients, kept, other)
    assert len(checked_store.ask(unbilled_sessions, kept).sessions) == 1
    assert checked_store.ask(overview, kept).held == 1


def test_two_in_different_groups_at_the_same_time_are_not_merged(checked_store: CheckedStore) -> None:
    kept, other = _two(checked_store)
    _place(checked_store, _group(checked_store), kept, AttendanceStatus.ATTENDED)
    _place(checked_store, _group(checked_store, GROUP_AT + timedelta(minutes=30)), other, AttendanceStatus.REGISTERED)
    with pytest.raises(UserError, match="at the same time"):
        checked_store.do(merge_clients, kept, other)


def test_the_front_desk_neither_sees_nor_rewrites_health_by_a_merge(checked_store: CheckedStore) -> None:
    kept, other = _two(checked_store)
    checked_store.do(set_photo, other, StoredFile("c" * 64, "face.png", 12, "image/png"))
    checked_store.do(add_note, other, "Likes rowing")
    owner = checked_store.signed_in
    desk = SignedIn(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    checked_store.do(add_limitation, other, "knee")
    for client_id in (kept, other):
        checked_store.do(edit_health, client_id)
    checked_store.signed_in = desk
    preview = checked_store.ask(merge_preview, kept, other)
    assert [what for what, _ in preview.moves] == ["Note", "Trainer"]
    assert not preview.unites_health
    with pytest.raises(NotAllowed, match="See and change health data"):
        checked_store.do(merge_clients, kept, other)
    assert checked_store.ask(profile, other).first_name == "Eva"
    checked_store.signed_in = owner
    assert "Limitation" in dict(checked_store.ask(merge_preview, kept, other).moves)


def test_the_front_desk_merges_two_of_whose_health_nothing_is_known(checked_store: CheckedStore) -> None:
    kept, other = _two(checked_store)
    checked_store.do(set_photo, other, StoredFile("c" * 64, "face.png", 12, "image/png"))
    checked_store.signed_in = SignedIn(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    checked_store.do(merge_clients, kept, other)
    assert checked_store.ask(profile, kept).email == "ava@example.com"


def test_what_happened_to_who_was_merged_is_told_in_the_kept_clients_history(checked_store: CheckedStore) -> None:
    first, second = _two(checked_store)
    third = checked_store.do(create_client, first_name="Bea")
    checked_store.do(edit_client, third, occupation="Nurse")
    checked_store.do(merge_clients, second, third)
    checked_store.do(merge_clients, first, second)
    assert "Nurse" in _said(checked_store, first)
    checked_store.undo()
    assert "Nurse" not in _said(checked_store, first)
    assert "Nurse" in _said(checked_store, second)


def _said(store: CheckedStore, client_id: UUID) -> set[str]:
    """The new values in a client's history that a person typed."""
    return {
        line.new for step in store.ask(client_history, client_id) for line in step.lines if step.name == "Edit client"
    }


def test_one_contact_is_always_the_first(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    first = checked_store.do(add_contact, client_id, name="Max", phone="+49 30 901820", relationship="Partner")
    second = checked_store.do(add_contact, client_id, name="Mia", phone="+49 30 901821")
    checked_store.do(make_primary, second)
    assert [(one.name, one.is_primary) for one in checked_store.ask(contacts, client_id)] == [
        ("Mia", True),
        ("Max", False),
    ]
    checked_store.do(edit_contact, second, name="Mia Kim")
    checked_store.do(remove_contact, second)
    assert [(one.id, one.is_primary) for one in checked_store.ask(contacts, client_id)] == [(first, True)]
    for wrong, field in (
        ({"name": " "}, "name"),
        ({"phone": ""}, "phone"),
        ({"phone": "call me"}, "phone"),
        ({"email": "x"}, "email"),
    ):
        with pytest.raises(UserError) as refused:
            checked_store.do(edit_contact, first, **wrong)
        assert refused.value.field == field


def test_own_fields_hold_what_their_kind_allows(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    shoe = checked_store.do(add_custom_field, "Shoe size", FieldKind.NUMBER)
    shirt = checked_store.do(add_custom_field, "Shirt", FieldKind.CHOICE, ("S", "M", " M ", ""))
    checked_store.do(set_custom_value, client_id, shoe, "42.5")
    checked_store.do(set_custom_value, client_id, shirt, "M")
    checked_store.do(set_custom_value, client_id, shirt, "")
    assert [(one.field.name, one.value) for one in checked_store.ask(custom_values, client_id)] == [
        ("Shoe size", "42.5"),
        ("Shirt", ""),
    ]
    for field, value in ((shoe, "large"), (shoe, "nan"), (shirt, "XXL")):
        with pytest.raises(UserError):
            checked_store.do(set_custom_value, client_id, field, value)
    with pytest.raises(UserError, match="already"):
        checked_store.do(add_custom_field, "shoe SIZE", FieldKind.TEXT)
    checked_store.do(edit_custom_field, shoe, "Shoes")
    checked_store.do(delete_custom_field, shoe)
    assert [one.field.name for one in checked_store.ask(custom_values, client_id)] == ["Shirt"]


def test_health_notes_and_medical_papers_are_for_those_who_may_see_health(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    plain = checked_store.do(add_note, client_id, " Likes rowing \n", NoteKind.CALL)
    on_health = checked_store.do(add_health_note, client_id, "Bad knee")
    checked_store.do(pin_note, plain, True)
    checked_store.do(edit_note, plain, "Loves rowing")
    plan = checked_store.do(add_document, client_id, FILE)
    checked_store.do(add_document, client_id, FILE, "Letter", DocumentKind.MEDICAL, date(2026, 3, 1))
    assert [note.body for note in checked_store.ask(notes, client_id)] == ["Loves rowing"]
    assert [note.author for note in checked_store.ask(notes_with_health, client_id)] == ["Olivia Owner"] * 2
    assert [paper.title for paper in checked_store.ask(documents, client_id)] == ["plan.pdf"]
    assert [paper.has_expired for paper in checked_store.ask(documents_with_health, client_id)] == [True, False]
    checked_store.do(edit_document, plan, "Plan", DocumentKind.CONTRACT)
    checked_store.do(delete_document, plan)
    assert checked_store.ask(documents, client_id) == ()
    with pytest.raises(NotAllowed):
        checked_store.do(edit_note, on_health, "x")
    with pytest.raises(NotAllowed):
        checked_store.do(delete_note, on_health)
    with pytest.raises(NotAllowed):
        checked_store.do(add_note, client_id, "x", NoteKind.HEALTH)
    checked_store.do(delete_note, plain)
    with pytest.raises(UserError, match="Type the note"):
        checked_store.do(add_note, client_id, " ")


def test_the_history_tells_who_changed_what_from_what_to_what(checked_store: CheckedStore) -> None:
    client_id = checked_store.do(create_client, first_name="Ava")
    checked_store.do(edit_client, client_id, last_name="Nguyen", email="ava@example.com")
    step = next(step for step in checked_store.ask(client_history, client_id) if step.name == "Edit client")
    assert (step.who, step.at) == ("Olivia Owner", NOW)
    assert {(line.what, line.old, line.new) for line in step.lines} == {
        ("Client · Last name", "–", "Nguyen"),
        ("Client · E-mail", "–", "ava@example.com"),
    }


def test_the_history_names_the_rows_that_it_refers_to(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    checked_store.do(set_tags, client_id, ("Strength",))
    said = [line for step in checked_store.ask(client_history, client_id) for line in step.lines]
    assert ("Tag · Tag", "–", "Strength") in {(line.what, line.old, line.new) for line in said}


def test_the_history_keeps_health_from_the_front_desk(checked_store: CheckedStore) -> None:
    client_id = checked_store.do(create_client, first_name="Ava")
    checked_store.do(edit_health, client_id, conditions=("Asthma",))
    checked_store.do(add_health_note, client_id, "Bad knee")
    checked_store.do(add_document, client_id, FILE, "Cardiogram", DocumentKind.MEDICAL)
    everything = str(checked_store.ask(client_history_with_health, client_id))
    assert all(word in everything for word in ("Asthma", "Bad knee", "Cardiogram"))
    for_all = str(checked_store.ask(client_history, client_id))
    assert not any(word in for_all for word in ("Asthma", "Bad knee", "Cardiogram"))
    checked_store.signed_in = SignedIn(None, "Fred Desk", frozenset({Right.LOOK}))
    with pytest.raises(NotAllowed):
        checked_store.ask(client_history_with_health, client_id)


def test_the_history_comes_in_pages(store: Store, clock: FixedClock) -> None:
    client_id = builders.client(store)
    for number in range(35):
        clock.moment = NOW + timedelta(minutes=number)
        store.do(edit_client, client_id, occupation=f"Job {number}")
    first = store.ask(client_history, client_id)
    rest = store.ask(client_history, client_id, first[-1].at)
    assert first[0].lines[0].new == "Job 34"
    assert {step.id for step in first} & {step.id for step in rest} == set()
    assert rest[-1].name == "Build"


def test_a_merge_loses_nothing_that_training_must_heed(checked_store: CheckedStore) -> None:
    kept = builders.client(checked_store, first_name="Ava")
    other = builders.client(checked_store, first_name="Ava")
    checked_store.do(edit_health, kept, allergies=("Peanuts",), conditions=("Asthma",), medications="Salbutamol")
    checked_store.do(set_clearance, kept, Clearance.CLEARED, "Dr. Weber")
    checked_store.do(
        edit_health,
        other,
        allergies=("Penicillin",),
        conditions=("Heart failure",),
        medications="Ramipril",
        is_pregnant=True,
    )
    assert checked_store.ask(merge_preview, kept, other).unites_health
    checked_store.do(merge_clients, kept, other)
    found = checked_store.ask(health, kept)
    assert set(found.allergies) == {"Peanuts", "Penicillin"}
    assert set(found.conditions) == {"Asthma", "Heart failure"}
    assert found.medications == "Salbutamol\nRamipril"
    assert found.is_pregnant
    assert found.medical_clearance is Clearance.REQUIRED, "she was cleared for less than this"


def test_medical_papers_stay_from_the_front_desk_whatever_is_edited(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    file = StoredFile("b" * 64, "HIV test.pdf", 12, "application/pdf")
    paper = checked_store.do(add_document, client_id, file, "HIV test", DocumentKind.MEDICAL)
    checked_store.do(edit_medical_document, paper, "HIV positive", DocumentKind.MEDICAL)
    note = checked_store.do(add_health_note, client_id, "Bad knee")
    checked_store.signed_in = SignedIn(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    assert "HIV" not in str(checked_store.ask(client_history, client_id))
    for command, *args in (
        (edit_document, paper, "x", DocumentKind.OTHER),
        (delete_document, paper),
        (pin_note, note, True),
    ):
        with pytest.raises(NotAllowed):
            checked_store.do(command, *args)


def test_money_in_the_history_is_marked_as_such() -> None:
    assert value_text("payment", "amount", 14900, lambda _table, _row: "") == "14900 ¤"
    assert value_text("appointment", "sequence", 3, lambda _table, _row: "") == "3"
