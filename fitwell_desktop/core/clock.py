"""The only place that asks what time it is; everything else is told."""

from datetime import UTC, date, datetime, timedelta
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


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands where it is put."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The moment that the clock was put to, in UTC."""
        return self.moment


def day_in(zone: str, moment: datetime) -> date:
    """The calendar day that `moment` falls on in the zone with that IANA name."""
    return moment.astimezone(ZoneInfo(zone)).date()
