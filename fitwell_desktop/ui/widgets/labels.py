"""Text: plain labels by role, and one line that is cut with … where it has no room."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Role = Literal["", "display", "title", "heading", "strong", "label", "quiet", "hint", "error"]


class Label(QLabel):
    """Plain text, whatever is in it. The role gives size, weight and colour."""

    def __init__(self, text: str = "", role: Role = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        self.setProperty("role", role)


class ElidedLabel(Label):
    """One line that gives way: it shrinks to its room, and shows the whole text in its tooltip when it is cut."""

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…MM"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        painter.end()
        cut = self.text() if shown != self.text() else ""
        if self.toolTip() != cut:
            self.setToolTip(cut)


def section_title(text: str) -> Label:
    """The heading over a part of a panel."""
    return Label(text, "heading")
