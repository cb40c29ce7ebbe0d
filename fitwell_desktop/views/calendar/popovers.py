"""Popovers that open beside a place of the grid, keep what was typed when they close, and then vanish."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.widgets.esc_warning import EscWarning
from fitwell_desktop.ui.widgets.menu import Popover

GAP = 6


class BesidePopover(Popover):
    """A popover that belongs to a rectangle of a widget. Where it `holds_typing` that nothing keeps, Esc asks to be
    pressed twice, and a click elsewhere leaves it open.
    """

    closed = Signal()

    def __init__(self, content: QWidget, parent: QWidget, holds_typing: Callable[[], bool] = lambda: False) -> None:
        super().__init__(content, parent)
        self.content = content
        self.foot = EscWarning()
        self.foot.setContentsMargins(12, 0, 12, 8)
        self.body.addWidget(self.foot)
        self._holds_typing = holds_typing
        self._anchor = QRect()
        self._window = parent.window()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def open_beside(self, place: QRect, within: QWidget) -> None:
        """Open at the right of a place, or at its left where there is no room; all of it in the window, or else on
        the screen.
        """
        self._anchor = QRect(within.mapToGlobal(place.topLeft()), place.size())
        self._window = within.window()
        self.adjustSize()
        self._place()
        self.show()

    def event(self, event: QEvent) -> bool:
        """Give room to what appears in it: a field that asks for a reason, a sentence."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self.height() < self._wished():
            self.resize(self.width(), self._wished())
        return done

    def _wished(self) -> int:
        """The height at which everything stands as it should."""
        hint = self.sizeHint().height()
        return self.body.totalHeightForWidth(self.width()) if self.body.hasHeightForWidth() else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.foot.holds_back(event, self._holds_typing):
            self.adjustSize()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        beside = not self.rect().contains(event.position().toPoint())
        if beside and self.foot.holds_back_click(self._holds_typing):
            self.adjustSize()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        room, anchor = self._room(), self._anchor
        left = anchor.right() + GAP
        if left + self.width() > room.right():
            left = anchor.left() - GAP - self.width()
        top = anchor.top() - GAP
        self.move(
            max(room.left(), min(left, room.right() - self.width())),
            max(room.top(), min(top, room.bottom() - self.height())),
        )

    def _room(self) -> QRect:
        """The part of the window that is on the screen, less a gap; the whole screen where that is too small."""
        screen = self.screen().availableGeometry()
        room = self._window.geometry().intersected(screen).adjusted(GAP, GAP, -GAP, -GAP)
        return room if room.width() >= self.width() and room.height() >= self.height() else screen

    def closeEvent(self, event: QCloseEvent) -> None:
        self.setFocus()  # so that a field that is being typed in is left, and saved
        super().closeEvent(event)
        self.closed.emit()
