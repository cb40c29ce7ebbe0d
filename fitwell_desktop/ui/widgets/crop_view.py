"""Chooses a square of a picture: drag it, or zoom; arrows, + and - do the same by keyboard."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import tokens_for

SIDE = 320
LARGEST_ZOOM = 8.0
SMALLEST_SIDE = 64
"""A square of fewer pixels would be a blur."""
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CropView(QWidget):
    """The picture fills the square; a circle shows what an avatar keeps of it."""

    zoomed = Signal(float)
    """The zoom is another: 1 is the largest square that the picture has."""

    def __init__(self, picture: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._zoom = 1.0
        self._middle = QPointF(picture.width() / 2, picture.height() / 2)
        self._held: QPointF | None = None
        short = min(picture.width(), picture.height())
        self.most = max(1.0, min(LARGEST_ZOOM, short / SMALLEST_SIDE))
        """So far it can be zoomed; 1 for a small picture."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def square(self) -> QRect:
        """What is chosen, in the picture's pixels."""
        side = self._side()
        return QRect(round(self._middle.x() - side / 2), round(self._middle.y() - side / 2), round(side), round(side))

    def zoom(self, zoom: float) -> None:
        """Show a smaller part, larger."""
        zoom = min(max(zoom, 1.0), self.most)
        if zoom != self._zoom:
            self._zoom = zoom
            self._move(0, 0)
            self.zoomed.emit(zoom)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = QPainter(self), QRectF(self.rect())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape, frame = QPainterPath(), QPainterPath()
        shape.addRoundedRect(whole, 10, 10)
        frame.addEllipse(whole.adjusted(1, 1, -1, -1))
        painter.setClipPath(shape)
        painter.fillRect(whole, Qt.GlobalColor.white)
        painter.drawImage(whole, self._picture, QRectF(self.square()))
        shade = tokens_for(self).color("bg")
        shade.setAlpha(190)
        painter.fillPath(shape - frame, shade)
        painter.setPen(tokens_for(self).color("accent" if self.hasFocus() else "border2"))
        painter.drawPath(frame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            by = (self._held - event.position()) * (self._side() / self.width())
            self._held = event.position()
            self._move(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(self._zoom * 1.0015 ** event.angleDelta().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            across, down = STEPS[key]
            self._move(across * self._side() / 20, down * self._side() / 20)
        elif event.text() in {"+", "-"}:
            self.zoom(self._zoom * (1.1 if event.text() == "+" else 1 / 1.1))
        else:
            super().keyPressEvent(event)

    def _side(self) -> float:
        return min(self._picture.width(), self._picture.height()) / self._zoom

    def _move(self, across: float, down: float) -> None:
        """Move the square, which stays inside the picture."""
        half = self._side() / 2
        x = min(max(self._middle.x() + across, half), self._picture.width() - half)
        y = min(max(self._middle.y() + down, half), self._picture.height() - half)
        self._middle = QPointF(x, y)
        self.update()
