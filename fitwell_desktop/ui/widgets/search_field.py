"""A search field: an icon before, a way to clear it, Esc clears it, and Down goes to what was found."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from fitwell_desktop.ui.icons import icon


class SearchField(QLineEdit):
    """What is typed is told by `textChanged`. Esc clears; where the field is empty, it gives the keyboard on as Down does,
    to what was found.
    """

    def __init__(self, hint: str, icon_name: str = "search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.addAction(icon(icon_name, "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon("x", "text3"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(self.tr("Clear"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self._found: Callable[[], QWidget | None] = lambda: None
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def lead_to(self, found: Callable[[], QWidget | None]) -> None:
        """Tell where that which was found is shown now."""
        self._found = found

    def event(self, event: QEvent) -> bool:
        # while there is something to clear, Esc is ours: a dialog around would close otherwise
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clears(event):
            self.clear()
        elif self._leads_on(event) and (found := self._found()):
            found.setFocus()
        else:
            super().keyPressEvent(event)

    def _leads_on(self, event: QKeyEvent) -> bool:
        leaves = event.key() == Qt.Key.Key_Escape and not isinstance(self.window(), QDialog)  # which Esc closes
        return leaves or event.key() == Qt.Key.Key_Down

    def _clears(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())
