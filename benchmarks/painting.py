"""From something done to the picture on the screen: how long until the window has repainted for the last time."""

from collections.abc import Callable
from time import perf_counter, sleep

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

QUIET_MS = 60
"""What has not been repainted for so long is finished: longer than the program's delayed reactions."""
PATIENCE_MS = 20_000
BUSY_SECONDS = 0.005
"""Events that take longer may have asked for more."""
IDLE_SECONDS = 0.0002
"""How often it is looked whether something happens: the figures are as fine as this."""


class _Repaints(QObject):
    """Hears when a window brings its picture to the screen, a few times a frame at most."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.seen = True
        return False


def painted_ms(window: QWidget, act: Callable[[], object]) -> float:
    """From the call of `act` to the end of the last repaint that it leads to.

    Raises AssertionError where nothing is repainted: then nothing was measured.
    """
    settle()
    repaints = _Repaints(window)
    start = perf_counter()
    act()
    last = _last_repaint(repaints)
    window.removeEventFilter(repaints)
    repaints.deleteLater()
    assert last is not None, "nothing was repainted"
    return (last - start) * 1000


def settle() -> None:
    """Let everything happen that is about to, however long a busy computer takes for it."""
    quiet = QDeadlineTimer(QUIET_MS)
    while not quiet.hasExpired():
        begun = perf_counter()
        QApplication.processEvents()
        if perf_counter() - begun > BUSY_SECONDS:
            quiet.setRemainingTime(QUIET_MS)
        sleep(IDLE_SECONDS)


def _last_repaint(repaints: _Repaints) -> float | None:
    last = None
    patience, quiet = QDeadlineTimer(PATIENCE_MS), QDeadlineTimer(QUIET_MS * 4)
    while not quiet.hasExpired() and not patience.hasExpired():
        QApplication.processEvents()
        if repaints.seen:
            repaints.seen = False
            last = perf_counter()
            quiet.setRemainingTime(QUIET_MS)
        else:
            sleep(IDLE_SECONDS)
    return last
