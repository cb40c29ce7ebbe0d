"""What may come next in a half typed cell: what this program already uses, then a short fixed list."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from fitwell_desktop.domain.programs import load, rest, scheme, tempo
from fitwell_desktop.domain.programs.typed_text import plain
from fitwell_desktop.vocabulary import UnitSystem

_WORKS = ("5", "8", "8-10", "10", "12", "AMRAP", "30s", "8/side")
_SCHEMES = (
    "3x8",
    "3x10",
    "4x8",
    "4x8-10",
    "5x5",
    "5,5,5+",
    "5,3,1+",
    "3xAMRAP",
    "3x30s",
    "5x400m",
    "3x8/side",
    "w: 2x10",
)
_LOADS = {
    UnitSystem.METRIC: (
        "75%",
        "70%",
        "80%",
        "@8",
        "RIR 2",
        "last",
        "last +2.5",
        "last +5",
        "last +2.5%",
        "bw",
        "bw+10",
    ),
    UnitSystem.IMPERIAL: (
        "75%",
        "70%",
        "80%",
        "@8",
        "RIR 2",
        "last",
        "last +5",
        "last +10",
        "last +2.5%",
        "bw",
        "bw+25",
    ),
}
_TEMPOS = ("3010", "31X0", "20X0", "4010", "3110")
_RESTS = ("60s", "90s", "2min", "3min", "30s", "45s", "5min")
_COUNT = re.compile(r"\d{1,3}x", re.ASCII)
_MOST = 8


def completions(cell: str, typed: str, used: Iterable[str], units: UnitSystem) -> tuple[str, ...]:
    """Whole texts that go on from what stands in a cell, best first: `used` ones by how often, then usual ones.

    `cell` is scheme, load, tempo or rest; `used` what stands in that cell elsewhere in the program, as often as it does.
    """
    start = _key(typed)
    often = (text for text, _ in Counter(text for text in used if text.strip()).most_common())
    offered = {_key(text): text for text in _usual(cell, start, units)}
    ranked = {_key(text): text for text in often} | offered
    return tuple(text for key, text in ranked.items() if key.startswith(start) and key != start)[:_MOST]


def _usual(cell: str, start: str, units: UnitSystem) -> Iterator[str]:
    if cell == scheme.FIELD and (count := _COUNT.match(start)):
        yield from (count[0] + work for work in _WORKS)
    yield from {scheme.FIELD: _SCHEMES, load.FIELD: _LOADS[units], tempo.FIELD: _TEMPOS, rest.FIELD: _RESTS}[cell]


def _key(text: str) -> str:
    return plain(text).replace(" ", "").lower()
