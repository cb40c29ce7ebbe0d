"""The head of the grid: a day above each lane, today in the accent's colour; or the trainers above theirs."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded, tokens_for
from fitwell_desktop.ui.widgets.avatar import paint_avatar
from fitwell_desktop.views.calendar.geometry import Grid, Lane

CENTER = Qt.AlignmentFlag.AlignHCenter


class DayHeader(QWidget):
    """Stands over the grid and has its lanes. A click on a day chooses it."""

    day_chosen = Signal(date)

    def __init__(self, formats: Formats, grid: Callable[[], Grid]) -> None:
        super().__init__()
        self._formats = formats
        self._grid = grid
        self._names: Mapping[UUID, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, grown(self, 54))

    def show_names(self, names: Mapping[UUID, str]) -> None:
        """The trainers' names by id, for lanes that are a trainer's."""
        self._names = names
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grid, x = self._grid(), event.position().x()
        if grid.lanes and x >= grid.left:
            self.day_chosen.emit(grid.lanes[grid.lane_at(x)].day)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, grid = QPainter(self), tokens_for(self), self._grid()
        painter.fillRect(self.rect(), tokens.color("surface"))
        for number, lane in enumerate(grid.lanes):
            area = QRectF(grid.lane_x(number), 0, grid.lane_width, self.height())
            painter.fillRect(QRectF(round(area.x()), area.height() - 8, 1, 8), tokens.color("border"))
            if lane.trainer_id and lane.trainer_id in self._names:
                self._trainer(painter, area, self._names[lane.trainer_id])
            else:
                self._day(painter, area, lane)

    def _day(self, painter: QPainter, area: QRectF, lane: Lane) -> None:
        tokens, today = tokens_for(self), lane.day == self._formats.today()
        painter.setFont(font_like(self.font(), 12, QFont.Weight.Medium))
        quiet = tokens.color("accent" if today else "text2")
        upper = QRectF(area.x(), grown(self, 3), area.width(), grown(self, 18))
        line_of_text(painter, upper, self._formats.weekday(lane.day).upper(), quiet, CENTER)
        number = QRectF(0, grown(self, 22), grown(self, 28), grown(self, 24))
        number.moveLeft(round(area.center().x() - number.width() / 2))
        if today:
            rounded(painter, number, grown(self, 7), tokens.color("accent"))
        painter.setFont(font_like(self.font(), 15, QFont.Weight.DemiBold))
        line_of_text(painter, number, str(lane.day.day), tokens.color("on_accent" if today else "text"), CENTER)

    def _trainer(self, painter: QPainter, area: QRectF, name: str) -> None:
        tokens, side = tokens_for(self), grown(self, 26)
        painter.setFont(font_like(self.font(), 13, QFont.Weight.DemiBold))
        wanted = painter.fontMetrics().horizontalAdvance(name) + side + 8
        left = area.x() + max(6.0, (area.width() - wanted) / 2)
        paint_avatar(painter, QRectF(left, (area.height() - side) / 2, side, side), name, tokens)
        room = QRectF(left + side + 8, 0, area.right() - left - side - 10, area.height())
        line_of_text(painter, room, name, tokens.color("text"))
