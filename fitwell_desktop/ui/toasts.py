"""Toasts: one sentence at the window's foot about what was just done, and the way to take it back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import tokens_for
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label

STAYS = 6000
"""How long a toast stays, in ms; the mouse over it holds it."""
_FOOT = 56
_ICONS = {Tone.GOOD: "circle-check", Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert", Tone.INFO: "info"}


class Toasts(QObject):
    """The toasts of one window. A new one takes the place of the last; Esc takes it away."""

    undo_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast = _Toast(window)
        self._toast.undo.clicked.connect(self._undo)
        window.installEventFilter(self)

    def show(self, sentence: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something; the tone's sign stands before it."""
        self._say(sentence, tone, undoable=False)

    def show_undoable(self, sentence: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._say(sentence, Tone.NEUTRAL, undoable=True)

    def dismiss(self) -> None:
        """Take the toast away."""
        self._toast.hide()

    def sentence(self) -> str:
        """What is being said; nothing if there is no toast."""
        return "" if self._toast.isHidden() else self._toast.words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        # only an Esc that nobody else in the window wanted comes this far
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        return False

    def _say(self, sentence: str, tone: Tone, *, undoable: bool) -> None:
        self._toast.say(sentence, tone, undoable=undoable)
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._toast, sentence))

    def _undo(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _place(self) -> None:
        size = self._toast.size_in(self._window.width() - 32)
        left = (self._window.width() - size.width()) // 2
        self._toast.setGeometry(QRect(QPoint(left, self._window.height() - size.height() - _FOOT), size))
        self._toast.raise_()


class _Toast(QFrame):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "toast")
        self._tone = Tone.NEUTRAL
        self.words = Label()
        self.undo = Button(self.tr("Undo"), "link")
        self._left = QTimer(self, singleShot=True, interval=STAYS)
        self._left.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setSpacing(20)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.undo)
        self.hide()

    def say(self, sentence: str, tone: Tone, *, undoable: bool) -> None:
        self._tone = tone
        self.words.setText(sentence)
        self.undo.setVisible(undoable)
        self.setContentsMargins(30 if tone in _ICONS else 6, 2, 6, 2)
        self.setAccessibleName(sentence)
        self.show()
        self._left.start()

    def size_in(self, room: int) -> QSize:
        self.words.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > room:
            self.words.setWordWrap(True)
            size.setWidth(room)
            size.setHeight(self.heightForWidth(room))
        return size

    def enterEvent(self, event: QEnterEvent) -> None:
        self._left.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._left.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tone in _ICONS:
            sign = QRect(16, (self.height() - 18) // 2, 18, 18)
            paint_icon(QPainter(self), _ICONS[self._tone], sign, tokens_for(self).color("toast_text"))
