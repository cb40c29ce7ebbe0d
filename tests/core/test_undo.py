"""Undo gives way to what came later, and plays rows back in an order that the database accepts at each moment."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict, NotAllowed
from fitwell_desktop.core.store import SignedIn, Store, command
from fitwell_desktop.domain.accounts.client_search import client_of
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.billing import Payment
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import AppointmentStatus, Right
from tests import builders
from tests.checked_store import CheckedStore


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
