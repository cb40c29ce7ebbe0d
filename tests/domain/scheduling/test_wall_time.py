"""Wall times that are skipped or come twice are explained instead of guessed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.scheduling.wall_time import minute_of_day, moment_at

BERLIN = ZoneInfo("Europe/Berlin")


def test_an_ordinary_time_is_taken_as_it_stands() -> None:
    assert moment_at(date(2026, 11, 5), time(17), BERLIN) == datetime(2026, 11, 5, 16, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_refused_with_the_next_one_that_there_is() -> None:
    with pytest.raises(UserError, match=r"go forward on Sun 29 Mar, so there is no 02:30.*or 03:30"):
        moment_at(date(2026, 3, 29), time(2, 30), BERLIN)


def test_a_time_that_comes_twice_is_refused() -> None:
    with pytest.raises(UserError, match=r"go back on Sun 25 Oct, so 02:30 comes twice") as refused:
        moment_at(date(2026, 10, 25), time(2, 30), BERLIN)
    assert refused.value.field == "start"


@pytest.mark.parametrize("wall", [time(1, 59), time(3, 0)])
def test_the_minutes_beside_a_change_are_ordinary(wall: time) -> None:
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        assert moment_at(day, wall, BERLIN).astimezone(BERLIN).time() == wall


@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.times(),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago"]),
)
def test_a_moment_that_is_given_shows_the_time_that_was_asked_for(day: date, wall: time, name: str) -> None:
    zone = ZoneInfo(name)
    try:
        moment = moment_at(day, wall, zone)
    except UserError:
        naive = datetime.combine(day, wall)
        offsets = {naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
        assert len(offsets) == 2
    else:
        assert moment.astimezone(zone).replace(tzinfo=None) == datetime.combine(day, wall)


def test_a_day_with_a_change_of_clocks_has_23_or_25_hours() -> None:
    spring = minute_of_day(date(2026, 3, 30), 0, BERLIN) - minute_of_day(date(2026, 3, 29), 0, BERLIN)
    autumn = minute_of_day(date(2026, 10, 26), 0, BERLIN) - minute_of_day(date(2026, 10, 25), 0, BERLIN)
    assert (spring, autumn) == (timedelta(hours=23), timedelta(hours=25))
