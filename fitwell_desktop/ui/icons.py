"""Lucide's icons, coloured when they are painted: a change of theme needs no new icon."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fitwell_desktop.core.paths import resource
from fitwell_desktop.ui.tokens import tokens_of


def icon(name: str, role: str = "text2", active: str = "") -> QIcon:
    """An icon by Lucide's name, in the colour of a token; `active` is the one while it is switched on."""
    return QIcon(_Engine(name, role, active or role))


def paint_icon(painter: QPainter, name: str, rect: QRect | QRectF, color: QColor) -> None:
    """Paint an icon into a square of a widget, sharp on every screen."""
    ratio = painter.device().devicePixelRatioF()
    target = QRectF(rect)
    size = max(1, round(target.width() * ratio))
    painter.drawImage(target, _image(name, color.name(), size))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str, active: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._active = active

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._active)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        paint_icon(painter, self._name, square, self._color(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in the window's pixels, of which the screen has `scale` each way.

        Where it is wider than high, the icon stands where one begins to read, and the rest keeps words away from it.
        """
        side = max(1, round(min(size.width(), size.height()) * scale))
        image = _image(self._name, self._color(mode, state).name(), side)
        room = round((size.width() - size.height()) * scale)
        if room > 0:
            left = room if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
            image = image.copy(-left, 0, side + room, side)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        tokens = tokens_of(QGuiApplication.palette())
        if mode is QIcon.Mode.Disabled:
            return tokens.color("border2")
        return tokens.color(self._active if state is QIcon.State.On else self._role)


@lru_cache(maxsize=2048)
def _image(name: str, color: str, side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode())).render(painter)
    painter.end()
    return image


@cache
def _drawing(name: str) -> str:
    # 1.75 is lighter than Lucide's own 2 and stands better beside 13 px text
    text = resource("icons", f"{name}.svg").read_text("utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')
