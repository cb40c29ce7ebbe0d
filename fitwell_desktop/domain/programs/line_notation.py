"""A whole line as one text: Back Squat 4x8-10 @ 75% RIR 2 tempo 31X0 rest 90s.

It reads as trainers write to each other, so it can go into a mail as it is. `@`, `tempo` and `rest` mark the cells,
for 3010 may be a load and 90 anything; loads name their unit, since the reader may think in another. A row with tabs
between the cells, as spreadsheets have it, is read and written as well; it also holds names that end like a scheme.
"""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import cells, load, scheme
from fitwell_desktop.domain.programs.cells import Cells
from fitwell_desktop.domain.programs.prescription import Prescription
from fitwell_desktop.domain.programs.typed_text import plain
from fitwell_desktop.vocabulary import UnitSystem

E = TypeVar("E")
FIELD = "exercise"
MOST_WORDS = 40
"""Among which the name ends, and the scheme where nothing marks the load."""
_PART = r"(?:\d+|x)"
_REST = re.compile(r"(?:^| )(?:rest|r) ?(?P<rest>\d.*)$", re.ASCII | re.IGNORECASE)
_TEMPO = re.compile(
    rf"(?:^| )(?:(?:tempo|t) ?(?P<marked>[\dx][\dx./: -]*)|(?P<bare>{_PART}-{_PART}-{_PART}-{_PART}|(?<=[^:;,] )\d\dx\d))$",
    re.ASCII | re.IGNORECASE,
)
"""Unmarked, 10x1 is a tempo only behind another cell: else it is ten sets of one."""


class Line(Struct, Generic[E], frozen=True):
    """An exercise and what is prescribed of it."""

    exercise: E
    prescription: Prescription


def parse(text: str, find: Callable[[str], E | None], units: UnitSystem) -> Line[E]:
    """What a line says. `find` gives the exercise of that name, or None; of several the longest name counts."""
    if "\t" in text:
        return _parse_row(text, find, units)
    words = plain(text).split(" ")
    fault: UserError | None = None
    for end in range(min(len(words), MOST_WORDS), 0, -1):
        exercise = find(" ".join(words[:end]))
        if exercise is None:
            continue
        try:
            return Line(exercise, cells.parse(_split(" ".join(words[end:]), units), units))
        except UserError as error:
            fault = fault or error
    raise fault or _unknown(_likely_name(words))


def write(name: str, prescription: Prescription, units: UnitSystem) -> str:
    """The line that `parse` reads to the same, wherever it was pasted meanwhile."""
    parts = cells.write(prescription, units, with_unit=True)
    return " ".join(
        filter(None, [name, parts.scheme, _marked("@", parts), _marked("tempo", parts), _marked("rest", parts)])
    )


def write_row(name: str, prescription: Prescription, units: UnitSystem) -> str:
    """The same with tabs between the cells, for spreadsheets."""
    parts = cells.write(prescription, units, with_unit=True)
    return f"{name}\t{parts.scheme}\t{parts.load}\t{parts.tempo}\t{parts.rest}"


def pasted_cells(row: str) -> tuple[str, Cells]:
    """The exercise's name and the cells of a tab-separated row; a UserError where it has more than five."""
    name, *texts = (cell.strip() for cell in row.strip("\r\n").split("\t"))
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > 4:
        raise UserError(
            f"A row has an exercise, sets, load, tempo and rest; “{texts[4][:40]}” is one cell too many.", FIELD
        )
    return name, Cells(*texts)


def _parse_row(row: str, find: Callable[[str], E | None], units: UnitSystem) -> Line[E]:
    name, texts = pasted_cells(row)
    exercise = find(name)
    if exercise is None:
        raise _unknown(name)
    return Line(exercise, cells.parse(texts, units))


def _marked(mark: str, parts: Cells) -> str:
    text = {"@": parts.load, "tempo": parts.tempo, "rest": parts.rest}[mark]
    return f"{mark} {text}" if text and not (mark == "@" and text.startswith("@")) else text


def _split(text: str, units: UnitSystem) -> Cells:
    """The cells of what stands behind the name, from the end forwards."""
    text, rest_text = _cut(text, _REST)
    text, tempo_text = _cut(text, _TEMPO)
    scheme_text, mark, load_text = text.partition("@")
    if mark:
        return Cells(scheme_text.strip(), _load_behind(f"@{load_text}", units), tempo_text, rest_text)
    words = text.split(" ")
    cut = next(
        (end for end in range(min(len(words), MOST_WORDS), -1, -1) if _is_scheme_then_load(words, end, units)),
        len(words),
    )
    return Cells(" ".join(words[:cut]), " ".join(words[cut:]), tempo_text, rest_text)


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    match = pattern.search(text)
    return (text[: match.start()], match[match.lastgroup or 0].strip()) if match else (text, "")


def _load_behind(marked: str, units: UnitSystem) -> str:
    """`@8` is an RPE, `@ 80` and `@ 8kg` are loads, as trainers mean them."""
    return marked if _reads(load.parse, marked, units) else marked.removeprefix("@").strip()


def _is_scheme_then_load(words: list[str], end: int, units: UnitSystem) -> bool:
    return _reads(scheme.parse, " ".join(words[:end]), units) and _reads(load.parse, " ".join(words[end:]), units)


def _reads(parse_cell: Callable[[str, UnitSystem], object], text: str, units: UnitSystem) -> bool:
    try:
        parse_cell(text, units)
    except UserError:
        return False
    return True


def _likely_name(words: list[str]) -> str:
    count = next(
        (index for index, word in enumerate(words) if index and (word[0].isdigit() or word[0] == "@")), len(words)
    )
    return " ".join(words[:count])


def _unknown(name: str) -> UserError:
    if not name:
        return UserError("The line names no exercise. Write it like Back Squat 4x8 @ 75%.", FIELD)
    return UserError(f"No exercise is called “{name[:60]}”. Write its name, then for example 4x8 @ 75%.", FIELD)
