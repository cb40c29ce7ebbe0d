"""The stage of a tour: the program on folders of its own, at a time of its own."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from fitwell_desktop.app.practice_window import PracticeWindow
from fitwell_desktop.app.program import Program
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.tour.driver import key, until
from fitwell_desktop.tour.pictures import SIZE, Album
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.tokens import DARK
from fitwell_desktop.ui.workspace import Workspace

MORNING = datetime(2026, 11, 5, 9, 25, tzinfo=UTC)
"""A Thursday, before the first session."""
A_MINUTE = timedelta(minutes=1)
P = TypeVar("P", bound=Panel)


class Stage:
    """What a step works with. The clock goes on by a minute a step, so that every tour makes the same pictures."""

    def __init__(self, application: QApplication, out: Path) -> None:
        self.application = application
        self.out = out
        self.clock = FixedClock(MORNING)
        self.settings = Settings(out / "settings.json")
        self.settings.put("theme.scheme", "light")
        self.album = Album(out)
        self.folder = PracticeFolder(out / "practice")
        self._program: Program | None = None
        application.setCursorFlashTime(0)  # a blinking cursor never stands still
        QCursor.setPos(application.primaryScreen().geometry().bottomRight())  # where it hovers over nothing

    # the program

    @property
    def program(self) -> Program:
        """The program as it was started last."""
        assert self._program is not None
        return self._program

    def start(self, begin: Callable[[Program], object]) -> None:
        """Start the program, and let it begin."""
        self._program = Program(self.application, self.settings, self.clock)
        begin(self._program)

    def open(self, folder: PracticeFolder) -> None:
        """Start the program on a practice, and wait until its window can be used."""
        self.start(lambda program: program.open(folder))
        self.wait_for_window()

    def wait_for_window(self) -> None:
        """Wait until the practice is open in a window of the pictures' size."""
        until(self._is_attached, "The practice does not open.")
        if self.application.primaryScreen().size() == SIZE:
            self.window.showFullScreen()  # without a frame, which would take room
        self.window.resize(SIZE)

    def close(self) -> None:
        """End the program as quitting does."""
        if self._program is not None:
            if self._program.window is not None:
                self._program.window.close()
            self._program.end()
            self._program.deleteLater()
            self._program = None
            self.application.processEvents()

    def _is_attached(self) -> bool:
        window = self.program.window
        return window is not None and window.rail.isEnabled() and window.findChild(PracticeWindow) is not None

    # the window

    @property
    def window(self) -> MainWindow:
        """The window of the practice."""
        assert self.program.window is not None
        return self.program.window

    @property
    def workspace(self) -> Workspace:
        """What the window's panels are given."""
        joined = self.window.findChild(PracticeWindow)
        assert isinstance(joined, PracticeWindow)
        return joined.workspace

    @property
    def store(self) -> Store:
        """The practice's data, to see whether what the screen says is so."""
        return self.workspace.store

    def panel(self, name: str, kind: type[P]) -> P:
        """A panel that is in sight."""
        dock = self.window.area.docks[name]
        until(dock.is_seen, f"“{dock.place.title}” is not in sight.")
        assert isinstance(dock.panel, kind)
        return dock.panel

    def said(self, sentence: str) -> None:
        """Wait until a toast says that."""
        toasts = self.window.toasts
        until(lambda: sentence in toasts.sentence(), f"No toast says “{sentence}”, but “{toasts.sentence()}”.")

    # pictures

    def picture(self, name: str) -> None:
        """Keep a picture of what is seen now."""
        self.album.take(name)

    def both(self, name: str) -> None:
        """Keep a picture in light, and one in dark."""
        self.picture(name)
        self.wear_other()
        self.picture(f"{name}-dark")
        self.wear_other()

    def wear_other(self) -> None:
        """From light to dark or back, by the key."""
        dark = self.program.theme.tokens is DARK
        key("Ctrl+Shift+L")
        until(lambda: (self.program.theme.tokens is DARK) is not dark, "The theme does not change.")
