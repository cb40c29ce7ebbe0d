"""A search field: an icon before, a way to clear it, and Esc clears it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fitwell_desktop.ui.icons import icon


class SearchField(QLineEdit):
    """What is typed is told by `textChanged`; Esc clears, and leaves the field when it is empty."""

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
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def event(self, event: QEvent) -> bool:
        # while there is something to clear, Esc is ours: a dialog around would close otherwise
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clears(event):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _clears(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())
