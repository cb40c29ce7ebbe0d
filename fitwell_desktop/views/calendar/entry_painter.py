"""Paints one entry: a bar in its kind's colour, who comes, what and where, and what became of it."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, rounded
from fitwell_desktop.ui.tokens import Tokens
from fitwell_desktop.views.calendar.geometry import Box
from fitwell_desktop.views.calendar.sentences import headline, subline
from fitwell_desktop.vocabulary import AppointmentKind, AppointmentStatus

CATEGORY = {
    AppointmentKind.TRAINING: 0,
    AppointmentKind.GROUP: 1,
    AppointmentKind.ASSESSMENT: 2,
    AppointmentKind.REMOTE: 3,
    AppointmentKind.CONSULTATION: 6,
}
RADIUS = 4.0
BAR = 3.0
SIGNS = {AppointmentStatus.COMPLETED: "circle-check", AppointmentStatus.CONFIRMED: "check"}
SIGN = 13.0
ROOM_FOR_SIGN = 70.0
ROOM_FOR_SECOND = 48.0
"""So much must be left beside the name, in px, for what and where to stand on the same line."""


def strong(kind: AppointmentKind, tokens: Tokens) -> QColor:
    """The colour of a kind's bar."""
    return QColor(tokens.categories[CATEGORY[kind]])


def soft(kind: AppointmentKind, tokens: Tokens) -> QColor:
    """The surface under a kind's text."""
    return QColor(tokens.category_softs[CATEGORY[kind]])


class EntryPainter:
    """Made for one font and one scheme; texts are laid out once and kept."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self._tokens = tokens
        name = font_like(font, 12, QFont.Weight.DemiBold)
        struck = QFont(name)
        struck.setStrikeOut(True)
        self._fonts = {"name": name, "struck": struck, "what": font_like(font, 11.5)}
        self._line = QFontMetricsF(name).height()
        self._laid_out = lru_cache(maxsize=4096)(self._lay_out)

    def paint(self, painter: QPainter, entry: CalendarEntry, box: Box, *, alarming: bool = False) -> None:
        """Paint an entry into its box; in red where it can't be."""
        area = QRectF(box.x, box.y, box.width, box.height)
        if alarming:
            self._block(painter, area, self._tokens.color("danger"), self._tokens.color("danger_soft"))
        elif entry.status.takes_time:
            self._block(painter, area, strong(entry.kind, self._tokens), soft(entry.kind, self._tokens))
        else:
            self._outline(painter, area, strong(entry.kind, self._tokens))
        room = self._sign(painter, entry, area)
        self._texts(painter, entry, area, room)

    def _block(self, painter: QPainter, area: QRectF, bar: QColor, fill: QColor) -> None:
        rounded(painter, QRectF(area.x(), area.y(), RADIUS * 2, area.height()), RADIUS, bar)
        rounded(painter, area.adjusted(BAR, 0, 0, 0), RADIUS, fill)
        painter.fillRect(QRectF(area.x() + BAR, area.y(), RADIUS, area.height()), fill)

    def _outline(self, painter: QPainter, area: QRectF, bar: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = self._tokens.color("surface")
        self._block(painter, area, bar, surface)
        painter.setPen(QPen(self._tokens.color("border2"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(BAR, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _sign(self, painter: QPainter, entry: CalendarEntry, area: QRectF) -> float:
        """Paint the status's sign, and tell how much room is left for text."""
        room = area.width() - BAR - 10
        sign = SIGNS.get(entry.status)
        if sign is None or area.width() < ROOM_FOR_SIGN or area.height() < SIGN + 2:
            return room
        top = area.y() + min(4.0, (area.height() - SIGN) / 2)
        place = QRectF(area.right() - SIGN - 4, top, SIGN, SIGN)
        paint_icon(painter, sign, place, strong(entry.kind, self._tokens))
        return room - SIGN - 1

    def _texts(self, painter: QPainter, entry: CalendarEntry, area: QRectF, room: float) -> None:
        cancelled = entry.status is AppointmentStatus.CANCELLED
        left = area.x() + BAR + 6
        two_lines = area.height() >= self._line * 2 + 2
        top = area.y() + (3 if two_lines else min(3.0, (area.height() - self._line) / 2))
        color = self._tokens.color("text" if entry.status.takes_time else "text2")
        self._text(painter, "struck" if cancelled else "name", headline(entry), left, top, room, color)
        quiet = self._tokens.color("text2")
        if two_lines:
            self._text(painter, "what", subline(entry), left, top + self._line, area.width() - BAR - 10, quiet)
            return
        taken = self._laid_out("name", int(room), headline(entry)).size().width() + 8
        if room - taken >= ROOM_FOR_SECOND:
            self._text(painter, "what", subline(entry), left + taken, top + 0.5, room - taken, quiet)

    def _text(
        self, painter: QPainter, role: str, text: str, left: float, top: float, room: float, color: QColor
    ) -> None:
        painter.setFont(self._fonts[role])
        painter.setPen(color)
        painter.drawStaticText(QPointF(left, top), self._laid_out(role, int(room), text))

    def _lay_out(self, role: str, room: int, text: str) -> QStaticText:
        """One line of plain text, cut with … where it has no room."""
        font = self._fonts[role]
        made = QStaticText(QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room))
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=font)
        return made
