"""Ages and birthdays."""

from calendar import isleap
from datetime import date, timedelta


def age_on(day: date, born_on: date | None) -> int | None:
    """Whole years lived on that day, or None where the birth is not known."""
    if born_on is None or born_on > day:
        return None
    return day.year - born_on.year - (day < _birthday_in(day.year, born_on))


def next_birthday(day: date, born_on: date) -> date:
    """The first birthday on or after that day."""
    this_year = _birthday_in(day.year, born_on)
    return this_year if this_year >= day else _birthday_in(day.year + 1, born_on)


def birthdays_within(day: date, days: int) -> tuple[int, ...]:
    """Month × 100 + day of birth of all who have their birthday on `day` or within so many days after it."""
    coming = [day + timedelta(days=count) for count in range(min(days, 366) + 1)]
    numbers = [coming_day.month * 100 + coming_day.day for coming_day in coming]
    return tuple(dict.fromkeys([*numbers, *(229 for one in coming if one == _birthday_in(one.year, LEAP_DAY))]))


LEAP_DAY = date(2000, 2, 29)


def _birthday_in(year: int, born_on: date) -> date:
    """Those of 29 February have their birthday on the 28th where there is no 29th."""
    is_void = (born_on.month, born_on.day) == (2, 29) and not isleap(year)
    return date(year, 2, 28) if is_void else born_on.replace(year=year)
