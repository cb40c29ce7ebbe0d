"""The tempo cell: 3-1-x-0, 31X0, 3010."""

import re

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs.typed_text import understood
from fitwell_desktop.models.workouts import Tempo
from fitwell_desktop.vocabulary import UnitSystem

FIELD = "tempo"
LONGEST_PART = 60
_EXAMPLES = "31X0, 3010 or 10-1-X-0: lowering, pause, lifting, pause"
_SHORT = re.compile(r"(\d)(\d)([\dx])(\d)", re.ASCII | re.IGNORECASE)
_LONG = re.compile(r"(\d+) ?[-/.: ] ?(\d+) ?[-/.: ] ?(\d+|x) ?[-/.: ] ?(\d+)", re.ASCII | re.IGNORECASE)


def parse(text: str, units: UnitSystem) -> Tempo | None:
    """Seconds of each part; nothing typed is nothing prescribed."""
    return understood(text, _read, FIELD, _EXAMPLES) if text.strip() else None


def write(value: Tempo | None, units: UnitSystem) -> str:
    """Four signs where each part has one, else with hyphens."""
    if value is None:
        return ""
    lifting = "X" if value.explosive else str(value.lifting)
    parts = (str(value.lowering), str(value.bottom), lifting, str(value.top))
    return ("" if all(len(part) == 1 for part in parts) else "-").join(parts)


def _read(text: str) -> Tempo | None:
    match = _SHORT.fullmatch(text) or _LONG.fullmatch(text)
    if match is None:
        return None
    lowering, bottom, top = (_part(match[group]) for group in (1, 2, 4))
    explosive = match[3] in {"x", "X"}
    return Tempo(lowering, bottom, 0 if explosive else _part(match[3]), top, explosive)


def _part(digits: str) -> int:
    if len(digits) > 4 or int(digits) > LONGEST_PART:
        raise UserError(f"Each part of a tempo is at most {LONGEST_PART} seconds; {digits[:9]} is too long.", FIELD)
    return int(digits)
