"""Menus and shortcuts, made from what the window and the panels declare; and the sheet that lists every key."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from fitwell_desktop.ui.actions import Action
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.typed import keep_what_is_typed
from fitwell_desktop.ui.widgets.menu import Menu

FIRST_MENUS = ("File", "Edit", "View", "Go")
LAST_MENUS = ("Help",)
LATER_MS = 150
"""Between the steps that add actions later, so that the window can answer in between."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared action and the Qt action made from it."""

    declared: Action
    made: QAction


class Menus(QObject):
    """All actions of the window, each in its menu, in the New menu if it makes something, and under its key."""

    changed = Signal()

    def __init__(self, window: QWidget, bar: QMenuBar) -> None:
        super().__init__(window)
        self._new_menu = Menu(parent=window)
        self._entries: dict[str, Entry] = {}
        self._later: list[Callable[[], object]] = []
        self._soon = QTimer(self, interval=LATER_MS)
        self._soon.timeout.connect(self._do_one_more)
        self._window = window
        self._bar = bar
        self._menus: dict[str, QMenu] = {}
        self._kinds: dict[str, str] = {}

    @property
    def entries(self) -> dict[str, Entry]:
        """All actions by their names."""
        self._do_all()
        return self._entries

    @property
    def new_menu(self) -> Menu:
        """What makes something new."""
        self._do_all()
        return self._new_menu

    def add_later(self, steps: Iterable[Callable[[], object]]) -> None:
        """Steps that add further actions: taken one by one in a moment, or all as soon as somebody asks for an action.
        So what a start shows needs not wait for what it does not show.
        """
        self._later.extend(steps)
        self._soon.start()

    def add(self, declared: Action, run: Callable[[], object], home: QWidget | None = None) -> QAction:
        """Make an action that calls `run`. The key of one that is `here` works inside `home` only."""
        self._ensure_free(declared)
        made = QAction(translated(declared.text), self._window)
        made.setObjectName(declared.name)
        made.setShortcut(QKeySequence(declared.shortcut))
        made.setIconVisibleInMenu(bool(declared.icon))
        if declared.icon:
            made.setIcon(icon(declared.icon))
        made.triggered.connect(lambda: run() if declared.in_field else _do(run))
        if declared.here and home:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            home.addAction(made)
        else:
            self._window.addAction(made)
        self._entries[declared.name] = Entry(declared, made)
        self._put(made, declared)
        if declared.makes:
            self._new_menu.addAction(made)
        self.changed.emit()
        return made

    def _put(self, made: QAction, declared: Action) -> None:
        """Into its menu, after a line if the actions before it are of another kind: "layout.reset", "window.theme"."""
        menu, kind = self.menu(declared.menu), declared.name.partition(".")[0]
        if self._kinds.setdefault(declared.menu, kind) != kind:
            self._kinds[declared.menu] = kind
            menu.addSeparator()
        menu.addAction(made)

    def run(self, name: str) -> None:
        """Do what the action of that name does."""
        self.entries[name].made.trigger()

    def offer(self, menu: QMenu, groups: Iterable[Sequence[str]]) -> None:
        """Put those of the named actions that there are into another menu as well, a line between the groups."""
        for group in groups:
            found = [self.entries[name].made for name in group if name in self.entries]
            if found and not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(found)

    def remove(self, name: str) -> None:
        """Take an action out of all menus, and its key with it."""
        entry = self._entries.pop(name, None)
        if entry:
            entry.made.deleteLater()
            entry.made.setShortcut(QKeySequence())
            self.menu(entry.declared.menu).removeAction(entry.made)
            self.changed.emit()

    def menu(self, title: str) -> QMenu:
        """The menu declared with that title, made at its place in the bar if it isn't there yet."""
        if title not in self._menus:
            self._menus[title] = Menu(translated(title), self._window)
            self._bar.clear()
            for known in sorted(self._menus, key=_rank):
                self._bar.addMenu(self._menus[known])
        return self._menus[title]

    def top(self) -> list[QMenu]:
        """The menus in the bar's order."""
        return [self._menus[title] for title in self.titles()]

    def titles(self) -> list[str]:
        """The titles under which menus are declared, in the bar's order."""
        self._do_all()
        return sorted(self._menus, key=_rank)

    def under_one(self) -> QMenu:
        """All menus as one, for where there is no bar."""
        whole = Menu(parent=self._window)
        whole.aboutToShow.connect(whole.clear)
        whole.aboutToShow.connect(lambda: [whole.addMenu(menu) for menu in self.top()])
        return whole

    def enabled(self) -> Iterator[Entry]:
        """The actions that can be done now."""
        return (entry for entry in self.entries.values() if entry.made.isEnabled())

    def _do_all(self) -> None:
        while self._later:
            self._do_one_more()

    def _do_one_more(self) -> None:
        if self._later:
            self._later.pop(0)()
        if not self._later:
            self._soon.stop()

    def _ensure_free(self, declared: Action) -> None:
        """Two actions under one key would both be dead, which nobody notices until they are needed."""
        if declared.name in self._entries:
            raise ValueError(f"two actions are called {declared.name}")
        for entry in self._entries.values():
            if declared.shortcut and not declared.here and not entry.declared.here:
                taken = QKeySequence(entry.declared.shortcut) == QKeySequence(declared.shortcut)
                if taken:
                    raise ValueError(f"{declared.name} and {entry.declared.name} share {declared.shortcut}")


def _do(run: Callable[[], object]) -> None:
    keep_what_is_typed()
    run()


def _rank(title: str) -> int:
    if title in FIRST_MENUS:
        return FIRST_MENUS.index(title)
    return len(FIRST_MENUS) + (1 + LAST_MENUS.index(title) if title in LAST_MENUS else 0)
