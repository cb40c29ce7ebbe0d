"""The sentence that stands before Esc: what was typed is not thrown away by a key or a click that is made by habit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from fitwell_desktop.ui.widgets.form import Form

ROOM = 130
"""What it takes beside the buttons at least, in px at 100 percent text, so that it is read in two or three lines."""


class EscWarning(Label):
    """Stands at the foot of a dialog or a popover, hidden until it is needed."""

    def __init__(self) -> None:
        super().__init__("", "label", wrap=True)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(self, ROOM), super().minimumSizeHint().height())

    def holds_back(self, event: QKeyEvent, holds_typing: Callable[[], bool]) -> bool:
        """Whether a key is the first Esc where something typed would be lost: it is said, until more is typed."""
        if not event.matches(QKeySequence.StandardKey.Cancel) or not self.isHidden() or not holds_typing():
            return False
        self._say(self.tr("Press Esc again to throw away what you typed."))
        return True

    def holds_back_click(self, holds_typing: Callable[[], bool]) -> bool:
        """Whether something typed would be lost by a click elsewhere: that never is the way out; which is one is said."""
        if not holds_typing():
            return False
        self._say(self.tr("Press Esc to throw away what you typed."))
        return True

    def _say(self, sentence: str) -> None:
        self.setText(sentence)
        self.show()
        window = self.window()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, self.text()))
        for form in forms_in(window):
            form.typed.connect(self.hide, Qt.ConnectionType.SingleShotConnection)


def forms_in(window: QWidget) -> "list[Form]":
    """A window's own forms, and not those of a dialog that lies over it."""
    from fitwell_desktop.ui.widgets.form import Form  # much, and none before the first picture

    return [form for form in window.findChildren(Form) if form.window() is window]
