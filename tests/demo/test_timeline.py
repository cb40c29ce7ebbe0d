"""The demo's calendar."""

from datetime import UTC, date, datetime

import pytest

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.population import active_weeks, stays
from fitwell_desktop.demo.sizes import SIZES
from fitwell_desktop.demo.timeline import Timeline, budget


@pytest.mark.parametrize("today", [date(2026, 11, 8), date(2026, 12, 25), date(2026, 11, 7), date(2026, 3, 2)])
def test_the_practice_is_open_today_whatever_day_it_is(today: date) -> None:
    assert not Timeline("Europe/Berlin", today, 10).is_closed(today)


def test_moments_keep_to_the_wall_clock_when_clocks_change() -> None:
    time = Timeline("Europe/Berlin", date(2026, 4, 1), 10)
    assert time.moment(date(2026, 3, 28), 8 * 60) == datetime(2026, 3, 28, 7, tzinfo=UTC)
    assert time.moment(date(2026, 3, 29), 8 * 60) == datetime(2026, 3, 29, 6, tzinfo=UTC)


def test_a_budget_comes_to_its_total() -> None:
    assert budget(100, [1, 2, 3]).due == (17, 50, 100)


@pytest.mark.parametrize("name", SIZES)
def test_everybody_comes_and_exactly_the_active_ones_stay(name: str) -> None:
    size = SIZES[name]
    found = stays(size, Timeline(size.zone, date(2026, 11, 5), size.weeks), Chance(name))
    assert len(found) == size.clients
    assert sum(stay.leaves is None for stay in found) == size.active
    assert all(stay.leaves is None or stay.leaves >= stay.joins for stay in found)
    assert active_weeks(found, size.weeks)[-1] >= size.active
