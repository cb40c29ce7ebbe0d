"""The rest cell: 90, 90s, 1:30, 2 min, 2'."""

import re

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs.durations import parse_seconds, write_seconds
from fitwell_desktop.domain.programs.typed_text import understood
from fitwell_desktop.vocabulary import UnitSystem

FIELD = "rest"
LONGEST_SECONDS = 3600
_EXAMPLES = "90s, 1:30 or 2min"
_LEAD = re.compile(r"(?:rest|r) ?(?=\d)", re.ASCII | re.IGNORECASE)
_BARE = re.compile(r"\d+", re.ASCII)


def parse(text: str, units: UnitSystem) -> int | None:
    """Seconds between sets; a bare number is seconds, nothing typed is nothing prescribed."""
    return understood(text, _read, FIELD, _EXAMPLES) if text.strip() else None


def write(value: int | None, units: UnitSystem) -> str:
    """As it is usually written."""
    return "" if value is None else write_seconds(value)


def _read(text: str) -> int | None:
    bare = _LEAD.sub("", text, count=1)
    seconds = int(bare[:9]) if _BARE.fullmatch(bare) else parse_seconds(bare)
    if seconds is not None and seconds > LONGEST_SECONDS:
        raise UserError("A rest is at most 1 hour (60:00).", FIELD)
    return seconds
