"""Adding those who work in the practice."""

from uuid import UUID

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.domain.accounts.email_addresses import ensure_free_email, parse_email
from fitwell_desktop.models.accounts import User, UserRole
from fitwell_desktop.vocabulary import Right, Role, UserType


@command("Create owner", needs=Right.PRACTICE)
def create_owner(session: Session, first_name: str, last_name: str = "", email: str = "") -> UUID:
    """The person whose practice it is: trains clients and may do everything."""
    return _add_person(session, UserType.TRAINER, first_name, last_name, email, (Role.OWNER, Role.TRAINER))


@command("Add trainer", needs=Right.PRACTICE)
def add_trainer(session: Session, first_name: str, last_name: str = "", email: str = "") -> UUID:
    """Another trainer of the practice."""
    return _add_person(session, UserType.TRAINER, first_name, last_name, email, (Role.TRAINER,))


def _add_person(
    session: Session, kind: UserType, first_name: str, last_name: str, email: str, roles: tuple[Role, ...]
) -> UUID:
    first, address = clean_line(first_name), parse_email(email)
    if not first:
        raise UserError("Type a first name.", field="first_name")
    if address:
        ensure_free_email(session, address)
    person = User(user_type=kind, first_name=first, last_name=clean_line(last_name), email=address)
    session.add(person)
    session.flush()
    session.add_all(UserRole(user_id=person.id, role=role) for role in roles)
    return person.id
