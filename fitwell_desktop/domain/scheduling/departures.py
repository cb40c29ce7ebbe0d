"""Clients who leave: what is still booked for them, and archiving them with all of that called off in one step."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import command, query
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.billing.billed import ensure_not_billed
from fitwell_desktop.domain.clients.attendance import ahead
from fitwell_desktop.domain.clients.leaving import archive_clients
from fitwell_desktop.domain.scheduling.statuses import cancel
from fitwell_desktop.domain.scheduling.waitlist import fill_up
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import AttendanceStatus, CancelledBy, GroupStatus, Right, UserStatus

REASON = "Client archived"


class StillBooked(Struct, frozen=True):
    """What is ahead of clients: their own sessions and their places in groups, and when the first of it begins. Who
    waits for a place has nothing booked.
    """

    count: int
    clients: int
    first_at: datetime | None


@query()
def still_booked(session: Session, client_ids: tuple[UUID, ...]) -> StillBooked:
    """What would stay booked if these clients were archived now; of those who are archived already, nothing."""
    own = _sessions(session, client_ids, Appointment.client_id, Appointment.scheduled_start)
    places = _places(session, client_ids, SessionParticipant.client_id, Appointment.scheduled_start)
    booked = [*session.execute(own), *session.execute(places)]
    first_at = min((start for _client, start in booked), default=None)
    return StillBooked(len(booked), len({client for client, _start in booked}), first_at)


@command("Archive clients", needs={Right.CLIENTS, Right.SCHEDULE}, before_undo=ensure_not_billed)
def archive_and_cancel(session: Session, client_ids: tuple[UUID, ...]) -> tuple[int, int]:
    """Archive clients and call off what is still booked for them, as the practice and so never too late; who waits for
    their places gets them. Tells how many clients were archived and how many sessions were called off.
    """
    sessions = session.scalars(_sessions(session, client_ids, Appointment.id)).all()
    places = session.scalars(_places(session, client_ids, SessionParticipant)).all()
    for appointment_id in sessions:
        cancel(session, appointment_id, REASON, CancelledBy.PRACTICE)
    for place in places:
        place.status, place.cancelled_at = step(place.status, AttendanceStatus.CANCELLED), session.now
    archived = archive_clients(session, client_ids)  # first: who goes too waits no more
    for group_id in {place.group_session_id for place in places}:
        fill_up(session, session.get_one(GroupSession, group_id))
    return archived, len(sessions) + len(places)


def _sessions(session: Session, client_ids: tuple[UUID, ...], *columns: Any) -> sa.Select[Any]:
    return sa.select(*columns).where(Appointment.client_id.in_(_here(client_ids)), *ahead(session.now))


def _places(session: Session, client_ids: tuple[UUID, ...], *columns: Any) -> sa.Select[Any]:
    placed = SessionParticipant.status == AttendanceStatus.REGISTERED, GroupSession.status != GroupStatus.CANCELLED
    return (
        sa.select(*columns)
        .select_from(SessionParticipant)
        .join(GroupSession, GroupSession.id == SessionParticipant.group_session_id)
        .join(Appointment, Appointment.id == GroupSession.appointment_id)
        .where(SessionParticipant.client_id.in_(_here(client_ids)), *placed, *ahead(session.now))
    )


def _here(client_ids: tuple[UUID, ...]) -> sa.Select[UUID]:
    return sa.select(User.id).where(User.id.in_(client_ids), User.status != UserStatus.INACTIVE)
