"""Long work: done on a thread of its own, with progress and Cancel; its result arrives on the window's thread."""

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fitwell_desktop.core.errors import Cancelled
from fitwell_desktop.core.progress import Progress

T = TypeVar("T")

THREADS = 2
TURN_S = 0.0005
"""How long the window's thread waits for a busy one to let it have Python. It asks again at each method of ours that Qt
calls, dozens of times for one picture: with Python's own 5 ms the window stands still five times as often.
"""
REST_MS = 200
"""So long after the work garbage is looked for again: the panels show first what came of it. Both at once would be one
long pause.
"""


class Task(QObject):
    """One piece of work that is under way. All of it but the work itself lives on the window's thread."""

    changed = Signal()
    ended = Signal()
    _reported = Signal()
    _finished = Signal(object, object)

    def __init__(
        self,
        title: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
        stopped: Callable[[Any], None],
    ) -> None:
        super().__init__()
        self.title = title
        self.step = 0
        self.steps = 0
        self.text = ""
        self.cancelling = False
        self._work = work
        self._done = done
        self._failed = failed
        self._stopped = stopped
        self._told = False
        self._progress = Progress(self._hear)
        self._reported.connect(self._tell)
        self._finished.connect(self._finish)

    def cancel(self) -> None:
        """Stop the work at its next step; nothing is delivered then."""
        self.cancelling = True
        self._progress.cancel()
        self.changed.emit()

    def work(self) -> None:
        """Do the work, on whichever thread this is called, and send what came of it to the window's."""
        try:
            self._progress.at(0, 0)
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 -- raised again on the window's thread, or handed to `failed`
            self._finished.emit(None, error)
        else:
            self._finished.emit(result, None)

    def _hear(self, step: int, steps: int, text: str) -> None:
        """On the worker's thread: keep the newest report; one message at a time is under way to the window."""
        self.step, self.steps, self.text = step, steps, text
        if not self._told:
            self._told = True
            self._reported.emit()

    def _tell(self) -> None:
        self._told = False
        self.changed.emit()

    def _finish(self, result: Any, error: Exception | None) -> None:
        self.ended.emit()
        if error is None:
            (self._stopped if self.cancelling else self._done)(result)
        elif isinstance(error, Cancelled):
            self._stopped(None)
        elif self._failed:
            self._failed(error)
        else:
            raise error


class Tasks(QObject):
    """The work that is under way.

    Meanwhile the garbage collector stands still: a full pass holds all threads, the window's too, for a tenth of a
    second where much is being written, and it would destroy widgets on a thread that is not theirs.
    """

    changed = Signal()
    """A task began, got further, or ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Task] = []
        self._over = False
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="task")
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(gc.enable)
        sys.setswitchinterval(TURN_S)

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        stopped: Callable[[T | None], None] | None = None,
    ) -> Task:
        """Begin `work` on another thread; `done` gets its result on this one. What it raises goes to `failed`, or else
        where every error goes. A task that the user cancels ends silently, or in `stopped`, which gets the result of
        work that was too far on to be stopped.
        """

        def end_stopped(result: T | None) -> None:
            if stopped and not self._over:
                stopped(result)

        task = Task(title, work, done, failed, end_stopped)
        task.setParent(self)
        task.changed.connect(self.changed)
        task.ended.connect(lambda: self._end(task))
        self.running.append(task)
        self._rest.stop()
        gc.disable()
        self.changed.emit()
        self._threads.submit(task.work)
        return task

    def busy(self) -> bool:
        """Whether something is under way that `shutdown` would cut short."""
        return bool(self.running) and not self._over

    def cancel_all(self) -> None:
        """Stop everything at its next step."""
        for task in list(self.running):
            task.cancel()

    def shutdown(self) -> None:
        """Stop everything and wait until no thread is left."""
        self._over = True
        self.cancel_all()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._rest.stop()
        gc.enable()

    def _end(self, task: Task) -> None:
        self.running.remove(task)
        if not self.running:
            self._rest.start()
        task.deleteLater()
        self.changed.emit()
