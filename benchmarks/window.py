"""An application dressed as FitWell is, and windows on it, for what is measured on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.painting import settle
from fitwell_desktop.app.practice_formats import formats_of
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views import LAYOUTS, PANELS
from fitwell_desktop.views.roster.search import ClientSource

SIZE = (1440, 900)

W = TypeVar("W", bound=QWidget)


def application() -> QApplication:
    """The one application of this process, with no blinking cursor to repaint."""
    running = QApplication.instance()
    made = running if isinstance(running, QApplication) else QApplication([])
    made.setCursorFlashTime(0)
    return made


@contextmanager
def fresh_settings() -> Iterator[Settings]:
    """Settings that nobody has written yet."""
    with TemporaryDirectory() as folder:
        yield Settings(Path(folder) / "settings.json")


def dressed(settings: Settings) -> Theme:
    """FitWell's own looks on the application."""
    return Theme(application(), settings)


@dataclass(frozen=True, slots=True)
class PracticeWindow:
    """FitWell's own window on a practice, with all its panels."""

    window: MainWindow
    workspace: Workspace
    theme: Theme

    def open(self, name: str) -> Panel:
        """The panel of that name, brought to the front and filled."""
        self.workspace.open(name, None)
        settle()
        return self.window.area.docks[name].panel


@contextmanager
def practice_window(store: Store) -> Iterator[PracticeWindow]:
    """The window on the store's practice, joined as the program joins it, but for what works beside it."""
    with fresh_settings() as settings:
        theme = dressed(settings)
        window = MainWindow(PANELS, LAYOUTS, settings, theme)
        formats = formats_of(store.ask(practice_settings), store.clock)
        workspace = Workspace(store, store.clock, window.tasks, window.toasts, formats, settings, window.open_place)
        shown(window)
        window.attach(workspace, lambda: [ClientSource(workspace)])
        assert window.menus.entries, "all actions are there, and so are their keys"
        settle()
        try:
            yield PracticeWindow(window, workspace, theme)
        finally:
            window.close()
            settle()


def shown(window: W) -> W:
    """The window, on the screen and finished."""
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    settle()
    return window
