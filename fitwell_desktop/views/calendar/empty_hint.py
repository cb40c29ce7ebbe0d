"""The card over an empty board: why nothing is there, and how something gets there. The mouse goes through it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.widgets.labels import Label

SIDE = 18


class EmptyHint(QFrame):
    """Stands in the middle of its parent while it has something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = parent
        self.setProperty("role", "floating-card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Label("", "quiet")
        self._sign = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 18, 12)
        line.setSpacing(10)
        line.addWidget(self._sign)
        line.addWidget(self._words)
        self.hide()

    def say(self, words: str) -> None:
        """Say this, or nothing and vanish."""
        self._words.setText(words)
        self._sign.setPixmap(icon("calendar-plus", "accent").pixmap(QSize(SIDE, SIDE)))
        self.setVisible(bool(words))
        self.place()

    def words(self) -> str:
        """What is said."""
        return self._words.text() if self.isVisibleTo(self._board) else ""

    def place(self) -> None:
        """Go to the middle."""
        self.adjustSize()
        room = self._board.size()
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
        self.raise_()
