"""Whether the window stays alive while something is done: the longest time for which its thread answered nothing."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer

BEAT_MS = 2
PATIENCE_MS = 120_000


class Heartbeat(QObject):
    """Beats on the window's thread, and knows its longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Let the window live until that holds. Raises TimeoutError where it never does."""
        loop, patience = QEventLoop(), QDeadlineTimer(PATIENCE_MS)
        self._last = perf_counter()
        self._timer.timeout.connect(lambda: loop.quit() if done() or patience.hasExpired() else None)
        self._timer.start()
        loop.exec()
        self._timer.stop()
        if not done():
            raise TimeoutError("what was waited for did not happen")

    def beat_through(self, work: Callable[[], object]) -> None:
        """Do something on the window's thread, which counts as a pause."""
        self._last = perf_counter()
        work()
        self._beat()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now
