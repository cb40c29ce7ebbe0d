"""What should be known before a client is booked: clearance that is missing or has run out, and who went past it why."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.scheduling.availability import name_of
from fitwell_desktop.domain.scheduling.wall_time import practice_zone
from fitwell_desktop.domain.scheduling.working_hours import is_open
from fitwell_desktop.models.accounts import Practice, User
from fitwell_desktop.models.clients import ClientPause, HealthHistory
from fitwell_desktop.models.records import SafetyOverride
from fitwell_desktop.vocabulary import Clearance, Hazard, Right, UserStatus

CLEARANCE_MONTHS = 12
"""A clearance without a date of expiry holds this long (rules of screening: twelve months at most)."""


@dataclass(frozen=True, slots=True)
class BookingWarning:
    """A sentence to show before booking. One with a hazard is only passed with a reason, which is recorded."""

    sentence: str
    hazard: Hazard | None = None


@query(needs=Right.SCHEDULE)
def warnings_for(
    session: Session, client_id: UUID, trainer_id: UUID, start: datetime, minutes: int
) -> tuple[BookingWarning, ...]:
    """What should be known before this client is booked for that time; empty when nothing is amiss."""
    found = list(_clearance(session, client_id, day_in(practice_zone(session).key, start)))
    if not is_open(session, trainer_id, start, minutes):
        found.append(BookingWarning(f"This is outside of {name_of(session, trainer_id)}’s working hours."))
    return tuple(found)


def ensure_bookable(session: Session, client_id: UUID, day: date) -> None:
    """Raise UserError for a client who is archived, or paused on that day."""
    name = name_of(session, client_id)
    if session.get_one(User, client_id).status is not UserStatus.ACTIVE:
        raise UserError(f"{name} is archived. Restore them to book a session.", field="client_id")
    pauses = sa.select(ClientPause.ends_on).where(
        ClientPause.client_id == client_id,
        ClientPause.starts_on <= day,
        sa.or_(ClientPause.ends_on.is_(None), ClientPause.ends_on >= day),
    )
    for (until,) in session.execute(pauses.limit(1)):
        term = f"until {until.day} {until:%B %Y}" if until else "until further notice"
        raise UserError(f"{name} is paused {term}. End the pause to book a session.", field="client_id")


def pass_warnings(session: Session, client_id: UUID, appointment_id: UUID, day: date, reason: str) -> None:
    """Raise UserError where a hazard stands and no reason to go past it is given, or the practice allows none; else
    record who went past it and why.
    """
    for warning in _clearance(session, client_id, day):
        if session.scalars(sa.select(Practice.clearance_blocks_booking)).one():
            raise UserError(f"{warning.sentence} This practice books no sessions without it.", field="client_id")
        if not reason.strip():
            raise UserError(f"{warning.sentence} Say why you book all the same.", field="reason")
        assert warning.hazard is not None
        session.add(
            SafetyOverride(
                client_id=client_id,
                hazard=warning.hazard,
                reason=reason.strip(),
                entity_type="appointment",
                entity_id=appointment_id,
            )
        )


def _clearance(session: Session, client_id: UUID, day: date) -> Iterator[BookingWarning]:
    health = HealthHistory
    found = sa.select(health.medical_clearance, health.cleared_on, health.clearance_expires_on)
    for state, cleared_on, expires_on in session.execute(found.where(health.client_id == client_id)):
        name = name_of(session, client_id)
        expiry = expires_on or (_months_after(cleared_on, CLEARANCE_MONTHS) if cleared_on else None)
        if state is Clearance.REQUIRED:
            yield BookingWarning(f"{name} needs a medical clearance first.", Hazard.CLEARANCE_MISSING)
        elif state is Clearance.CLEARED and expiry is not None and expiry < day:
            sentence = f"{name}’s medical clearance ends on {expiry.day} {expiry:%B %Y}."
            yield BookingWarning(sentence, Hazard.CLEARANCE_MISSING)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
