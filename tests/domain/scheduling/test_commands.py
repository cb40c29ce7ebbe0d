"""Booking, moving, resizing, copying: what is taken stays taken, and every refusal says why."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.domain.scheduling.commands import book, change_details, copy, move, reschedule, resize
from fitwell_desktop.domain.scheduling.details import Details
from fitwell_desktop.domain.scheduling.queries import CalendarEntry, appointment, calendar_entries
from fitwell_desktop.domain.scheduling.statuses import cancel, complete
from fitwell_desktop.models.scheduling import GroupSession, Room, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentKind, AppointmentStatus, CancelledBy, UserStatus
from tests import builders
from tests.checked_store import CheckedStore

FIVE = datetime(2026, 11, 5, 16, 0, tzinfo=UTC)
"""Thursday, 17:00 in Berlin."""
HOUR = timedelta(hours=1)


def entries(store: CheckedStore) -> list[CalendarEntry]:
    found = store.ask(calendar_entries, FIVE - timedelta(days=3), FIVE + timedelta(days=4))
    return list(found)


def test_a_booked_session_stands_in_the_calendar(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    details = Details(AppointmentKind.ASSESSMENT, " Retest ", location="Studio A")
    booked = checked_store.do(book, trainer, ava, FIVE, 45, details)
    (entry,) = entries(checked_store)
    assert (entry.id, entry.client_name, entry.title, entry.place) == (booked, "Ava Nguyen", "Retest", "Studio A")
    assert (entry.start, entry.minutes, entry.status) == (FIVE, 45, AppointmentStatus.SCHEDULED)


@pytest.mark.parametrize(
    ("start", "minutes", "reason"),
    [
        (FIVE, 0, "ends after it begins"),
        (FIVE, -30, "ends after it begins"),
        (FIVE, 24 * 60 + 5, "24 hours at most"),
        (FIVE, 42, "length is a multiple of 5"),
        (FIVE + timedelta(minutes=2), 60, "begin on a multiple of 5"),
        (FIVE + timedelta(seconds=1), 60, "begin on a multiple of 5"),
    ],
)
def test_impossible_times_are_refused(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, start: datetime, minutes: int, reason: str
) -> None:
    with pytest.raises(UserError, match=reason):
        checked_store.do(book, trainer, ava, start, minutes)


def test_a_client_who_is_taken_is_refused_with_the_reason(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    other = builders.trainer(checked_store)
    checked_store.do(book, other, ava, FIVE, 60, Details(title="PT session"))
    with pytest.raises(Conflict, match=r"^Ava Nguyen already has “PT session” from 17:00 to 18:00\.$"):
        checked_store.do(book, trainer, ava, FIVE + HOUR / 2, 60)


def test_a_trainer_who_is_taken_is_refused_with_the_reason(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    checked_store.do(book, trainer, ava, FIVE, 60)
    with pytest.raises(Conflict, match="Olivia Owner already has “Training” with Ava Nguyen from 17:00 to 18:00"):
        checked_store.do(book, trainer, leo, FIVE - HOUR / 2, 60)


def test_a_client_who_comes_to_a_group_is_taken_then(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    other = builders.trainer(checked_store)
    class_id = builders.appointment(
        checked_store,
        trainer_id=other,
        client_id=None,
        title="HIIT",
        scheduled_start=FIVE,
        scheduled_end=FIVE + HOUR,
    )
    group = builders.make(checked_store, GroupSession, appointment_id=class_id, max_participants=8)
    builders.make(checked_store, SessionParticipant, group_session_id=group, client_id=ava)
    with pytest.raises(Conflict, match="Ava Nguyen already has “HIIT”"):
        checked_store.do(book, trainer, ava, FIVE, 60)


def test_a_room_is_full_when_it_holds_as_many_as_it_can(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    room = builders.make(checked_store, Room, name="Studio A", capacity=1)
    checked_store.do(book, trainer, ava, FIVE, 60, Details(room_id=room))
    with pytest.raises(Conflict, match="Studio A is already taken from 17:00 to 18:00"):
        checked_store.do(book, builders.trainer(checked_store), leo, FIVE, 60, Details(room_id=room))


def test_a_room_for_two_is_free_between_two_that_follow_each_other(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    room = builders.make(checked_store, Room, name="Floor", capacity=2)
    checked_store.do(book, trainer, ava, FIVE, 30, Details(room_id=room))
    checked_store.do(book, trainer, ava, FIVE + HOUR / 2, 30, Details(room_id=room))
    checked_store.do(book, builders.trainer(checked_store), leo, FIVE, 60, Details(room_id=room))
    assert len(entries(checked_store)) == 3


def test_sessions_may_follow_each_other_at_once(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    checked_store.do(book, trainer, ava, FIVE, 60)
    checked_store.do(book, trainer, ava, FIVE + HOUR, 60)
    checked_store.do(book, trainer, ava, FIVE - HOUR, 60)
    assert len(entries(checked_store)) == 3


def test_a_cancelled_session_leaves_its_time_free(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    checked_store.do(cancel, checked_store.do(book, trainer, ava, FIVE, 60), "Ill", CancelledBy.CLIENT)
    checked_store.do(book, trainer, ava, FIVE, 60)


def test_moving_keeps_the_appointment_and_its_length(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 45)
    other = builders.trainer(checked_store)
    checked_store.do(move, booked, FIVE + HOUR / 2, trainer_id=other)
    (entry,) = entries(checked_store)
    assert (entry.id, entry.start, entry.minutes, entry.trainer_id) == (booked, FIVE + HOUR / 2, 45, other)


def test_moving_onto_another_session_is_refused(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    checked_store.do(book, trainer, ava, FIVE, 60)
    booked = checked_store.do(book, trainer, leo, FIVE + HOUR, 60)
    with pytest.raises(Conflict):
        checked_store.do(move, booked, FIVE)
    with pytest.raises(Conflict):
        checked_store.do(resize, booked, FIVE + HOUR / 2, 90)


def test_resizing_changes_begin_and_length(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 60)
    checked_store.do(resize, booked, FIVE - HOUR / 4, 90)
    (entry,) = entries(checked_store)
    assert (entry.start, entry.minutes) == (FIVE - HOUR / 4, 90)


def test_what_is_over_stays_where_it_was(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, clock: FixedClock
) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 60)
    clock.moment = FIVE
    checked_store.do(complete, booked)
    with pytest.raises(UserError, match="“Completed” and stays where it is"):
        checked_store.do(move, booked, FIVE + HOUR)


def test_a_copy_is_booked_with_the_same_details(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    details = Details(AppointmentKind.REMOTE, "Check-in", notes="Ask for sleep")
    booked = checked_store.do(book, trainer, ava, FIVE, 30, details)
    copied = checked_store.do(copy, booked, FIVE + HOUR)
    shown = checked_store.ask(appointment, copied)
    assert shown is not None
    assert (shown.details, shown.entry.minutes, shown.entry.status) == (details, 30, AppointmentStatus.SCHEDULED)


def test_rescheduling_leaves_the_old_appointment_in_the_history(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 60)
    successor = checked_store.do(reschedule, booked, FIVE + HOUR / 2)
    old, new = checked_store.ask(appointment, booked), checked_store.ask(appointment, successor)
    assert old is not None
    assert new is not None
    assert old.entry.status is AppointmentStatus.RESCHEDULED
    assert new.moved_from == FIVE
    assert [entry.id for entry in entries(checked_store)] == [successor]


def test_a_cancelled_session_can_be_booked_again(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 60)
    checked_store.do(cancel, booked, "", CancelledBy.TRAINER)
    checked_store.do(reschedule, booked, FIVE)
    statuses = {entry.status for entry in entries(checked_store)}
    assert statuses == {AppointmentStatus.CANCELLED, AppointmentStatus.SCHEDULED}


def test_details_are_replaced_whole(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 60, Details(title="PT", notes="Old"))
    checked_store.do(change_details, booked, Details(AppointmentKind.CONSULTATION, "Talk"))
    shown = checked_store.ask(appointment, booked)
    assert shown is not None
    assert shown.details == Details(AppointmentKind.CONSULTATION, "Talk")


def test_an_archived_client_is_not_booked(checked_store: CheckedStore, trainer: UUID) -> None:
    gone = builders.client(checked_store, first_name="Zoe", last_name="Old", status=UserStatus.INACTIVE)
    with pytest.raises(UserError, match="Zoe Old is archived"):
        checked_store.do(book, trainer, gone, FIVE, 60)


def test_a_client_is_no_trainer(checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID) -> None:
    with pytest.raises(UserError, match="can’t be booked any more"):
        checked_store.do(book, leo, ava, FIVE, 60)


def test_what_hides_or_breaks_text_is_taken_out_where_it_comes_in(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    spoiled = "\ud800Mobi\x00lity\u202e"
    details = Details(title=spoiled, location=spoiled, meeting_url=spoiled, notes=spoiled)
    booked = checked_store.do(book, trainer, ava, FIVE, 30, details)
    checked_store.do(cancel, booked, spoiled, CancelledBy.CLIENT)
    found = checked_store.ask(appointment, booked)
    assert found is not None
    kept = found.details
    assert {kept.title, kept.location, kept.meeting_url, kept.notes, found.cancel_reason} == {"Mobility"}
