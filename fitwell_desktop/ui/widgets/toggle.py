"""A switch for what is on or off at once."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fitwell_desktop.ui.painting import grown, line_of_text, rounded, tokens_for


class Toggle(QAbstractButton):
    """A switch with its text beside it; `toggled` tells."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(grown(self, 36) + (words + grown(self, 10) if words else 0) + 4, grown(self, 26))

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        track = QRectF(2, (self.height() - grown(self, 20)) / 2, grown(self, 34), grown(self, 20))
        words = QRect(
            round(track.right()) + grown(self, 10), 0, self.width() - round(track.right()) - 10, self.height()
        )
        if self.isRightToLeft():
            track.moveLeft(self.width() - track.width() - 2)
            words.moveLeft(0)
        on = self.isChecked()
        fill = tokens.color("accent") if on else tokens.color("border2")
        rounded(painter, track, track.height() / 2, fill if self.isEnabled() else tokens.color("track"))
        if self.hasFocus():
            rounded(painter, track.adjusted(-2, -2, 2, 2), track.height() / 2 + 2, None, tokens.color("accent"))
        radius = track.height() / 2 - 3
        knob = track.right() - radius - 3 if on != self.isRightToLeft() else track.left() + radius + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("on_accent" if on else "surface"))
        painter.drawEllipse(QPointF(knob, track.center().y()), radius, radius)
        line_of_text(painter, words, self.text(), tokens.color("text" if self.isEnabled() else "text3"))
