"""A session's status moves along the arrows alone."""

from datetime import timedelta
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import Command
from fitwell_desktop.domain.scheduling.queries import AppointmentDetails, appointment, session_counts
from fitwell_desktop.domain.scheduling.statuses import cancel, complete, confirm, mark_no_show
from fitwell_desktop.models.availability import BookingPolicy
from fitwell_desktop.vocabulary import AppointmentStatus, CancelledBy
from tests import builders
from tests.checked_store import CheckedStore
from tests.conftest import NOW

HOUR = timedelta(hours=1)


def booked(store: CheckedStore, begins_in: timedelta = HOUR) -> UUID:
    return builders.appointment(store, scheduled_start=NOW + begins_in, scheduled_end=NOW + begins_in + HOUR)


def shown(store: CheckedStore, appointment_id: UUID) -> AppointmentDetails:
    found = store.ask(appointment, appointment_id)
    assert found is not None
    return found


def test_a_session_is_confirmed_and_completed(checked_store: CheckedStore, trainer: UUID, clock: FixedClock) -> None:
    session = booked(checked_store)
    checked_store.do(confirm, session)
    clock.moment += HOUR
    assert shown(checked_store, session).entry.status is AppointmentStatus.CONFIRMED
    checked_store.do(complete, session)
    assert shown(checked_store, session).entry.status is AppointmentStatus.COMPLETED


def test_one_step_completes_what_was_never_confirmed(checked_store: CheckedStore, trainer: UUID) -> None:
    session = booked(checked_store, -HOUR)
    checked_store.do(complete, session)
    assert shown(checked_store, session).entry.status is AppointmentStatus.COMPLETED


@pytest.mark.parametrize("step", [confirm, complete, mark_no_show])
def test_what_was_cancelled_stays_so(checked_store: CheckedStore, trainer: UUID, step: Command[[UUID], None]) -> None:
    session = booked(checked_store, -HOUR)
    checked_store.do(cancel, session, "Ill", CancelledBy.CLIENT)
    with pytest.raises(UserError, match="This is “Cancelled”"):
        checked_store.do(step, session)
    details = shown(checked_store, session)
    assert (details.cancel_reason, details.cancelled_by) == ("Ill", CancelledBy.CLIENT)


@pytest.mark.parametrize(
    ("step", "becomes"), [(mark_no_show, AppointmentStatus.NO_SHOW), (complete, AppointmentStatus.COMPLETED)]
)
def test_nobody_came_to_or_missed_what_has_not_begun(
    checked_store: CheckedStore,
    trainer: UUID,
    clock: FixedClock,
    step: Command[[UUID], None],
    becomes: AppointmentStatus,
) -> None:
    session = booked(checked_store)
    clock.moment += HOUR - timedelta(minutes=1)
    with pytest.raises(UserError, match="has not begun yet"):
        checked_store.do(step, session)
    clock.moment += timedelta(minutes=1)
    checked_store.do(step, session)
    assert shown(checked_store, session).entry.status is becomes


@pytest.mark.parametrize(
    ("by", "begins_in", "late"),
    [
        (CancelledBy.CLIENT, 23 * HOUR, True),
        (CancelledBy.CLIENT, 24 * HOUR, False),
        (CancelledBy.TRAINER, 1 * HOUR, False),
    ],
)
def test_a_client_who_cancels_within_the_policys_time_is_late(
    checked_store: CheckedStore, trainer: UUID, by: CancelledBy, begins_in: timedelta, late: bool
) -> None:
    builders.make(checked_store, BookingPolicy, name="Standard", cancel_before_minutes=24 * 60)
    session = booked(checked_store, begins_in)
    checked_store.do(cancel, session, "", by)
    assert shown(checked_store, session).is_late_cancellation is late


def test_the_appointments_own_policy_goes_before_the_practices(checked_store: CheckedStore, trainer: UUID) -> None:
    builders.make(checked_store, BookingPolicy, name="Standard", cancel_before_minutes=24 * 60)
    lenient = builders.make(checked_store, BookingPolicy, name="Lenient", position=1, cancel_before_minutes=60)
    session = builders.appointment(
        checked_store,
        booking_policy_id=lenient,
        scheduled_start=NOW + 2 * HOUR,
        scheduled_end=NOW + 3 * HOUR,
    )
    checked_store.do(cancel, session, "", CancelledBy.CLIENT)
    assert shown(checked_store, session).is_late_cancellation is False


def test_sessions_are_counted_by_what_became_of_them(checked_store: CheckedStore, trainer: UUID) -> None:
    first, second = booked(checked_store, timedelta()), booked(checked_store, 3 * HOUR)
    booked(checked_store, 5 * HOUR)
    checked_store.do(complete, first)
    checked_store.do(cancel, second, "", CancelledBy.CLIENT)
    counts = checked_store.ask(session_counts, NOW, NOW + timedelta(days=1))
    assert (counts.booked, counts.completed, counts.cancelled, counts.minutes) == (2, 1, 1, 120)
