"""A PDF as it will be printed: shown, saved, printed, dragged out of the program."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fitwell_desktop.core.copies import PREFIX
from fitwell_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

SHARPNESS = 300
"""Dots an inch on paper."""


class DocumentView(QWidget):
    """Shows a PDF that is in memory. QtPdf is loaded when there is one to show."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._bytes = b""
        self._document: QPdfDocument | None = None
        self._buffer = QBuffer(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document instead."""
        if pdf == self._bytes:
            return
        document = self._loaded()
        document.close()
        self._buffer.close()
        self._bytes = pdf
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)

    def pages(self) -> int:
        """How many pages it has."""
        return self._document.pageCount() if self._document else 0

    def print_on(self, printer: "QPrinter") -> None:
        """Draw each page on a page of the printer, as large as it fits, in its own proportions."""
        document = self._loaded()
        painter = QPainter(printer)
        for page in range(document.pageCount()):
            if page:
                printer.newPage()
            room = painter.viewport()
            size = document.pagePointSize(page) * (SHARPNESS / 72)
            image = document.render(page, QSize(round(size.width()), round(size.height())))
            fitting = QRect(QPoint(), image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
            fitting.moveCenter(room.center())
            painter.drawImage(fitting, image)
        painter.end()

    def _loaded(self) -> "QPdfDocument":
        if self._document is None:
            from PySide6.QtPdf import QPdfDocument
            from PySide6.QtPdfWidgets import QPdfView

            self._document = QPdfDocument(self)
            view = QPdfView(self)
            view.setDocument(self._document)
            view.setPageMode(QPdfView.PageMode.MultiPage)
            view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            view.setAccessibleName(self._title)
            view.setFrameShape(QPdfView.Shape.NoFrame)
            self._layout.addWidget(view)
        return self._document


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
