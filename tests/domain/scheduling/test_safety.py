"""Clearance that is missing is told before booking, and who went past it is kept with the reason."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.scheduling.commands import book
from fitwell_desktop.domain.scheduling.safety import warnings_for
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow, set_working_hours
from fitwell_desktop.models.clients import ClientPause, HealthHistory
from fitwell_desktop.models.records import SafetyOverride
from fitwell_desktop.vocabulary import Clearance, Hazard, Weekday
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
