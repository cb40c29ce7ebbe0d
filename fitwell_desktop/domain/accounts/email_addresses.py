"""What is an e-mail address, and that no two people share one."""

import re
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.models.accounts import User

# Not the whole of RFC 5321, but what mail servers accept: one @, a dotted domain, no blanks, no stray punctuation.
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+(?<!\.)@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}")
LONGEST = 254


def parse_email(text: str) -> str | None:
    """The address that was typed, or None where nothing was; raises UserError for what can't be one."""
    address = clean_line(text).removeprefix("mailto:")
    if not address:
        return None
    if len(address) > LONGEST or ".." in address or address.startswith(".") or not _ADDRESS.fullmatch(address):
        raise UserError(f"“{address[:60]}” is not an e-mail address. It looks like ava@example.com.", field="email")
    return address


def ensure_free_email(session: Session, address: str, ignoring: UUID | None = None) -> None:
    """Raise UserError where someone else has this address."""
    holder = session.execute(
        sa.select(User.first_name, User.last_name).where(
            sa.func.lower(User.email) == sa.func.lower(address), User.id != ignoring if ignoring else sa.true()
        )
    ).first()
    if holder:
        name = full_name(holder.first_name, holder.last_name)
        raise UserError(f"{name} already has this e-mail address.", field="email")
