"""How long work says how far it is, and hears that it should stop."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from fitwell_desktop.core.errors import Cancelled

T = TypeVar("T")


class Tally:
    """Counts what is done of a total, in portions, for a progress."""

    def __init__(self, progress: "Progress", total: int) -> None:
        self._progress = progress
        self._done, self._total = 0, total

    def add(self, count: int) -> None:
        """So many more are done; raises Cancelled when the user has had enough."""
        self._done += count
        self._progress.at(self._done, self._total)


class Progress:
    """Handed to long work, which reports steps and is interrupted by `Cancelled` after `cancel()`."""

    def __init__(self, report: Callable[[int, int, str], None] = lambda done, total, text: None) -> None:
        self._report = report
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step; callable from any thread."""
        self._cancelled = True

    def at(self, done: int, total: int, text: str = "") -> None:
        """Report `done` of `total` steps; raises Cancelled when the user has had enough."""
        if self._cancelled:
            raise Cancelled
        self._report(done, total, text)

    def over(self, items: Iterable[T], total: int, text: str = "") -> Iterator[T]:
        """Pass the items on, reporting each hundredth part."""
        stride = max(1, total // 100)
        for index, item in enumerate(items):
            if index % stride == 0:
                self.at(index, total, text)
            yield item
        self.at(total, total, text)
