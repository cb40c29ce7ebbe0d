"""Understands a session in words: "Ava Thu 5pm 45m", "Leo Silva tomorrow 17:30 1h assessment"."""

import re
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.vocabulary import AppointmentKind

KINDS = {
    "training": AppointmentKind.TRAINING,
    "pt": AppointmentKind.TRAINING,
    "assessment": AppointmentKind.ASSESSMENT,
    "consultation": AppointmentKind.CONSULTATION,
    "remote": AppointmentKind.REMOTE,
    "online": AppointmentKind.REMOTE,
}
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_PARTS = re.compile(
    rf"""(?<!\S)(?:
        (?:at\s+|@\s*)?(?P<time>
            (?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]\.?m\.? | (?:[01]?\d|2[0-3]):[0-5]\d | noon | midday
        )
      | (?:at\s+|@\s*)(?P<hour>[01]?\d|2[0-3])
      | (?:for\s+)?(?P<minutes>
            \d{{1,2}}(?:[.,]\d+)?\s*h(?:ours?|rs?)?(?:\s*[0-5]?\d\s*(?:m(?:in(?:ute)?s?)?)?)? | \d{{1,4}}\s*m(?:in(?:ute)?s?)?
        )
      | (?:on\s+)?(?P<day>
            today | tomorrow | (?:next\s+)?{_WEEKDAY}(?:,?\s+\d{{1,2}}\.?\s+{_MONTH}(?:\s+\d{{4}})?)?
          | \d{{1,2}}\.?\s+{_MONTH}(?:\s+\d{{4}})? | {_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?
          | \d{{4}}-\d{{1,2}}-\d{{1,2}} | \d{{1,2}}[./]\d{{1,2}}[./]?(?:\d{{4}}|\d{{2}})?
        )
      | (?P<kind>{"|".join(KINDS)})
    )(?=[\s,]|$),?""",
    re.IGNORECASE | re.VERBOSE,
)
EXAMPLE = "Ava Thu 5pm 45m"


class Wish(Struct, frozen=True):
    """What was asked for: the client's name as typed, a day and a time on the practice's clock."""

    who: str
    day: date
    at: time
    minutes: int
    kind: AppointmentKind = AppointmentKind.TRAINING


def understood(text: str, formats: Formats, usual_minutes: int = 60) -> Wish:
    """The wish that the words say. The name comes first; without a day the next such time is meant. Raises UserError
    where something is missing or can't be read.
    """
    said: dict[str, str] = {}
    rest = [text]
    name_ends = len(text.split(maxsplit=1)[0]) if text.strip() else 0
    for match in _PARTS.finditer(text, pos=name_ends):
        said[str(match.lastgroup)] = str(match[str(match.lastgroup)])
        head, _, tail = rest.pop().partition(match[0])
        rest += [head, tail]
    who, *others = (part.strip(" ,") for part in rest)
    if not who:
        raise UserError(f"Say who comes and when: “{EXAMPLE}”.")
    if stray := " ".join(filter(None, others)):
        raise UserError(f"“{stray}” is not understood. Say who, when and how long: “{EXAMPLE}”.")
    return _wish(who, said, formats, usual_minutes)


def _wish(who: str, said: dict[str, str], formats: Formats, usual_minutes: int) -> Wish:
    if "time" not in said and "hour" not in said:
        raise UserError(f"Say at what time {who} comes: “{EXAMPLE}”.")
    at = formats.parse_time(said["time"]) if "time" in said else time(int(said["hour"]))
    return Wish(
        who,
        _day(said.get("day", ""), at, formats),
        at,
        formats.parse_minutes(said["minutes"]) if "minutes" in said else usual_minutes,
        KINDS[said["kind"].lower()] if "kind" in said else AppointmentKind.TRAINING,
    )


def _day(words: str, at: time, formats: Formats) -> date:
    """The day that is meant. Today's name, or none, means the next one when the time has passed."""
    now = formats.now()
    day = formats.parse_day(words.strip("."), Lean.AHEAD_OR_JUST_OVER) if words else now.date()
    over = datetime.combine(day, at, now.tzinfo) < now
    if over and not words:
        return day + timedelta(days=1)
    if over and day == now.date() and re.fullmatch(_WEEKDAY, words, re.IGNORECASE):
        return day + timedelta(days=7)
    return day
