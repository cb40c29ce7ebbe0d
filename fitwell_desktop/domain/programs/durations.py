"""Lengths of time as a trainer types them: 90, 90s, 1:30, 2 min, 2', 1'30"."""

import re

from fitwell_desktop.domain.programs.amounts import NUMBER, number

_CLOCK = re.compile(r"(\d{1,4})\s?(?::|'|m|min\.?)\s?([0-5]\d)\s?(?:\"|''|s|sec)?", re.ASCII | re.IGNORECASE)
_AMOUNT = re.compile(
    rf"({NUMBER})\s?(?:(?P<s>\"|''|s|secs?|seconds?)|(?P<m>'|mins?|minutes?)|(?P<h>h|hours?))\.?",
    re.ASCII | re.IGNORECASE,
)
_SECONDS = {"s": 1, "m": 60, "h": 3600}


def parse_seconds(text: str) -> int | None:
    """Whole seconds, or None for a text that is no time. A bare number is none."""
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    amount = _AMOUNT.fullmatch(text)
    if amount is None or amount.lastgroup is None:
        return None
    seconds = number(amount[1]) * _SECONDS[amount.lastgroup]
    return int(seconds) if seconds == int(seconds) else None


def write_seconds(seconds: int) -> str:
    """As it is usually written: 90s, 2min, 2:30."""
    minutes, rest = divmod(seconds, 60)
    if seconds < 120:
        return f"{seconds}s"
    return f"{minutes}:{rest:02}" if rest else f"{minutes}min"
