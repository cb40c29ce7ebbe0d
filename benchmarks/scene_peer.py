"""The calendar's week drawn with a QGraphicsScene, as it is usually done: items for blocks, lines and texts."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QVBoxLayout, QWidget

from fitwell_desktop.ui.painting import font_like
from fitwell_desktop.views.calendar.entry_painter import BAR, PAD, RADIUS
from fitwell_desktop.views.calendar.geometry import Box, Grid
from fitwell_desktop.views.calendar.pieces import Piece
from fitwell_desktop.views.calendar.sentences import headline, subline

BAR_COLOR, FILL_COLOR, LINE_COLOR, QUIET = QColor("#08705A"), QColor("#E1F3EE"), QColor("#E2E5EA"), QColor("#535D6B")


class ScenePeer(QWidget):
    """The same week as items; `show_pieces` replaces them all."""

    def __init__(self, hours: Sequence[str]) -> None:
        super().__init__()
        self._hours = hours
        self._scene = QGraphicsScene(self)
        self._fonts = font_like(self.font(), 12, QFont.Weight.DemiBold), font_like(self.font(), 11.5)
        self.view = QGraphicsView(self._scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_pieces(self, pieces: Sequence[Piece], grid: Grid) -> None:
        """Draw these entries and the hours behind them."""
        self._scene.clear()
        self._scene.setSceneRect(QRectF(0, 0, grid.width, grid.height))
        self._draw_hours(grid)
        for piece in pieces:
            self._draw(piece, piece.box(grid))

    def _draw_hours(self, grid: Grid) -> None:
        pen = QPen(LINE_COLOR, 1)
        for hour, name in enumerate(self._hours):
            y = round(grid.y_of(hour * 60)) + 0.5
            self._scene.addLine(grid.left, y, grid.width, y, pen)
            self._text(name, self._fonts[0], QUIET, QPointF(4, y - 9), grid.left)
        for lane in range(len(grid.lanes)):
            x = round(grid.lane_x(lane)) + 0.5
            self._scene.addLine(x, 0, x, grid.height, pen)

    def _draw(self, piece: Piece, box: Box) -> None:
        name, what = self._fonts
        self._block(QRectF(box.x, box.y, RADIUS * 2, box.height), BAR_COLOR)
        self._block(QRectF(box.x + BAR, box.y, box.width - BAR, box.height), FILL_COLOR)
        room, at = box.width - BAR - PAD - RADIUS, QPointF(box.x + BAR + PAD, box.y + 3)
        self._text(headline(piece.entry), name, QColor(Qt.GlobalColor.black), at, room)
        self._text(subline(piece.entry), what, QUIET, at + QPointF(0, QFontMetricsF(name).height()), room)

    def _block(self, area: QRectF, color: QColor) -> None:
        path = QPainterPath()
        path.addRoundedRect(area, RADIUS, RADIUS)
        self._scene.addPath(path, QPen(Qt.PenStyle.NoPen), color)

    def _text(self, text: str, font: QFont, color: QColor, at: QPointF, room: float) -> None:
        item = self._scene.addSimpleText(QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room), font)
        item.setBrush(color)
        item.setPos(at)
