"""How much of what was assigned a client did, in the last 7, 30 and 90 days, and whether that has fallen.

Two definitions in use, named by `Compliance`: of exercises, done or not; of sessions, where one that was done in part
counts by its share of sets (a rule of the house). Days on which the client was paused, sick or away are left out of
both what was done and what was assigned.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from msgspec import Struct

from fitwell_desktop.vocabulary import CompletionStatus, Compliance

WINDOWS = (7, 30, 90)
"""Days that are looked back on."""
ALARMING_FALL = 20.0
"""Percentage points less than in the window before."""
FLOATING = 1e-9
"""Points that fractions may be off by when they are reckoned."""


class Due(Struct, frozen=True):
    """One exercise or one session that was assigned for a day, and the share of it that was done, from 0 to 1."""

    on: date
    done: float


class Window(Struct, frozen=True):
    """The percent of so many days and of as many before them; None where no work was assigned."""

    days: int
    percent: float | None
    previous: float | None

    @property
    def has_fallen(self) -> bool:
        """Whether it fell by 20 points or more."""
        if self.percent is None or self.previous is None:
            return False
        return self.previous - self.percent >= ALARMING_FALL - FLOATING


class Report(Struct, frozen=True):
    """A client's compliance by one definition, which is said beside it."""

    kind: Compliance
    windows: tuple[Window, ...]

    @property
    def has_fallen(self) -> bool:
        return any(window.has_fallen for window in self.windows)


def exercise_share(status: CompletionStatus | None) -> float:
    """An exercise counts if it was completed; one that nobody logged was not."""
    return 1.0 if status is CompletionStatus.COMPLETED else 0.0


def session_share(status: CompletionStatus | None, sets_done: int = 0, sets_planned: int = 0) -> float | None:
    """The share of a session that was done: all of it, by its sets where it was done in part, or nothing. None for one
    done in part of whose sets nothing is known.
    """
    if status is not CompletionStatus.PARTIAL:
        return 1.0 if status is CompletionStatus.COMPLETED else 0.0
    return min(sets_done / sets_planned, 1.0) if sets_planned > 0 else None


def percent(due: Iterable[Due]) -> float | None:
    """Done by assigned, in percent; None where nothing was assigned."""
    shares = [item.done for item in due]
    return sum(shares) / len(shares) * 100 if shares else None


def report(kind: Compliance, due: Iterable[Due], until: date, paused: Collection[date] = ()) -> Report:
    """Compliance in each window that ends on `until`, that day included, without the days paused."""
    counted = [item for item in due if item.on not in paused]
    return Report(kind, tuple(_window(counted, until, days) for days in WINDOWS))


def _window(due: list[Due], until: date, days: int) -> Window:
    length = timedelta(days=days)
    return Window(days, _percent_of(due, until, length), _percent_of(due, until - length, length))


def _percent_of(due: list[Due], until: date, length: timedelta) -> float | None:
    return percent(item for item in due if until - length < item.on <= until)
