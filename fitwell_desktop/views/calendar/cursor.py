"""The keyboard's place in the grid: a free slot or an entry, and where each arrow leads from it. Knows no widget."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from msgspec import Struct

from fitwell_desktop.views.calendar.drag import Ghost
from fitwell_desktop.views.calendar.geometry import DAY
from fitwell_desktop.views.calendar.pieces import Piece

STEP = 30
"""How long a free slot is, in minutes, until it is extended."""


class Cursor(Struct, frozen=True):
    """A stretch of a lane; `entry_id` is the entry that fills it, None where it is free."""

    lane: int
    begin: int
    end: int
    entry_id: UUID | None = None

    @property
    def ghost(self) -> Ghost:
        """The stretch as a drag would have made it."""
        return Ghost(self.lane, self.begin, self.end)

    def piece(self, pieces: Sequence[Piece]) -> Piece | None:
        """The entry's piece under the cursor."""
        mine = (piece for piece in pieces if piece.entry.id == self.entry_id)
        return next((piece for piece in mine if piece.lane == self.lane), None)


def slot(lane: int, minute: int) -> Cursor:
    """A free slot at or before that minute, within the day."""
    begin = min(DAY - STEP, max(0, minute // STEP * STEP))
    return Cursor(lane, begin, begin + STEP)


def on(piece: Piece) -> Cursor:
    """The cursor on an entry."""
    return Cursor(piece.lane, piece.begin, piece.end, piece.entry.id)


def landed(lane: int, minute: int, pieces: Sequence[Piece]) -> Cursor:
    """The entry that takes that minute or begins in its slot, else the free slot."""
    free = slot(lane, minute)
    here = list(_within(pieces, lane, free.begin, free.end))
    return on(here[0]) if here else free


def settled(cursor: Cursor, pieces: Sequence[Piece]) -> Cursor:
    """The same place among other entries: on its entry wherever that is now, or on what stands there."""
    found = cursor.piece(pieces) or next((piece for piece in pieces if piece.entry.id == cursor.entry_id), None)
    if found is None:
        found = next(_within(pieces, cursor.lane, cursor.begin, cursor.end), None)
    if found:
        return on(found)
    return slot(cursor.lane, cursor.begin) if cursor.entry_id else cursor


def down(cursor: Cursor, pieces: Sequence[Piece]) -> Cursor:
    """One slot on, or past the entry."""
    minute = cursor.end if cursor.entry_id else cursor.begin + STEP
    if minute >= DAY:
        return cursor
    free = slot(cursor.lane, minute)
    ahead = [piece for piece in _within(pieces, cursor.lane, minute, free.end) if piece.begin >= cursor.begin]
    ahead = [piece for piece in ahead if piece.entry.id != cursor.entry_id]
    return on(ahead[0]) if ahead else free


def up(cursor: Cursor, pieces: Sequence[Piece]) -> Cursor:
    """One slot back, or before the entry."""
    if cursor.begin <= 0:
        return cursor
    free = slot(cursor.lane, cursor.begin - 1 if cursor.entry_id else cursor.begin - STEP)
    behind = [p for p in _within(pieces, cursor.lane, free.begin, cursor.begin) if p.entry.id != cursor.entry_id]
    return on(behind[-1]) if behind else free


def sideways(cursor: Cursor, by: int, pieces: Sequence[Piece], lanes: int) -> Cursor | None:
    """The entry beside it, else the same time in the next lane; None beyond the last one."""
    here = cursor.piece(pieces)
    if here:
        beside = [
            piece
            for piece in _within(pieces, cursor.lane, here.begin, here.end)
            if (piece.place.column - here.place.column) * by > 0
        ]
        if beside:
            return on(min(beside, key=lambda piece: abs(piece.place.column - here.place.column)))
    lane = cursor.lane + by
    return landed(lane, cursor.begin, pieces) if 0 <= lane < lanes else None


def following(cursor: Cursor, by: int, pieces: Sequence[Piece]) -> Cursor | None:
    """The next entry in the order of days and times, or the one before; None where there is none."""
    key = (cursor.lane, cursor.begin)
    here = cursor.piece(pieces)
    ordered = [piece for piece in pieces if piece.is_first]
    if here in ordered:
        at = ordered.index(here) + by
    else:
        at = sum((piece.lane, piece.begin) < key for piece in ordered) - (by < 0)
    return on(ordered[at]) if 0 <= at < len(ordered) else None


def extended(cursor: Cursor, by: int) -> Cursor:
    """A free slot made longer or shorter."""
    end = min(DAY, max(cursor.begin + STEP, cursor.end + by * STEP))
    return Cursor(cursor.lane, cursor.begin, end)


def _within(pieces: Sequence[Piece], lane: int, begin: int, end: int) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.lane == lane and piece.begin < end and begin < piece.end)
