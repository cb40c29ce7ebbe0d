"""Paper: pages written from top to bottom, drawn when all are known, so that each can say how many there are.

The bytes depend on nothing but what was written: no time, no chance. Lengths are in points; heights are measured from
the top of the page.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Literal

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from fitwell_desktop.reports.lettering import Style, clean, load_fonts

LINE, WASH = "#D9DEE5", "#F4F6F8"
LETTER_COUNTRIES = {"US", "CA", "MX", "CL", "CO", "CR", "DO", "GT", "NI", "PA", "PH", "PR", "SV", "VE"}
rl_config.useA85 = 0
"""Streams stay binary: text encoding would make them larger and take half of the time."""
Align = Literal["left", "right"]
Ink = Callable[[Canvas], None]


class Paper:
    """A document in the making. `foot` writes what stands on every page, given its number and how many there are."""

    def __init__(self, title: str, author: str, locale: str, size: tuple[float, float] = A4) -> None:
        load_fonts()
        self.title, self.author, self.locale, self.size = clean(title), clean(author), locale, size
        self.foot: Callable[[int, int], None] = lambda number, pages: None
        self._pages: list[list[Ink]] = [[]]
        self._on = self._pages[0]

    @property
    def width(self) -> float:
        """Of a page."""
        return self.size[0]

    @property
    def height(self) -> float:
        """Of a page."""
        return self.size[1]

    def new_page(self) -> None:
        """Go on, on a fresh page."""
        self._on = []
        self._pages.append(self._on)

    def text(self, x: float, y: float, text: str, style: Style, align: Align = "left") -> None:
        """One line of text that stands on `y`; `x` is its right end where it is aligned to the right."""
        up = self.height - y

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(style.color))
            canvas.setFont(style.font, style.size)
            (canvas.drawRightString if align == "right" else canvas.drawString)(x, up, text)

        if text:
            self._on.append(draw)

    def rule(self, x: float, y: float, width: float, color: str = LINE, weight: float = 0.6) -> None:
        """A line across."""
        up = self.height - y

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColor(HexColor(color))
            canvas.setLineWidth(weight)
            canvas.line(x, up, x + width, up)

        self._on.append(draw)

    def box(self, x: float, y: float, width: float, height: float, color: str = WASH, radius: float = 5) -> None:
        """A filled box with round corners; `y` is its top."""
        up = self.height - y - height

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(color))
            canvas.roundRect(x, up, width, height, radius, stroke=0, fill=1)

        self._on.append(draw)

    def image(self, x: float, y: float, image: ImageReader, width: float, height: float) -> None:
        """A picture; `y` is its top."""
        up = self.height - y - height

        def draw(canvas: Canvas) -> None:
            canvas.drawImage(image, x, up, width, height, mask="auto")

        self._on.append(draw)

    def pdf(self) -> bytes:
        """The document."""
        buffer = BytesIO()
        canvas = Canvas(buffer, self.size, invariant=1, pageCompression=1, lang=self.locale.replace("_", "-"))
        canvas.setTitle(self.title)
        canvas.setAuthor(self.author)
        canvas.setCreator("FitWell")
        for number, page in enumerate(self._pages, 1):
            self._on = []
            self.foot(number, len(self._pages))
            for draw in (*page, *self._on):
                draw(canvas)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()


def page_size(locale: str) -> tuple[float, float]:
    """A4, or Letter where that is what lies in the printer."""
    return LETTER if locale.replace("-", "_").rpartition("_")[2].upper() in LETTER_COUNTRIES else A4
