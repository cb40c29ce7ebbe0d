"""Reads the days and times that people type: "5.11.2026", "11/5/26", "tomorrow", "thu", "5pm", "17:30"."""

import re
from datetime import date, time, timedelta

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


def parse_day(text: str, today: date, order: str = "dmy") -> date:
    """The day that a text says; `order` tells 5/11 from 11/5 ("dmy", "mdy", "ymd")."""
    words = text.strip().lower()
    near = _near_day(words, today) or _written_day(words, today)
    if near is not None:
        return near
    found = _numbered_day(words, today, order)
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


def _near_day(words: str, today: date) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if match := re.fullmatch(r"(?:in )?(\+|-)?(\d{1,4}) ?(d|days?|w|weeks?)", words):
        days = int(match[2]) * (7 if match[3].startswith("w") else 1)
        return today + timedelta(days=-days if match[1] == "-" else days)
    later, name = (7, words[5:]) if words.startswith("next ") else (0, words)
    if len(name) >= 2:
        for number, weekday in enumerate(_WEEKDAYS):
            if weekday.startswith(name):
                return today + timedelta(days=(number - today.weekday()) % 7 + later)
    return None


def _written_day(words: str, today: date) -> date | None:
    """A day with its month in letters: "5 Nov", "Thu 5 November 2026", "Nov 5, 2026"."""
    parts = re.findall(r"[^\W\d_]+|\d+", words)
    numbers = [part for part in parts if part.isdigit()]
    names = [part for part in parts if len(part) >= 3 and part.isalpha()]
    month = next((n for n, name in enumerate(_MONTHS, 1) for said in names if name.startswith(said)), None)
    if month is None or not 1 <= len(numbers) <= 2:
        return None
    day, year = sorted(numbers, key=len) if len(numbers) == 2 and len(numbers[0]) == 4 else (*numbers, "")[:2]
    return _day(_year(year, today), month, int(day))


def _numbered_day(words: str, today: date, order: str) -> date | None:
    parts = re.findall(r"\d+", words)
    if re.search(r"[^\d./\-\s]", words) or len(parts) not in {2, 3}:
        return None
    if len(parts[0]) == 4:
        order = "ymd"
    if len(parts) == 2:
        order = order.replace("y", "")
    said = dict(zip(order, parts, strict=True))
    return _day(_year(said.get("y", ""), today), int(said["m"]), int(said["d"]))


def _year(text: str, today: date) -> int:
    """A year of two digits lies at most 20 years ahead, else behind: birthdays are behind, plans ahead."""
    if not text:
        return today.year
    year = int(text)
    if len(text) > 2:
        return year
    year += today.year // 100 * 100
    return year - 100 if year > today.year + 20 else year


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
