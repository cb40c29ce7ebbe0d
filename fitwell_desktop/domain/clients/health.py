"""A client's health history, clearance and limitations. Only those who may see health data come here."""

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.accounts.attachments import StoredFile, attach
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.clearance import check_clearance, clearance_on, latest_expiry
from fitwell_desktop.domain.clients.protocols import BEATS, is_possible
from fitwell_desktop.models.clients import HealthHistory
from fitwell_desktop.vocabulary import Clearance, ClearanceState, FitnessLevel, Right


class HealthChanges(TypedDict, total=False):
    """The fields of a health history that are to change."""

    fitness_level: FitnessLevel | None
    exercise_limitations: str
    conditions: tuple[str, ...]
    medications: str
    allergies: tuple[str, ...]
    injuries: str
    surgeries: str
    lifestyle: str
    resting_heart_rate: int | None
    blood_pressure: str
    is_pregnant: bool
    notes: str


class Health(Struct, frozen=True):
    """A client's health history as it stands today."""

    fitness_level: FitnessLevel | None = None
    exercise_limitations: str = ""
    conditions: tuple[str, ...] = ()
    medications: str = ""
    allergies: tuple[str, ...] = ()
    injuries: str = ""
    surgeries: str = ""
    lifestyle: str = ""
    resting_heart_rate: int | None = None
    blood_pressure: str = ""
    is_pregnant: bool = False
    notes: str = ""
    medical_clearance: Clearance = Clearance.NOT_REQUIRED
    cleared_by: str = ""
    cleared_on: date | None = None
    clearance_expires_on: date | None = None
    clearance_document_id: UUID | None = None
    reviewed_on: date | None = None
    clearance: ClearanceState = ClearanceState.NOT_REQUIRED


@command("Edit health history", needs=Right.HEALTH)
def edit_health(session: Session, client_id: UUID, **changes: Unpack[HealthChanges]) -> bool:
    """Write the given fields; tells whether that voided a clearance: a new condition or a pregnancy does."""
    history = health_row(session, client_id)
    before = frozenset(history.conditions), history.is_pregnant
    for name, value in changes.items():
        setattr(history, name, _cleaned(name, value))
    history.reviewed_on = practice_today(session)
    is_worse = bool(frozenset(history.conditions) - before[0]) or (history.is_pregnant and not before[1])
    if is_worse and history.medical_clearance is Clearance.CLEARED:
        require_clearance(history)
        return True
    return False


@command("Set medical clearance", needs=Right.HEALTH)
def set_clearance(
    session: Session,
    client_id: UUID,
    clearance: Clearance,
    cleared_by: str = "",
    cleared_on: date | None = None,
    expires_on: date | None = None,
    document: StoredFile | None = None,
) -> None:
    """Say where the client stands with a doctor's consent. Given today for 12 months, if the days are not told."""
    history = health_row(session, client_id)
    if clearance is not history.medical_clearance:
        history.medical_clearance = step(history.medical_clearance, clearance)
    if clearance is Clearance.CLEARED:
        _clear(session, history, clean_line(cleared_by), cleared_on, expires_on)
    else:
        history.cleared_by, history.cleared_on, history.clearance_expires_on = "", None, None
    if document:
        history.clearance_document_id = attach(session, document, client_id).id


@query(needs=Right.HEALTH)
def health(session: Session, client_id: UUID) -> Health:
    """A client's health history; an empty one where nothing was asked yet."""
    row = session.scalar(sa.select(HealthHistory).where(HealthHistory.client_id == client_id))
    if row is None:
        return Health()
    names = [name for name in Health.__struct_fields__ if name != "clearance"]
    standing = clearance_on(practice_today(session), row.medical_clearance, row.clearance_expires_on)
    return Health(**{name: getattr(row, name) for name in names}, clearance=standing)


def health_row(session: Session, client_id: UUID) -> HealthHistory:
    """The client's health history, begun if there is none."""
    found = session.scalar(sa.select(HealthHistory).where(HealthHistory.client_id == client_id))
    if found is None:
        finding.client(session, client_id)
        found = HealthHistory(client_id=client_id)
        session.add(found)
        session.flush()
    return found


def require_clearance(history: HealthHistory) -> None:
    """A clearance that was given no longer holds, or one has become necessary."""
    if history.medical_clearance is not Clearance.REQUIRED:
        history.medical_clearance = step(history.medical_clearance, Clearance.REQUIRED)
    history.clearance_expires_on = None


def _clear(
    session: Session, history: HealthHistory, cleared_by: str, cleared_on: date | None, expires_on: date | None
) -> None:
    if not cleared_by:
        raise UserError("Type who gave the clearance.", field="cleared_by")
    given = cleared_on or practice_today(session)
    ends = expires_on or latest_expiry(given)
    check_clearance(given, ends, practice_today(session))
    history.cleared_by, history.cleared_on, history.clearance_expires_on = cleared_by, given, ends


def _cleaned(name: str, value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, FitnessLevel):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(text for text in map(clean_line, value) if text))
    if name == "resting_heart_rate" and value is not None and not is_possible(BEATS, value):
        raise UserError(f"A resting heart rate of {value} can’t be right.", field=name)
    return value
