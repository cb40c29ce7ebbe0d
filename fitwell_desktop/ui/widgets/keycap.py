"""A key as it stands on the keyboard, shown beside what it does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded, tokens_for


class KeyCap(QWidget):
    """One key: "Ctrl", "K", "↵"."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self._key) + grown(self, 12)
        return QSize(max(width, grown(self, 22)), grown(self, 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        rounded(painter, self.rect(), 5, tokens.color("surface2"), tokens.color("border"))
        painter.setFont(self._font())
        line_of_text(painter, self.rect(), self._key, tokens.color("text2"), Qt.AlignmentFlag.AlignHCenter)

    def _font(self) -> QFont:
        return font_like(self.font(), 11.5, QFont.Weight.Medium)
