"""The only place that asks what time it is; everything else is told."""

from datetime import UTC, date, datetime, timedelta
from time import monotonic
from typing import Protocol
from zoneinfo import ZoneInfo

BEHIND = timedelta(days=1)
"""A clock that is further behind what has happened already must be wrong."""
AHEAD = timedelta(days=62)
"""So long a practice may rest (two months, as the oldest backups lie apart) before its clock is doubted instead."""


class Clock(Protocol):
    """Tells the time. Tests and the demo's pictures use one that stands still."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...

    def seconds(self) -> float:
        """Seconds since some moment or other. They pass evenly, also when someone sets the computer's clock."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Seconds that no setting of the computer's clock changes."""
        return monotonic()


class FixedClock:
    """A clock that stands where it is put."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)
        self._start = self.moment

    def now(self) -> datetime:
        """The moment that the clock was put to, in UTC."""
        return self.moment

    def seconds(self) -> float:
        """Seconds that have passed by changes of `moment`."""
        return (self.moment - self._start).total_seconds()

    def set_to(self, moment: datetime) -> None:
        """Show another moment, as when someone sets the computer's clock: no time passes."""
        self._start += moment - self.moment
        self.moment = moment.astimezone(UTC)


def day_in(zone: str, moment: datetime) -> date:
    """The calendar day that `moment` falls on in the zone with that IANA name."""
    return moment.astimezone(ZoneInfo(zone)).date()
