"""Birthdays and ages, of those born on 29 February too."""

from datetime import date

import pytest

from fitwell_desktop.domain.clients.ages import age_on, next_birthday

LEAP = date(2000, 2, 29)


@pytest.mark.parametrize(
    ("born", "today", "expected"),
    [
        (LEAP, date(2026, 2, 20), date(2026, 2, 28)),
        (LEAP, date(2026, 2, 28), date(2026, 2, 28)),
        (LEAP, date(2028, 2, 20), date(2028, 2, 29)),
        (date(2000, 1, 3), date(2026, 12, 30), date(2027, 1, 3)),
    ],
)
def test_birthdays_cross_the_year_and_leap_days(born: date, today: date, expected: date) -> None:
    assert next_birthday(today, born) == expected


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 2, 27), 25), (date(2026, 2, 28), 26), (date(2028, 2, 28), 27), (date(2028, 2, 29), 28)]
)
def test_one_is_a_year_older_on_the_birthday(day: date, age: int) -> None:
    assert age_on(day, LEAP) == age
