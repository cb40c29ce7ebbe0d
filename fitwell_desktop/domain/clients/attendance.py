"""Which sessions a client comes to, alone or in a group: when the next is, and when the last was."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.tables import Instant
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentStatus, AttendanceStatus

COMING = (AttendanceStatus.REGISTERED, AttendanceStatus.ATTENDED)
"""Who is in a group; of the others nobody knows yet, or it is known that they don't come."""
PLANNED = (AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED)
HELD = (*PLANNED, AppointmentStatus.COMPLETED)
"""What took place, or of which nobody said that it did not."""
RECENT = timedelta(days=60)
"""A gym has had hundreds of thousands of places in groups: `last_session` looks at these days' alone."""
START, END = Appointment.scheduled_start, Appointment.scheduled_end


def comes(client_id: UUID) -> sa.ColumnElement[bool]:
    """Appointments that are the client's own, or of a group that they are in."""
    return sa.or_(Appointment.client_id == client_id, in_groups_of(client_id))


def in_groups_of(client_id: UUID | sa.BindParameter[UUID]) -> sa.ColumnElement[bool]:
    """Appointments of groups that the client is in."""
    groups = (
        sa.select(GroupSession.appointment_id)
        .join(SessionParticipant, SessionParticipant.group_session_id == GroupSession.id)
        .where(SessionParticipant.client_id == client_id, SessionParticipant.status.in_(COMING))
    )
    return Appointment.id.in_(groups)


def took_place(now: Any, *, running: bool = False) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions of appointments that are behind one: said to be completed, or over and not called off.

    With `running`, also of those that are going on: who trains now is here.
    """
    begun = (now > START, Appointment.status.in_(HELD))
    return begun if running else (*begun, sa.or_(Appointment.status == AppointmentStatus.COMPLETED, now >= END))


def came_between(begin: datetime, end: datetime) -> sa.ColumnElement[bool]:
    """Users who had a session from the one moment to the other."""
    within = (begin <= START, end > START, Appointment.status.in_(HELD))
    alone = sa.exists().where(Appointment.client_id == User.id, *within)
    return sa.or_(alone, User.id.in_(_in_groups(SessionParticipant.client_id).where(*within)))


def ahead(now: Any) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions of appointments that have not begun and are to take place."""
    return now < START, Appointment.status.in_(PLANNED)


def next_session(now: Any) -> sa.ColumnElement[Any]:
    """An expression of users: when their next session begins."""
    return _of_both(sa.func.min, "next_in_group", now <= START, Appointment.status.in_(PLANNED))


def last_session(now: Any, since: Any, *, running: bool = False) -> sa.ColumnElement[Any]:
    """An expression of users: when the last session that took place began; of groups, those that began `since`."""
    return _of_both(sa.func.max, "last_in_group", *took_place(now, running=running), in_groups=(since <= START,))


def last_in_groups(session: Session, client_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When these clients were last in a group, however long ago."""
    if not client_ids:
        return {}
    found = session.execute(_LAST_IN_GROUPS, {"ids": client_ids, "now": session.now})
    return {row[0]: row[1] for row in found}


def _in_groups(*columns: Any) -> sa.Select[Any]:
    return (
        sa.select(*columns)
        .select_from(Appointment)
        .join(GroupSession, GroupSession.appointment_id == Appointment.id)
        .join(SessionParticipant, SessionParticipant.group_session_id == GroupSession.id)
        .where(Appointment.client_id.is_(None), SessionParticipant.status.in_(COMING))
    )


_LAST_IN_GROUPS = (
    _in_groups(SessionParticipant.client_id, sa.func.max(START))
    .where(SessionParticipant.client_id.in_(sa.bindparam("ids", expanding=True)))
    .where(*took_place(sa.bindparam("now", type_=Instant())))
    .group_by(SessionParticipant.client_id)
)


def _of_both(
    first: Any,
    name: str,
    *conditions: sa.ColumnElement[bool],
    in_groups: tuple[sa.ColumnElement[bool], ...] = (),
) -> sa.ColumnElement[Any]:
    """The first or last start of the user's own sessions and of groups. The groups are gone through once for all."""
    person = SessionParticipant.client_id
    groups = _in_groups(person, first(START).label("start")).where(*conditions, *in_groups).group_by(person).cte(name)
    alone = sa.select(first(START).label("start")).where(Appointment.client_id == User.id, *conditions)
    grouped = sa.select(groups.c.start).where(groups.c.client_id == User.id)
    both = sa.union_all(alone.correlate(User), grouped.correlate(User)).subquery()
    return sa.select(first(both.c.start)).scalar_subquery()
