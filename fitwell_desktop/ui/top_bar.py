"""The window's head: name, layouts, search, undo and redo, theme, New, and who is signed in."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from fitwell_desktop.ui.icons import icon, paint_icon
from fitwell_desktop.ui.painting import grown, rounded, tokens_for
from fitwell_desktop.ui.tokens import LIGHT, Tokens
from fitwell_desktop.ui.widgets.avatar import paint_avatar
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.keycap import KeyCap
from fitwell_desktop.ui.widgets.labels import ElidedLabel, tooltip
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.segmented import SegmentedControl

HEIGHT = 51
BRAND_GAP = 6
"""Between sign and name; Qt's own is too narrow."""


class TopBar(QFrame):
    """Everything in one row; the window connects it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "top-bar")
        self.setMinimumHeight(HEIGHT)
        self.brand = Brand()
        self.layouts = LayoutSwitch()
        self.search = SearchButton()
        self.undo, self.redo = IconButton("undo-2", self.tr("Undo")), IconButton("redo-2", self.tr("Redo"))
        self.theme = IconButton("moon", self.tr("Toggle dark theme"))
        self.new = Button(self.tr("New"), "primary", "plus")
        self.new.setToolTip(self.tr("New (Ctrl+N)"))
        self.user = Avatar()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 14, 6)
        self._row.addWidget(_row_of(self.brand, self.layouts, spacing=10), 1, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.search, 100)  # it takes its room before the others take more than they need
        right = _row_of(self.undo, self.redo, self.theme, self.new, self.user, spacing=6)
        self._row.addWidget(right, 1, Qt.AlignmentFlag.AlignRight)


class Brand(QToolButton):
    """The program's sign and name; a click opens all menus."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "brand")
        self.setText("FitWell")
        self.setIconSize(QSize(28 + BRAND_GAP, 28))
        self.wear(LIGHT)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("FitWell, all menus"))
        self.setToolTip(self.tr("All menus (F10)"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wear(self, tokens: Tokens) -> None:
        """Paint the sign in these colours."""
        self.setIcon(QIcon(logo(28, tokens, gap=BRAND_GAP)))


class LayoutSwitch(QWidget):
    """The layouts side by side, one of them worn; not there while there is no choice. What `menu` holds is offered for
    the one that is worn: to ask for it at a layout's tab wears that layout.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, str] = {}
        self._control: SegmentedControl | None = None
        self.menu = Menu(parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_choice(self, titles: dict[str, str], current: str) -> None:
        """Offer these, and mark the current one."""
        if titles != self._titles:
            self._titles = dict(titles)
            self._rebuild()
        if self._control and current in titles:
            self._control.set_value(current)
        self.setVisible(len(titles) > 1)

    def titles(self) -> list[str]:
        """What is offered."""
        return list(self._titles.values())

    def current(self) -> str:
        """The title that is marked."""
        return self._titles[str(self._control.value())] if self._control else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place, control = event.globalPos(), self._control
        if control and event.reason() is QContextMenuEvent.Reason.Mouse:
            control.choose_at(control.mapFromGlobal(place))
        elif control:
            place = control.mapToGlobal(control.box_of(control.value()).bottomLeft())
        self.menu.popup(place)

    def _rebuild(self) -> None:
        if self._control:
            self._row.removeWidget(self._control)
            self._control.deleteLater()
        self._control = SegmentedControl(self.tr("Workspace"), list(self._titles.items())) if self._titles else None
        if self._control:
            self._control.chosen.connect(self.chosen)
            self._row.addWidget(self._control)


class SearchButton(QPushButton):
    """Looks like the box that it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "search")
        self.setAccessibleName(self.tr("Search or run a command"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._sign = QLabel()
        words, key = ElidedLabel(self.tr("Search or run a command…"), "quiet"), KeyCap("Ctrl K")
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 11, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(words, 1)
        row.addWidget(key)
        for inside in (self._sign, words, key):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grow()
        self.wear()

    def wear(self) -> None:
        """Paint the sign in the theme's colours."""
        self._sign.setPixmap(icon("search", "text3").pixmap(QSize(16, 16), self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        return QSize(grown(self, 90), grown(self, 32))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()
            self.updateGeometry()

    def _grow(self) -> None:
        self.setMaximumWidth(grown(self, 380))


class Avatar(QAbstractButton):
    """Who is signed in, by their initials; a click opens their menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(32, 32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = ""
        self.menu = Menu(parent=self)
        self.clicked.connect(lambda: self.menu.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self.hide()

    def show_user(self, name: str) -> None:
        """Show this person."""
        self._name = name
        self.update()
        self.setAccessibleName(self.tr("Signed in as {0}").format(name))
        self.setToolTip(self.accessibleName())
        self.setVisible(bool(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_for(self)
        paint_avatar(painter, QRectF(self.rect().adjusted(2, 2, -2, -2)), self._name, tokens)
        if self.hasFocus():
            rounded(painter, self.rect(), 16, None, tokens.color("accent"))


def bind(button: QToolButton, action: QAction) -> None:
    """Let the button do what the action does, and be called as the action is."""

    def follow() -> None:
        key = action.shortcut().toString()
        button.setEnabled(action.isEnabled())
        button.setToolTip(tooltip(f"{action.text()} ({key})" if key else action.text()))
        button.setAccessibleName(action.text())

    button.clicked.connect(action.trigger)
    action.changed.connect(follow)
    follow()


def logo(side: int, tokens: Tokens = LIGHT, gap: int = 0) -> QPixmap:
    """The program's sign: a pulse on a rounded square, with a gap of that many px after it."""
    ratio = 2
    pixmap = QPixmap((side + gap) * ratio, side * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    rounded(painter, QRect(0, 0, side, side), side * 0.27, tokens.color("accent"))
    inset = round(side * 0.18)
    paint_icon(painter, "activity", QRect(inset, inset, side - 2 * inset, side - 2 * inset), tokens.color("on_accent"))
    painter.end()
    return pixmap


def _row_of(*widgets: QWidget, spacing: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return holder
