"""What should be known before a client is booked: clearance that is missing or has run out, and who went past it why."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import name_of
from fitwell_desktop.domain.clients.clearance import clearance_on
from fitwell_desktop.domain.clients.states import pause_covering
from fitwell_desktop.domain.scheduling.wall_time import practice_zone
from fitwell_desktop.domain.scheduling.working_hours import is_open
from fitwell_desktop.models.accounts import Practice, User
from fitwell_desktop.models.clients import HealthHistory
from fitwell_desktop.models.safety import SafetyOverride
from fitwell_desktop.vocabulary import ClearanceState, Hazard, Right, UserStatus


class BookingWarning(Struct, frozen=True):
    """A sentence to show before booking. One that wants a reason is only passed with one, which is recorded."""

    sentence: str
    wants_reason: bool = False


@query(needs=Right.SCHEDULE)
def warnings_for(
    session: Session, client_id: UUID, trainer_id: UUID, start: datetime, minutes: int
) -> tuple[BookingWarning, ...]:
    """What should be known before this client is booked for that time; empty when nothing is amiss.

    The front desk books, and must be stopped where training would not be safe; why is health, which it never sees. Who
    lacks the right to health is told to ask the trainer, and may go past it with a reason as everyone may.
    """
    found = list(_clearance(session, client_id, day_in(practice_zone(session).key, start)))
    if not is_open(session, trainer_id, start, minutes):
        found.append(BookingWarning(f"This is outside of {name_of(session, trainer_id)}’s working hours."))
    return tuple(found)


def ensure_bookable(session: Session, client_id: UUID, day: date) -> None:
    """Raise UserError for a client who is archived, or paused on that day."""
    name = name_of(session, client_id)
    if session.get_one(User, client_id).status is not UserStatus.ACTIVE:
        raise UserError(f"{name} is archived. Restore them to book a session.", field="client_id")
    pause = pause_covering(session, client_id, day)
    if pause:
        term = f"until {pause.ends_on.day} {pause.ends_on:%B %Y}" if pause.ends_on else "until further notice"
        raise UserError(f"{name} is paused {term}. End the pause to book a session.", field="client_id")


def pass_warnings(session: Session, client_id: UUID, appointment_id: UUID, day: date, reason: str) -> None:
    """Raise UserError where a hazard stands and no reason to go past it is given, or the practice allows none; else
    record who went past it and why.
    """
    reason = clean_line(reason)
    for warning in _clearance(session, client_id, day):
        if session.scalars(sa.select(Practice.clearance_blocks_booking)).one():
            raise UserError(f"{warning.sentence} This practice books no sessions without it.", field="client_id")
        if not reason:
            raise UserError(f"{warning.sentence} Say why you book all the same.", field="reason")
        session.add(
            SafetyOverride(
                client_id=client_id,
                hazard=Hazard.CLEARANCE_MISSING,
                reason=reason,
                entity_type="appointment",
                entity_id=appointment_id,
            )
        )


def _clearance(session: Session, client_id: UUID, day: date) -> Iterator[BookingWarning]:
    health = HealthHistory
    found = sa.select(health.medical_clearance, health.clearance_expires_on).where(health.client_id == client_id)
    for clearance, expires_on in session.execute(found):
        sentence = _SENTENCES.get(clearance_on(day, clearance, expires_on))
        if sentence:
            told = sentence if Right.HEALTH in session.rights else _WITHOUT_HEALTH
            yield BookingWarning(told.format(name_of(session, client_id)), wants_reason=True)


_SENTENCES = {
    ClearanceState.MISSING: "{0} needs a medical clearance first.",
    ClearanceState.EXPIRED: "{0}’s medical clearance will have run out by then.",
}
_WITHOUT_HEALTH = "{0}’s trainer has to be asked first."
