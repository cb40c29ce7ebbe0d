"""Saved lists: filters over clients that are kept under a name, with how many clients each holds now."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.clients.conditions import check_condition, condition, may_ask, needs_health, tests_of
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientProfile, Condition, SavedList
from fitwell_desktop.vocabulary import (
    Band,
    ClearanceState,
    ClientState,
    ListField,
    Right,
    UserType,
)


class ListCount(Struct, frozen=True):
    """A saved list and the number of clients whom it holds now."""

    id: UUID
    name: str
    conditions: tuple[Condition, ...]
    clients: int


ACTIVE = condition(ListField.STATE, ClientState.ACTIVE)
SUGGESTED: tuple[tuple[str, tuple[Condition, ...]], ...] = (
    ("Not seen for 14 days", (ACTIVE, condition(ListField.NO_SESSION, "14"))),
    ("No workout for 7 days", (ACTIVE, condition(ListField.NO_WORKOUT, "7"))),
    ("Clearance expired", (ACTIVE, condition(ListField.CLEARANCE, ClearanceState.EXPIRED))),
    ("Birthday this week", (ACTIVE, condition(ListField.BIRTHDAY, "7"))),
    ("Goal behind", (ACTIVE, condition(ListField.GOAL, Band.BEHIND))),
    ("Invoice overdue", (condition(ListField.INVOICE, "OVERDUE"),)),
)
"""Lists that are offered to a practice which has none."""


@command("Save list", needs=Right.CLIENTS)
def save_list(session: Session, name: str, conditions: tuple[Condition, ...]) -> UUID:
    """A further list."""
    last = session.scalar(sa.select(sa.func.max(SavedList.position))) or 0
    kept = SavedList(name="", conditions=(), position=last + 1)
    _write(session, kept, name, conditions)
    session.add(kept)
    session.flush()
    return kept.id


@command("Edit list", needs=Right.CLIENTS)
def edit_list(session: Session, list_id: UUID, name: str, conditions: tuple[Condition, ...]) -> None:
    """Give a list another name or other conditions."""
    _write(session, session.get_one(SavedList, list_id), name, conditions)


@command("Delete list", needs=Right.CLIENTS)
def delete_list(session: Session, list_id: UUID) -> None:
    """Forget a list; its clients stay."""
    session.delete(session.get_one(SavedList, list_id))


@command("Add suggested lists", needs=Right.CLIENTS)
def add_suggested_lists(session: Session) -> None:
    """The lists that most practices want, but for those that are there already."""
    known = {fold(name) for name in session.scalars(sa.select(SavedList.name))}
    last = session.scalar(sa.select(sa.func.max(SavedList.position))) or 0
    for number, (name, conditions) in enumerate(SUGGESTED, start=last + 1):
        if fold(name) not in known:
            session.add(SavedList(name=name, conditions=conditions, position=number))


@query()
def saved_lists(session: Session) -> tuple[ListCount, ...]:
    """The lists that ask nothing of health, nor of bills those who may not see them; in their order."""
    return tuple(one for one in _lists(session, health=False))


@query(needs=Right.HEALTH)
def saved_lists_with_health(session: Session) -> tuple[ListCount, ...]:
    """All lists, but for those of bills where someone may not see them; in their order."""
    return tuple(one for one in _lists(session, health=True))


def _lists(session: Session, *, health: bool) -> list[ListCount]:
    found = sa.select(SavedList.id, SavedList.name, SavedList.conditions).order_by(SavedList.position, SavedList.name)
    open_to = (row for row in session.execute(found) if health or not needs_health(row.conditions))
    rows = [row for row in open_to if may_ask(session, row.conditions)]
    counts = _counts(session, [row.conditions for row in rows])
    return [ListCount(row.id, row.name, row.conditions, count) for row, count in zip(rows, counts, strict=True)]


def _counts(session: Session, lists: list[tuple[Condition, ...]]) -> Iterable[int]:
    """How many clients each list holds, asked for at once: six statements take longer to put together than to run."""
    if not lists:
        return ()
    counts = [sa.func.count().filter(sa.true(), *tests_of(session, conditions)) for conditions in lists]
    clients = sa.select(*counts).select_from(User).join(ClientProfile, ClientProfile.client_id == User.id)
    return session.execute(clients.where(User.user_type == UserType.CLIENT, User.deleted_at.is_(None))).one()


def _write(session: Session, kept: SavedList, name: str, conditions: tuple[Condition, ...]) -> None:
    word = clean_line(name)
    if not word:
        raise UserError("Type the list’s name.", field="name")
    others = {fold(other.name): other.id for other in session.scalars(sa.select(SavedList))}
    if others.get(fold(word), kept.id) != kept.id:
        raise UserError(f"There already is a list “{word}”.", field="name")
    for one in conditions:
        check_condition(one)
    kept.name, kept.conditions = word, conditions
