"""Clearance that is missing is told before booking, and who went past it is kept with the reason."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import SignedIn, query
from fitwell_desktop.domain.scheduling.commands import book, move, resize
from fitwell_desktop.domain.scheduling.safety import warnings_for
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow, set_working_hours
from fitwell_desktop.models.clients import ClientPause, HealthHistory
from fitwell_desktop.models.safety import SafetyOverride
from fitwell_desktop.models.scheduling import SessionParticipant
from fitwell_desktop.vocabulary import AttendanceStatus, Clearance, Hazard, Right, Weekday
from tests import builders
from tests.checked_store import CheckedStore

FIVE = datetime(2026, 11, 5, 16, 0, tzinfo=UTC)


@query()
def overrides(session: Session) -> list[tuple[str, Hazard, str | None]]:
    return [(row.reason, row.hazard, row.entity_type) for row in session.scalars(sa.select(SafetyOverride))]


def sentences(store: CheckedStore, client: UUID, trainer: UUID) -> list[str]:
    return [warning.sentence for warning in store.ask(warnings_for, client, trainer, FIVE, 60)]


def test_a_healthy_client_in_working_hours_gives_no_warning(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    assert sentences(checked_store, ava, trainer) == []


def test_a_missing_clearance_wants_a_reason_that_is_kept(checked_store: CheckedStore, trainer: UUID, ava: UUID) -> None:
    builders.make(checked_store, HealthHistory, client_id=ava, medical_clearance=Clearance.REQUIRED)
    assert sentences(checked_store, ava, trainer) == ["Ava Nguyen needs a medical clearance first."]
    with pytest.raises(UserError, match="Say why you book all the same") as refused:
        checked_store.do(book, trainer, ava, FIVE, 60)
    assert refused.value.field == "reason"
    checked_store.do(book, trainer, ava, FIVE, 60, override_reason="Doctor phoned")
    assert checked_store.ask(overrides) == [("Doctor phoned", Hazard.CLEARANCE_MISSING, "appointment")]


@pytest.mark.parametrize("clearance", [Clearance.REQUIRED, Clearance.CLEARED])
def test_the_front_desk_is_told_whom_to_ask_and_nothing_of_health(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, clearance: Clearance
) -> None:
    builders.make(checked_store, HealthHistory, client_id=ava, medical_clearance=clearance)
    checked_store.signed_in = SignedIn(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    (warning,) = checked_store.ask(warnings_for, ava, trainer, FIVE, 60)
    assert "clearance" not in repr(warning).lower()
    assert (warning.sentence, warning.wants_reason) == ("Ava Nguyen’s trainer has to be asked first.", True)
    with pytest.raises(UserError, match="Say why you book all the same") as refused:
        checked_store.do(book, trainer, ava, FIVE, 60)
    assert refused.value.field == "reason"
    checked_store.do(book, trainer, ava, FIVE, 60, override_reason="Trainer agreed")
    assert checked_store.ask(overrides) == [("Trainer agreed", Hazard.CLEARANCE_MISSING, "appointment")]


@pytest.mark.parametrize(
    ("expires_on", "warns"),
    [
        (date(2026, 11, 4), True),
        (date(2026, 11, 5), False),
        (None, True),
    ],
)
def test_a_clearance_holds_until_the_day_on_which_it_ends(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, expires_on: date | None, warns: bool
) -> None:
    builders.make(
        checked_store,
        HealthHistory,
        client_id=ava,
        medical_clearance=Clearance.CLEARED,
        clearance_expires_on=expires_on,
    )
    assert bool(sentences(checked_store, ava, trainer)) is warns


def test_a_practice_may_book_nobody_without_clearance(checked_store: CheckedStore, ava: UUID) -> None:
    builders.practice(checked_store, clearance_blocks_booking=True)
    builders.make(checked_store, HealthHistory, client_id=ava, medical_clearance=Clearance.REQUIRED)
    trainer = checked_store.signed_in.id
    assert trainer is not None
    with pytest.raises(UserError, match="This practice books no sessions without it"):
        checked_store.do(book, trainer, ava, FIVE, 60, override_reason="But he feels well")


def test_hours_outside_of_the_trainers_week_are_told_and_do_not_hinder(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    checked_store.do(set_working_hours, trainer, (WeeklyWindow(Weekday.THURSDAY, time(9), time(17, 30)),))
    assert sentences(checked_store, ava, trainer) == ["This is outside of Olivia Owner’s working hours."]
    checked_store.do(book, trainer, ava, FIVE, 60)


def test_a_paused_client_is_not_booked_before_the_pause_ends(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    builders.make(checked_store, ClientPause, client_id=ava, starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 5))
    with pytest.raises(UserError, match="Ava Nguyen is paused until 5 November 2026"):
        checked_store.do(book, trainer, ava, FIVE, 60)
    checked_store.do(book, trainer, ava, FIVE.replace(day=6), 60)


@pytest.mark.parametrize("change", ["move", "resize"])
def test_on_another_day_it_is_looked_at_again_who_may_come(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, change: str
) -> None:
    booked = checked_store.do(book, trainer, ava, FIVE, 60)
    builders.make(checked_store, HealthHistory, client_id=ava, medical_clearance=Clearance.REQUIRED)

    def put(day: int, hour: int, reason: str = "") -> None:
        start = FIVE.replace(day=day, hour=hour)
        if change == "move":
            checked_store.do(move, booked, start, override_reason=reason)
        else:
            checked_store.do(resize, booked, start, 45, reason)

    put(5, 18)
    with pytest.raises(UserError, match="Say why you book all the same") as refused:
        put(6, 18)
    assert refused.value.field == "reason"
    put(6, 18, "Doctor phoned")
    assert checked_store.ask(overrides) == [("Doctor phoned", Hazard.CLEARANCE_MISSING, "appointment")]
    builders.make(checked_store, ClientPause, client_id=ava, starts_on=date(2026, 11, 9), ends_on=None)
    with pytest.raises(UserError, match="Ava Nguyen is paused until further notice"):
        put(9, 18, "Doctor phoned")


def test_a_group_is_not_moved_to_a_day_on_which_one_of_it_is_paused(
    checked_store: CheckedStore, trainer: UUID, ava: UUID
) -> None:
    group = builders.appointment(
        checked_store, client_id=None, trainer_id=trainer, scheduled_start=FIVE, scheduled_end=FIVE + timedelta(hours=1)
    )
    class_id = builders.group(checked_store, appointment_id=group)
    builders.make(
        checked_store, SessionParticipant, group_session_id=class_id, client_id=ava, status=AttendanceStatus.REGISTERED
    )
    builders.make(checked_store, ClientPause, client_id=ava, starts_on=date(2026, 11, 9), ends_on=None)
    with pytest.raises(UserError, match="Ava Nguyen is paused"):
        checked_store.do(move, group, FIVE.replace(day=9))
