"""CSV as it is found in the wild: its delimiter, lone quotes; and cells that a spreadsheet would run.

Python's reader is not used: a lone quote makes it swallow every row up to the next one, and its limit on the size of a
cell is one for the whole process.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.domain.clients.csv_encoding import decode

LARGEST_FILE = 64 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 500
LONGEST_CELL = 32_000
"""As long as a cell of a spreadsheet can be."""
DELIMITERS = ",;\t|"
SAMPLE = 200_000
"""So many characters are looked at to guess the delimiter."""
FOLDED_LINES = 100
"""A quoted cell of more lines than this is a lone quote."""

PORTION = 1000
"""So many rows are read between two reports."""

_LINE_ENDS = re.compile(r"[\r\n]+")
_RUNS = re.compile(r"[\s']*[=+\-@\t\r]")
_COMPUTED = re.compile(r"\s*(?:[=@]|[+\-][A-Za-z(])")


class RawRow(Struct, frozen=True):
    """A row of a file: the number of the line that it begins on, and its cells."""

    line: int
    cells: tuple[str, ...]


class RawTable(Struct, frozen=True):
    """A file as rows, and how it was read."""

    rows: tuple[RawRow, ...]
    encoding: str
    delimiter: str


def read_table(data: bytes, delimiter: str = "", encoding: str = "", progress: Progress | None = None) -> RawTable:
    """The rows of a CSV file that are not empty; delimiter and encoding are found where they are not said.

    Raises UserError for what is no text, or too large.
    """
    if len(data) > LARGEST_FILE:
        raise UserError(f"This file has {len(data) // 1_000_000} MB; a list of clients has 64 at most. Split it.")
    text, encoding = decode(data, encoding)
    text, named = _named_delimiter(text)
    sign = delimiter or named or guess_delimiter(text[:SAMPLE])
    rows: list[RawRow] = []
    for row in _reported(split_rows(text, sign), text.count("\n") or text.count("\r"), progress or Progress()):
        if any(cell.strip() for cell in row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise UserError(f"This file has more than {MOST_ROWS:,} rows. Split it into several.")
    if not rows:
        raise UserError("There is nothing in this file.")
    return RawTable(tuple(rows), encoding, sign)


def _reported(rows: Iterable[RawRow], lines: int, progress: Progress) -> Iterator[RawRow]:
    """The rows, passed on while the user has patience."""
    for number, row in enumerate(rows):
        if number % PORTION == 0:
            progress.at(min(row.line, lines), lines, "Reading rows")
        yield row


def _named_delimiter(text: str) -> tuple[str, str]:
    """Spreadsheets write the delimiter into a first line of its own: `sep=;`."""
    named = re.match(r"\"?sep=(.)\"?\r?\n", text, re.IGNORECASE)
    return (text[named.end() :], named[1]) if named else (text, "")


def guess_delimiter(sample: str) -> str:
    """The sign that cuts most rows into the same number of cells, of more than one."""
    return max(DELIMITERS, key=lambda sign: _agreement(split_rows(sample, sign)))


def _agreement(rows: Iterable[RawRow]) -> tuple[int, int]:
    widths = Counter(len(row.cells) for row in rows if any(row.cells))
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return (count, width) if width > 1 else (0, 0)


def split_rows(text: str, delimiter: str) -> Iterator[RawRow]:
    """Cut a text into rows of cells; empty lines are none. A quote that is not closed before a delimiter or line's end is a character."""
    sign = re.escape(delimiter)
    quoted = re.compile(rf'[ ]*"((?:[^"]++|"")*+)"[ ]*(?={sign}|\r|\n|\Z)')
    plain = re.compile(rf"[^{sign}\r\n]*+")
    at, line, begun = 0, 1, 1
    cells: list[str] = []
    while at <= len(text):
        blank = _LINE_ENDS.match(text, at) if not cells else None
        if blank:
            at, line = blank.end(), line + len(blank[0]) - blank[0].count("\r\n")
            begun = line
            continue
        found = quoted.match(text, at) if text.startswith(('"', " "), at) else None
        if found and found[1].count("\n") <= FOLDED_LINES:
            cells.append(found[1].replace('""', '"'))
            line += found[1].count("\n")
        else:
            found = plain.match(text, at)
            cells.append(found[0] if found else "")
        at = found.end() if found else at
        if at < len(text) and text[at] == delimiter:
            at += 1
            continue
        yield RawRow(begun, tuple(cells[:MOST_COLUMNS]))
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1
        begun, cells = line, []


def harmless(text: str) -> str:
    """The text with a ' before it where a spreadsheet would take it for a formula."""
    return "'" + text if _RUNS.match(text) else text


def without_guard(text: str) -> str:
    """What `harmless` made its text from."""
    return text[1:] if text.startswith("'") and _RUNS.match(text[1:]) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would compute this cell. Phone numbers and negative numbers are not meant."""
    return bool(_COMPUTED.match(text))


def write_table(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV that a spreadsheet opens without running anything: commas, quotes where needed, CRLF."""
    return "".join(",".join(_cell(text) for text in row) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    safe = harmless(text)
    needs_quotes = any(sign in safe for sign in ',"\r\n') or safe != safe.strip()
    return '"' + safe.replace('"', '""') + '"' if needs_quotes else safe
