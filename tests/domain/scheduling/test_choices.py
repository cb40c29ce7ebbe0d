"""What there is to choose from when booking."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from fitwell_desktop.domain.scheduling.choices import client_choice, next_free
from fitwell_desktop.domain.scheduling.commands import book
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow, set_working_hours
from fitwell_desktop.vocabulary import UserStatus, Weekday
from tests import builders
from tests.checked_store import CheckedStore

MONDAY_NINE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""09:00 in Berlin."""


def test_who_is_archived_is_no_choice(checked_store: CheckedStore, ava: UUID) -> None:
    gone = builders.client(checked_store, status=UserStatus.INACTIVE)
    found = checked_store.ask(client_choice, ava)
    assert found is not None
    assert found.name == "Ava Nguyen"
    assert checked_store.ask(client_choice, gone) is None


def test_the_next_free_time_lies_between_what_is_booked(
    checked_store: CheckedStore, trainer: UUID, ava: UUID, leo: UUID
) -> None:
    checked_store.do(set_working_hours, trainer, (WeeklyWindow(Weekday.MONDAY, time(9), time(13)),))
    checked_store.do(book, trainer, ava, MONDAY_NINE, 60)
    checked_store.do(book, trainer, leo, MONDAY_NINE + timedelta(minutes=90), 60)
    assert checked_store.ask(next_free, trainer, 30, MONDAY_NINE) == MONDAY_NINE + timedelta(minutes=60)
    assert checked_store.ask(next_free, trainer, 60, MONDAY_NINE) == MONDAY_NINE + timedelta(minutes=150)
    assert checked_store.ask(next_free, trainer, 120, MONDAY_NINE) == MONDAY_NINE + timedelta(days=7)
    assert checked_store.ask(next_free, trainer, 300, MONDAY_NINE) is None


def test_a_time_in_the_past_is_never_proposed(checked_store: CheckedStore, trainer: UUID) -> None:
    after = MONDAY_NINE + timedelta(minutes=7)
    assert checked_store.ask(next_free, trainer, 60, after) == MONDAY_NINE + timedelta(minutes=15)
    night = MONDAY_NINE.replace(hour=22)
    assert checked_store.ask(next_free, trainer, 60, night) == datetime(2026, 3, 3, 5, 0, tzinfo=UTC)
