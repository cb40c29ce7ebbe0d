"""A very small program for the shell's tests, whose memos are kept in a table that has a name only: the rooms."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database, Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import SignedIn, Store, command, query
from fitwell_desktop.core.tables import all_tables
from fitwell_desktop.models.scheduling import Room
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.layouts import Column, Layout, Stack
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.places import Place
from fitwell_desktop.ui.theme import Source, Theme
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.vocabulary import Right

NOW = datetime(2026, 11, 5, 9, 14, tzinfo=UTC)


@command("Write memo", needs=Right.CLIENTS)
def write_memo(session: Session, text: str) -> None:
    if not text:
        raise UserError("Write something first.")
    session.add(Room(name=text))


@query()
def memos(session: Session) -> Sequence[str]:
    return session.scalars(sa.select(Room.name).order_by(Room.name)).all()


def _box(name: str) -> QLineEdit:
    box = QLineEdit()
    box.setAccessibleName(name)
    return box


class Memos(Panel):
    """Lists the memos, with a box above."""

    made = 0

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        Memos.made += 1
        self.shown: UUID | None = None
        self.box = _box("Memo")
        self.rows = QListWidget()
        self.rows.setAccessibleName("Memos")
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.rows)

    def reload(self) -> None:
        self.rows.clear()
        self.rows.addItems(self.ask(memos))

    def show_item(self, item_id: UUID) -> None:
        self.shown = item_id

    def texts(self) -> list[str]:
        return [self.rows.item(row).text() for row in range(self.rows.count())]

    @action("memos.new", text="New memo…", menu="Memos", shortcut="Ctrl+Alt+M", icon="square-pen", needs=Right.CLIENTS)
    def new(self) -> None:
        self.workspace.do(write_memo, self.box.text() or "Untitled")

    @action("memos.clear", text="Clear the box", menu="Memos", shortcut="C", here=True)
    def clear(self) -> None:
        self.box.clear()


class Figures(Panel):
    """Counts the memos; a box of its own."""

    made = 0

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        Figures.made += 1
        self.count = -1
        self.reloads = 0
        self.box = _box("Figure")
        QVBoxLayout(self).addWidget(self.box)

    def tools(self) -> list[QWidget]:
        self.tool = _box("Filter figures")
        return [self.tool]

    def reload(self) -> None:
        self.reloads += 1
        self.count = len(self.ask(memos))

    @action("figures.count", text="Count again", menu="Figures", shortcut="Ctrl+Alt+F", icon="calculator")
    def count_again(self) -> None:
        self.reload()


class Secrets(Panel):
    """For those who have the right only."""

    def reload(self) -> None:
        pass

    @action("secrets.new", text="New secret…", menu="Secrets", shortcut="Ctrl+Alt+S")
    def new(self) -> None:
        pass


class Preferences(Panel):
    """A place that stands aside."""

    def reload(self) -> None:
        pass


MEMOS = Place("memos", "Memos", "sticky-note", "M", f"{__name__}:Memos")
FIGURES = Place("figures", "Figures", "chart-line", "F", f"{__name__}:Figures")
SECRETS = Place("secrets", "Secrets", "lock", "S", f"{__name__}:Secrets", needs=Right.HEALTH)
SETTINGS = Place("settings", "Settings", "settings", ",", f"{__name__}:Preferences", needs=Right.PRACTICE, aside=True)
PLACES = (MEMOS, FIGURES, SECRETS, SETTINGS)

LAYOUTS = (
    Layout("desk", "Desk", (Column(300, (Stack(("memos",)),)), Column(600, (Stack(("figures",)),)))),
    Layout("pile", "Pile", (Column(900, (Stack(("memos", "figures", "absent")),)),)),
    Layout("later", "Later", (Column(900, (Stack(("absent",)),)),)),
)


class Bright(Source):
    """A desktop that is light."""

    def dark(self) -> bool:
        return False


@dataclass
class Program:
    """The window on a practice of its own."""

    window: MainWindow
    workspace: Workspace
    settings: Settings
    store: Store

    def panel(self, name: str) -> Panel:
        return self.window.area.docks[name].panel


@contextmanager
def practice(folder: Path, rights: frozenset[Right]) -> Iterator[Store]:
    """A store on a real file with the small table."""
    database = Database(folder / "practice.db")
    all_tables().create_all(database.engine)
    yield Store(database, FixedClock(NOW), SignedIn(None, "Jo van Marsh", rights))
    database.close()


def started(store: Store, settings: Settings) -> Program:
    """The window, shown and attached."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = MainWindow(PLACES, LAYOUTS, settings, Theme(application, settings, Bright()))
    window.show()
    formats = Formats(store.clock)
    workspace = Workspace(store, store.clock, window.tasks, window.toasts, formats, settings, window.open_place)
    window.attach(workspace)
    assert window.menus.entries, "all actions are there, and so are their keys"
    return Program(window, workspace, settings, store)
