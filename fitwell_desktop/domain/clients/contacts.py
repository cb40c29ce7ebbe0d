"""Emergency contacts: whom to call, one of them first."""

from typing import TypedDict, Unpack
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.phones import parse_phone
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.email_addresses import parse_email
from fitwell_desktop.domain.accounts.today import practice_region
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.circle import EmergencyContact
from fitwell_desktop.vocabulary import Right


class ContactChanges(TypedDict, total=False):
    """The fields of a contact that are to change, as they were typed."""

    name: str
    relationship: str
    phone: str
    alternate_phone: str
    email: str
    notes: str


class Contact(Struct, frozen=True):
    """Whom to call."""

    id: UUID
    name: str
    relationship: str
    phone: str
    alternate_phone: str
    email: str
    notes: str
    is_primary: bool


@command("Add emergency contact", needs=Right.CLIENTS)
def add_contact(session: Session, client_id: UUID, **details: Unpack[ContactChanges]) -> UUID:
    """A further person to call; a client's first is the primary one. Needs `name` and `phone`."""
    finding.client(session, client_id)
    primary = _primary(session, client_id)
    contact = EmergencyContact(client_id=client_id, name="", phone="", is_primary=primary is None)
    _write(session, contact, {"name": "", "phone": "", **details})
    session.add(contact)
    session.flush()
    return contact.id


@command("Edit emergency contact", needs=Right.CLIENTS)
def edit_contact(session: Session, contact_id: UUID, **changes: Unpack[ContactChanges]) -> None:
    """Write the given fields of a contact."""
    _write(session, session.get_one(EmergencyContact, contact_id), changes)


@command("Choose primary contact", needs=Right.CLIENTS)
def make_primary(session: Session, contact_id: UUID) -> None:
    """Call this one first."""
    contact = session.get_one(EmergencyContact, contact_id)
    before = _primary(session, contact.client_id)
    if before:
        before.is_primary = False
        session.flush()  # there are never two, not even for a moment
    contact.is_primary = True


@command("Remove emergency contact", needs=Right.CLIENTS)
def remove_contact(session: Session, contact_id: UUID) -> None:
    """Remove a contact; where it was the primary one, the oldest other becomes it."""
    contact = session.get_one(EmergencyContact, contact_id)
    client_id, was_primary = contact.client_id, contact.is_primary
    session.delete(contact)
    session.flush()
    others = sa.select(EmergencyContact).where(EmergencyContact.client_id == client_id)
    heir = session.scalar(others.order_by(EmergencyContact.created_at, EmergencyContact.id))
    if was_primary and heir:
        heir.is_primary = True


@query()
def contacts(session: Session, client_id: UUID) -> tuple[Contact, ...]:
    """A client's contacts, the primary one first."""
    kind = EmergencyContact
    columns = (kind.id, kind.name, kind.relationship, kind.phone, kind.alternate_phone, kind.email, kind.notes)
    found = sa.select(*columns, kind.is_primary).where(kind.client_id == client_id)
    return tuple(Contact(*row) for row in session.execute(found.order_by(kind.is_primary.desc(), kind.created_at)))


def _write(session: Session, contact: EmergencyContact, changes: ContactChanges) -> None:
    texts = {name: clean_line(str(value)) for name, value in changes.items()}
    if not texts.get("name", "–"):
        raise UserError("Type the contact’s name.", field="name")
    if not texts.get("phone", "–"):
        raise UserError("Type the number to call.", field="phone")
    if "email" in texts:
        texts["email"] = parse_email(texts["email"]) or ""
    for name in ("phone", "alternate_phone"):
        if texts.get(name):
            texts[name] = parse_phone(texts[name], practice_region(session), name)
    if "notes" in changes:
        texts["notes"] = clean_text(changes["notes"])
    for name, value in texts.items():
        setattr(contact, name, value)


def _primary(session: Session, client_id: UUID) -> EmergencyContact | None:
    found = sa.select(EmergencyContact).where(EmergencyContact.client_id == client_id, EmergencyContact.is_primary)
    return session.scalar(found)
