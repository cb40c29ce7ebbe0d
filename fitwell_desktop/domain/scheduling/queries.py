"""What a screen of the calendar shows: entries between two moments, one appointment's details, and how many."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import aliased

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.clients.attendance import COMING
from fitwell_desktop.domain.scheduling.availability import LONGEST
from fitwell_desktop.domain.scheduling.details import Details
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment, GroupSession, Room, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentKind, AppointmentStatus, CancelledBy


class CalendarEntry(Struct, frozen=True):
    """One appointment as the calendar draws it. Moments are in UTC."""

    id: UUID
    trainer_id: UUID
    client_id: UUID | None
    client_name: str
    """Of a group, what it is called."""
    kind: AppointmentKind
    title: str
    status: AppointmentStatus
    start: datetime
    end: datetime
    place: str
    coming: int = 0
    """How many are in the group; 0 where it is none."""
    client_ids: frozenset[UUID] = frozenset()

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return round((self.end - self.start).total_seconds() / 60)

    @property
    def can_change(self) -> bool:
        """Whether it is still open, so that it can be moved or cancelled."""
        return AppointmentStatus.CANCELLED in self.status.may_become


@query()
def calendar_entries(
    session: Session, start: datetime, end: datetime, trainer_ids: tuple[UUID, ...] = ()
) -> tuple[CalendarEntry, ...]:
    """What takes place, or would have, between two moments, of these trainers or, where none are named, of all."""
    within = (
        Appointment.scheduled_start < end,
        Appointment.scheduled_start > start - LONGEST,
        Appointment.scheduled_end > start,
        Appointment.status != AppointmentStatus.RESCHEDULED,
        Appointment.trainer_id.in_(trainer_ids) if trainer_ids else sa.true(),
    )
    rows = session.execute(_ENTRIES.where(*within)).all()
    people = _participants(session, [row.id for row in rows if row.client_id is None])
    return tuple(_entry(row, people.get(row.id, [])) for row in rows)


_ENTRIES = (
    sa.select(
        Appointment.id,
        Appointment.trainer_id,
        Appointment.client_id,
        Appointment.kind,
        Appointment.title,
        Appointment.status,
        Appointment.scheduled_start,
        Appointment.scheduled_end,
        Appointment.location,
        User.first_name,
        User.last_name,
        Room.name.label("room"),
        GroupSession.name.label("group_name"),
    )
    .outerjoin(User, User.id == Appointment.client_id)
    .outerjoin(Room, Room.id == Appointment.room_id)
    .outerjoin(GroupSession, GroupSession.appointment_id == Appointment.id)
    .order_by(Appointment.scheduled_start, Appointment.id)
    .execution_options(include_deleted=True)
)


def _entry(row: Any, people: list[UUID]) -> CalendarEntry:
    return CalendarEntry(
        id=row.id,
        trainer_id=row.trainer_id,
        client_id=row.client_id,
        client_name=full_name(row.first_name or "", row.last_name or "") or row.group_name or "",
        kind=row.kind,
        title=row.title,
        status=row.status,
        start=row.scheduled_start,
        end=row.scheduled_end,
        place=row.room or row.location,
        coming=len(people),
        client_ids=frozenset(people) or frozenset(filter(None, [row.client_id])),
    )


def _participants(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    found = (
        sa.select(GroupSession.appointment_id, SessionParticipant.client_id)
        .join(SessionParticipant, SessionParticipant.group_session_id == GroupSession.id)
        .where(GroupSession.appointment_id.in_(appointment_ids), SessionParticipant.status.in_(COMING))
    )
    people: dict[UUID, list[UUID]] = {}
    for appointment_id, client_id in session.execute(found):
        people.setdefault(appointment_id, []).append(client_id)
    return people


class AppointmentDetails(Struct, frozen=True):
    """One appointment with all that its editor shows."""

    entry: CalendarEntry
    details: Details
    trainer_name: str
    cancelled_by: CancelledBy | None
    cancel_reason: str
    is_late_cancellation: bool
    moved_from: datetime | None
    """When the appointment was that this one stands in the place of."""


@query()
def appointment(session: Session, appointment_id: UUID) -> AppointmentDetails | None:
    """One appointment; None where there is none with that id any more."""
    row = session.execute(_ENTRIES.where(Appointment.id == appointment_id)).one_or_none()
    if row is None:
        return None
    trainer, earlier = aliased(User), aliased(Appointment)
    more = session.execute(
        sa.select(Appointment, trainer.first_name, trainer.last_name, earlier.scheduled_start)
        .join(trainer, trainer.id == Appointment.trainer_id)
        .outerjoin(earlier, earlier.id == Appointment.rescheduled_from_id)
        .where(Appointment.id == appointment_id)
        .execution_options(include_deleted=True)
    ).one()
    kept = more.Appointment
    people = _participants(session, [appointment_id]).get(appointment_id, [])
    return AppointmentDetails(
        entry=_entry(row, people),
        details=Details(kept.kind, kept.title, kept.room_id, kept.location, kept.meeting_url, kept.notes),
        trainer_name=full_name(more.first_name, more.last_name),
        cancelled_by=kept.cancelled_by,
        cancel_reason=kept.cancel_reason,
        is_late_cancellation=kept.is_late_cancellation,
        moved_from=more.scheduled_start,
    )


class SessionCounts(Struct, frozen=True):
    """How many sessions a stretch of time holds, cancelled and missed ones apart, and how long they last."""

    booked: int
    completed: int
    cancelled: int
    missed: int
    minutes: int


@query()
def session_counts(
    session: Session, start: datetime, end: datetime, trainer_ids: tuple[UUID, ...] = ()
) -> SessionCounts:
    """Sessions that begin between two moments. `booked` are all that take time, completed ones too."""
    found = sa.select(Appointment.status, Appointment.scheduled_start, Appointment.scheduled_end).where(
        Appointment.scheduled_start >= start,
        Appointment.scheduled_start < end,
        Appointment.trainer_id.in_(trainer_ids) if trainer_ids else sa.true(),
    )
    rows = session.execute(found).all()
    taken = [row for row in rows if row.status.takes_time]
    length = sum((row.scheduled_end - row.scheduled_start for row in taken), timedelta())
    statuses = [row.status for row in rows]
    return SessionCounts(
        booked=len(taken),
        completed=statuses.count(AppointmentStatus.COMPLETED),
        cancelled=statuses.count(AppointmentStatus.CANCELLED),
        missed=statuses.count(AppointmentStatus.NO_SHOW),
        minutes=round(length.total_seconds() / 60),
    )
