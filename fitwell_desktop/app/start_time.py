"""How long the start took: to the first picture, and until every panel in sight shows its data. For `--timing`."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.main_window import MainWindow

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._first = self._first or age()
        elif event.type() == QEvent.Type.UpdateRequest and self._filling and self._all_filled():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._say)  # when what was requested has been painted
        return False

    def _say(self) -> None:
        sys.stdout.write(f"first paint {self._first:.2f} s, usable {age():.2f} s\n")
        sys.stdout.flush()

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


def _panel_in(home: QWidget) -> bool:
    from fitwell_desktop.ui.panel import Panel  # brings the database along, so not before the first picture

    return any(panel.isVisible() for panel in home.findChildren(Panel))
