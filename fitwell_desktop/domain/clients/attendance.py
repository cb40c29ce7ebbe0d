"""Which sessions a client comes to, alone or in a group: when the next is, and when the last was."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentStatus, AttendanceStatus

COMING = (AttendanceStatus.REGISTERED, AttendanceStatus.ATTENDED)
"""Who is in a group; of the others nobody knows yet, or it is known that they don't come."""
PLANNED = (AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED)
HELD = (*PLANNED, AppointmentStatus.COMPLETED)
"""What took place, or of which nobody said that it did not."""


def comes(client_id: UUID) -> sa.ColumnElement[bool]:
    """Appointments that are the client's own, or of a group that they are in."""
    groups = (
        sa.select(GroupSession.appointment_id)
        .join(SessionParticipant, SessionParticipant.group_session_id == GroupSession.id)
        .where(SessionParticipant.client_id == client_id, SessionParticipant.status.in_(COMING))
    )
    return sa.or_(Appointment.client_id == client_id, Appointment.id.in_(groups))


def next_session(now: Any) -> sa.ScalarSelect[Any]:
    """An expression of users: when their next session begins."""
    ahead = (Appointment.scheduled_start >= now, Appointment.status.in_(PLANNED))
    return _of_both(sa.func.min, *ahead)


def last_session(now: Any) -> sa.ScalarSelect[Any]:
    """An expression of users: when their last session began."""
    past = (Appointment.scheduled_start < now, Appointment.status.in_(HELD))
    return _of_both(sa.func.max, *past)


def _of_both(first: Any, *conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[Any]:
    """The first or last start, of the user's own sessions and of groups: two questions, each answered by an index."""
    start = first(Appointment.scheduled_start).label("start")
    alone = sa.select(start).where(Appointment.client_id == User.id, *conditions)
    in_groups = (
        sa.select(start)
        .select_from(SessionParticipant)
        .join(GroupSession, GroupSession.id == SessionParticipant.group_session_id)
        .join(Appointment, Appointment.id == GroupSession.appointment_id)
        .where(SessionParticipant.client_id == User.id, SessionParticipant.status.in_(COMING), *conditions)
    )
    both = sa.union_all(alone.correlate(User), in_groups.correlate(User)).subquery()
    return sa.select(first(both.c.start)).scalar_subquery()
