"""Finding clients who are in the list twice: the same phone, the same e-mail but for capitals and "+tags", or the
same name and birthday.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.circle import FamilyLink
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import UserType

CROWD = 6
"""A phone shared by more clients than this is an office's, not a person's."""


class Twin(Struct, frozen=True):
    """One of two clients who may be the same."""

    id: UUID
    name: str
    email: str
    phone: str
    born_on: date | None


class DuplicatePair(Struct, frozen=True):
    """Two clients who may be the same, the older row first, and what speaks for it."""

    first: Twin
    second: Twin
    reasons: tuple[str, ...]


@query()
def duplicates(session: Session) -> tuple[DuplicatePair, ...]:
    """Pairs of clients who may be the same person, those with most reasons first. Relatives are not."""
    columns = (User.id, User.first_name, User.last_name, User.email, User.phone, User.phone_typed)
    found = (
        sa.select(*columns, ClientProfile.date_of_birth)
        .join(ClientProfile, ClientProfile.client_id == User.id)
        .where(User.user_type == UserType.CLIENT)
        .order_by(User.created_at, User.id)
    )
    rows = session.execute(found).all()
    reasons: dict[tuple[int, int], list[str]] = defaultdict(list)
    for reason, key in KEYS.items():
        for pair in _pairs([key(row) for row in rows]):
            reasons[pair].append(reason)
    families = {frozenset(pair) for pair in session.execute(sa.select(FamilyLink.client_id, FamilyLink.relative_id))}
    pairs = [
        DuplicatePair(_twin(rows[one]), _twin(rows[two]), tuple(why))
        for (one, two), why in reasons.items()
        if frozenset((rows[one].id, rows[two].id)) not in families
    ]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair.reasons), fold(pair.first.name))))


def same_mailbox(address: str | None) -> str:
    """An address as it names a mailbox: in small letters, without a "+tag"."""
    return re.sub(r"\+[^@]*@", "@", (address or "").lower())


def _name_and_birthday(row: Any) -> str:
    words = sorted(fold(row.first_name, row.last_name).split())
    return f"{' '.join(words)} {row.date_of_birth}" if row.date_of_birth else ""


KEYS = {
    "Same phone": lambda row: row.phone or "",
    "Same e-mail": lambda row: same_mailbox(row.email),
    "Same name and birthday": _name_and_birthday,
}


def _pairs(keys: list[str]) -> Iterator[tuple[int, int]]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key:
            by_key[key].append(index)
    for group in by_key.values():
        if 2 <= len(group) <= CROWD:
            yield from combinations(group, 2)


def _twin(row: Any) -> Twin:
    phone = row.phone_typed or row.phone or ""
    return Twin(row.id, full_name(row.first_name, row.last_name), row.email or "", phone, row.date_of_birth)
