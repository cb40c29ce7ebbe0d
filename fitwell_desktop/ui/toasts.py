"""Toasts: one sentence at the window's foot about what was just done, and the way to take it back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpacerItem, QWidget

from fitwell_desktop.ui.icons import paint_icon
from fitwell_desktop.ui.painting import mirrored, tokens_for
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.typed import keep_what_is_typed
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label

STAYS = 6000
"""How long a toast stays, in ms; the mouse over it holds it."""
_FOOT = 56
_ICONS = {Tone.GOOD: "circle-check", Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert", Tone.INFO: "info"}


class Toasts(QObject):
    """The toasts of one window. A new one takes the place of the last; Esc takes it away."""

    undo_requested = Signal(object)
    """The toast's button was meant: what `show_undoable` was given comes back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._toast = _Toast(window)
        self._toast.undo.clicked.connect(self.undo)
        self._step: object = None

    def show(self, sentence: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something; the tone's sign stands before it."""
        self._say(sentence, tone, undoable=False)

    def show_undoable(self, sentence: str, step: object) -> None:
        """Say what was done, with a button that takes that step back."""
        self._say(sentence, Tone.NEUTRAL, undoable=True)
        self._step = step

    def dismiss(self) -> None:
        """Take the toast away."""
        self._toast.hide()

    def sentence(self) -> str:
        """What is being said; nothing if there is no toast."""
        return "" if self._toast.isHidden() else self._toast.words.text()

    def _say(self, sentence: str, tone: Tone, *, undoable: bool) -> None:
        self._toast.say(sentence, tone, undoable=undoable)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._toast, sentence))

    def undo(self) -> None:
        """Do what the toast’s button does."""
        self.dismiss()
        self.undo_requested.emit(self._step)


class _Toast(QFrame):
    """Watches the window itself, so that the watching ends with it when the window goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "toast")
        self._tone = Tone.NEUTRAL
        self.words = Label()
        self.undo = Button(self.tr("Undo"), "link")
        self.undo.clicked.disconnect(keep_what_is_typed)  # that would be a newer step, which stands in the way
        self._left = QTimer(self, singleShot=True, interval=STAYS)
        self._left.timeout.connect(self.hide)
        self._room = QSpacerItem(0, 0)
        """Before the words, for the tone's sign."""
        self.setContentsMargins(6, 2, 6, 2)
        layout = QHBoxLayout(self)
        layout.setSpacing(20)
        layout.addItem(self._room)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.undo)
        self.hide()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        # only an Esc that nobody else in the window wanted comes this far
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.hide()
        return False

    def say(self, sentence: str, tone: Tone, *, undoable: bool) -> None:
        self._tone = tone
        self.words.setText(sentence)
        self.undo.setVisible(undoable)
        self._room.changeSize(24 if tone in _ICONS else 0, 0)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self._left.start()

    def _place(self) -> None:
        size = self._size_in(self._window.width() - 32)
        left = (self._window.width() - size.width()) // 2
        self.setGeometry(QRect(QPoint(left, self._window.height() - size.height() - _FOOT), size))
        self.raise_()

    def _size_in(self, room: int) -> QSize:
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self._place)  # once the words have their new size

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tone in _ICONS:
            sign = QRect(16, (self.height() - 18) // 2, 18, 18)
            paint_icon(QPainter(self), _ICONS[self._tone], mirrored(self, sign), tokens_for(self).color("toast_text"))
