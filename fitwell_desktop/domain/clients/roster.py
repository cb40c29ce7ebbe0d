"""The list of clients: found by what is typed, filtered, sorted, a page at a time, each row shaped for the screen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import NotAllowed
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import query
from fitwell_desktop.core.tables import Instant
from fitwell_desktop.domain.accounts.client_search import best_first, has_word, typed_words
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.billing.money_in import owed_by
from fitwell_desktop.domain.clients.attendance import RECENT, last_in_groups, last_session, next_session
from fitwell_desktop.domain.clients.clearance import clearance_on
from fitwell_desktop.domain.clients.conditions import needs_health, tests_of
from fitwell_desktop.domain.clients.states import in_state, state_on
from fitwell_desktop.domain.clients.tags import tags_by_client
from fitwell_desktop.models.accounts import Attachment, User
from fitwell_desktop.models.clients import ClientProfile, ClientTag, ClientTagLink, Condition, HealthHistory, Limitation
from fitwell_desktop.vocabulary import ClearanceState, ClientKind, ClientState, Right, RosterOrder, UserType

PAGE = 24
MOST_RANKED = 500
"""Of more who answer the words, the palette takes the first by name, and looks no further."""
LAST_LETTER = "\U0010ffff"
"""After all that may follow a name's beginning."""
OF_PROFILE = {RosterOrder.KIND, RosterOrder.JOINED}
Found = sa.Select[Any]


class Wanted(Struct, frozen=True):
    """Whom the list should hold: words typed, state (None for all), a tag, a saved list's conditions, and the order."""

    text: str = ""
    state: ClientState | None = None
    tag: str = ""
    conditions: tuple[Condition, ...] = ()
    order: RosterOrder = RosterOrder.NAME
    descending: bool = False


class HealthFlag(Struct, frozen=True):
    """What of a client's health must be seen in the list."""

    clearance: ClearanceState
    limitations: tuple[str, ...]


class RosterRow(Struct, frozen=True):
    """One client in the list. Money is in minor units of the practice's currency."""

    id: UUID
    name: str
    email: str
    phone: str
    state: ClientState
    kind: ClientKind
    tags: tuple[str, ...]
    born_on: date | None
    joined_on: date | None
    next_session_at: datetime | None
    last_session_at: datetime | None
    owed: int | None
    """None for those who may not see bills."""
    photo: str = ""
    """The SHA-256 of the picture's content, if there is one."""
    health: HealthFlag | None = None
    """None where nothing must be heeded, and for those who may not see health data."""


class RosterPage(Struct, frozen=True):
    """A part of the list, and how long the whole is."""

    rows: tuple[RosterRow, ...]
    total: int


@query()
def roster(session: Session, wanted: Wanted, offset: int = 0, limit: int = PAGE) -> RosterPage:
    """A page of the list, for people who may not see health data."""
    if needs_health(wanted.conditions):
        raise NotAllowed(f"This list asks about health. It needs the right “{Right.HEALTH.label}”.")
    return _roster(session, wanted, offset, limit)


@query(needs=Right.HEALTH)
def roster_with_health(session: Session, wanted: Wanted, offset: int = 0, limit: int = PAGE) -> RosterPage:
    """A page of the list; its conditions may ask about health."""
    page = _roster(session, wanted, offset, limit)
    flags = _flags(session, [row.id for row in page.rows])
    marked = (replace(row, health=flags[row.id]) if row.id in flags else row for row in page.rows)
    return RosterPage(tuple(marked), page.total)


@query()
def find_clients(session: Session, text: str, limit: int) -> tuple[RosterRow, ...]:
    """The first clients who answer the words typed, however many there are: those first whose last name begins so."""
    key, folded = User.search_key, fold(text)
    ids = list(session.scalars(_BEGINNING, {"from": folded, "to": folded + LAST_LETTER, "most": limit}))
    if len(ids) < limit:
        some = _matching(session, Wanted(text)).order_by(key).limit(MOST_RANKED).subquery()
        ranked = sa.select(User.id).join(some, some.c.id == User.id).order_by(*best_first(text), key).limit(limit)
        ids += [client_id for client_id in session.scalars(ranked) if client_id not in ids]
    return _rows(session, ids[:limit]) if ids else ()


@query()
def state_counts(session: Session) -> dict[ClientState, int]:
    """How many clients are in each state."""
    state = state_on(practice_today(session)).label("state")
    people = sa.select(state, sa.func.count()).where(User.user_type == UserType.CLIENT, User.deleted_at.is_(None))
    counted = {row[0]: row[1] for row in session.execute(people.group_by(state))}
    return {word: counted.get(word.value, 0) for word in ClientState}


@query(needs=Right.HEALTH)
def health_flags(session: Session, client_ids: tuple[UUID, ...]) -> dict[UUID, HealthFlag]:
    """What to heed of these clients; only those of whom there is anything."""
    return _flags(session, client_ids)


def _flags(session: Session, client_ids: Sequence[UUID]) -> dict[UUID, HealthFlag]:
    today = practice_today(session)
    asked = {"ids": client_ids, "today": today}
    clearances = {row[0]: clearance_on(today, row[1], row[2]) for row in session.execute(_CLEARANCES, asked)}
    tags: dict[UUID, tuple[str, ...]] = {}
    for client_id, tag in session.execute(_LIMITATIONS, asked):
        tags[client_id] = (*tags.get(client_id, ()), tag)
    fine = {ClearanceState.NOT_REQUIRED, ClearanceState.CLEARED}
    return {
        client_id: HealthFlag(clearances.get(client_id, ClearanceState.NOT_REQUIRED), tags.get(client_id, ()))
        for client_id in client_ids
        if client_id in tags or clearances.get(client_id, ClearanceState.CLEARED) not in fine
    }


def _roster(session: Session, wanted: Wanted, offset: int, limit: int) -> RosterPage:
    matching = _matching(session, wanted)
    ids = session.scalars(_sorted(matching, session, wanted).offset(offset).limit(limit)).all()
    is_end = len(ids) < limit and (ids or not offset)
    return RosterPage(_rows(session, ids), offset + len(ids) if is_end else _count(session, matching))


def _count(session: Session, matching: Found) -> int:
    return session.scalar(matching.with_only_columns(sa.func.count(User.id), maintain_column_froms=True)) or 0


def _rows(session: Session, ids: Sequence[UUID]) -> tuple[RosterRow, ...]:
    """What is shown of these clients, in their order. Asked apart from finding them, so that it is asked of few."""
    asked = {"ids": ids, "today": practice_today(session), "now": session.now, "since": session.now - RECENT}
    rows = {row.id: row for row in session.execute(_SHOWN, asked)}
    tags = tags_by_client(session, ids)
    sees_money = Right.BILLING in session.rights
    long_ago = last_in_groups(session, [row.id for row in rows.values() if row.last_session_at is None])
    found = (
        _row(rows[one], tags.get(one, ()), rows[one].last_session_at or long_ago.get(one)) for one in ids if one in rows
    )
    return tuple(row if sees_money else replace(row, owed=None) for row in found)


def _row(row: Any, tags: tuple[str, ...], last_session_at: datetime | None) -> RosterRow:
    return RosterRow(
        id=row.id,
        name=full_name(row.first_name, row.last_name),
        email=row.email or "",
        phone=row.phone or row.phone_typed or "",
        state=ClientState(row.state),
        kind=row.kind,
        tags=tags,
        born_on=row.date_of_birth,
        joined_on=row.joined_on,
        next_session_at=row.next_session_at,
        last_session_at=last_session_at,
        owed=row.owed,
        photo=row.content_hash or "",
    )


def _matching(session: Session, wanted: Wanted) -> Found:
    """The ids of all who are wanted."""
    found: Found = sa.select(User.id)
    if wanted.conditions or wanted.order in OF_PROFILE:  # else joining takes three times as long as looking for words
        found = found.join(ClientProfile, ClientProfile.client_id == User.id)
    found = found.where(User.user_type == UserType.CLIENT, User.deleted_at.is_(None))
    tests = [*_text_tests(session, wanted.text), *tests_of(session, wanted.conditions)]
    if wanted.state:
        tests.append(in_state(wanted.state, practice_today(session)))
    if wanted.tag:
        tests.append(_wears(session, wanted.tag, whole=True))
    return found.where(*tests)


def _text_tests(session: Session, text: str) -> Iterable[sa.ColumnElement[bool]]:
    """Each word is found somewhere in name, e-mail, phone or a tag; digits are found in a phone however it is written."""
    for word in typed_words(text):
        yield sa.or_(has_word(word), _wears(session, word, whole=False))


def _wears(session: Session, text: str, *, whole: bool) -> sa.ColumnElement[bool]:
    """Clients with a tag that is the text or, if not `whole`, begins with it. Tags are few: they are compared here."""
    folded = fold(text)
    rows = session.execute(_TAGS).all()
    ids = [row.id for row in rows if (fold(row.name) == folded if whole else fold(row.name).startswith(folded))]
    if not ids:
        return sa.false()
    return User.id.in_(sa.select(ClientTagLink.client_id).where(ClientTagLink.client_tag_id.in_(ids)))


def _sorted(found: Found, session: Session, wanted: Wanted) -> Found:
    """Names that begin with what was typed come first; then the order that was asked for, names breaking ties."""
    if wanted.order is RosterOrder.NAME or not _may_sort(session, wanted.order):
        best = best_first(wanted.text)
        return found.order_by(*best, User.search_key.desc() if wanted.descending else User.search_key)
    by = _order_column(wanted.order, session)
    turned = by.desc() if wanted.descending else by.asc()
    return found.order_by(turned.nulls_last(), User.search_key)


def _may_sort(session: Session, order: RosterOrder) -> bool:
    """Who comes first by what is owed tells as much as the sums."""
    return order is not RosterOrder.OWED or Right.BILLING in session.rights


def _order_column(order: RosterOrder, session: Session) -> sa.ColumnElement[Any]:
    columns: dict[RosterOrder, Callable[[], Any]] = {
        RosterOrder.STATE: lambda: state_on(practice_today(session)),
        RosterOrder.KIND: lambda: ClientProfile.kind,
        RosterOrder.JOINED: lambda: ClientProfile.joined_on,
        RosterOrder.NEXT_SESSION: lambda: next_session(session.now),
        RosterOrder.LAST_SESSION: lambda: last_session(session.now, session.now - RECENT),
        RosterOrder.OWED: lambda: owed_by(User.id),
    }
    column: sa.ColumnElement[Any] = columns[order]()
    return column


_MOMENT = partial(sa.bindparam, type_=Instant())
"""Moments are text: without its type, one would be written in another way and sort otherwise within a day."""

# Asked at every letter: put together once, which takes as long as asking.
_TAGS = sa.select(ClientTag.id, ClientTag.name)
_BEGINNING = (
    sa.select(User.id)
    .where(User.user_type == UserType.CLIENT, User.deleted_at.is_(None))
    .where(User.search_key >= sa.bindparam("from"), User.search_key < sa.bindparam("to"))
    .order_by(User.search_key)
    .limit(sa.bindparam("most"))
)
_SHOWN = (
    sa.select(
        User.id,
        User.first_name,
        User.last_name,
        User.email,
        User.phone,
        User.phone_typed,
        ClientProfile.kind,
        ClientProfile.date_of_birth,
        ClientProfile.joined_on,
        state_on(sa.bindparam("today")).label("state"),
        next_session(_MOMENT("now")).label("next_session_at"),
        last_session(_MOMENT("now"), _MOMENT("since")).label("last_session_at"),
        owed_by(User.id).label("owed"),
        Attachment.content_hash,
    )
    .join(ClientProfile, ClientProfile.client_id == User.id)
    .outerjoin(Attachment, Attachment.id == ClientProfile.photo_id)
    .where(User.id.in_(sa.bindparam("ids", expanding=True)))
)
_CLEARANCES = sa.select(
    HealthHistory.client_id, HealthHistory.medical_clearance, HealthHistory.clearance_expires_on
).where(HealthHistory.client_id.in_(sa.bindparam("ids", expanding=True)))
_LIMITATIONS = (
    sa.select(Limitation.client_id, Limitation.tag)
    .where(
        Limitation.client_id.in_(sa.bindparam("ids", expanding=True)),
        sa.or_(Limitation.until_on.is_(None), Limitation.until_on >= sa.bindparam("today")),
    )
    .order_by(Limitation.tag)
)
