"""What was done lately is told with who did it and whom it was about."""

from datetime import timedelta

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import NotAllowed
from fitwell_desktop.core.store import SignedIn, Store, command
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.domain.analytics.recent_changes import recent_changes, recent_changes_with_health
from fitwell_desktop.domain.clients.health import edit_health, set_clearance
from fitwell_desktop.domain.clients.import_rows import NewClient
from fitwell_desktop.domain.clients.importing import import_clients
from fitwell_desktop.domain.clients.limitations import add_limitation
from fitwell_desktop.domain.clients.papers import (
    add_document,
    add_health_note,
    add_note,
    edit_health_note,
    edit_note,
    notes,
    notes_with_health,
)
from fitwell_desktop.models.records import Note
from fitwell_desktop.vocabulary import ChangeKind, Clearance, DocumentKind, Right
from tests import builders


@command("Write note", needs=Right.CLIENTS)
def write_note(session: Session, client_id: object) -> None:
    session.add(Note(client_id=client_id, body="Slept badly", noted_at=session.now))


def test_the_latest_step_comes_first_with_who_and_whom(store: Store) -> None:
    builders.practice(store)
    ava = builders.client(store, first_name="Ava", last_name="Nguyen")
    store.do(change_practice, "name", "Harbour Strength")
    store.do(write_note, ava)
    note, name = store.ask(recent_changes, 2)
    assert (note.name, note.by, note.about, note.about_id) == ("Write note", "Olivia Owner", "Ava Nguyen", ava)
    assert (name.name, name.about, name.rows) == ("Change preferences", "", 1)


def test_what_was_undone_is_told_as_undone(store: Store) -> None:
    builders.practice(store)
    store.do(change_practice, "name", "Harbour Strength")
    store.undo()
    assert [change.kind for change in store.ask(recent_changes, 2)] == [ChangeKind.UNDONE, ChangeKind.DONE]


def test_what_one_person_does_again_and_again_is_one_entry(store: Store, clock: FixedClock) -> None:
    builders.practice(store)
    ava = builders.client(store, first_name="Ava", last_name="Berg")
    ben = builders.client(store, first_name="Ben", last_name="Berg")
    for client_id in (ava, ava, ava, ben):
        store.do(write_note, client_id)
    clock.moment += timedelta(hours=1)
    store.do(write_note, ben)
    told = [(change.about, change.rows) for change in store.ask(recent_changes, 3)]
    assert told == [("Ben Berg", 1), ("Ben Berg", 1), ("Ava Berg", 3)]


def test_a_step_of_many_clients_counts_them_and_names_none(store: Store) -> None:
    builders.practice(store)
    new = tuple(NewClient(name, email=f"{name}@example.com") for name in ("Ava", "Ben", "Cleo"))
    store.do(import_clients, new)
    store.do(import_clients, (NewClient("Dan"),))
    store.do(import_clients, (NewClient("Eve"), NewClient("Finn")))
    told = [(change.name, change.about, change.clients) for change in store.ask(recent_changes, 3)]
    assert told == [("Import clients", "", 2), ("Import clients", "Dan", 1), ("Import clients", "", 3)]
    store.undo()
    (undone,) = store.ask(recent_changes, 1)
    assert (undone.kind, undone.about, undone.clients) == (ChangeKind.UNDONE, "", 2)


def test_steps_that_touch_health_alone_are_told_to_those_who_may_see_health(store: Store) -> None:
    ava = builders.client(store, first_name="Ava", last_name="Nguyen")
    store.do(edit_health, ava, conditions=("Epilepsy",))
    store.do(set_clearance, ava, Clearance.REQUIRED)
    store.do(add_limitation, ava, "knee")
    store.do(add_health_note, ava, "Bad knee")
    store.do(edit_health_note, store.ask(notes_with_health, ava)[0].id, "Worse knee")
    store.do(add_document, ava, StoredFile("a" * 64, "HIV test.pdf", 12, "application/pdf"), "", DocumentKind.MEDICAL)
    health = {change.name for change in store.ask(recent_changes_with_health)} - {"Build"}
    assert len(health) == 6
    store.do(add_note, ava, "Likes rowing")
    store.do(edit_note, store.ask(notes, ava)[0].id, "Loves rowing")
    store.signed_in = SignedIn(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    told = [change.name for change in store.ask(recent_changes)]
    assert told[:2] == ["Edit note", "Add note"]
    assert not health & set(told)
    with pytest.raises(NotAllowed):
        store.ask(recent_changes_with_health)
