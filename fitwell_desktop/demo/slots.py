"""The grid of times that trainers give: hours with a client, half hours on screen, and who is away when."""

from dataclasses import dataclass, field
from datetime import date

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY, Timeline
from fitwell_desktop.demo.world import Client, Trainer, World
from fitwell_desktop.models.availability import TimeOff
from fitwell_desktop.vocabulary import TimeOffKind

HOURS = (360, 420, 480, 570, 660, 840, 900, 960, 1020, 1080, 1140)
"""Minutes of the day at which an hour with a client begins."""
SHORT_HOURS = (480, 540, 600, 660, 720)
CALLS = (540, 630, 720, 810)
"""Minutes at which half an hour on screen fits between the hours."""
HOUR, CALL = 60, 30

Place = tuple[int, date, int]
"""A trainer by number, a day, the minute of it."""


def starts(weekday: int, time: Timeline, minutes: int) -> tuple[int, ...]:
    """When sessions of that length may begin on that day of the week."""
    if weekday == time.rest_day:
        return ()
    if weekday == time.short_day:
        return SHORT_HOURS if minutes == HOUR else ()
    return HOURS if minutes == HOUR else CALLS


@dataclass(slots=True)
class Standing:
    """A time that a client has each week."""

    client: Client
    weekday: int
    minute: int
    minutes: int
    pattern_id: Id
    since: date
    skipped: list[date] = field(default_factory=list)


class Absences:
    """When trainers are on holiday or ill. Nobody is away in the present weeks."""

    def __init__(self, world: World, chance: Chance) -> None:
        self._world = world
        self._away: dict[tuple[int, date], TimeOffKind] = {}
        for trainer in world.trainers:
            for year in range(world.time.first.year, world.time.today.year + 1):
                self._holiday(trainer, date(year, chance.one((7, 8)), chance.whole(1, 20)), 12)
                self._holiday(trainer, date(year, chance.one((2, 10)), chance.whole(1, 20)), 5)
                for _ in range(2):
                    self._ill(trainer, date(year, 1, 1) + chance.whole(0, 360) * DAY, chance.whole(1, 3))

    def kind(self, trainer: Trainer, day: date) -> TimeOffKind | None:
        """Why the trainer is away on that day, if they are."""
        return self._away.get((trainer.number, day))

    def _holiday(self, trainer: Trainer, day: date, days: int) -> None:
        monday = day - day.weekday() * DAY
        self._add(trainer, monday, days, TimeOffKind.HOLIDAY, "Holiday")

    def _ill(self, trainer: Trainer, day: date, days: int) -> None:
        self._add(trainer, day, days, TimeOffKind.SICK, "")

    def _add(self, trainer: Trainer, first: date, days: int, kind: TimeOffKind, note: str) -> None:
        clock = self._world.time
        last = first + (days - 1) * DAY
        if first < clock.first or last > clock.today - 14 * DAY:
            return
        self._away.update({(trainer.number, first + n * DAY): kind for n in range(days)})
        ahead = 40 * DAY if kind is TimeOffKind.HOLIDAY else 0 * DAY
        self._world.rows.add(
            TimeOff, clock.moment(first - ahead, 6 * 60), trainer.id, trainer_id=trainer.id, kind=kind,
            starts_at=clock.moment(first, 0), ends_at=clock.moment(last + DAY, 0), note=note,
        )  # fmt: skip
