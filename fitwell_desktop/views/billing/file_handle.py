"""A file that is dragged out of the program, into a mail or a folder."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from fitwell_desktop.core.copies import PREFIX
from fitwell_desktop.ui.widgets.buttons import Button


class FileHandle(Button):
    """A file that can be dragged out of the program: `make` writes it into a folder and returns where."""

    def __init__(self, make: Callable[[Path], Path]) -> None:
        super().__init__("", "ghost", "grip-vertical")
        self._make = make
        self._folder: TemporaryDirectory[str] | None = None
        self._pressed = QPoint()
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and way >= QApplication.startDragDistance():
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(self.mime_data())
            drag.exec(Qt.DropAction.CopyAction)

    def mime_data(self) -> QMimeData:
        """The file, written, as the system's drag and drop wants it."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix=PREFIX)
            self.destroyed.connect(self._folder.cleanup)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._make(Path(self._folder.name))))])
        return data
