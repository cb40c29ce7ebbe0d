"""A progress line: a title, how far, and a bar ("Workouts  3 of 4")."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for
from fitwell_desktop.ui.tokens import Tone


class ProgressLine(QWidget):
    """The bar is filled by `ratio`, 0 to 1; the words beside it say the same, or below it where there is no room."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words, self._ratio, self._tone = title, "", 0.0, Tone.ACCENT
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_progress(self, ratio: float, words: str, tone: Tone = Tone.ACCENT) -> None:
        """Show how far it is, and in words."""
        self._ratio, self._words, self._tone = min(1.0, max(0.0, ratio)), words, tone
        self.setAccessibleName(f"{self._title}: {words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 160), grown(self, 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return grown(self, 32 if self._fits(width) else 54)

    def _fits(self, width: int) -> bool:
        """Whether title and words have room in one line."""
        title = QFontMetrics(self._title_font()).horizontalAdvance(self._title)
        return not self._words or title + 8 + QFontMetrics(self._words_font()).horizontalAdvance(self._words) <= width

    def _title_font(self) -> QFont:
        return font_like(self.font(), 12.5, QFont.Weight.Medium)

    def _words_font(self) -> QFont:
        return font_like(self.font(), 12.5, figures=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        top, fits = QRect(0, 0, self.width(), grown(self, 20)), self._fits(self.width())
        below = top.translated(0, grown(self, 32))
        painter.setFont(self._words_font())
        side = Qt.AlignmentFlag.AlignRight if fits else Qt.AlignmentFlag.AlignLeft
        line_of_text(painter, top if fits else below, self._words, tokens.color("text2"), side)
        taken = painter.fontMetrics().horizontalAdvance(self._words) + 8 if fits else 0
        painter.setFont(self._title_font())
        line_of_text(painter, mirrored(self, top.adjusted(0, 0, -taken, 0)), self._title, tokens.color("text"))
        bar = QRect(0, grown(self, 23), self.width(), grown(self, 6))
        rounded(painter, bar, 3, tokens.color("track"))
        if self._ratio:
            bar.setWidth(max(6, round(bar.width() * self._ratio)))
            rounded(painter, mirrored(self, bar), 3, tokens.tone(self._tone))
