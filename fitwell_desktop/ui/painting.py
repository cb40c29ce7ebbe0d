"""What widgets that paint themselves share: sizes that follow the text, fonts, rounded boxes, text cut to its room."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from fitwell_desktop.ui.tokens import Tokens, tokens_of

PLAIN_SIZE = 13
"""The text's size at 100 percent, in px."""
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value


def tokens_for(widget: QWidget) -> Tokens:
    """The colours that this widget wears."""
    return tokens_of(widget.palette())


def grown(widget: QWidget, length: float) -> int:
    """A length in px at 100 percent text, as long as it is beside this widget's text."""
    size = widget.font().pixelSize()
    return round(length * (size if size > 0 else PLAIN_SIZE) / PLAIN_SIZE)


def mirrored(widget: QWidget, part: QRect, within: QRect | None = None) -> QRect:
    """A part as it is thought from left to right, on the other side where one reads from right to left.

    Qt mirrors the alignment of text by itself, so that text needs only its box mirrored.
    """
    if not widget.isRightToLeft():
        return part
    return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, widget.rect() if within is None else within, part)


@lru_cache(maxsize=256)
def font_like(
    font: QFont, size: float = PLAIN_SIZE, weight: QFont.Weight = QFont.Weight.Normal, *, figures: bool = False
) -> QFont:
    """A font beside one of plain size; `figures` gives all digits one width, for columns of numbers.

    The same font each time, which Qt need not look for again: copy it before changing it.
    """
    made = QFont(font)
    plain = font.pixelSize() if font.pixelSize() > 0 else PLAIN_SIZE
    made.setPixelSize(max(1, round(plain * size / PLAIN_SIZE)))
    made.setWeight(weight)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=64)
def with_figures(font: QFont) -> QFont:
    """The same font with all digits of one width; it is shared, as that of `font_like` is."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def rounded(
    painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor | None, border: QColor | None = None
) -> None:
    """A box with round corners; its border is one px and lies inside."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect)
    if border is not None:
        box.adjust(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def line_of_text(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of plain text, in the middle of its height, cut with … where it has no room."""
    if not text:
        return
    painter.setPen(color)
    painter.drawText(rect, align.value | _ONE_LINE, _cut(text, painter.font(), int(rect.width())))


@lru_cache(maxsize=4096)
def _cut(text: str, font: QFont, width: int) -> str:
    """Cutting takes as long as painting; what scrolls by, or is repainted under the mouse, was cut before."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def paint_at_last(widgets: Iterable[QWidget]) -> None:
    """Lay out and paint widgets that were kept from painting (`setUpdatesEnabled(False)`) while they were filled: else
    they are seen to jump, and are painted several times.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for widget in widgets:
        widget.setUpdatesEnabled(True)


@contextmanager
def painted_at_last(widget: QWidget) -> Iterator[None]:
    """While a widget is filled, it is not painted."""
    widget.setUpdatesEnabled(False)
    try:
        yield
    finally:
        paint_at_last([widget])


def polyline(painter: QPainter, points: list[QPointF], color: QColor, width: float = 1.5) -> None:
    """A line through the points, as separate strokes: Qt paints those far faster than one wide path."""
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for start, end in pairwise(points):
        painter.drawLine(start, end)
