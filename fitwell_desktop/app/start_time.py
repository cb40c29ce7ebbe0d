"""How long the start took: to the first picture, and until every panel in sight shows its data. For `--timing`."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from fitwell_desktop.ui.panel import Panel

_IMPORTED = time.monotonic()


class StartTime(QObject):
    """Watches the first window, says its two figures on one line, and then nothing more."""

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._first = 0.0
        self._filling = False

    def watch(self, window: MainWindow) -> None:
        """Note when this window paints for the first time."""
        self._window = window
        window.installEventFilter(self)

    def watch_panels(self) -> None:
        """Note when the panels that are in sight have painted."""
        self._filling = True
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._window:
            self._first = self._first or age()
            if self._filling and isinstance(watched, QWidget) and _inside_panel(watched) and self._all_filled():
                sys.stdout.write(f"first paint {self._first:.2f} s, usable {age():.2f} s\n")
                sys.stdout.flush()
                self._window = None
        return False

    def _all_filled(self) -> bool:
        assert self._window is not None
        seen = self._window.area.seen()
        return bool(seen) and all(_panel_in(dock.home) for dock in seen)


def age() -> float:
    """Seconds since the system started this process, or where it does not tell, since this module was imported."""
    stat = Path("/proc/self/stat")
    if not stat.exists():
        return time.monotonic() - _IMPORTED
    ticks = int(stat.read_text("utf-8").rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def _inside_panel(widget: QWidget) -> bool:
    kind = _panel_class()
    return isinstance(widget, kind) or any(isinstance(above, kind) for above in _above(widget))


def _above(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def _panel_in(home: QWidget) -> bool:
    return any(panel.isVisible() for panel in home.findChildren(_panel_class()))


def _panel_class() -> "type[Panel]":
    from fitwell_desktop.ui.panel import Panel  # brings the database along, so not before the first picture

    return Panel
