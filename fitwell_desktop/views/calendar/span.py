"""Which days and lanes a view shows. Knows no widget."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from fitwell_desktop.views.calendar.geometry import Lane


class View(StrEnum):
    """How much of the calendar is shown."""

    DAY = "day"
    WEEK = "week"

    @property
    def days(self) -> int:
        """How many days it shows, and how far Next goes."""
        return 1 if self is View.DAY else 7


def first_day(view: View, day: date, week_start: int) -> date:
    """The first day that the view with `day` in it shows; weeks begin on `week_start`, Monday being 0."""
    return day if view is View.DAY else day - timedelta(days=(day.weekday() - week_start) % 7)


def lanes_of(view: View, first: date, trainers: Sequence[UUID]) -> tuple[Lane, ...]:
    """A lane for each day of a week; on one day a lane for each trainer, if there are several."""
    if view is View.DAY and len(trainers) > 1:
        return tuple(Lane(first, trainer) for trainer in trainers)
    return tuple(Lane(first + timedelta(days=offset)) for offset in range(view.days))


def week_number(first: date) -> int:
    """The ISO number of the week whose first day that is: of the week's Thursday, wherever weeks begin."""
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    return thursday.isocalendar().week
