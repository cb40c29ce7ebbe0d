"""The scheme cell: 4x8-10, 5,5,3+, 3xAMRAP, 3x30s, 5x400m, 3x8/side, w: 2x10; 3x5.

Sets that differ stand one after the other, with commas; sets of another kind in a group of their own, after a
semicolon. `3+` is three or as many more as are possible.
"""

import re
from itertools import groupby

from msgspec.structs import replace

from fitwell_desktop.domain.programs.limits import counted_sets
from fitwell_desktop.domain.programs.prescription import Scheme, Work, alike
from fitwell_desktop.domain.programs.set_kinds import split_kind, write_kind
from fitwell_desktop.domain.programs.typed_text import understood
from fitwell_desktop.domain.programs.work import read_work, write_work
from fitwell_desktop.vocabulary import UnitSystem

FIELD = "scheme"
_EXAMPLES = "4x8-10, 5,5,3+ or 30s"
_SIDE = re.compile(r" ?(?:/ ?|\b(?:per|each|every|ea\.?) )(?:side|leg|arm|s)$| (?:e/s|es|each|ea)$", re.IGNORECASE)
_COUNTED = re.compile(r"(?:(-?\d+) ?(?:x|\*|by|sets? of) ?)?(.+)", re.ASCII | re.IGNORECASE)
_COMMA = re.compile(r" ?, ?(?!(?<=\d,)(?:\d|[27]5) ?(?:km|mi|min|h)\b)", re.ASCII | re.IGNORECASE)
"""Between sets; but in 2,5 km it is a decimal sign."""


def parse(text: str, units: UnitSystem) -> Scheme:
    """The sets; nothing typed is nothing prescribed."""
    return understood(text, _read, FIELD, _EXAMPLES) if text.strip() else Scheme()


def write(value: Scheme, units: UnitSystem) -> str:
    """The shortest usual form."""
    if not value.works:
        return ""
    works = value.works if value.sets is None else value.works * (value.sets // len(value.works))
    counted = value.sets is not None
    groups = [list(group) for _, group in groupby(works, key=lambda work: work.kind)]
    body = "; ".join(_write_group(group, units, counted=counted and len(groups) == 1) for group in groups)
    return body + ("/side" if value.is_each_side else "")


def _write_group(works: list[Work], units: UnitSystem, *, counted: bool) -> str:
    same = len(alike(tuple(works))) == 1
    texts = [write_work(work, units) for work in (works[:1] if same else works)]
    count = f"{len(works)}x" if same and (counted or len(works) > 1) else ""
    comma = "," if all(work.reps for work in works) else ", "  # 2,5km would be a decimal sign
    return write_kind(works[0].kind) + count + comma.join(texts)


def _read(text: str) -> Scheme | None:
    body = _SIDE.sub("", text, count=1)
    groups = [_read_group(group.strip()) for group in body.split(";")]
    if any(group is None for group in groups):
        return None
    items = [item for group in groups for item in group or ()]
    works = tuple(work for count, work in items for _ in range(count or 1))
    if len(works) > 1:
        counted_sets(str(len(works)))
    sets = None if len(items) == 1 and items[0][0] is None else len(works)
    return Scheme(sets, alike(works), is_each_side=body != text)


def _read_group(text: str) -> list[tuple[int | None, Work]] | None:
    kind, rest = split_kind(text)
    items = [_read_item(item) for item in _COMMA.split(rest)]
    return None if None in items else [(count, replace(work, kind=kind)) for count, work in filter(None, items)]


def _read_item(text: str) -> tuple[int | None, Work] | None:
    match = _COUNTED.fullmatch(text)
    work = read_work(match[2]) if match else None
    if match is None or work is None:
        return None
    return None if match[1] is None else counted_sets(match[1]), work
