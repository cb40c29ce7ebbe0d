"""Places in a group that were given up: who waits longest gets them, until it is too late to tell anybody."""

from datetime import timedelta

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.workflow import step
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import AttendanceStatus, GroupStatus, UserStatus


def fill_up(session: Session, group: GroupSession) -> None:
    """Give what places are free to who waits, first come, first served; after the cut-off the trainer decides. The
    group is open where there is room still.
    """
    free = group.max_participants - _registered(session, group)
    for place in _next(session, group, free):
        place.status = step(place.status, AttendanceStatus.REGISTERED)
        free -= 1
    status = GroupStatus.OPEN if free > 0 else GroupStatus.FULL
    if group.status is not status:
        group.status = step(group.status, status)


def _registered(session: Session, group: GroupSession) -> int:
    placed = sa.select(sa.func.count()).where(
        SessionParticipant.group_session_id == group.id, SessionParticipant.status == AttendanceStatus.REGISTERED
    )
    return session.scalar(placed) or 0


def _next(session: Session, group: GroupSession, free: int) -> list[SessionParticipant]:
    start = session.get_one(Appointment, group.appointment_id).scheduled_start
    if start - session.now < timedelta(minutes=group.waitlist_cutoff_minutes):
        return []
    waiting = (
        sa.select(SessionParticipant)
        .join(User, User.id == SessionParticipant.client_id)
        .where(SessionParticipant.group_session_id == group.id, User.status != UserStatus.INACTIVE)
        .where(SessionParticipant.status == AttendanceStatus.WAITLISTED)
        .order_by(SessionParticipant.registered_at, SessionParticipant.id)
    )
    return list(session.scalars(waiting.limit(max(free, 0))))
