"""Doubts the computer's clock where it is far from what was last written, before anything is done by its word alone."""

from datetime import datetime

from fitwell_desktop.core.clock import AHEAD, BEHIND
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.analytics.last_changes import last_written, newest_change


class ClockWatch:
    """Knows the last moment that there was reason to believe in, while one practice is open."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._believed: datetime | None = None

    def doubt(self) -> str:
        """Why the clock is not believed, in a sentence; nothing where it is.

        A clock that is behind is believed again after the next change. One that is far ahead is not believed until the
        program is started again after a change: what is written by a clock says nothing for that clock.
        """
        now, last = self._store.clock.now(), self._store.ask(last_written)
        if last and now < last - BEHIND:
            return _sentence(now, last, "just go on: with your next change, all is as usual")
        self._believed = self._believed or self._store.ask(newest_change, BEHIND)
        if self._believed and now > self._believed + AHEAD:
            return _sentence(now, self._believed, "go on, and start FitWell again after your next change")
        self._believed = now
        return ""


def _sentence(now: datetime, last: datetime, way_on: str) -> str:
    return (
        f"This computer’s clock shows {now:%Y-%m-%d}, but the last change to your practice was made on "
        f"{last:%Y-%m-%d}. FitWell marks no invoice as overdue meanwhile. Please set the clock; if it is right, {way_on}."
    )
