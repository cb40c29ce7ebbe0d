"""Between pixels and times: lanes beside each other, the day from top to bottom. Knows no widget."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from fitwell_desktop.views.calendar.packing import ALONE, Place

DAY = 24 * 60
SNAP = 15
"""What a mouse drags to, in minutes."""
LEAST_HEIGHT = 14.0
"""So high is even a session of five minutes, in px."""
GUTTER_RIGHT = 8.0
"""What stays free at the right of a lane, so that there is room to draw a session beside another."""


class Lane(Struct, frozen=True):
    """A column of the calendar: a day, of one trainer where the view has a lane for each."""

    day: date
    trainer_id: UUID | None = None


class Box(Struct, frozen=True):
    """A rectangle in px."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Grid(Struct, frozen=True):
    """How the lanes lie in the widget: to the right of `left`, up to `width`, one day being `DAY` minutes high."""

    lanes: tuple[Lane, ...]
    left: float
    width: float
    hour: float
    """The height of an hour."""
    top: float = 8.0

    @property
    def height(self) -> float:
        """From the first to the last line, with the room above and below."""
        return self.top * 2 + DAY * self.hour / 60

    @property
    def lane_width(self) -> float:
        """All lanes are equally wide."""
        return max(0.0, self.width - self.left) / max(1, len(self.lanes))

    def lane_x(self, lane: int) -> float:
        """Where a lane begins."""
        return self.left + lane * self.lane_width

    def y_of(self, minute: float) -> float:
        """Where a minute of the day lies."""
        return self.top + minute * self.hour / 60

    def minute_at(self, y: float) -> float:
        """The minute of the day at that height, within the day."""
        return min(float(DAY), max(0.0, (y - self.top) * 60 / self.hour))

    def lane_at(self, x: float) -> int:
        """The lane at that place, the nearest one for places outside of all."""
        if not self.lanes or self.lane_width <= 0:
            return 0
        return min(len(self.lanes) - 1, max(0, int((x - self.left) // self.lane_width)))

    def box(self, lane: int, begin: int, end: int, place: Place = ALONE) -> Box:
        """Where a stretch of time stands in a lane."""
        room = max(0.0, self.lane_width - GUTTER_RIGHT - 3)
        share = room / place.columns
        top, bottom = self.y_of(begin), self.y_of(end)
        return Box(
            self.lane_x(lane) + 3 + place.column * share,
            top + 1.5,
            max(0.0, place.width * share - (3 if place.column + place.width < place.columns else 0)),
            max(LEAST_HEIGHT, bottom - top - 2.5),
        )


def snapped(minute: float, step: int = SNAP) -> int:
    """The nearest step."""
    return round(minute / step) * step


def snapped_down(minute: float, step: int = SNAP) -> int:
    """The step at or before it."""
    return int(minute // step) * step
