"""Undo gives way to what came later, and plays rows back in an order that the database accepts at each moment."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict, NotAllowed
from fitwell_desktop.core.store import SignedIn, Store, command, query
from fitwell_desktop.domain.accounts.client_search import client_of
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.billing import Payment
from fitwell_desktop.models.scheduling import Appointment, Room
from fitwell_desktop.vocabulary import AppointmentStatus, Right
from tests import builders
from tests.checked_store import CheckedStore
from tests.conftest import NOW


@command("Add client", needs=Right.CLIENTS)
def add_client(session: Session) -> UUID:
    return builders.build(session, User).id


@command("Reschedule", needs=Right.SCHEDULE)
def reschedule(session: Session, appointment_id: UUID, later: timedelta) -> None:
    old = session.get_one(Appointment, appointment_id)
    old.status = AppointmentStatus.RESCHEDULED
    session.flush()
    builders.build(
        session,
        Appointment,
        trainer_id=old.trainer_id,
        client_id=old.client_id,
        scheduled_start=old.scheduled_start + later,
        scheduled_end=old.scheduled_end + later,
        rescheduled_from_id=old.id,
    )


@command("Rename", needs=Right.PRACTICE)
def rename(session: Session, room_id: UUID, name: str) -> None:
    session.get_one(Room, room_id).name = name


@command("Count places", needs=Right.PRACTICE, undoable=False)
def count_places(session: Session, room_id: UUID, capacity: int) -> None:
    session.get_one(Room, room_id).capacity = capacity


@command("Call client", needs=Right.CLIENTS)
def call(session: Session, client_id: UUID, first_name: str) -> None:
    session.get_one(User, client_id).first_name = first_name


@command("Put client in the bin", needs=Right.CLIENTS, undoable=False)
def bin_client(session: Session, client_id: UUID) -> None:
    session.get_one(User, client_id).deleted_at = session.now


@query()
def room(session: Session, room_id: UUID) -> tuple[str, int, datetime, UUID | None]:
    found = session.get_one(Room, room_id)
    return found.name, found.capacity, found.updated_at, found.updated_by


def test_what_another_column_became_meanwhile_neither_hinders_undo_nor_is_lost(store: Store, clock: FixedClock) -> None:
    studio = builders.make(store, Room, name="Studio")
    clock.moment += timedelta(minutes=1)
    store.do(rename, studio, "Hall")
    clock.moment += timedelta(minutes=1)
    store.acting_for(SignedIn(None, "FitWell", frozenset(Right))).do(count_places, studio, 7)
    for moved, name in ((store.undo, "Studio"), (store.redo, "Hall"), (store.undo, "Studio")):
        clock.moment += timedelta(minutes=1)
        assert moved() == "Rename"
        noted = NOW + timedelta(minutes=2)
        assert store.ask(room, studio) == (name, 7, noted, None), "its stamps tell of the last change"


def test_what_the_same_column_became_meanwhile_stands_against_undo(store: Store) -> None:
    studio = builders.make(store, Room, name="Studio")
    store.do(rename, studio, "Hall")
    Store(store.database, store.clock, store.signed_in).do(rename, studio, "Gym")
    with pytest.raises(Conflict, match="has been changed since"):
        store.undo()
    assert store.ask(room, studio)[0] == "Gym"


def test_a_row_that_was_made_and_then_filled_in_is_not_taken_away_by_undo(store: Store) -> None:
    client = store.do(add_client)
    Store(store.database, store.clock, store.signed_in).do(call, client, "Ava")
    with pytest.raises(Conflict, match="has been changed since"):
        store.undo()


def test_nothing_is_changed_back_on_what_was_put_in_the_bin(store: Store) -> None:
    client = builders.client(store, first_name="Ava")
    store.do(call, client, "Eva")
    store.do(bin_client, client)
    with pytest.raises(Conflict, match="has been changed since"):
        store.undo()


def test_a_client_who_has_paid_since_is_not_taken_away_by_undo(store: Store) -> None:
    client = store.do(add_client)
    builders.make(store, Payment, client_id=client)
    with pytest.raises(Conflict):
        store.undo()


def test_an_appointment_that_moved_by_half_its_length_comes_back(checked_store: CheckedStore) -> None:
    checked_store.do(reschedule, builders.appointment(checked_store), timedelta(minutes=30))
    assert checked_store.undo() == "Reschedule"


def test_who_may_do_a_step_no_more_may_neither_take_it_back_nor_do_it_again(store: Store) -> None:
    owner = store.signed_in
    without = replace(owner, name="Olivia Owner", rights=frozenset(Right) - {Right.CLIENTS})
    client = store.do(add_client)
    store.signed_in = without
    with pytest.raises(NotAllowed, match="Change clients"):
        store.undo()
    assert store.ask(client_of, client) is not None
    store.signed_in = owner
    assert store.undo() == "Add client", "it is still there to be taken back"
    store.signed_in = without
    with pytest.raises(NotAllowed, match="Change clients"):
        store.redo()
    assert store.ask(client_of, client) is None
    store.signed_in = owner
    assert store.redo() == "Add client"


def test_what_someone_else_did_is_not_taken_back(store: Store) -> None:
    owner, client = store.signed_in, store.do(add_client)
    store.signed_in = SignedIn(builders.trainer(store), "Tom Trainer", frozenset(Right))
    with pytest.raises(NotAllowed, match="“Add client” was done by someone else"):
        store.undo()
    assert store.ask(client_of, client) is not None
    store.signed_in = owner
    store.undo()
    assert store.ask(client_of, client) is None
