"""Tabs: an underlined word each, and the page that belongs to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget


class Tabs(QTabWidget):
    """Pages under underlined words; `name` tells those who hear the screen what is divided here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabBar().setExpanding(False)
        self.tabBar().setAccessibleName(name)
        self.setAccessibleName(name)

    def add(self, title: str, page: QWidget) -> None:
        """Add a page under its word."""
        self.addTab(page, title)
