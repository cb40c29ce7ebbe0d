"""Clients found by what is typed, the same wherever one is looked for."""

from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.models.accounts import User
from fitwell_desktop.vocabulary import UserStatus, UserType

LEAST_DIGITS = 3
LONGEST_WORD, MOST_WORDS = 200, 20
"""Nobody has a longer name; and SQLite refuses to look for more than 50,000 bytes, or for a thousand words."""


class ClientChoice(Struct, frozen=True):
    """A client to choose, by the name that is shown."""

    id: UUID
    name: str


@query()
def active_clients(session: Session, text: str = "", limit: int = 8) -> tuple[ClientChoice, ...]:
    """Clients who are not archived and answer each of the words; those of whom a name begins so come first."""
    found = sa.select(User.id, User.first_name, User.last_name).where(
        User.user_type == UserType.CLIENT,
        User.status == UserStatus.ACTIVE,
        *(has_word(word) for word in typed_words(text)),
    )
    ordered = found.order_by(*best_first(text), User.search_key).limit(limit)
    return tuple(ClientChoice(row.id, full_name(row.first_name, row.last_name)) for row in session.execute(ordered))


@query()
def client_of(session: Session, client_id: UUID) -> ClientChoice | None:
    """The client with that id, or None where there is none (any more)."""
    found = sa.select(User.first_name, User.last_name).where(User.id == client_id, User.user_type == UserType.CLIENT)
    row = session.execute(found).one_or_none()
    return ClientChoice(client_id, full_name(row.first_name, row.last_name)) if row else None


def typed_words(text: str) -> tuple[str, ...]:
    """The words to look for; a phone number is one, however it is written."""
    words = cut_words(text)
    number = "".join(words).lstrip("+")
    if number.isdigit() and len(number) >= LEAST_DIGITS:
        return (number.lstrip("0")[:LONGEST_WORD] or "0",)
    return words


def cut_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; no more and no longer ones than can be looked for."""
    return tuple(word[:LONGEST_WORD] for word in fold(text).split()[:MOST_WORDS])


def has_word(word: str) -> sa.ColumnElement[bool]:
    """People in whose name, e-mail or phone the word is."""
    return User.search_key.contains(word, autoescape=True)


def best_first(text: str) -> tuple[sa.ColumnElement[int], ...]:
    """An order: names that begin with the words come before others."""
    folded, key = fold(text)[:LONGEST_WORD], User.search_key
    begins = sa.or_(key.startswith(folded, autoescape=True), key.contains(f" {folded}", autoescape=True))
    return (sa.case((begins, 0), else_=1),) if folded else ()
