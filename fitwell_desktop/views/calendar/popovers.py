"""Popovers that open beside a place of the grid, keep what was typed when they close, and then vanish."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.widgets.menu import Popover

GAP = 6


class BesidePopover(Popover):
    """A popover that belongs to a rectangle of a widget."""

    closed = Signal()

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(content, parent)
        self.content = content
        self._anchor = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_beside(self, place: QRect, within: QWidget) -> None:
        """Open at the right of a place, or at its left where there is no room; all of it on the screen."""
        self._anchor = QRect(within.mapToGlobal(place.topLeft()), place.size())
        self.adjustSize()
        self._place()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        screen, anchor = self.screen().availableGeometry(), self._anchor
        left = anchor.right() + GAP
        if left + self.width() > screen.right():
            left = anchor.left() - GAP - self.width()
        top = anchor.top() - GAP
        self.move(
            max(screen.left(), min(left, screen.right() - self.width())),
            max(screen.top(), min(top, screen.bottom() - self.height())),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.setFocus()  # so that a field that is being typed in is left, and saved
        super().closeEvent(event)
        self.closed.emit()
