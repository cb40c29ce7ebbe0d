"""Whether a dragged session would meet another, judged by what is on the screen; the command has the last word."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.views.calendar.drag import Ghost
from fitwell_desktop.views.calendar.geometry import Lane
from fitwell_desktop.views.calendar.pieces import Piece


def clash(
    pieces: Iterable[Piece],
    lanes: Sequence[Lane],
    ghost: Ghost,
    trainer_id: UUID | None,
    client_ids: frozenset[UUID] = frozenset(),
    ignoring: UUID | None = None,
) -> CalendarEntry | None:
    """The first entry that has the trainer or one of the clients while the ghost would. In a lane of a trainer's own it
    is that trainer who would be taken.
    """
    lane = lanes[ghost.lane]
    trainer_id = lane.trainer_id or trainer_id
    return next(
        (
            piece.entry
            for piece in pieces
            if lanes[piece.lane].day == lane.day
            and piece.begin < ghost.end
            and ghost.begin < piece.end
            and piece.entry.id != ignoring
            and piece.entry.status.takes_time
            and (piece.entry.trainer_id == trainer_id or piece.entry.client_ids & client_ids)
        ),
        None,
    )
