"""Clients who leave: what is still booked for them is told, and called off with them or kept."""

from datetime import timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.errors import NotAllowed
from fitwell_desktop.core.store import Command
from fitwell_desktop.domain.clients.leaving import archive_clients
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.scheduling.departures import StillBooked, archive_and_cancel, still_booked
from fitwell_desktop.domain.scheduling.queries import AppointmentDetails, appointment
from fitwell_desktop.models.availability import BookingPolicy
from fitwell_desktop.models.scheduling import GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import (
    AppointmentKind,
    AppointmentStatus,
    AttendanceStatus,
    CancelledBy,
    ClientState,
    GroupStatus,
    Right,
)
from tests import builders
from tests.checked_store import CheckedStore, snapshot
from tests.conftest import NOW

HOUR = timedelta(hours=1)


def booked(store: CheckedStore, client_id: UUID | None, hours: int, **values: object) -> UUID:
    start = NOW + hours * HOUR
    return builders.appointment(store, client_id=client_id, scheduled_start=start, scheduled_end=start + HOUR, **values)


def place(
    store: CheckedStore, client_id: UUID, hours: int, status: AttendanceStatus, of_group: GroupStatus = GroupStatus.OPEN
) -> UUID:
    at = booked(store, None, hours, kind=AppointmentKind.GROUP)
    group = builders.group(store, appointment_id=at, status=of_group)
    return builders.make(store, SessionParticipant, client_id=client_id, group_session_id=group, status=status)


def shown(store: CheckedStore, appointment_id: UUID) -> AppointmentDetails:
    found = store.ask(appointment, appointment_id)
    assert found is not None
    return found


def column(store: CheckedStore, table: str, name: str) -> list[object]:
    return [row[name] for row in snapshot(store.database)[table].values()]


def test_what_is_ahead_is_told_and_nothing_else(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    booked(checked_store, ava, 30, status=AppointmentStatus.CONFIRMED)
    booked(checked_store, ava, 5)
    booked(checked_store, ava, -5)
    booked(checked_store, ava, 50, status=AppointmentStatus.CANCELLED)
    place(checked_store, ava, 2, AttendanceStatus.WAITLISTED)
    place(checked_store, ava, 10, AttendanceStatus.REGISTERED)
    place(checked_store, ava, 15, AttendanceStatus.CANCELLED)
    booked(checked_store, leo, 4)
    assert checked_store.ask(still_booked, (ava,)) == StillBooked(3, 1, NOW + 5 * HOUR)
    assert checked_store.ask(still_booked, (ava, leo)) == StillBooked(4, 2, NOW + 4 * HOUR)
    checked_store.do(archive_clients, (ava, leo))
    assert checked_store.ask(still_booked, (ava, leo)) == StillBooked(0, 0, None)


def test_all_that_is_ahead_is_called_off_in_the_same_step(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    builders.make(checked_store, BookingPolicy, name="Standard", cancel_before_minutes=24 * 60)
    soon, open_one, others = (
        booked(checked_store, ava, 5),
        booked(checked_store, ava, -5),
        booked(checked_store, leo, 9),
    )
    place(checked_store, ava, 20, AttendanceStatus.REGISTERED, GroupStatus.FULL)
    before = snapshot(checked_store.database)
    assert checked_store.do(archive_and_cancel, (ava,)) == (1, 2)
    details = shown(checked_store, soon)
    assert (details.entry.status, details.cancelled_by) == (AppointmentStatus.CANCELLED, CancelledBy.PRACTICE)
    assert not details.is_late_cancellation, "it costs the client nothing"
    assert shown(checked_store, open_one).entry.status is AppointmentStatus.SCHEDULED
    assert shown(checked_store, others).entry.status is AppointmentStatus.SCHEDULED
    assert column(checked_store, SessionParticipant.__tablename__, "status") == ["CANCELLED"]
    assert column(checked_store, GroupSession.__tablename__, "status") == ["OPEN"], "there is room again"
    assert checked_store.ask(profile, ava).state is ClientState.ARCHIVED
    checked_store.undo()
    assert snapshot(checked_store.database) == before


def full_group(store: CheckedStore, *, hours: int, waiting: list[UUID], registered: list[UUID], room: int) -> UUID:
    """A group at that hour; who waits does so in this order, though the rows were made in the other."""
    at = booked(store, None, hours, kind=AppointmentKind.GROUP)
    group = builders.group(store, appointment_id=at, status=GroupStatus.FULL, max_participants=room)
    for status, people in ((AttendanceStatus.WAITLISTED, waiting), (AttendanceStatus.REGISTERED, registered)):
        for order, client_id in reversed(list(enumerate(people))):
            values = {"status": status, "registered_at": NOW + order * HOUR}
            builders.make(store, SessionParticipant, client_id=client_id, group_session_id=group, **values)
    return group


def places_in(store: CheckedStore, group_id: UUID) -> tuple[object, dict[UUID, object]]:
    """The group's status, and each client's."""
    tables = snapshot(store.database)
    rows = tables[SessionParticipant.__tablename__].values()
    here = {UUID(bytes=row["client_id"]): row["status"] for row in rows if row["group_session_id"] == group_id.bytes}
    return tables[GroupSession.__tablename__][group_id.bytes]["status"], here


def test_a_place_that_is_given_up_goes_to_who_waits_longest(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    zoe, mia = builders.client(checked_store), builders.client(checked_store)
    group = full_group(checked_store, hours=30, registered=[ava], waiting=[zoe, leo, mia], room=1)
    assert checked_store.do(archive_and_cancel, (ava, zoe)) == (2, 1)
    status, places = places_in(checked_store, group)
    assert status == "FULL"
    assert places == {ava: "CANCELLED", zoe: "CANCELLED", leo: "REGISTERED", mia: "WAITLISTED"}, "who goes too is out"


def test_two_who_leave_a_full_group_leave_room_where_only_one_waits(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    zoe = builders.client(checked_store)
    group = full_group(checked_store, hours=30, registered=[ava, leo], waiting=[zoe], room=2)
    checked_store.do(archive_and_cancel, (ava, leo))
    assert places_in(checked_store, group) == ("OPEN", {ava: "CANCELLED", leo: "CANCELLED", zoe: "REGISTERED"})


def test_after_the_cut_off_nobody_is_moved_up(checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID) -> None:
    group = full_group(checked_store, hours=5, registered=[ava], waiting=[leo], room=1)
    checked_store.do(archive_and_cancel, (ava,))
    assert places_in(checked_store, group) == ("OPEN", {ava: "CANCELLED", leo: "WAITLISTED"})


def test_a_group_with_too_many_stays_full_when_one_leaves(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    group = full_group(checked_store, hours=30, registered=[ava, leo], waiting=[], room=1)
    checked_store.do(archive_and_cancel, (ava,))
    assert places_in(checked_store, group) == ("FULL", {ava: "CANCELLED", leo: "REGISTERED"})


@pytest.mark.parametrize("command", [archive_clients, archive_and_cancel], ids=["kept", "cancelled"])
def test_who_is_archived_waits_for_no_place_any_more(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, command: Command[[tuple[UUID, ...]], object]
) -> None:
    waits = place(checked_store, ava, 20, AttendanceStatus.WAITLISTED, GroupStatus.FULL)
    waited = place(checked_store, ava, -20, AttendanceStatus.WAITLISTED)
    assert checked_store.ask(still_booked, (ava,)).count == 0
    checked_store.do(command, (ava,))
    places = snapshot(checked_store.database)[SessionParticipant.__tablename__]
    assert places[waits.bytes]["status"] == "CANCELLED"
    assert places[waited.bytes]["status"] == "WAITLISTED", "what has begun is closed in its own way"
    assert column(checked_store, GroupSession.__tablename__, "status") == ["FULL", "OPEN"]


def test_who_may_not_touch_the_calendar_calls_nothing_off(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    session = booked(checked_store, ava, 5)
    who = checked_store.signed_in
    without = type(who)(who.id, who.name, who.rights - {Right.SCHEDULE})
    checked_store.signed_in = without
    with pytest.raises(NotAllowed, match=Right.SCHEDULE.label):
        checked_store.do(archive_and_cancel, (ava,))
    assert shown(checked_store, session).entry.status is AppointmentStatus.SCHEDULED
    assert checked_store.ask(profile, ava).state is ClientState.ACTIVE
    checked_store.signed_in = who
    checked_store.do(archive_and_cancel, (ava,))
    checked_store.signed_in = without
    with pytest.raises(NotAllowed, match=Right.SCHEDULE.label):
        checked_store.undo()
    assert shown(checked_store, session).entry.status is AppointmentStatus.CANCELLED
