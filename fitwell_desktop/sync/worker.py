"""The one thread beside the window: every half minute it looks at what is due. It ends when it is told to."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from fitwell_desktop.core.store import Command, SignedIn, Store, query
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.sync.backups import Backups
from fitwell_desktop.sync.clock_watch import ClockWatch
from fitwell_desktop.vocabulary import Right

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

TICK_SECONDS = 30
PROGRAM = SignedIn(None, "FitWell", frozenset(Right))
"""Who is at work when nobody is: the program itself."""

today = query()(practice_today)

_log = logging.getLogger(__name__)


class Worker:
    """Does what is due. `daily` commands are given each new day of the practice, once; then the `chores` are done.
    `warned` hears, on the worker's thread, why a day is not begun.
    """

    def __init__(
        self,
        store: Store,
        backups: Backups,
        daily: Sequence[Command[[date], Any]],
        chores: Sequence[Callable[[], object]] = (),
        warned: Callable[[str], object] = _log.warning,
    ) -> None:
        self._store = store.acting_for(PROGRAM)
        self._backups = backups
        self._daily = daily
        self._chores = chores
        self._warned = warned
        self._clock = ClockWatch(self._store)
        self._doubt = ""
        self._day: date | None = None
        self._scheduler: BackgroundScheduler | None = None
        store.listeners.append(backups.hear)

    def start(self) -> None:
        """Begin, with a first look at once."""
        from apscheduler.executors.pool import ThreadPoolExecutor
        from apscheduler.schedulers.background import BackgroundScheduler
        from apscheduler.triggers.interval import IntervalTrigger

        logging.getLogger("apscheduler").setLevel(logging.ERROR)  # that a tick was skipped is no news
        self._scheduler = BackgroundScheduler(executors={"default": ThreadPoolExecutor(1)}, timezone=UTC)
        self._scheduler.add_job(
            self.tick,
            IntervalTrigger(seconds=TICK_SECONDS, timezone=UTC),
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Finish what is being done, keep what was written in a last backup, and leave no thread behind."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=True)
            self._scheduler = None
        self._backups.make_changed()

    def tick(self) -> None:
        """Look at what is due. One thing's failure does not keep the next from being done."""
        for look in (self._turn_the_day, self._backups.make_due):
            _try(look)

    def _turn_the_day(self) -> None:
        day = self._store.ask(today)
        if day != self._day and not self._doubts_the_clock():
            for command in self._daily:
                self._store.do(command, day)
            self._day = day
            for chore in self._chores:
                _try(chore)

    def _doubts_the_clock(self) -> bool:
        doubt, before = self._clock.doubt(), self._doubt
        self._doubt = doubt
        if doubt and doubt != before:
            self._warned(doubt)
        return bool(doubt)


def _try(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:  # noqa: BLE001 -- whatever it is, the next must be done
        _log.exception("the worker stumbled")
