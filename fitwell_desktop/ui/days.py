"""Reads the days and times that people type: "5.11.2026", "11/5/26", "tomorrow", "thu", "5pm", "17:30"."""

import re
from datetime import date, time, timedelta
from enum import Enum, auto

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.translation import translated

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1, "tod": 0, "tom": 1}
_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(am?|pm?|a\.m\.|p\.m\.)?")
_FAR = 10000
_JUST_OVER = timedelta(days=30)
_LEAP_YEARS = 9
"""In so many years there is a 29 February."""


class Lean(Enum):
    """Which day is meant by one that is typed without its year, or by its weekday alone."""

    THIS_YEAR = auto()
    AHEAD = auto()
    """The next one, from today on: until when something holds, when money is due."""
    AHEAD_OR_JUST_OVER = auto()
    """The next one, but for the last month: sessions are put down afterwards, too."""
    BEHIND = auto()
    """The last one, until today: what has been."""


def parse_day(text: str, today: date, order: str = "dmy", lean: Lean | date = Lean.THIS_YEAR) -> date:
    """The day that a text says; `order` tells 5/11 from 11/5 ("dmy", "mdy", "ymd"). Where `lean` is a day, one without
    its year is the nearest to that.
    """
    words = text.strip().lower()
    near = _near_day(words, today, lean) or _written_day(words, today, lean)
    if near is not None:
        return near
    found = _numbered_day(words, today, order, lean)
    if found is None:
        raise _not_a_day(text, order)
    return found


def parse_time(text: str) -> time:
    """The time of day that a text says, by 12 or by 24 hours."""
    words = " ".join(text.lower().split())
    if words in {"noon", "midday", "midnight"}:
        return time(0 if words == "midnight" else 12)
    match = _TIME.fullmatch(words)
    hour = _hour(int(match[1]), match[3] or "") if match else None
    if match is None or hour is None:
        raise UserError(translated("“{0}” is not a time of day. Type it like 17:30 or 5:30pm.", text.strip()))
    return time(hour, int(match[2] or 0))


def parse_minutes(text: str) -> int:
    """A duration in minutes: "45", "45 min", "1h", "1h30", "1:30", "1.5 h"."""
    words = text.strip().lower().replace(",", ".")
    clock = re.fullmatch(r"(\d{1,3}):([0-5]\d)", words)
    spoken = re.fullmatch(r"(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes?)?)?", words)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    if spoken and words:
        return round(float(spoken[1] or 0) * 60) + int(spoken[2] or 0)
    raise UserError(translated("“{0}” is not a length of time. Type it like 45, 1h30 or 1:30.", text.strip()))


def _near_day(words: str, today: date, lean: Lean | date) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if match := re.fullmatch(r"(?:in )?(\+|-)?(\d{1,4}) ?(d|days?|w|weeks?)", words):
        days = int(match[2]) * (7 if match[3].startswith("w") else 1)
        return today + timedelta(days=-days if match[1] == "-" else days)
    later, name = (7, words[5:]) if words.startswith("next ") else (0, words)
    if len(name) >= 2:
        for number, weekday in enumerate(_WEEKDAYS):
            if weekday.startswith(name):
                if lean is Lean.BEHIND and not later:
                    return today - timedelta(days=(today.weekday() - number) % 7)
                return today + timedelta(days=(number - today.weekday()) % 7 + later)
    return None


def _written_day(words: str, today: date, lean: Lean | date) -> date | None:
    """A day with its month in letters: "5 Nov", "Thu 5 November 2026", "Nov 5, 2026"."""
    parts = re.findall(r"[^\W\d_]+|\d+", words)
    numbers = [part for part in parts if part.isdigit()]
    names = [part for part in parts if len(part) >= 3 and part.isalpha()]
    month = next((n for n, name in enumerate(_MONTHS, 1) for said in names if name.startswith(said)), None)
    if month is None or not 1 <= len(numbers) <= 2:
        return None
    day, year = sorted(numbers, key=len) if len(numbers) == 2 and len(numbers[0]) == 4 else (*numbers, "")[:2]
    return _meant(year, month, int(day), today, lean)


def _numbered_day(words: str, today: date, order: str, lean: Lean | date) -> date | None:
    parts = re.findall(r"\d+", words)
    if re.search(r"[^\d./\-\s]", words) or len(parts) not in {2, 3}:
        return None
    if len(parts[0]) == 4:
        order = "ymd"
    if len(parts) == 2:
        order = order.replace("y", "")
    said = dict(zip(order, parts, strict=True))
    return _meant(said.get("y", ""), int(said["m"]), int(said["d"]), today, lean)


def _meant(year: str, month: int, day: int, today: date, lean: Lean | date) -> date | None:
    if year or lean is Lean.THIS_YEAR:
        return _day(_year(year, today, lean), month, day)
    if isinstance(lean, date):
        around = (_day(lean.year + later, month, day) for later in range(-_LEAP_YEARS, _LEAP_YEARS))
        return min((one for one in around if one), key=lambda one: abs(one - lean), default=None)
    if lean is Lean.BEHIND:
        fitting = (_day(today.year - ago, month, day) for ago in range(_LEAP_YEARS))
        return next((one for one in fitting if one and one <= today), None)
    first = today - (_JUST_OVER if lean is Lean.AHEAD_OR_JUST_OVER else timedelta())
    fitting = (_day(first.year + later, month, day) for later in range(_LEAP_YEARS))
    return next((one for one in fitting if one and one >= first), None)


def _year(text: str, today: date, lean: Lean | date) -> int:
    """A year of two digits is at most 20 ahead, and where all is behind it is this one at most; else it is of the century
    before. Whether a day that is written whole may lie ahead is for whoever keeps it to say.
    """
    if not text:
        return today.year
    year = int(text)
    if len(text) > 2:
        return year
    year += today.year // 100 * 100
    return year - 100 if year > today.year + (0 if lean is Lean.BEHIND else 20) else year


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= year < _FAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    made = date(year, month, 1) + timedelta(days=day - 1) if (year, month) != (_FAR - 1, 12) else date(year, month, day)
    return made if made.month == month else None


def _hour(hour: int, half: str) -> int | None:
    if not half:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half.startswith("p") else 0)


def _not_a_day(text: str, order: str) -> UserError:
    example = {"dmy": "5.11.2026", "mdy": "11/5/2026", "ymd": "2026-11-05"}[order]
    return UserError(translated("“{0}” is not a day. Type it like {1}, “tomorrow” or “Thu”.", text.strip(), example))
