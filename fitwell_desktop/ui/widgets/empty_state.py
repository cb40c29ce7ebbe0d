"""An empty place says what would stand here, why nothing does, and offers one thing to do."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import rounded, tokens_for
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label


class EmptyState(QWidget):
    """Nothing yet is not nothing that matches: `say` turns one into the other."""

    acted = Signal()

    def __init__(
        self, icon_name: str, title: str, explanation: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = _Picture(icon_name)
        self._title = Label(title, "heading", wrap=True)
        self._explanation = Label(explanation, "quiet", wrap=True)
        self._button = Button(action, "primary")
        self._button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(6)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._explanation)  # not aligned: a wrapped label needs the whole width to know its height
        layout.addSpacing(10)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.say(icon_name, title, explanation, action)

    def say(self, icon_name: str, title: str, explanation: str, action: str = "") -> None:
        """Say something else; without an action there is no button."""
        self._picture.icon_name = icon_name
        self._picture.update()
        self._title.setText(title)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._explanation.setText(explanation)
        self._explanation.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button.setText(action)
        self._button.setVisible(bool(action))


class _Picture(QWidget):
    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.icon_name = icon_name
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(52, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        rounded(painter, self.rect(), 16, tokens.color("accent_soft"))
        paint_icon(painter, self.icon_name, QRect(14, 14, 24, 24), tokens.color("accent"))
