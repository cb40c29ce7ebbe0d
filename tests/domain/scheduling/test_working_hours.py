"""Weekly windows, less the time off, are when a trainer can be booked."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.scheduling.working_hours import (
    WeeklyWindow,
    open_times,
    set_working_hours,
    without,
    working_hours,
)
from fitwell_desktop.models.availability import TimeOff
from fitwell_desktop.vocabulary import Weekday
from tests import builders
from tests.checked_store import CheckedStore

MONDAY = date(2026, 11, 2)
MORNING = WeeklyWindow(Weekday.MONDAY, time(6), time(12))
AFTERNOON = WeeklyWindow(Weekday.MONDAY, time(14), time(20))


def stretches(store: CheckedStore, trainer: UUID, day: date = MONDAY) -> list[tuple[int, int]]:
    return [(found.from_minute, found.until_minute) for found in store.ask(open_times, day, 1, (trainer,))]


def test_a_week_is_kept_and_given_back_in_order(checked_store: CheckedStore, trainer: UUID) -> None:
    tuesday = WeeklyWindow(Weekday.TUESDAY, time(8), time(18))
    checked_store.do(set_working_hours, trainer, (tuesday, AFTERNOON, MORNING))
    assert checked_store.ask(working_hours, trainer) == (MORNING, AFTERNOON, tuesday)
    checked_store.do(set_working_hours, trainer, (MORNING,))
    assert checked_store.ask(working_hours, trainer) == (MORNING,)


def test_a_trainer_without_hours_can_be_booked_at_any_time(checked_store: CheckedStore, trainer: UUID) -> None:
    assert stretches(checked_store, trainer) == [(0, 1440)]


def test_days_without_a_window_are_closed(checked_store: CheckedStore, trainer: UUID) -> None:
    checked_store.do(set_working_hours, trainer, (MORNING, AFTERNOON))
    assert stretches(checked_store, trainer) == [(360, 720), (840, 1200)]
    assert stretches(checked_store, trainer, date(2026, 11, 3)) == []


def test_time_off_is_cut_out_of_the_trainer_or_of_everybody(checked_store: CheckedStore, trainer: UUID) -> None:
    checked_store.do(set_working_hours, trainer, (MORNING, AFTERNOON))
    builders.make(
        checked_store,
        TimeOff,
        trainer_id=trainer,
        starts_at=datetime(2026, 11, 2, 7, tzinfo=UTC),  # 08:00 in Berlin
        ends_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
    )
    builders.make(
        checked_store,
        TimeOff,
        trainer_id=None,
        starts_at=datetime(2026, 11, 2, 18, tzinfo=UTC),
        ends_at=datetime(2026, 11, 9, 18, tzinfo=UTC),
    )
    assert stretches(checked_store, trainer) == [(360, 480), (600, 720), (840, 1140)]


@pytest.mark.parametrize(
    ("windows", "reason"),
    [
        ((WeeklyWindow(Weekday.MONDAY, time(9), time(9)),), "On Monday the hours end before they begin"),
        ((MORNING, WeeklyWindow(Weekday.MONDAY, time(11), time(13))), "On Monday two stretches overlap"),
    ],
)
def test_hours_that_make_no_sense_are_refused(
    checked_store: CheckedStore, trainer: UUID, windows: tuple[WeeklyWindow, ...], reason: str
) -> None:
    with pytest.raises(UserError, match=reason):
        checked_store.do(set_working_hours, trainer, windows)


_stretches = st.tuples(st.integers(0, 1440), st.integers(0, 1440))


@given(st.lists(_stretches, max_size=4), st.lists(_stretches, max_size=4))
def test_what_is_left_is_open_and_not_taken(opened: list[tuple[int, int]], taken: list[tuple[int, int]]) -> None:
    left = without(opened, taken)

    def covered(minute: int, by: list[tuple[int, int]]) -> bool:
        return any(begin <= minute < end for begin, end in by)

    for minute in range(0, 1440, 7):
        assert covered(minute, left) == (covered(minute, opened) and not covered(minute, taken))
