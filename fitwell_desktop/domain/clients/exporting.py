"""Clients as a CSV file: safe to open in a spreadsheet, and read back by our own import as it was."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients.csv_cells import write_table
from fitwell_desktop.domain.clients.states import state_on
from fitwell_desktop.domain.clients.tags import tags_by_client
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.circle import EmergencyContact
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import ClientKind, ClientState, Right, Sex, UserType

HEADINGS = (
    "First name", "Last name", "E-mail", "Phone", "Date of birth", "Sex", "Kind", "Status", "Tags", "Joined on",
    "Address", "Height (cm)", "Occupation", "Time zone", "Language", "Referral source", "Emergency contact",
    "Emergency phone",
)  # fmt: skip
CHUNK = 500


class ExportRow(Struct, frozen=True):
    """One client as the file tells of them."""

    first_name: str
    last_name: str
    email: str
    phone: str
    date_of_birth: date | None
    sex: Sex
    kind: ClientKind
    state: ClientState
    tags: tuple[str, ...]
    joined_on: date | None
    address: str
    height_cm: float | None
    occupation: str
    timezone: str
    language: str
    referral_source: str
    contact_name: str
    contact_phone: str


@query(needs=Right.CLIENTS)
def export_rows(session: Session, client_ids: tuple[UUID, ...] | None = None) -> tuple[ExportRow, ...]:
    """These clients, or all, by name."""
    found = (
        sa.select(User, ClientProfile, state_on(practice_today(session)), EmergencyContact.name, EmergencyContact.phone)
        .join(ClientProfile, ClientProfile.client_id == User.id)
        .outerjoin(EmergencyContact, (EmergencyContact.client_id == User.id) & EmergencyContact.is_primary)
        .where(User.user_type == UserType.CLIENT)
        .order_by(User.search_key)
    )
    wanted = None if client_ids is None else set(client_ids)
    rows = [row for row in session.execute(found) if wanted is None or row[0].id in wanted]
    worn = _tags(session, [row[0].id for row in rows])
    return tuple(_exported(row, worn.get(row[0].id, ())) for row in rows)


def export_csv(rows: Iterable[ExportRow]) -> str:
    """The file's text. Write it as UTF-8 with a byte order mark, which spreadsheets need to read it as that."""
    return write_table([HEADINGS, *(_texts(row) for row in rows)])


def _exported(row: Any, tags: tuple[str, ...]) -> ExportRow:
    user, profile, state, contact_name, contact_phone = row
    return ExportRow(
        user.first_name,
        user.last_name,
        user.email or "",
        user.phone or user.phone_typed or "",
        profile.date_of_birth,
        profile.sex,
        profile.kind,
        ClientState(state),
        tags,
        profile.joined_on,
        profile.address,
        profile.height_cm,
        profile.occupation,
        profile.timezone or "",
        str(profile.preferences.get("language", "")),
        profile.referral_source,
        contact_name or "",
        contact_phone or "",
    )


def _texts(row: ExportRow) -> tuple[str, ...]:
    return (
        row.first_name,
        row.last_name,
        row.email,
        row.phone,
        row.date_of_birth.isoformat() if row.date_of_birth else "",
        "" if row.sex is Sex.UNSTATED else row.sex.label,
        row.kind.label,
        row.state.label,
        "; ".join(row.tags),
        row.joined_on.isoformat() if row.joined_on else "",
        row.address,
        "" if row.height_cm is None else f"{row.height_cm:g}",
        row.occupation,
        row.timezone,
        row.language,
        row.referral_source,
        row.contact_name,
        row.contact_phone,
    )


def _tags(session: Session, ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    worn: dict[UUID, tuple[str, ...]] = {}
    for start in range(0, len(ids), CHUNK):
        worn |= tags_by_client(session, ids[start : start + CHUNK])
    return worn
