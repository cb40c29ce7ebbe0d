"""What is billed took place: no undo reaches beneath an invoice, and `check` tells where one did."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import Conflict
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.billing.commands import draft_from_sessions, hand_out, send_invoice
from fitwell_desktop.domain.billing.invariants import invariants
from fitwell_desktop.domain.scheduling.commands import book
from fitwell_desktop.domain.scheduling.queries import appointment
from fitwell_desktop.domain.scheduling.statuses import complete
from fitwell_desktop.models.billing import InvoiceLine
from fitwell_desktop.vocabulary import AppointmentStatus
from tests import builders

START = datetime.fromisoformat("2026-03-02T10:00:00+00:00")


@pytest.fixture
def ava(store: Store) -> UUID:
    builders.practice(store)
    return builders.client(store, first_name="Ava")


def held(store: Store, clock: FixedClock, client_id: UUID) -> UUID:
    """A session that was booked and took place."""
    assert store.signed_in.id is not None
    booked = store.do(book, store.signed_in.id, client_id, START, 60)
    clock.moment = START + timedelta(hours=1)
    store.do(complete, booked)
    return booked


def status(store: Store, appointment_id: UUID) -> AppointmentStatus:
    found = store.ask(appointment, appointment_id)
    assert found is not None, "the session is gone"
    return found.entry.status


def test_undo_stops_at_an_invoice_that_left_and_what_it_bills_stays(store: Store, clock: FixedClock, ava: UUID) -> None:
    session = held(store, clock, ava)
    invoice_id = store.do(draft_from_sessions, ava, [session], 6_000)
    store.do(send_invoice, invoice_id)
    store.do(hand_out, invoice_id)
    with pytest.raises(Conflict, match="saved or printed"):
        store.undo()
    while store.undo_name:  # each step before it stands beneath the invoice, and is held to its own rows
        with pytest.raises(Conflict):
            store.undo()
    assert status(store, session) is AppointmentStatus.COMPLETED
    assert store.ask(invariants) == ()


def test_a_session_on_a_draft_of_another_desk_stays_completed(store: Store, clock: FixedClock, ava: UUID) -> None:
    session = held(store, clock, ava)
    second_desk = Store(store.database, store.clock, store.signed_in)
    draft_id = second_desk.do(draft_from_sessions, ava, [session], 6_000)
    with pytest.raises(Conflict, match="“Personal training, 60 min” stands on a draft; delete it first"):
        store.undo()
    second_desk.do(send_invoice, draft_id)
    assert status(store, session) is AppointmentStatus.COMPLETED


def test_what_was_not_billed_is_taken_back(store: Store, clock: FixedClock, ava: UUID) -> None:
    session = held(store, clock, ava)
    invoice_id = store.do(draft_from_sessions, ava, [session], 6_000)
    store.do(send_invoice, invoice_id)
    assert [store.undo() for _ in range(3)] == ["Send invoice", "Invoice sessions", "Complete session"]
    assert status(store, session) is AppointmentStatus.SCHEDULED


def test_a_bill_for_what_is_not_over_and_a_second_bill_are_found(store: Store, ava: UUID) -> None:
    planned = builders.appointment(store, client_id=ava)
    held_once = builders.appointment(store, client_id=ava, status=AppointmentStatus.COMPLETED)
    for session in (planned, held_once, held_once):
        builders.invoice(store, client_id=ava, line_items=(InvoiceLine("Session", 6_000, appointment_id=session),))
    found = sorted(sentence.split(" bills ")[1] for sentence in store.ask(invariants))
    assert found == ["the session “Session” once more.", "the session “Session”, which is not over."]
