"""A pill: a state in a word, in the colour of its tone ("At risk", "Paused", "New")."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, line_of_text, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tokens, Tone


def pill_font(font: QFont) -> QFont:
    """The font of pills beside text in that font."""
    return font_like(font, 11.5, QFont.Weight.DemiBold)


def pill_size(text: str, font: QFont) -> QSize:
    """The room that a pill takes beside text in that font."""
    metrics = QFontMetrics(pill_font(font))
    return QSize(metrics.horizontalAdvance(text) + metrics.height(), metrics.height() + 4)


def paint_pill(painter: QPainter, box: QRectF, text: str, tone: Tone, tokens: Tokens) -> None:
    """Paint a pill into a box of `pill_size`; the painter has the font of the text beside it."""
    painter.save()
    painter.setFont(pill_font(painter.font()))
    rounded(painter, box, box.height() / 2, tokens.soft(tone))
    line_of_text(painter, box, text, tokens.tone(tone), Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


class Pill(QWidget):
    """A pill that stands by itself."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Tell another state."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self._text, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_pill(painter, QRectF(self.rect()), self._text, self._tone, tokens_for(self))
