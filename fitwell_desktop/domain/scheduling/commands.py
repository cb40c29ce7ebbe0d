"""Booking a session, and changing when, with whom and where it takes place."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.core.tables import new_id
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.billing.billed import ensure_not_billed
from fitwell_desktop.domain.scheduling.availability import Slot, end_of, ensure_free, moved, slot_of
from fitwell_desktop.domain.scheduling.details import PLAIN, Details
from fitwell_desktop.domain.scheduling.safety import ensure_bookable, pass_warnings
from fitwell_desktop.domain.scheduling.wall_time import practice_zone
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import AppointmentStatus, Right, UserStatus, UserType

CLOSED = frozenset({AppointmentStatus.CANCELLED, AppointmentStatus.NO_SHOW})
"""A session that ended so can be booked again."""


@command("Book session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def book(
    session: Session,
    trainer_id: UUID,
    client_id: UUID,
    start: datetime,
    minutes: int,
    details: Details = PLAIN,
    override_reason: str = "",
) -> UUID:
    """Give a client a trainer's time, and return the appointment's id. A hazard (see `safety`) needs a reason."""
    return _add(session, trainer_id, client_id, start, minutes, details, override_reason).id


@command("Move session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def move(
    session: Session,
    appointment_id: UUID,
    start: datetime,
    minutes: int | None = None,
    trainer_id: UUID | None = None,
    override_reason: str = "",
) -> None:
    """Let it take place at another time or with another trainer. It stays the same appointment: who was confirmed
    stays so, and reminders follow. On another day a hazard (see `safety`) needs a reason, as when booking.
    """
    _put(session, session.get_one(Appointment, appointment_id), start, minutes, trainer_id, override_reason)


@command("Change session’s length", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def resize(session: Session, appointment_id: UUID, start: datetime, minutes: int, override_reason: str = "") -> None:
    """Let it begin or end at another time."""
    _put(session, session.get_one(Appointment, appointment_id), start, minutes, None, override_reason)


@command("Change session", needs=Right.SCHEDULE)
def change_details(session: Session, appointment_id: UUID, details: Details) -> None:
    """Replace what an appointment says beside who and when."""
    appointment = session.get_one(Appointment, appointment_id)
    room_changes = details.room_id != appointment.room_id
    _describe(appointment, details)
    if room_changes and appointment.status.takes_time:
        ensure_free(session, slot_of(session, appointment), ignoring=appointment.id)
    appointment.sequence += 1


@command("Copy session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def copy(
    session: Session,
    appointment_id: UUID,
    start: datetime,
    trainer_id: UUID | None = None,
    override_reason: str = "",
) -> UUID:
    """Book the same again at another time, and return the new appointment's id."""
    appointment = session.get_one(Appointment, appointment_id)
    return _again(session, appointment, start, trainer_id, override_reason).id


@command("Reschedule session", needs=Right.SCHEDULE, before_undo=ensure_not_billed)
def reschedule(
    session: Session,
    appointment_id: UUID,
    start: datetime,
    minutes: int | None = None,
    trainer_id: UUID | None = None,
    override_reason: str = "",
) -> UUID:
    """Book an appointment in the place of this one, and return its id; both stay in the client's history. An open one
    becomes “Rescheduled”; one that was cancelled or missed stays what it is.
    """
    appointment = session.get_one(Appointment, appointment_id)
    if appointment.status not in CLOSED:
        appointment.status = step(appointment.status, AppointmentStatus.RESCHEDULED)
        session.flush()
    return _again(session, appointment, start, trainer_id, override_reason, minutes, appointment.id).id


def _again(
    session: Session,
    appointment: Appointment,
    start: datetime,
    trainer_id: UUID | None,
    override_reason: str,
    minutes: int | None = None,
    instead_of: UUID | None = None,
) -> Appointment:
    if appointment.client_id is None:
        raise UserError("A group session can’t be booked again like this: its people sign up for each one.")
    details = Details(
        appointment.kind,
        appointment.title,
        appointment.room_id,
        appointment.location,
        appointment.meeting_url,
        appointment.notes,
    )
    return _add(
        session,
        trainer_id or appointment.trainer_id,
        appointment.client_id,
        start,
        minutes or _minutes(appointment),
        details,
        override_reason,
        instead_of,
    )


def _add(
    session: Session,
    trainer_id: UUID,
    client_id: UUID,
    start: datetime,
    minutes: int,
    details: Details,
    override_reason: str,
    instead_of: UUID | None = None,
) -> Appointment:
    end = end_of(start, minutes)
    day = day_in(practice_zone(session).key, start)
    _ensure_trains(session, trainer_id)
    ensure_bookable(session, client_id, day)
    ensure_free(session, Slot(start, end, trainer_id, frozenset({client_id}), details.room_id))
    appointment = Appointment(
        id=new_id(),
        trainer_id=trainer_id,
        client_id=client_id,
        scheduled_start=start,
        scheduled_end=end,
        rescheduled_from_id=instead_of,
        sequence=0,
    )
    _describe(appointment, details)
    session.add(appointment)
    pass_warnings(session, client_id, appointment.id, day, override_reason)
    return appointment


def _put(
    session: Session,
    appointment: Appointment,
    start: datetime,
    minutes: int | None,
    trainer_id: UUID | None,
    override_reason: str,
) -> None:
    if AppointmentStatus.CANCELLED not in appointment.status.may_become:
        raise UserError(f"This session is “{appointment.status.label}” and stays where it is.", field="start")
    end = end_of(start, minutes or _minutes(appointment))
    trainer_id = trainer_id or appointment.trainer_id
    if trainer_id != appointment.trainer_id:
        _ensure_trains(session, trainer_id)
    slot = moved(slot_of(session, appointment), start, end, trainer_id)
    _ensure_may_come(session, appointment, slot, override_reason)
    ensure_free(session, slot, ignoring=appointment.id)
    appointment.scheduled_start = start
    appointment.scheduled_end = end
    appointment.trainer_id = trainer_id
    appointment.sequence += 1


def _ensure_may_come(session: Session, appointment: Appointment, slot: Slot, override_reason: str) -> None:
    """On another day, what was looked at when booking is looked at again, for each who comes."""
    zone = practice_zone(session).key
    day = day_in(zone, slot.start)
    if day == day_in(zone, appointment.scheduled_start):
        return
    for client_id in slot.client_ids:
        ensure_bookable(session, client_id, day)
        pass_warnings(session, client_id, appointment.id, day, override_reason)


def _describe(appointment: Appointment, details: Details) -> None:
    appointment.kind = details.kind
    appointment.title = clean_line(details.title)
    appointment.room_id = details.room_id
    appointment.location = clean_line(details.location)
    appointment.meeting_url = clean_line(details.meeting_url)
    appointment.notes = clean_text(details.notes)


def _minutes(appointment: Appointment) -> int:
    return round((appointment.scheduled_end - appointment.scheduled_start).total_seconds() / 60)


def _ensure_trains(session: Session, trainer_id: UUID) -> None:
    trainer = session.scalars(sa.select(User).where(User.id == trainer_id)).one_or_none()
    trains = trainer is not None and trainer.user_type is not UserType.CLIENT
    if trainer is None or not trains or trainer.status is not UserStatus.ACTIVE:
        raise UserError("This trainer can’t be booked any more. Choose another.", field="trainer_id")
