"""What all cells share in reading: look-alike signs, and the sentence about what was understood and what not."""

from collections.abc import Callable
from typing import TypeVar

from fitwell_desktop.core.errors import UserError

T = TypeVar("T")

_LOOK_ALIKES = str.maketrans({"×": "x", "✕": "x", "–": "-", "—": "-", "−": "-", "‑": "-", "’": "'", "′": "'", "″": '"'})
_LONGEST = 5_000
_SEARCHED = 60


def plain(text: str) -> str:
    """Text with the signs that a phone or a word processor put there as the keyboard has them, blanks single."""
    return " ".join(text.translate(_LOOK_ALIKES).split())


def understood(text: str, reads: Callable[[str], T | None], field: str, examples: str) -> T:
    """What `reads` makes of a text; where it gives None, a UserError says how far the text makes sense."""
    tidy = plain(text)
    value = reads(tidy) if len(tidy) <= _LONGEST else None
    if value is None:
        raise UserError(f"{_what_is_wrong(tidy, reads)} Write it like {examples}.", field)
    return value


def _what_is_wrong(text: str, reads: Callable[[str], T | None]) -> str:
    for end in range(min(len(text) - 1, _SEARCHED), 0, -1):
        if not text[end - 1].isspace() and _makes_sense(text[:end], reads):
            return f"{text[:end]} is understood; {_quoted(text[end:])} is not."
    return f"{_quoted(text)} is not understood."


def _makes_sense(text: str, reads: Callable[[str], T | None]) -> bool:
    try:
        return reads(text) is not None
    except UserError:
        return False


def _quoted(text: str) -> str:
    bare = text.strip()
    return f"“{bare[:40]}…”" if len(bare) > 41 else f"“{bare}”"
