"""Who may write, one after the other: turns are given in the order in which they were asked for."""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class TooLongError(Exception):
    """One's turn did not come in time; `holder` is the name of what is being done."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class FairLock:
    """A lock that is given in the order in which it was asked for; SQLite's own waiting is not fair."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._held = False
        self._holder = ""
        self._since = 0.0

    @contextmanager
    def held(self, name: str, patience: float | None = None) -> Iterator[None]:
        """Wait for one's turn, and hold the lock. Raises TooLongError where it has not come `patience` seconds after
        whoever holds the lock now took it, though others come before oneself: at once, where that is so already.
        """
        self._take(patience)
        self._holder = name
        try:
            yield
        finally:
            self._pass_on()

    def _take(self, patience: float | None) -> None:
        turn = threading.Lock()
        with self._guard:
            now = time.monotonic()
            if self._held:
                turn.acquire()
                self._waiting.append(turn)
            else:
                self._held, self._since = True, now
            left = -1 if patience is None else max(0, self._since + patience - now)
        if not turn.acquire(timeout=left):
            with self._guard:
                if turn in self._waiting:  # else it has come at the last moment
                    self._waiting.remove(turn)
                    raise TooLongError(self._holder)

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._since = time.monotonic()
                self._waiting.popleft().release()
            else:
                self._held = False
