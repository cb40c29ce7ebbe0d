"""Who and what is free: no trainer, client or place is given to two sessions at once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.domain.accounts.names import name_of
from fitwell_desktop.domain.clients.attendance import COMING, comes
from fitwell_desktop.domain.scheduling.wall_time import practice_zone
from fitwell_desktop.models.scheduling import Appointment, GroupSession, Room, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentStatus

GRAIN_MINUTES = 5
"""Sessions begin and end on multiples of this."""
LONGEST = timedelta(hours=24)
TAKEN = [status for status in AppointmentStatus if status.takes_time]


class Slot(Struct, frozen=True):
    """A stretch of time that is asked for, and whom and which room it takes."""

    start: datetime
    end: datetime
    trainer_id: UUID
    client_ids: frozenset[UUID]
    room_id: UUID | None = None


def end_of(start: datetime, minutes: int) -> datetime:
    """When a session of that length ends. Raises UserError for times and lengths that no session can have."""
    if start.minute % GRAIN_MINUTES or start.second or start.microsecond:
        raise UserError(f"Sessions begin on a multiple of {GRAIN_MINUTES} minutes.", field="start")
    if minutes <= 0:
        raise UserError("A session ends after it begins.", field="minutes")
    if minutes % GRAIN_MINUTES:
        raise UserError(f"A session’s length is a multiple of {GRAIN_MINUTES} minutes.", field="minutes")
    if timedelta(minutes=minutes) > LONGEST:
        raise UserError("A session lasts 24 hours at most.", field="minutes")
    return start + timedelta(minutes=minutes)


def slot_of(session: Session, appointment: Appointment) -> Slot:
    """The time that an appointment takes, with all who come to it."""
    clients = (
        [appointment.client_id]
        if appointment.client_id
        else session.scalars(
            sa.select(SessionParticipant.client_id)
            .join(GroupSession, GroupSession.id == SessionParticipant.group_session_id)
            .where(GroupSession.appointment_id == appointment.id, SessionParticipant.status.in_(COMING))
        )
    )
    return Slot(
        appointment.scheduled_start,
        appointment.scheduled_end,
        appointment.trainer_id,
        frozenset(clients),
        appointment.room_id,
    )


def ensure_free(session: Session, slot: Slot, ignoring: UUID | None = None) -> None:
    """Raise Conflict, saying who has what at that time, unless all that the slot takes is free. `ignoring` is the
    appointment that is being moved.
    """
    for sentence in _clashes(session, slot, ignoring):
        raise Conflict(sentence, field="start")


def _clashes(session: Session, slot: Slot, ignoring: UUID | None) -> Iterator[str]:
    taken = _taken(slot, ignoring)
    for found in session.execute(taken.where(Appointment.trainer_id == slot.trainer_id).limit(1)):
        yield _sentence(session, slot.trainer_id, found)
    for client_id in slot.client_ids:
        for found in session.execute(taken.where(comes(client_id)).limit(1)):
            yield _sentence(session, client_id, found)
    if slot.room_id is not None:
        yield from _full_room(session, slot, slot.room_id, taken)


def _taken(slot: Slot, ignoring: UUID | None) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(
            Appointment.id,
            Appointment.client_id,
            Appointment.title,
            Appointment.kind,
            Appointment.scheduled_start,
            Appointment.scheduled_end,
        )
        .where(
            Appointment.status.in_(TAKEN),
            Appointment.scheduled_start < slot.end,
            Appointment.scheduled_start > slot.start - LONGEST,
            Appointment.scheduled_end > slot.start,
            Appointment.id != ignoring if ignoring else sa.true(),
        )
        .order_by(Appointment.scheduled_start)
    )


def _full_room(session: Session, slot: Slot, room_id: UUID, taken: sa.Select[*tuple[Any, ...]]) -> Iterator[str]:
    room = session.get_one(Room, room_id)
    others = session.execute(taken.where(Appointment.room_id == room_id)).all()
    moments = [slot.start, *(other.scheduled_start for other in others if other.scheduled_start > slot.start)]
    fullest = max(sum(o.scheduled_start <= moment < o.scheduled_end for o in others) for moment in moments)
    if fullest >= room.capacity:
        yield f"{room.name} is already taken {_span(session, others[0])}."


def _sentence(session: Session, person_id: UUID, found: Any) -> str:
    what = found.title or found.kind.label
    company = "" if found.client_id in {None, person_id} else f" with {name_of(session, found.client_id)}"
    return f"{name_of(session, person_id)} already has “{what}”{company} {_span(session, found)}."


def _span(session: Session, found: Any) -> str:
    zone = practice_zone(session)
    return f"from {found.scheduled_start.astimezone(zone):%H:%M} to {found.scheduled_end.astimezone(zone):%H:%M}"


def moved(slot: Slot, start: datetime, end: datetime, trainer_id: UUID) -> Slot:
    """The same slot at another time or with another trainer."""
    return replace(slot, start=start, end=end, trainer_id=trainer_id)
