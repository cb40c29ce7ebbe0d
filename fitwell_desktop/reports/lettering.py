"""Text on paper: the embedded fonts, how wide a line is, and where it breaks. Text is never read as markup."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, takewhile

from msgspec import Struct
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from fitwell_desktop.core.paths import resource
from fitwell_desktop.reports.figures import use_tabular_figures

REGULAR, STRONG = "Inter", "Inter-SemiBold"
INK, QUIET = "#14181F", "#535D6B"
ROUNDING = 1e-6
"""Sums of widths may differ by less than this, in whichever order they are added."""


class Style(Struct, frozen=True):
    """How text looks."""

    size: float = 9.5
    font: str = REGULAR
    color: str = INK

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * 1.42


@cache
def load_fonts() -> None:
    """Make the fonts known, once."""
    for name, file in ((REGULAR, "Inter-Regular.ttf"), (STRONG, "Inter-SemiBold.ttf")):
        font = TTFont(name, str(resource("fonts", file)))
        use_tabular_figures(font.face)
        registerFont(font)


def width_of(text: str, style: Style) -> float:
    """How wide a line of text is."""
    load_fonts()
    width: float = stringWidth(text, style.font, style.size)
    return width


def wrapped(text: str, style: Style, width: float) -> list[str]:
    """The text in lines no wider than that. Its own line ends are kept; what can't be printed becomes a space."""
    return [line for part in text.splitlines() for line in _filled(clean(part).split(), style, width) or [""]]


def one_line(text: str, style: Style, width: float) -> str:
    """The text in a single line, cut short where there is no room for it."""
    line = " ".join(clean(text).split())
    if width_of(line, style) <= width:
        return line
    return line[: _fitting(line, style, width - width_of("…", style))].rstrip() + "…"


def clean(text: str) -> str:
    """The text without control characters and halves of characters. A no-break space stays what it is."""
    return "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)


def _filled(words: list[str], style: Style, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in (piece for word in words for piece in _pieces(word, style, width)):
        longer = f"{line} {piece}" if line else piece
        if line and width_of(longer, style) > width:
            lines.append(line)
            longer = piece
        line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, style: Style, width: float) -> Iterator[str]:
    """The word, in parts where it is too long for a line of its own."""
    while word:
        fits = max(1, _fitting(word, style, width))
        yield word[:fits]
        word = word[fits:]


def _fitting(text: str, style: Style, width: float) -> int:
    """How many of the text's letters there is room for."""
    ends = accumulate(width_of(letter, style) for letter in text)
    return sum(1 for _ in takewhile(lambda end: end < width - ROUNDING, ends))
