"""What a drag would do: from where it began and where the mouse is now to a ghost in the grid. Knows no widget."""

from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from fitwell_desktop.views.calendar.geometry import DAY, SNAP, Grid, snapped, snapped_down
from fitwell_desktop.views.calendar.pieces import Piece


class Aim(Enum):
    """What is being dragged."""

    CREATE = auto()
    MOVE = auto()
    COPY = auto()
    BEGIN = auto()
    END = auto()


class Ghost(Struct, frozen=True):
    """Where what is dragged would stand: a lane and minutes of its day. A session may reach past midnight."""

    lane: int
    begin: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it would be."""
        return self.end - self.begin


class Drag(Struct, frozen=True):
    """A drag that has begun at a point of the grid; `piece` is what was taken, None on empty ground."""

    aim: Aim
    grid: Grid
    x: float
    y: float
    piece: Piece | None = None

    def ghost(self, x: float, y: float, *, fine: bool = False) -> Ghost:
        """What stands where, with the mouse there. `fine` snaps to five minutes instead of a quarter of an hour."""
        step = 5 if fine else SNAP
        if self.piece is None:
            return self._created(y, step)
        if self.aim in {Aim.MOVE, Aim.COPY}:
            return self._moved(self.piece, x, y, step)
        return self._resized(self.piece, y, step)

    def copying(self, wanted: bool) -> "Drag":
        """The same drag, of the session itself or of a copy."""
        if self.aim not in {Aim.MOVE, Aim.COPY}:
            return self
        return replace(self, aim=Aim.COPY if wanted else Aim.MOVE)

    def _created(self, y: float, step: int) -> Ghost:
        anchor = min(DAY - step, snapped_down(self.grid.minute_at(self.y), step))
        here = self.grid.minute_at(y)
        if here < anchor:
            return Ghost(self._lane(self.x), snapped_down(here, step), anchor + step)
        return Ghost(self._lane(self.x), anchor, max(anchor + step, min(DAY, snapped(here, step))))

    def _moved(self, piece: Piece, x: float, y: float, step: int) -> Ghost:
        moved = self.grid.minute_at(y) - self.grid.minute_at(self.y)
        begin = min(DAY - step, max(0, snapped(piece.starts_at + moved, step)))
        return Ghost(self._lane(x), begin, begin + piece.minutes)

    def _resized(self, piece: Piece, y: float, step: int) -> Ghost:
        here = snapped(self.grid.minute_at(y), step)
        if self.aim is Aim.BEGIN:
            begin = min(here, piece.ends_at - step)
            return Ghost(piece.lane, max(0, begin), piece.ends_at)
        return Ghost(piece.lane, piece.starts_at, min(DAY, max(here, piece.starts_at + step)))

    def _lane(self, x: float) -> int:
        return self.grid.lane_at(x)
