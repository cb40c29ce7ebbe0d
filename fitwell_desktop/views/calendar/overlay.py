"""What moves over the grid's layer: the line of now, the keyboard's place, and the ghost of what is dragged."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.painting import font_like, line_of_text, rounded, with_figures
from fitwell_desktop.ui.tokens import Tokens
from fitwell_desktop.views.calendar.entry_painter import EntryPainter
from fitwell_desktop.views.calendar.geometry import Box, Grid
from fitwell_desktop.views.calendar.layer import ring

LABEL = 20.0
"""The height of the ghost's label."""
DOT = 4.0
MARGIN = 4.0


class Overlay:
    """Made for one font and one scheme."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self._tokens = tokens
        self._entries = EntryPainter(font, tokens)
        self._font = with_figures(font_like(font, 11.5, QFont.Weight.DemiBold))

    def now(self, painter: QPainter, grid: Grid, lane: int, minute: float) -> None:
        """The line of now across a lane."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, x = round(grid.y_of(minute)) + 0.5, grid.lane_x(lane)
        painter.setPen(QPen(self._tokens.color("danger"), 2))
        painter.drawLine(QPointF(x, y), QPointF(x + grid.lane_width, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.color("danger"))
        painter.drawEllipse(QPointF(x, y), DOT, DOT)

    def cursor(self, painter: QPainter, box: Box, *, free: bool) -> None:
        """The keyboard's place: a ring, filled where the slot is free."""
        area = _area(box)
        if free:
            fill = self._tokens.color("accent_soft")
            fill.setAlphaF(0.6)
            rounded(painter, area, 4, fill)
        ring(painter, area, self._tokens.color("accent"))

    def lifted(self, painter: QPainter, box: Box) -> None:
        """Fade the entry that is being dragged where it still stands."""
        veil = self._tokens.color("surface")
        veil.setAlphaF(0.6)
        painter.fillRect(_area(box), veil)

    def ghost(self, painter: QPainter, box: Box, label: str, entry: CalendarEntry | None, *, clashes: bool) -> None:
        """Where what is dragged would stand, and when; in red where someone is taken then."""
        edge = self._tokens.color("danger" if clashes else "accent")
        area = _area(box)
        if entry:
            self._entries.paint(painter, entry, box, alarming=clashes)
        else:
            fill = self._tokens.color("danger_soft" if clashes else "accent_soft")
            fill.setAlphaF(0.85)
            rounded(painter, area, 4, fill)
        ring(painter, area, edge)
        painter.setFont(self._font)
        tag = self.label_area(box, label)
        rounded(painter, tag, 4, edge)
        on_edge = self._tokens.color("on_danger" if clashes else "on_accent")
        line_of_text(painter, tag, label, on_edge, Qt.AlignmentFlag.AlignHCenter)

    def label_area(self, box: Box, label: str) -> QRectF:
        """Where the ghost's label stands: above it, inside at the top of the day."""
        width = QFontMetricsF(self._font).horizontalAdvance(label) + 14
        top = box.y - LABEL - 2 if box.y > LABEL + 4 else box.y + 2
        return QRectF(box.x, top, width, LABEL)


def _area(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
