"""Cuts the loads of several sets apart where a comma may as well be a decimal sign: 62,5 is one load, 80, 85 two."""

import re

from fitwell_desktop.core.errors import UserError

_BETWEEN = re.compile(r" ?, +| ?; ?|,(?!\d)|(?<!\d),")
_DECIMAL = re.compile(r"\d+,(?:\d|25|75)(?!\d)", re.ASCII)


def split_loads(text: str) -> list[str]:
    """The text of each set. A comma between digits is a decimal sign before 5, 25 or 75, or where a blank shows that
    other commas part the sets; what could be both is refused.
    """
    return [piece for part in _BETWEEN.split(text) for piece in _split_tight(part.strip())]


def _split_tight(text: str) -> list[str]:
    pieces = text.split(",")
    if len(pieces) == 1 or (len(pieces) == 2 and _DECIMAL.search(text)):
        return [text]
    if len(pieces) > 2 and not any(_DECIMAL.search(f"0,{piece}") for piece in pieces[1:]):
        return pieces
    raise UserError(
        f"“{text[:40]}” can be read in two ways. Write {', '.join(pieces)[:40]} for sets, or 62.5 for a part.", "load"
    )
