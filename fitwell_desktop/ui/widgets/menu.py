"""Menus and popovers: surfaces over the window, with round corners."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QBitmap,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QVBoxLayout, QWidget

from fitwell_desktop.ui.painting import rounded, tokens_for

RADIUS = 10
MENU_KEY = "Shift+F10"
"""Does what the Menu key does, which many keyboards lack."""
_OF_SHORTCUTS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Menu(QMenu):
    """A menu whose corners are round."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not _may_lack_compositor())
        self.setToolTipsVisible(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)


class Popover(QFrame):
    """A surface that opens beside a widget and closes when one clicks elsewhere, or by Esc. It is gone then.

    It is the window's child, not the widget's: keys that belong to a panel don't reach through it.
    """

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent.window(), Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # the window would keep each one until it goes itself
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not _may_lack_compositor())
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addWidget(content)

    def event(self, event: QEvent) -> bool:
        """What is typed into it is its own, and never the beginning of a shortcut."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and not event.modifiers() & _OF_SHORTCUTS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_menu_key(event):
            ask_for_menu()
        else:
            super().keyPressEvent(event)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, moved so that it stays on the screen."""
        self.adjustSize()
        self.move(place_below(anchor, self))
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        rounded(QPainter(self), self.rect(), RADIUS, tokens.color("surface"), tokens.color("border2"))


def ask_for_menu() -> None:
    """Ask what has the keyboard for its menu."""
    widget = QApplication.focusWidget()
    if widget:
        chosen = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = (chosen if isinstance(chosen, QRect) else widget.rect()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def is_menu_key(event: QKeyEvent) -> bool:
    """Whether a key asks for the menu of what has the keyboard."""
    return QKeySequence(event.keyCombination()) == QKeySequence(MENU_KEY)


def place_below(anchor: QWidget, surface: QWidget) -> QPoint:
    """Where on the screen the surface stands beside its anchor: below it, or above where there is no room below."""
    screen = anchor.screen().availableGeometry()
    left = anchor.width() - surface.width() if anchor.isRightToLeft() else 0
    place = anchor.mapToGlobal(QPoint(left, anchor.height() + 4))
    if place.y() + surface.height() > screen.bottom():
        place = anchor.mapToGlobal(QPoint(left, -surface.height() - 4))
    place.setX(max(screen.left(), min(place.x(), screen.right() - surface.width())))
    return place


def cut_corners(surface: QWidget) -> None:
    """Cut a top-level surface round where its corners can't be transparent: they would be black."""
    if not _may_lack_compositor():
        return
    shape = QBitmap(surface.size())
    shape.fill(Qt.GlobalColor.color0)
    painter = QPainter(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(surface.rect(), RADIUS, RADIUS)
    painter.end()
    surface.setMask(shape)


def _may_lack_compositor() -> bool:
    """X11 alone may show windows without blending them, and Qt does not say whether it does."""
    return QGuiApplication.platformName() == "xcb"
