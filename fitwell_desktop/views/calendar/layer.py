"""The layer of the grid that a drag does not change: hours, lanes, closed times and entries, painted once into a picture."""

from collections.abc import Iterable, Sequence
from datetime import time
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from fitwell_desktop.domain.scheduling.working_hours import OpenTime
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import font_like, line_of_text, with_figures
from fitwell_desktop.ui.tokens import Tokens
from fitwell_desktop.views.calendar.entry_painter import EntryPainter
from fitwell_desktop.views.calendar.geometry import DAY, Grid
from fitwell_desktop.views.calendar.pieces import Piece

HALF_HOURS_FROM = 72
"""So high must an hour be, in px, for lines between the hours."""


class Content(Struct, frozen=True):
    """What the grid shows."""

    pieces: tuple[Piece, ...] = ()
    open_times: tuple[OpenTime, ...] = ()
    in_hand: UUID | None = None
    """The client whose entries are marked."""
    hours: tuple[str, ...] = ()
    """What stands beside the lines from 00:00 on."""


def hour_names(formats: Formats) -> tuple[str, ...]:
    """What stands beside the lines of the hours: "07:00", or "7 AM"."""
    return tuple(formats.time(time(hour)).replace(":00 ", " ") for hour in range(24))


class LayerPainter:
    """Made for one font and one scheme."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self._tokens = tokens
        self._hours = with_figures(font_like(font, 12))
        self._entries = EntryPainter(font, tokens)

    def picture(self, grid: Grid, content: Content, ratio: float) -> QPixmap:
        """The whole layer, `ratio` screen pixels to a px."""
        picture = QPixmap(max(1, round(grid.width * ratio)), max(1, round(grid.height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._tokens.color("surface"))
        painter = QPainter(picture)
        self._closed(painter, grid, content.open_times)
        self._lines(painter, grid)
        self._names(painter, grid, content.hours)
        for piece in content.pieces:
            self.entry(painter, grid, piece, marked=content.in_hand in piece.entry.client_ids)
        painter.end()
        return picture

    def entry(self, painter: QPainter, grid: Grid, piece: Piece, *, marked: bool = False) -> None:
        """One entry where it stands; the client's in hand has a ring."""
        box = piece.box(grid)
        self._entries.paint(painter, piece.entry, box)
        if marked:
            ring(painter, QRectF(box.x, box.y, box.width, box.height), self._tokens.color("accent"), 1.5)

    def _closed(self, painter: QPainter, grid: Grid, open_times: Sequence[OpenTime]) -> None:
        shade, surface = self._tokens.color("surface2"), self._tokens.color("surface")
        width = grid.lane_width
        for number, lane in enumerate(grid.lanes):
            painter.fillRect(QRectF(grid.lane_x(number), 0, width, grid.height), shade)
            for opened in open_times:
                if opened.day == lane.day and lane.trainer_id in {None, opened.trainer_id}:
                    top = grid.y_of(opened.from_minute) if opened.from_minute else 0
                    bottom = grid.y_of(opened.until_minute) if opened.until_minute < DAY else grid.height
                    painter.fillRect(QRectF(grid.lane_x(number), top, width, bottom - top), surface)

    def _lines(self, painter: QPainter, grid: Grid) -> None:
        border = self._tokens.color("border")
        self._draw(painter, (_across(grid, hour * 60) for hour in range(25)), border)
        if grid.hour >= HALF_HOURS_FROM:
            self._draw(painter, (_across(grid, hour * 60 + 30) for hour in range(24)), border, Qt.PenStyle.DotLine)
        self._draw(painter, (_down(grid, lane) for lane in range(len(grid.lanes))), border)

    def _draw(
        self,
        painter: QPainter,
        lines: Iterable[QLineF],
        color: QColor,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(color, 1, style))
        painter.drawLines(list(lines))

    def _names(self, painter: QPainter, grid: Grid, names: Sequence[str]) -> None:
        painter.setFont(self._hours)
        quiet = self._tokens.color("text2")
        for hour, name in enumerate(names):
            if hour:
                area = QRectF(0, grid.y_of(hour * 60) - 9, grid.left - 10, 18)
                line_of_text(painter, area, name, quiet, Qt.AlignmentFlag.AlignRight)


def ring(painter: QPainter, area: QRectF, color: QColor, width: float = 2.0) -> None:
    """A round frame around an entry."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 4, 4)


def _across(grid: Grid, minute: int) -> QLineF:
    y = round(grid.y_of(minute)) + 0.5
    return QLineF(grid.left, y, grid.width, y)


def _down(grid: Grid, lane: int) -> QLineF:
    x = round(grid.lane_x(lane)) + 0.5
    return QLineF(x, 0, x, grid.height)
