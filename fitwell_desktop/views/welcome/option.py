"""A large choice: a sign, a title, and a line that says what it means. One of several can be the chosen one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import font_like, grown, line_of_text, rounded, tokens_for


class Option(QAbstractButton):
    """A checkable one stays chosen; the others act at once."""

    def __init__(self, icon_name: str, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._explanation = explanation
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._take_tab_stop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def setCheckable(self, checkable: bool) -> None:
        super().setCheckable(checkable)
        self._take_tab_stop(self.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it; where it is one of several, whoever asked goes on as well."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        self.click()
        event.setAccepted(not self.isCheckable())

    def _take_tab_stop(self, on: bool) -> None:
        """Of several, Tab stops at the chosen one; arrows lead from there to the others."""
        policy = Qt.FocusPolicy.StrongFocus if on or not self.isCheckable() else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 380), grown(self, 72))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_for(self), QPainter(self)
        on = self.isChecked()
        fill = "accent_soft" if on else "hover" if self.underMouse() else "surface"
        edge = "accent" if on or self.hasFocus() else "edge"
        rounded(painter, self.rect(), 10, tokens.color(fill), tokens.color(edge))
        if self.hasFocus():
            rounded(painter, self.rect().adjusted(1, 1, -1, -1), 9, None, tokens.color("accent"))
        side, pad = grown(self, 40), grown(self, 16)
        square = QRect(pad, (self.height() - side) // 2, side, side)
        rounded(painter, square, 10, tokens.color("surface" if on else "accent_soft"))
        inset = grown(self, 10)
        paint_icon(painter, self._icon, square.adjusted(inset, inset, -inset, -inset), tokens.color("accent"))
        words = self.rect().adjusted(pad * 2 + side, 0, -pad, 0)
        line = grown(self, 20)
        upper = QRect(words.left(), words.center().y() - line + 1, words.width(), line)
        painter.setFont(font_like(self.font(), 14, QFont.Weight.DemiBold))
        line_of_text(painter, upper, self.text(), tokens.color("text"))
        painter.setFont(font_like(self.font(), 12.5))
        line_of_text(painter, upper.translated(0, line), self._explanation, tokens.color("text2"))
