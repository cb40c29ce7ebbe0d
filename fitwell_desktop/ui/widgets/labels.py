"""Text: plain labels by role, and one line that is cut with … where it has no room."""

from html import escape
from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_LINE = 80
"""A tooltip of more letters is broken into several lines."""
_STEP = 48
"""A tally's room grows and shrinks by so much, in px."""
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
        cut = tooltip(self.text()) if shown != self.text() else ""
        if self.toolTip() != cut:
            self.setToolTip(cut)


class Tally(Label):
    """A count that changes with every letter typed. It keeps its room while it can, for a head that is laid out anew lays
    out the whole window.
    """

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        needed = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        self.setFixedSize(ceil(needed.width() / _STEP) * _STEP, needed.height())


def tooltip(text: str) -> str:
    """A text as a tooltip is given it: it is shown as it stands, whatever is in it, and long ones in several lines.

    Qt takes for rich text what looks like it, and breaks the lines of no other.
    """
    is_plain = len(text) <= LONGEST_LINE and not set("<&") & set(text)
    return text if is_plain else "<p>" + escape(text).replace("\n", "<br>") + "</p>"


def section_title(text: str) -> Label:
    """The heading over a part of a panel."""
    return Label(text, "heading")
