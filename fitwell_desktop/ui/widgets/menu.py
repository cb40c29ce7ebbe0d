"""Menus and popovers: surfaces over the window, with round corners."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from fitwell_desktop.ui.painting import rounded, tokens_for


class Menu(QMenu):
    """A menu whose corners are round."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setToolTipsVisible(True)


class Popover(QFrame):
    """A surface that opens beside a widget and closes when one clicks elsewhere, or by Esc."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(content)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, moved so that it stays on the screen."""
        self.adjustSize()
        screen = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        if place.y() + self.height() > screen.bottom():
            place = anchor.mapToGlobal(QPoint(0, -self.height() - 4))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        rounded(QPainter(self), self.rect(), 10, tokens.color("surface"), tokens.color("border2"))
