"""An application dressed as FitWell is, and windows on it, for what is measured on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.painting import settle
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.theme import Theme

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


def shown(window: W) -> W:
    """The window, on the screen and finished."""
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    settle()
    return window
