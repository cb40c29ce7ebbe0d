"""Limitations by tag: movements that a client should avoid or must not do."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.clients import Limitation
from fitwell_desktop.vocabulary import Right, Severity

COMMON = (
    "ankle", "balance", "elbow", "grip", "heart rate", "heavy axial load", "high impact", "hip", "jumping", "knee",
    "kneeling", "lower back", "lying flat", "neck", "overhead", "rotation", "shoulder", "upper back", "wrist",
)  # fmt: skip
"""Tags that are offered before a practice has its own."""


class ClientLimitation(Struct, frozen=True):
    """What to heed, how strictly, and for how long."""

    id: UUID
    tag: str
    severity: Severity
    since_on: date | None
    until_on: date | None
    note: str
    holds: bool


@command("Add limitation", needs=Right.HEALTH)
def add_limitation(
    session: Session,
    client_id: UUID,
    tag: str,
    severity: Severity = Severity.AVOID,
    since_on: date | None = None,
    until_on: date | None = None,
    note: str = "",
) -> UUID:
    """Something more to heed, without `until_on` for good."""
    finding.client(session, client_id)
    limitation = Limitation(client_id=client_id, tag="", note="")
    _write(limitation, tag, severity, since_on, until_on, note)
    session.add(limitation)
    session.flush()
    return limitation.id


@command("Edit limitation", needs=Right.HEALTH)
def edit_limitation(
    session: Session,
    limitation_id: UUID,
    tag: str,
    severity: Severity,
    since_on: date | None = None,
    until_on: date | None = None,
    note: str = "",
) -> None:
    """Write a limitation anew."""
    _write(session.get_one(Limitation, limitation_id), tag, severity, since_on, until_on, note)


@command("Remove limitation", needs=Right.HEALTH)
def remove_limitation(session: Session, limitation_id: UUID) -> None:
    """Take a limitation away as if it had never been; one that is over gets an `until_on` instead."""
    session.delete(session.get_one(Limitation, limitation_id))


@query(needs=Right.HEALTH)
def limitations(session: Session, client_id: UUID) -> tuple[ClientLimitation, ...]:
    """A client's limitations, those that hold today first."""
    kind, today = Limitation, practice_today(session)
    found = sa.select(kind.id, kind.tag, kind.severity, kind.since_on, kind.until_on, kind.note).where(
        kind.client_id == client_id
    )
    rows = [ClientLimitation(*row, holds=_holds(row.until_on, today)) for row in session.execute(found)]
    return tuple(sorted(rows, key=lambda row: (not row.holds, row.tag.casefold())))


@query(needs=Right.HEALTH)
def limitation_tags(session: Session) -> tuple[str, ...]:
    """Tags to choose from: those in use and the common ones."""
    return tuple(sorted({*session.scalars(sa.select(Limitation.tag).distinct()), *COMMON}, key=str.casefold))


def _holds(until_on: date | None, today: date) -> bool:
    return until_on is None or until_on >= today


def _write(
    limitation: Limitation, tag: str, severity: Severity, since_on: date | None, until_on: date | None, note: str
) -> None:
    word = clean_line(tag).casefold()
    if not word:
        raise UserError("Type what is limited, such as “knee” or “overhead”.", field="tag")
    if since_on and until_on and until_on < since_on:
        raise UserError("It would be over before it began. Choose a later day.", field="until_on")
    limitation.tag, limitation.severity, limitation.note = word, severity, clean_line(note)
    limitation.since_on, limitation.until_on = since_on, until_on
