"""Weeks begin on the practice's own first day, and a day has a lane for each trainer."""

from datetime import date
from uuid import UUID

import pytest

from fitwell_desktop.views.calendar.geometry import Lane
from fitwell_desktop.views.calendar.span import View, first_day, lanes_of, week_number

THURSDAY = date(2026, 11, 5)
ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(("week_start", "first"), [(0, date(2026, 11, 2)), (6, date(2026, 11, 1)), (3, THURSDAY)])
def test_a_week_begins_on_the_practices_first_day(week_start: int, first: date) -> None:
    assert first_day(View.WEEK, THURSDAY, week_start) == first
    assert first_day(View.DAY, THURSDAY, week_start) == THURSDAY


def test_a_week_has_a_lane_a_day_and_a_day_one_a_trainer() -> None:
    assert [lane.day.day for lane in lanes_of(View.WEEK, date(2026, 11, 2), (ONE, TWO))] == [2, 3, 4, 5, 6, 7, 8]
    assert lanes_of(View.DAY, THURSDAY, (ONE, TWO)) == (Lane(THURSDAY, ONE), Lane(THURSDAY, TWO))
    assert lanes_of(View.DAY, THURSDAY, (ONE,)) == (Lane(THURSDAY),)


@pytest.mark.parametrize(
    ("first", "number"),
    [(date(2026, 11, 2), 45), (date(2026, 11, 1), 45), (date(2026, 12, 28), 53), (date(2027, 1, 4), 1)],
)
def test_the_weeks_number_is_that_of_its_thursday(first: date, number: int) -> None:
    assert week_number(first) == number
