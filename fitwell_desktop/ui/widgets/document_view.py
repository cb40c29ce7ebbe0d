"""A PDF as it will be printed: shown and printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
