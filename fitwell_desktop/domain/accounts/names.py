"""How a person's name is written."""

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.models.accounts import User


def full_name(first: str, last: str) -> str:
    """First and last name."""
    return f"{first} {last}".strip()


def split_name(name: str) -> tuple[str, str]:
    """A name written in one, as first and last name: "Ava van der Berg" is Ava, "Berg, Ava" is Ava too."""
    last, comma, first = name.partition(",")
    if comma and first.strip():
        return first.strip(), last.strip()
    first, _, last = name.strip().strip(",").partition(" ")
    return first, last.strip()


def name_of(session: Session, user_id: object) -> str:
    """The name of a user, also of one who was removed; empty where there is none."""
    found = sa.select(User.first_name, User.last_name).where(User.id == user_id)
    row = session.execute(found.execution_options(include_deleted=True)).first()
    return full_name(row.first_name, row.last_name) if row else ""
