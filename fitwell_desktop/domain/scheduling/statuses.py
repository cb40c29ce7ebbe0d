"""What becomes of a session: confirmed, completed, cancelled, or the client did not come. Only along the arrows."""

from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.billing.billed import ensure_not_billed
from fitwell_desktop.models.availability import BookingPolicy
from fitwell_desktop.models.scheduling import Appointment, GroupSession
from fitwell_desktop.vocabulary import AppointmentStatus, CancelledBy, GroupStatus, Right


@command("Confirm session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def confirm(session: Session, appointment_id: UUID) -> None:
    """The client said that they will come."""
    _confirm(session, session.get_one(Appointment, appointment_id))


@command("Complete session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def complete(session: Session, appointment_id: UUID) -> None:
    """The session took place. One that was never confirmed was so by coming: both arrows are walked."""
    appointment = session.get_one(Appointment, appointment_id)
    if appointment.scheduled_start > session.now:
        raise UserError("This session has not begun yet. It can be completed from its start on.")
    if appointment.status is AppointmentStatus.SCHEDULED:
        _confirm(session, appointment)
    appointment.status = step(appointment.status, AppointmentStatus.COMPLETED)
    appointment.completed_at = session.now


@command("Cancel session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def cancel(session: Session, appointment_id: UUID, reason: str, by: CancelledBy) -> None:
    """The session will not take place. A client who says so too late for the practice's policy cancels late."""
    appointment = session.get_one(Appointment, appointment_id)
    appointment.status = step(appointment.status, AppointmentStatus.CANCELLED)
    appointment.cancelled_at = session.now
    appointment.cancelled_by = by
    appointment.cancel_reason = clean_line(reason)
    appointment.is_late_cancellation = by is CancelledBy.CLIENT and is_late(session, appointment, session.now)
    for group in session.scalars(sa.select(GroupSession).where(GroupSession.appointment_id == appointment_id)):
        group.status = step(group.status, GroupStatus.CANCELLED)


@command("Mark as no-show", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def mark_no_show(session: Session, appointment_id: UUID) -> None:
    """The client did not come."""
    appointment = session.get_one(Appointment, appointment_id)
    if appointment.scheduled_start > session.now:
        raise UserError("This session has not begun yet. Cancel it if the client won’t come.")
    appointment.status = step(appointment.status, AppointmentStatus.NO_SHOW)


def is_late(session: Session, appointment: Appointment, now: datetime) -> bool:
    """Whether cancelling now is later than the appointment's policy allows, or else the practice's first one."""
    policies = sa.select(BookingPolicy).order_by(
        (BookingPolicy.id == appointment.booking_policy_id).desc().nulls_last(), BookingPolicy.position
    )
    policy = session.scalars(policies.limit(1)).first()
    return policy is not None and appointment.scheduled_start - now < timedelta(minutes=policy.cancel_before_minutes)


def _confirm(session: Session, appointment: Appointment) -> None:
    appointment.status = step(appointment.status, AppointmentStatus.CONFIRMED)
    appointment.confirmed_at = session.now
