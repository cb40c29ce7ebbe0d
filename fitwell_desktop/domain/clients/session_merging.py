"""Making one client of two: two can't be at two places at once, and whoever came to a group has come."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.clients.attendance import comes
from fitwell_desktop.models.scheduling import Appointment, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentStatus, AttendanceStatus

OVERLAP = "They have sessions at the same time ({0:%d %b %Y}). Cancel or move one of them first, then merge."
TAKEN = [status for status in AppointmentStatus if status.takes_time]
TELLS_MOST_FIRST = (
    AttendanceStatus.ATTENDED,
    AttendanceStatus.NO_SHOW,
    AttendanceStatus.REGISTERED,
    AttendanceStatus.WAITLISTED,
)
OF_STATUS = ("status", "registered_at", "checked_in_at")


def ensure_no_overlap(session: Session, kept_id: UUID, other_id: UUID) -> None:
    """Raise UserError where the two have different sessions at one time, alone or in a group."""
    kept, other = _times(session, kept_id), _times(session, other_id)
    of_either = sorted((start, end, one) for one, (start, end) in (kept | other).items())
    busy: dict[UUID, datetime] = {}
    for start, end, one in of_either:
        owners = [owner for owner, times in ((kept_id, kept), (other_id, other)) if one in times]
        if any(start < until for owner, until in busy.items() if [owner] != owners):
            raise UserError(OVERLAP.format(start))
        busy |= {owner: max(end, busy.get(owner, end)) for owner in owners}


def unite_places(kept: SessionParticipant, other: SessionParticipant) -> None:
    """Bring what the other place in the same group tells into the kept one: the status that says most counts."""
    told = min((kept, other), key=lambda place: TELLS_MOST_FIRST.index(place.status))
    for name in OF_STATUS:
        setattr(kept, name, getattr(told, name))
    kept.spot = kept.spot or other.spot
    kept.notes = "\n".join(dict.fromkeys(filter(None, (kept.notes, other.notes))))


def _times(session: Session, client_id: UUID) -> dict[UUID, tuple[datetime, datetime]]:
    taken = sa.select(Appointment.id, Appointment.scheduled_start, Appointment.scheduled_end).where(
        comes(client_id), Appointment.status.in_(TAKEN)
    )
    return {row.id: (row.scheduled_start, row.scheduled_end) for row in session.execute(taken)}
