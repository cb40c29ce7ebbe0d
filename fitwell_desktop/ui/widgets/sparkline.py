"""A sparkline: the course of a figure as a small line, without axes; the words beside it say what it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import grown, polyline, tokens_for
from fitwell_desktop.ui.tokens import Tone


def paint_sparkline(painter: QPainter, box: QRect, course: Sequence[float], color: QColor) -> None:
    """Paint values over time into a box, the latest at its right; a course of one value is a point and not painted."""
    if len(course) < 2:
        return
    low, high = min(course), max(course)
    step, height = box.width() / (len(course) - 1), (high - low) or 1
    points = [
        QPointF(box.left() + step * at, box.bottom() - (value - low) / height * box.height())
        for at, value in enumerate(course)
    ]
    under = QColor(color)
    under.setAlphaF(0.08)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(under)
    painter.drawPolygon(QPolygonF([QPointF(box.bottomLeft()), *points, QPointF(box.bottomRight())]))
    polyline(painter, points, color)


class Sparkline(QWidget):
    """A sparkline that stands by itself; `name` says it in words to those who do not see it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: tuple[float, ...] = ()
        self._tone = Tone.ACCENT
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_course(self, course: Sequence[float], tone: Tone = Tone.ACCENT) -> None:
        """Show values over time, the latest last."""
        self._course, self._tone = tuple(course), tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 96), grown(self, 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.rect().adjusted(2, 3, -2, -3)
        paint_sparkline(QPainter(self), box, self._course, tokens_for(self).tone(self._tone))
