"""The steps of a task that takes several pages, and which of them this is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, grown, line_of_text, mirrored, rounded, tokens_for


class Steps(QWidget):
    """A number and a title each; those that are done and the present one are in colour."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Which one it is now, from 0."""
        self._step = step
        self.setAccessibleName(f"Step {step + 1} of {len(self._titles)}: {self._titles[step]}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 300), grown(self, 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, left = QPainter(self), tokens_for(self), 0
        side, gap = grown(self, 22), grown(self, 8)
        for at, title in enumerate(self._titles):
            is_now, is_open = at == self._step, at > self._step
            font = font_like(self.font(), 13, QFont.Weight.DemiBold if is_now else QFont.Weight.Medium)
            disc = QRect(left, (self.height() - side) // 2, side, side)
            rounded(painter, mirrored(self, disc), side // 2, tokens.color("track" if is_open else "accent"))
            painter.setFont(font_like(self.font(), 12, QFont.Weight.DemiBold, figures=True))
            ink = tokens.color("text2" if is_open else "on_accent")
            line_of_text(painter, mirrored(self, disc), str(at + 1), ink, Qt.AlignmentFlag.AlignHCenter)
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(title) + 2
            words = QRect(disc.right() + gap, 0, width, self.height())
            line_of_text(painter, mirrored(self, words), title, tokens.color("text" if is_now else "text2"))
            left = words.right() + gap
            if at + 1 < len(self._titles):
                line = QRect(left, self.height() // 2, grown(self, 28), 1)
                painter.fillRect(mirrored(self, line), tokens.color("border2"))
                left = line.right() + gap
