"""An avatar: a photo, or a name's initials in a colour that is always that name's own."""

from functools import lru_cache
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import line_of_text, tokens_for
from fitwell_desktop.ui.tokens import Tokens


def initials(name: str) -> str:
    """The first letters of the first and the last name: "Ava van der Berg" gives "AB"."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def category(name: str) -> int:
    """Which of the eight category colours is this name's; the same on every computer."""
    return crc32(name.encode()) % 8


def paint_avatar(painter: QPainter, box: QRectF, name: str, tokens: Tokens, photo: QPixmap | None = None) -> None:
    """Paint a round avatar into a square: the photo, which is square too, or the name's initials."""
    if photo is not None and not photo.isNull():
        _paint_photo(painter, box, photo, tokens)
        return
    ratio, color = painter.device().devicePixelRatioF(), category(name)
    colors = tokens.category_softs[color], tokens.categories[color]
    painter.drawImage(box, _letters(initials(name), *colors, painter.font().family(), round(box.height() * ratio)))


@lru_cache(maxsize=1024)
def _letters(text: str, ground: str, ink: str, family: str, side: int) -> QImage:
    """A list paints many at each letter that is typed above it."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    font = QFont(family)
    font.setPixelSize(max(8, round(side * 0.38)))
    font.setWeight(QFont.Weight.DemiBold)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(image.rect())
    painter.setFont(font)
    line_of_text(painter, image.rect(), text, QColor(ink), Qt.AlignmentFlag.AlignHCenter)
    painter.end()
    return image


def _paint_photo(painter: QPainter, box: QRectF, photo: QPixmap, tokens: Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    brush = QBrush(photo)
    scale = box.width() / photo.width()
    brush.setTransform(QTransform.fromTranslate(box.left(), box.top()).scale(scale, scale))
    painter.setBrush(brush)
    painter.setPen(tokens.color("border"))  # or a white wall runs out into a white surface
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


class Avatar(QWidget):
    """An avatar that stands by itself."""

    def __init__(self, name: str = "", side: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Stand for someone else."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name, tokens_for(self))
