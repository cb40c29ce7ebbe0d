"""An avatar: a name's initials in a colour that is always that name's own."""

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, line_of_text, tokens_for
from fitwell_desktop.ui.tokens import Tokens


def initials(name: str) -> str:
    """The first letters of the first and the last name: "Ava van der Berg" gives "AB"."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def category(name: str) -> int:
    """Which of the eight category colours is this name's; the same on every computer."""
    return crc32(name.encode()) % 8


def paint_avatar(painter: QPainter, box: QRectF, name: str, tokens: Tokens) -> None:
    """Paint a round avatar into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.category_softs[category(name)]))
    painter.drawEllipse(box)
    font = font_like(painter.font(), weight=QFont.Weight.DemiBold)
    font.setPixelSize(max(8, round(box.height() * 0.38)))
    painter.setFont(font)
    line_of_text(painter, box, initials(name), QColor(tokens.categories[category(name)]), Qt.AlignmentFlag.AlignHCenter)
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
