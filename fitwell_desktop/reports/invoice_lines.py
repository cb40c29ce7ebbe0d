"""The table of an invoice's lines: columns as wide as their widest entry, the rest for the description."""

from msgspec import Struct

from fitwell_desktop.domain.billing.amounts import InvoiceLine, LineAmounts
from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.reports.lettering import QUIET, STRONG, Style, width_of, wrapped
from fitwell_desktop.reports.paper import Paper
from fitwell_desktop.reports.writing import Writing

BODY = Style(9.5)
SOFT = Style(8, color=QUIET)
HEAD = Style(7.6, STRONG, QUIET)
APART = 16.0
"""Between two columns."""


class TextLine(Struct, frozen=True):
    """One line of a description."""

    text: str
    style: Style


class TableRow(Struct, frozen=True):
    """One line of the invoice: its description's lines, and the cells beside the first with their right ends."""

    lines: tuple[TextLine, ...]
    cells: tuple[tuple[float, str], ...]

    @property
    def height(self) -> float:
        """Without the gap below."""
        return sum(line.style.leading for line in self.lines)

    def write(self, paper: Paper, x: float, y: float, index: int) -> None:
        """Write one line of it."""
        line = self.lines[index]
        paper.text(x, y, line.text, line.style)
        if not index:
            for end, text in self.cells:
                paper.text(x + end, y, text, BODY, "right")


class LineTable:
    """All rows, laid out."""

    head_height = 12.0
    gap = 8.0

    def __init__(self, document: InvoiceDocument, writing: Writing, room: float, color: str) -> None:
        self._writing, self._room, self._color = writing, room, color
        self._taxed = bool(document.amounts.taxes)
        words = writing.words
        self._titles = [words.quantity, words.unit_price, *([words.tax] if self._taxed else []), words.amount]
        pairs = list(zip(document.lines, document.amounts.lines, strict=True))
        cells = [self._cells(line, amounts) for line, amounts in pairs]
        self._ends = self._columns(cells)
        self.rows = [
            TableRow(self._description(line, amounts), tuple(zip(self._ends, own, strict=True)))
            for (line, amounts), own in zip(pairs, cells, strict=True)
        ]

    def head(self, paper: Paper, x: float, y: float) -> None:
        """The columns' titles, over a line in the practice's colour."""
        paper.text(x, y, self._writing.words.description, HEAD)
        for end, title in zip(self._ends, self._titles, strict=True):
            paper.text(x + end, y, title, HEAD, "right")
        paper.rule(x, y + 6.5, self._room, self._color, 1.2)

    def _cells(self, line: InvoiceLine, amounts: LineAmounts) -> list[str]:
        writing = self._writing
        tax = [writing.rate(line.tax_rate_ppm) if line.tax_rate_ppm or line.tax_name else "–"] if self._taxed else []
        return [writing.quantity(line.quantity), writing.amount(line.unit_price), *tax, writing.amount(amounts.amount)]

    def _columns(self, cells: list[list[str]]) -> list[float]:
        """Where the columns end, from the left."""
        end, ends = self._room, list[float]()
        for place in reversed(range(len(self._titles))):
            ends.insert(0, end)
            widest = max((width_of(row[place], BODY) for row in cells), default=0)
            end -= max(widest, width_of(self._titles[place], HEAD)) + APART
        self._text_width = max(end, 90.0)
        return ends

    def _description(self, line: InvoiceLine, amounts: LineAmounts) -> tuple[TextLine, ...]:
        writing = self._writing
        lines = [TextLine(part, BODY) for part in wrapped(line.text, BODY, self._text_width) or [""]]
        if line.serviced_on:
            lines.append(TextLine(writing.day(line.serviced_on), SOFT))
        if amounts.discount:
            share = f" {writing.rate(line.discount_rate_ppm)}" if line.discount_rate_ppm else ""
            lines.append(TextLine(f"{writing.words.discount}{share}: −{writing.amount(amounts.discount)}", SOFT))
        return tuple(lines)
