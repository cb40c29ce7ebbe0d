"""A document in the list: a double click opens it, and it can be dragged out of the window as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget


class DocumentCard(QWidget):
    """Around the card that shows the document. `copy` makes the file that is dragged."""

    def __init__(self, title: str, card: QWidget, opened: Callable[[], object], copy: Callable[[], Path]) -> None:
        super().__init__()
        self._opened, self._copy = opened, copy
        self._pressed: QPoint | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.setToolTip(self.tr("Double click opens, dragging copies"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._opened()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._opened()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag, data = QDrag(self), QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(self._copy()))])
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)
