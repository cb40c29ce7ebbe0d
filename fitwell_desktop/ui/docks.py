"""The window's middle: panels in docks that can be moved, tabbed, floated and closed, each built when first seen."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fitwell_desktop.ui.painting import paint_at_last, rounded, tokens_for
from fitwell_desktop.ui.places import Place
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from fitwell_desktop.ui.panel import Panel
    from fitwell_desktop.ui.unsaved import Unsaved

GAP = 8
LEAST = QSize(200, 140)
"""What a panel keeps of the window at least, in px."""

APPROACHES = 8
"""So often at most a dock is resized until it is as large as it should be; where it shares one row, twice is enough."""


class TitleBar(QFrame):
    """A dock's head: its title, the panel's own tools, float or dock, and close. A double click floats and docks too."""

    turned = Signal()
    """What is docked is to float, what floats is to be docked."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setProperty("role", "dock-title")
        self._title = Label(dock.windowTitle(), "heading")
        self.turn = IconButton("maximize-2", self.tr("Float {0}").format(dock.windowTitle()), side=15)
        self.turn.clicked.connect(self.turned)
        close = IconButton("x", self.tr("Close {0}").format(dock.windowTitle()), side=16)
        close.clicked.connect(dock.close)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 8, 4)
        self._row.setSpacing(2)
        self._tools: list[QWidget] = []
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self.turn)
        self._row.addWidget(close)
        dock.topLevelChanged.connect(self._show_floating)

    def add_tools(self, tools: list[QWidget]) -> None:
        """Put the panel's own tools between the title and the dock's buttons."""
        self._tools = tools
        for place, tool in enumerate(tools, start=2):
            self._row.insertWidget(place, tool)

    def show_under_tab(self, tabbed: bool) -> None:
        """Leave out the title, which stands on the tab then; without tools nothing is left that needs a head."""
        self._title.setHidden(tabbed)
        self.setHidden(tabbed and not self._tools)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), 0) if self.isHidden() else hint

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.turned.emit()

    def _show_floating(self, floating: bool) -> None:
        words = self.tr("Dock {0}") if floating else self.tr("Float {0}")
        self.turn.show_as("minimize-2" if floating else "maximize-2", words.format(self._title.text()))


class Dock(QDockWidget):
    """A place in the window. Its panel is made when the dock is first seen, and hidden while a tab covers it."""

    def __init__(self, place: Place, make: "Callable[[], Panel]", area: "DockArea") -> None:
        super().__init__(translated(place.title), area)
        self.setObjectName(place.name)
        self.setAccessibleName(self.windowTitle())
        self.place = place
        self.home = QFrame(self)
        """Holds the panel; the keys that work in this panel only are bound here, and a click on bare ground comes here."""
        self.home.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.home.setProperty("role", "dock-body")
        self._column = QVBoxLayout(self.home)
        self._column.setContentsMargins(1, 0, 1, 6)
        self._make = make
        self._panel: Panel | None = None
        self._wanted = False
        """The panel gets the keyboard when it is seen."""
        self.rooms: dict[frozenset[str], QSize] = {}
        """How large it is when it is docked: another size with each company, for a panel alone takes the room of all."""
        self._area = area
        self._bar = TitleBar(self)
        self.setTitleBarWidget(self._bar)
        self.setWidget(self.home)
        self._bar.turned.connect(lambda: area.dock_again(self) if self.isFloating() else self.setFloating(True))
        self.visibilityChanged.connect(self.look)

    def look(self) -> None:
        """Soon, look at what can be seen of the dock now. It may not have its place yet."""
        self._area.look_soon(self)

    @property
    def panel(self) -> "Panel":
        """The panel, made now if nobody has seen it yet."""
        if self._panel is None:
            self._panel = self._make()
            self._bar.add_tools(self._panel.tools())
            self._column.addWidget(_scrolled(self._panel))
            self.home.setProperty("ground", self._panel.property("role") == "ground")
            self.home.style().polish(self.home)
        return self._panel

    def take_keyboard(self) -> None:
        """Give the panel the keyboard, as soon as it can be seen, unless something in it has it by then."""
        self._wanted = True
        self.look()

    def enter(self) -> None:
        """Give the panel, which is seen, the keyboard now."""
        self.panel.take_keyboard()
        self._activate()

    def unsaved(self) -> "Sequence[Unsaved]":
        """What is typed in the panel and not kept."""
        return self._panel.unsaved() if self._panel else ()

    def is_tabbed(self) -> bool:
        """Whether it shares its spot, so that its title stands on a tab."""
        area = self.parent()
        others = area.tabifiedDockWidgets(self) if isinstance(area, QMainWindow) else []
        return any(not other.isHidden() for other in others)

    def is_seen(self) -> bool:
        """Whether it is open and no other tab covers it: Qt keeps covered docks visible, but outside of the window."""
        return self.isVisible() and (self.isFloating() or self.geometry().right() >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note_room()

    def _note_room(self) -> None:
        if self.is_seen() and not self.isFloating():
            self.rooms[self._area.company(self)] = self.size()

    def show_as_seen(self) -> None:
        """Show the panel, filled, where the dock can be seen, and hide it where it can't."""
        self._note_room()  # the company may be another, and the size the same
        seen = self.is_seen()
        if seen:
            self.panel.fill()
        self._bar.show_under_tab(self.is_tabbed())
        self._frame("dock-page" if self._bar.isHidden() else "dock-body")
        if seen:
            self.panel.show()
            self._give_keyboard()
        elif self._panel:
            self._panel.hide()

    def _give_keyboard(self) -> None:
        inside = self.window().focusWidget()
        if self._wanted and (inside is self.home or not self.isAncestorOf(inside)):
            self.panel.take_keyboard()
        if self._wanted:
            self._activate()
        self._wanted = False

    def _activate(self) -> None:
        """Let the keyboard go from the window to a panel that floats, or back; never away from a dialog."""
        active = QApplication.activeWindow()
        if active is self._area.window() or isinstance(active, Dock):
            self.window().activateWindow()

    def _frame(self, role: str) -> None:
        """With a head, the body has no line at its top."""
        if self.home.property("role") != role:
            self.home.setProperty("role", role)
            self.home.style().polish(self.home)


class DockArea(QMainWindow):
    """Where the docks are. It is a QMainWindow inside the window, so that bars and rail stay out of the layouts."""

    arranged = Signal()
    """A dock was opened, closed, or covered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self.setContentsMargins(GAP, GAP, GAP, GAP)
        self.setDockOptions(self.DockOption.AllowNestedDocks | self.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.docks: dict[str, Dock] = {}
        self._to_look_at: set[Dock] = set()
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._look_at_docks)
        self.outline: list[QRect] = []
        """Frames painted where the docks will be, until they are there."""
        self.hint = EmptyState(
            "layout-dashboard",
            self.tr("Nothing is open here"),
            self.tr("Choose a place on the left, press Ctrl+K, or bring the panels of this workspace back."),
            self.tr("Reset workspace"),
            self,
        )
        self.hint.hide()

    def add(self, place: Place, make: "Callable[[], Panel]") -> Dock:
        """Make the dock of a place, closed."""
        dock = self.docks[place.name] = Dock(place, make, self)
        dock.hide()
        dock.visibilityChanged.connect(self._rearranged)
        return dock

    def look_soon(self, dock: Dock) -> None:
        """Look at the dock when all have their places."""
        self._to_look_at.add(dock)
        self._look.start()

    def _look_at_docks(self) -> None:
        asked, self._to_look_at = self._to_look_at, set()
        docks = [dock for dock in self.docks.values() if dock in asked]
        for dock in docks:
            dock.setUpdatesEnabled(False)
        for dock in docks:
            dock.show_as_seen()
        QTimer.singleShot(0, self, lambda: paint_at_last(docks))

    def open(self, name: str) -> Dock:
        """Show a place in front of its tabs: where it was last, or else over the largest dock."""
        dock = self.docks[name]
        if not self.has_room_for(dock):
            neighbour = max(self.opened(), key=lambda other: _size(other.size()), default=None)
            self.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, dock)
            if neighbour:
                self.tabifyDockWidget(neighbour, dock)
        dock.show()
        dock.raise_()
        return dock

    def dock_again(self, dock: Dock) -> None:
        """Put a floating panel back to where it was, as large as it was, in front of its tabs."""
        room = dock.rooms.get(self.company(dock))
        dock.setFloating(False)  # Qt has kept its place among its neighbours, not its size
        dock.show()
        dock.raise_()
        if room is not None:
            self._approach(dock, room)

    def company(self, dock: Dock) -> frozenset[str]:
        """Who shares the window with a dock while it is docked, itself among them."""
        return frozenset(one.place.name for one in self.opened() if one is dock or not one.isFloating())

    def _approach(self, dock: Dock, room: QSize) -> None:
        """Resize a dock that has just been docked until it is that large."""
        self._resize(dock, room - QSize(1, 1))  # only for another size does Qt move it from where it floated
        for _step in range(APPROACHES):
            if dock.size() != room:
                width = _asked(room.width(), dock.width(), self.width())
                self._resize(dock, QSize(width, _asked(room.height(), dock.height(), self.height())))

    def opened(self) -> list[Dock]:
        """The docks that are not closed, whether a tab covers them or not."""
        return [dock for dock in self.docks.values() if not dock.isHidden()]

    def seen(self) -> list[Dock]:
        """The docks that the user sees, from left to right and down."""
        seen = [dock for dock in self.docks.values() if dock.is_seen()]
        return sorted(seen, key=lambda dock: (dock.mapTo(dock.window(), QPoint()).x(), dock.y()))

    def focused(self) -> Dock | None:
        """The dock that has the keyboard."""
        active_first = sorted(self.docks.values(), key=lambda dock: not dock.isActiveWindow())
        return next((dock for dock in active_first if dock.isAncestorOf(dock.window().focusWidget())), None)

    def largest(self) -> Dock | None:
        """The dock that takes most of what the user sees."""
        return max(self.seen(), key=lambda dock: _size(dock.size()), default=None)

    def step_focus(self, by: int) -> None:
        """Move the keyboard to the next dock, or the one before."""
        seen = self.seen()
        if seen:
            here = self.focused()
            place = seen.index(here) + by if here in seen else 0
            seen[place % len(seen)].enter()

    def has_room_for(self, dock: Dock) -> bool:
        """Whether the dock, open or closed, has a place where it belongs."""
        return dock.isFloating() or self.dockWidgetArea(dock) is not Qt.DockWidgetArea.NoDockWidgetArea

    def keep_only(self, docks: dict[str, bool]) -> None:
        """Open these docks, or keep their room if they are closed; the others have none."""
        for name, dock in self.docks.items():
            if name not in docks:
                self.removeDockWidget(dock)
            else:
                dock.setVisible(docks[name])

    def close_all(self) -> None:
        """Close every dock and forget where it was."""
        self.setFocus()  # or it would wander from dock to dock while they close
        for dock in self.docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
            dock.rooms.clear()

    def split(self, docks: list[Dock], orientation: Qt.Orientation) -> None:
        """Put docks beside or under one another; the first is where it should be already."""
        for first, following in pairwise(docks):
            self.splitDockWidget(first, following, orientation)
            following.show()

    def resizeEvent(self, event: object) -> None:
        self._place_hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.outline:
            painter, tokens = QPainter(self), tokens_for(self)
            for frame in self.outline:
                rounded(painter, frame, 10, tokens.color("surface"), tokens.color("border"))

    def _resize(self, dock: Dock, size: QSize) -> None:
        """Bring a dock nearer to a size: Qt scales it and its neighbours afterwards, so that they fill their row."""
        self.resizeDocks([dock], [size.width()], Qt.Orientation.Horizontal)
        self.resizeDocks([dock], [size.height()], Qt.Orientation.Vertical)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _rearranged(self) -> None:
        self._place_hint()
        for dock in self.docks.values():
            dock.look()
        self.arranged.emit()

    def _place_hint(self) -> None:
        self.hint.setGeometry(self.rect())
        self.hint.setVisible(bool(self.docks) and not self.opened())


def _scrolled(panel: QWidget) -> QScrollArea:
    """A panel that scrolls where it has less room than it needs: the window must never outgrow its screen for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the panel
    area.setMinimumSize(LEAST)
    area.setWidget(panel)
    for ground in (area.viewport(), panel):
        ground.setAutoFillBackground(False)
    return area


def focus_first(home: QWidget) -> None:
    """Give the keyboard to the first widget inside that takes it."""
    widget = home.nextInFocusChain()
    while widget and widget is not home:
        if home.isAncestorOf(widget) and takes_focus(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
        widget = widget.nextInFocusChain()


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab would stop here."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _asked(wanted: int, now: int, whole: int) -> int:
    """What to ask for a dock to be as long as wanted: Qt scales what it is given with the neighbours as they are now."""
    return max(1, wanted + (wanted - now) * wanted // max(1, whole - wanted))


def _size(size: QSize) -> int:
    return size.width() * size.height()
