"""Where each entry stands in the grid: in which lane, at which minutes, beside which others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.views.calendar.geometry import DAY, Box, Grid, Lane
from fitwell_desktop.views.calendar.packing import Place, pack


class Piece(Struct, frozen=True):
    """An entry's part on one day. Minutes are of that day's wall clock; a session over midnight has two pieces."""

    entry: CalendarEntry
    lane: int
    begin: int
    end: int
    place: Place
    starts_at: int
    """When the whole session begins, in minutes of this day: less than 0 where it began the day before."""

    @property
    def minutes(self) -> int:
        """How long the whole session is."""
        return self.entry.minutes

    @property
    def ends_at(self) -> int:
        """When the whole session ends, in minutes of this day."""
        return self.starts_at + self.minutes

    @property
    def is_first(self) -> bool:
        """Whether the session begins here."""
        return self.starts_at >= 0

    @property
    def is_last(self) -> bool:
        """Whether the session ends here."""
        return self.ends_at <= DAY

    def box(self, grid: Grid) -> Box:
        """Where it is drawn."""
        return grid.box(self.lane, self.begin, self.end, self.place)


def lay_out(entries: Iterable[CalendarEntry], lanes: Sequence[Lane], zone: ZoneInfo) -> tuple[Piece, ...]:
    """The pieces of all entries that fall into the lanes, by lane and time. A session's length on the clock is its real
    one, also on days on which the clocks change.
    """
    by_lane: dict[int, list[tuple[CalendarEntry, int]]] = defaultdict(list)
    index = {lane: number for number, lane in enumerate(lanes)}
    for entry in entries:
        local = entry.start.astimezone(zone)
        minute = local.hour * 60 + local.minute
        for days in range((minute + entry.minutes - 1) // DAY + 1):
            day = local.date() + timedelta(days=days)
            for who in (entry.trainer_id, None):
                if (lane := index.get(Lane(day, who))) is not None:
                    by_lane[lane].append((entry, minute - days * DAY))
    return tuple(piece for lane in sorted(by_lane) for piece in _packed(lane, by_lane[lane]))


def _packed(lane: int, found: list[tuple[CalendarEntry, int]]) -> list[Piece]:
    spans = [(max(0, starts_at), min(DAY, starts_at + entry.minutes)) for entry, starts_at in found]
    pieces = [
        Piece(entry, lane, begin, end, place, starts_at)
        for (entry, starts_at), (begin, end), place in zip(found, spans, pack(spans), strict=True)
    ]
    return sorted(pieces, key=lambda piece: (piece.begin, piece.place.column))
