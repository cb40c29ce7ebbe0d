"""Who comes to a group comes: the list, the lists kept, the client's page and the worklist all count it."""

from datetime import timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.analytics.attention import people_attention
from fitwell_desktop.domain.clients.conditions import condition
from fitwell_desktop.domain.clients.overview import overview
from fitwell_desktop.domain.clients.roster import RosterRow, Wanted, roster
from fitwell_desktop.domain.scheduling.statuses import complete, mark_no_show
from fitwell_desktop.models.scheduling import SessionParticipant
from fitwell_desktop.vocabulary import (
    AppointmentKind,
    AppointmentStatus,
    AttendanceStatus,
    Concern,
    ListField,
    RosterOrder,
)
from tests import builders
from tests.conftest import NOW

DAY = timedelta(days=1)


@pytest.fixture
def ava(store: Store, clock: FixedClock) -> UUID:
    """A client since ninety days."""
    clock.moment = NOW - 90 * DAY
    builders.practice(store)
    made = builders.client(store, first_name="Ava", joined_on=clock.moment.date())
    clock.moment = NOW
    return made


def in_group(store: Store, client_id: UUID, in_days: int, status: AttendanceStatus) -> None:
    start = NOW + in_days * DAY
    held = AppointmentStatus.COMPLETED if in_days < 0 else AppointmentStatus.SCHEDULED
    appointment = builders.appointment(
        store,
        client_id=None,
        kind=AppointmentKind.GROUP,
        scheduled_start=start,
        scheduled_end=start + timedelta(hours=1),
        status=held,
    )
    group = builders.group(store, appointment_id=appointment)
    builders.make(store, SessionParticipant, group_session_id=group, client_id=client_id, status=status)


def row(store: Store) -> RosterRow:
    (only,) = store.ask(roster, Wanted(order=RosterOrder.NEXT_SESSION)).rows
    return only


def unseen(store: Store, days: int) -> int:
    return store.ask(roster, Wanted(conditions=(condition(ListField.NO_SESSION, str(days)),))).total


def test_a_group_attended_was_the_last_session(store: Store, ava: UUID) -> None:
    start = NOW - 20 * DAY
    builders.appointment(
        store,
        client_id=ava,
        scheduled_start=start,
        scheduled_end=start + timedelta(hours=1),
        status=AppointmentStatus.COMPLETED,
    )
    assert unseen(store, 14) == 1
    in_group(store, ava, -3, AttendanceStatus.ATTENDED)
    in_group(store, ava, -1, AttendanceStatus.NO_SHOW)
    assert row(store).last_session_at == NOW - 3 * DAY
    assert (unseen(store, 14), unseen(store, 2)) == (0, 1)
    (entry,) = store.ask(people_attention)
    assert (entry.concern, entry.days) == (Concern.NOT_BOOKED, -3)
    assert store.ask(overview, ava).held == 2


def test_a_group_long_ago_was_a_session_too(store: Store, ava: UUID) -> None:
    in_group(store, ava, -70, AttendanceStatus.ATTENDED)
    assert row(store).last_session_at == NOW - 70 * DAY
    (entry,) = store.ask(people_attention)
    assert (entry.concern, entry.days, entry.text) == (Concern.NOT_SEEN, -70, "")
    assert (unseen(store, 69), unseen(store, 70)) == (1, 0)


def test_a_group_to_come_is_the_next_session(store: Store, ava: UUID) -> None:
    in_group(store, ava, 2, AttendanceStatus.WAITLISTED)
    assert row(store).next_session_at is None
    in_group(store, ava, 4, AttendanceStatus.REGISTERED)
    assert row(store).next_session_at == NOW + 4 * DAY
    assert [session.start for session in store.ask(overview, ava).coming] == [NOW + 4 * DAY]
    assert store.ask(people_attention) == ()


def test_a_session_is_the_last_once_it_is_over_or_completed(store: Store, clock: FixedClock, ava: UUID) -> None:
    begun = NOW - timedelta(minutes=30)
    booked = builders.appointment(
        store, client_id=ava, scheduled_start=begun, scheduled_end=NOW + timedelta(minutes=30)
    )
    assert (row(store).next_session_at, row(store).last_session_at) == (None, None)
    store.do(complete, booked)
    assert row(store).last_session_at == begun
    later = builders.appointment(
        store,
        client_id=ava,
        scheduled_start=NOW + timedelta(hours=1),
        scheduled_end=NOW + timedelta(hours=2),
    )
    clock.moment = NOW + timedelta(hours=2)
    assert row(store).last_session_at == NOW + timedelta(hours=1)
    store.do(mark_no_show, later)
    assert row(store).last_session_at == begun
