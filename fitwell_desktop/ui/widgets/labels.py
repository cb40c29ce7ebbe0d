"""Text: plain labels by role, and one line that is cut with … where it has no room."""

from html import escape
from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText, QTextOption, QTransform
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_LINE = 80
"""A tooltip of more letters is broken into several lines."""
_STEP = 48
"""A tally's room grows and shrinks by so much, in px."""
Role = Literal["", "display", "title", "heading", "strong", "label", "quiet", "hint", "error"]


class Label(QLabel):
    """Plain text, whatever is in it. The role gives size, weight and colour. Where it wraps, it breaks a word that is wider
    than its room, so that no name of a file makes a page wider than its panel.
    """

    def __init__(self, text: str = "", role: Role = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least()), hint.height()) if self.wordWrap() else hint

    def heightForWidth(self, width: int) -> int:
        if not self._is_broken(width):
            return super().heightForWidth(width)
        return ceil(self._broken(width).size().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_broken(self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawStaticText(0, 0, self._broken(self.width()))
        painter.end()

    def width_in_one_line(self) -> int:
        """How wide the text is where nothing is wrapped; Qt's own hint folds more than about twenty letters."""
        return self.fontMetrics().size(0, self.text()).width() + self.width() - self.contentsRect().width()

    def _least(self) -> int:
        return self.fontMetrics().horizontalAdvance("…MM")

    def _is_broken(self, width: int) -> bool:
        """Whether a word is wider than that, which Qt would cut."""
        return self.wordWrap() and super().minimumSizeHint().width() > width

    def _broken(self, width: int) -> QStaticText:
        """The text in that width, long words in several lines."""
        text = QStaticText(self.text().replace("\n", "\N{LINE SEPARATOR}"))
        text.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text.setTextOption(option)
        text.setTextWidth(width)
        text.prepare(QTransform(), self.font())
        return text


class ElidedLabel(Label):
    """One line that gives way: it shrinks to its room, and shows the whole text in its tooltip when it is cut."""

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), super().minimumSizeHint().height())

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
