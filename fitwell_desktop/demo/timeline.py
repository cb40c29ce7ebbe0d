"""The demo's calendar: its weeks, its holidays and seasons, and moments by the practice's own clock."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from msgspec import Struct

DAY = timedelta(days=1)
PRESENT_MINUTE = 9 * 60 + 40
"""By the practice's clock, the demo stands at 9:40 of its day, whenever on that day it is made: it is the same then."""
SATURDAY, SUNDAY = 5, 6
HOLIDAYS = frozenset({(1, 1), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)})
SEASON = {1: 1.1, 2: 1.06, 3: 1.04, 6: 0.98, 7: 0.86, 8: 0.84, 9: 1.05, 12: 0.86}
"""How busy a month is, where it differs from the others."""
JOINING = {1: 2.0, 2: 1.3, 5: 0.8, 6: 0.7, 7: 0.5, 8: 0.6, 9: 1.6, 12: 0.4}


class Timeline:
    """The days that the demo tells of: `weeks` weeks of history, the last of them the present one."""

    def __init__(self, zone: str, today: date, weeks: int) -> None:
        self.zone = ZoneInfo(zone)
        self.today = today
        self.this_monday = today - today.weekday() * DAY
        self.first = self.this_monday - (weeks - 1) * 7 * DAY
        self.mondays = [self.first + 7 * number * DAY for number in range(weeks)]
        self.rest_day = 0 if today.weekday() == SUNDAY else SUNDAY
        """The day of the week without sessions: Sunday, unless the demo is made on one, so that today has its day."""
        self.short_day = 4 if today.weekday() == SATURDAY else SATURDAY
        self._midnights: dict[date, datetime] = {}
        self.present = self.moment(today, PRESENT_MINUTE)

    def moment(self, day: date, minute: int) -> datetime:
        """The moment at which the practice's clocks show that minute of the day; exact but for nights in which clocks
        change.
        """
        midnight = self._midnights.get(day)
        if midnight is None:
            noon = datetime(day.year, day.month, day.day, 12, tzinfo=self.zone)
            midnight = self._midnights[day] = noon.astimezone(UTC) - timedelta(hours=12)
        return midnight + timedelta(minutes=minute)

    def is_closed(self, day: date) -> bool:
        """Whether nobody trains at the practice on that day."""
        return day.weekday() == self.rest_day or ((day.month, day.day) in HOLIDAYS and day != self.today)

    def past(self, moment: datetime) -> datetime:
        """The moment, but none that has not come yet."""
        return min(moment, self.present)


class Budget(Struct, frozen=True):
    """How many of something there are to be by the end of each week."""

    due: tuple[int, ...]

    def left(self, week: int, made: int) -> int:
        """What this week may add."""
        return max(0, self.due[min(week, len(self.due) - 1)] - made)


def budget(total: float, weights: list[float]) -> Budget:
    """The total spread over the weeks as their weights are."""
    whole = sum(weights) or 1.0
    return Budget(tuple(round(total * part / whole) for part in accumulate(weights)))


def season(day: date) -> float:
    """How busy the time of year is, 1 on average."""
    return SEASON.get(day.month, 1.0)


@cache
def months(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months that begin from `first` to `last`."""
    return tuple(_months(first, last))


def _months(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            yield day
        day = (day + 32 * DAY).replace(day=1)
