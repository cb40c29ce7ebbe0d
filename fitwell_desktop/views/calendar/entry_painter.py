"""Paints one entry: a bar in its kind's colour, who comes, what and where, and what became of it."""

from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like
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
PAD = 6.0
SIGNS = {AppointmentStatus.COMPLETED: "circle-check", AppointmentStatus.CONFIRMED: "check"}
SIGN = 13.0
ROOM_FOR_SIGN = 70.0
ROOM_FOR_SECOND = 48.0
"""So much must be left beside the name, in px, for what and where to stand on the same line."""


class Shade(Struct, frozen=True):
    """The colours of a block: its bar, and what lies under its text."""

    bar: QColor
    fill: QColor


class EntryPainter:
    """Made for one font and one scheme; colours are looked up once, and texts laid out once and kept."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        softs, strongs = tokens.category_softs, tokens.categories
        self._shades = {kind: Shade(QColor(strongs[at]), QColor(softs[at])) for kind, at in CATEGORY.items()}
        self._alarm = Shade(tokens.color("danger"), tokens.color("danger_soft"))
        self._surface, self._text_color = tokens.color("surface"), tokens.color("text")
        self._quiet = tokens.color("text2")
        self._dashes = QPen(tokens.color("border2"), 1, Qt.PenStyle.DashLine)
        name = font_like(font, 12, QFont.Weight.DemiBold)
        struck = QFont(name)
        struck.setStrikeOut(True)
        self._fonts = {"name": name, "struck": struck, "what": font_like(font, 11.5)}
        self._line = QFontMetricsF(name).height()
        self._laid_out = lru_cache(maxsize=4096)(self._lay_out)

    def paint(self, painter: QPainter, entry: CalendarEntry, box: Box, *, alarming: bool = False) -> None:
        """Paint an entry into its box; in red where it can't be."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(box.x, box.y, box.width, box.height)
        shade = self._alarm if alarming else self._shades[entry.kind]
        takes_time = alarming or entry.status.takes_time
        self._block(painter, area, shade.bar, shade.fill if takes_time else self._surface)
        if not takes_time:
            self._dash(painter, area)
        self._texts(painter, entry, area, self._sign(painter, entry, area))

    def _block(self, painter: QPainter, area: QRectF, bar: QColor, fill: QColor) -> None:
        x, y, height = area.x(), area.y(), area.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        painter.drawRoundedRect(QRectF(x, y, RADIUS * 2, height), RADIUS, RADIUS)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(x + BAR, y, area.width() - BAR, height), RADIUS, RADIUS)
        painter.fillRect(QRectF(x + BAR, y, RADIUS, height), fill)

    def _dash(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(self._dashes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(BAR, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _sign(self, painter: QPainter, entry: CalendarEntry, area: QRectF) -> float:
        """Paint the status's sign, and tell how much room is left for text."""
        room = area.width() - BAR - PAD - RADIUS
        sign = SIGNS.get(entry.status)
        if sign is None or area.width() < ROOM_FOR_SIGN or area.height() < SIGN + 2:
            return room
        top = area.y() + min(4.0, (area.height() - SIGN) / 2)
        paint_icon(painter, sign, QRectF(area.right() - SIGN - 4, top, SIGN, SIGN), self._shades[entry.kind].bar)
        return room - SIGN - 1

    def _texts(self, painter: QPainter, entry: CalendarEntry, area: QRectF, room: float) -> None:
        left = area.x() + BAR + PAD
        two_lines = area.height() >= self._line * 2 + 2
        top = area.y() + (3 if two_lines else min(3.0, (area.height() - self._line) / 2))
        painter.setPen(self._text_color if entry.status.takes_time else self._quiet)
        role = "struck" if entry.status is AppointmentStatus.CANCELLED else "name"
        taken = self._text(painter, role, headline(entry), QPointF(left, top), room) + 8
        painter.setPen(self._quiet)
        if two_lines:
            whole = area.width() - BAR - PAD - RADIUS
            self._text(painter, "what", subline(entry), QPointF(left, top + self._line), whole)
        elif room - taken >= ROOM_FOR_SECOND:
            self._text(painter, "what", subline(entry), QPointF(left + taken, top + 0.5), room - taken)

    def _text(self, painter: QPainter, role: str, text: str, at: QPointF, room: float) -> float:
        """Paint a text, and tell how wide it is."""
        made, width = self._laid_out(role, int(room), text)
        painter.setFont(self._fonts[role])
        painter.drawStaticText(at, made)
        return width

    def _lay_out(self, role: str, room: int, text: str) -> tuple[QStaticText, float]:
        """One line of plain text, cut with … where it has no room, and its width."""
        font = self._fonts[role]
        made = QStaticText(QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room))
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=font)
        return made, made.size().width()
