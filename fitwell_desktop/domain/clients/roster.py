"""The list of clients: found by what is typed, filtered, sorted, a page at a time, each row shaped for the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import NotAllowed
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients.clearance import clearance_on
from fitwell_desktop.domain.clients.conditions import needs_health, tests_of
from fitwell_desktop.domain.clients.states import in_state, state_on
from fitwell_desktop.domain.clients.tags import tags_by_client
from fitwell_desktop.models.accounts import Attachment, User
from fitwell_desktop.models.billing import Invoice, Payment
from fitwell_desktop.models.clients import (
    ClientProfile,
    ClientTag,
    ClientTagLink,
    Condition,
    HealthHistory,
    Limitation,
)
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import (
    AppointmentStatus,
    ClearanceState,
    ClientKind,
    ClientState,
    InvoiceStatus,
    PaymentStatus,
    Right,
    RosterOrder,
    UserType,
)

PAGE = 40
Found = sa.Select[Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom the list should hold: words typed, state (None for all), a tag, a saved list's conditions, and the order."""

    text: str = ""
    state: ClientState | None = None
    tag: str = ""
    conditions: tuple[Condition, ...] = ()
    order: RosterOrder = RosterOrder.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class RosterRow:
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
    owed: int
    photo: str = ""
    """The SHA-256 of the picture's content, if there is one."""


@dataclass(frozen=True, slots=True)
class RosterPage:
    """A part of the list, and how long the whole is."""

    rows: tuple[RosterRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HealthFlag:
    """What of a client's health must be seen in the list."""

    clearance: ClearanceState
    limitations: tuple[str, ...]


@query()
def roster(session: Session, wanted: Wanted, offset: int = 0, limit: int = PAGE) -> RosterPage:
    """A page of the list, for people who may not see health data."""
    if needs_health(wanted.conditions):
        raise NotAllowed(f"This list asks about health. It needs the right “{Right.HEALTH.label}”.")
    return _roster(session, wanted, offset, limit)


@query(needs=Right.HEALTH)
def roster_with_health(session: Session, wanted: Wanted, offset: int = 0, limit: int = PAGE) -> RosterPage:
    """A page of the list; its conditions may ask about health."""
    return _roster(session, wanted, offset, limit)


@query()
def matching_ids(session: Session, wanted: Wanted) -> tuple[UUID, ...]:
    """All whom the list holds, in its order."""
    if needs_health(wanted.conditions):
        raise NotAllowed(f"This list asks about health. It needs the right “{Right.HEALTH.label}”.")
    return tuple(session.scalars(_sorted(_matching(session, wanted), session, wanted)))


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
    today, kind = practice_today(session), HealthHistory
    histories = sa.select(kind.client_id, kind.medical_clearance, kind.clearance_expires_on).where(
        kind.client_id.in_(client_ids)
    )
    clearances = {row[0]: clearance_on(today, row[1], row[2]) for row in session.execute(histories)}
    holding = sa.or_(Limitation.until_on.is_(None), Limitation.until_on >= today)
    limits = sa.select(Limitation.client_id, Limitation.tag).where(Limitation.client_id.in_(client_ids), holding)
    tags: dict[UUID, tuple[str, ...]] = {}
    for client_id, tag in session.execute(limits.order_by(Limitation.tag)):
        tags[client_id] = (*tags.get(client_id, ()), tag)
    fine = {ClearanceState.NOT_REQUIRED, ClearanceState.CLEARED}
    return {
        client_id: HealthFlag(clearances.get(client_id, ClearanceState.NOT_REQUIRED), tags.get(client_id, ()))
        for client_id in client_ids
        if client_id in tags or clearances.get(client_id, ClearanceState.CLEARED) not in fine
    }


def _roster(session: Session, wanted: Wanted, offset: int, limit: int) -> RosterPage:
    matching = _matching(session, wanted).add_columns(sa.func.count().over().label("total"))
    found: Sequence[Any] = session.execute(_sorted(matching, session, wanted).offset(offset).limit(limit)).all()
    ids, total = [row.id for row in found], found[0].total if found else 0
    return RosterPage(_rows(session, ids), total)


def _rows(session: Session, ids: list[UUID]) -> tuple[RosterRow, ...]:
    """What is shown of these clients, in their order. Asked apart from finding them, so that it is asked of few."""
    person = (User.id, User.first_name, User.last_name, User.email, User.phone, User.phone_typed)
    more = (ClientProfile.kind, ClientProfile.date_of_birth, ClientProfile.joined_on)
    found = (
        sa.select(*person, state_on(practice_today(session)).label("state"), *more, Attachment.content_hash)
        .join(ClientProfile, ClientProfile.client_id == User.id)
        .outerjoin(Attachment, Attachment.id == ClientProfile.photo_id)
        .where(User.id.in_(ids))
    )
    rows = {row.id: row for row in session.execute(found)}
    tags, sessions, owed = tags_by_client(session, ids), _sessions(session, ids), owed_by_client(session, ids)
    return tuple(
        RosterRow(
            row.id,
            full_name(row.first_name, row.last_name),
            row.email or "",
            row.phone or row.phone_typed or "",
            ClientState(row.state),
            row.kind,
            tags.get(row.id, ()),
            row.date_of_birth,
            row.joined_on,
            *sessions.get(row.id, (None, None)),
            owed.get(row.id, 0),
            row.content_hash or "",
        )
        for row in (rows[client_id] for client_id in ids)
    )


def _matching(session: Session, wanted: Wanted) -> Found:
    """The ids of all who are wanted."""
    found: Found = sa.select(User.id).join(ClientProfile, ClientProfile.client_id == User.id)
    found = found.where(User.user_type == UserType.CLIENT, User.deleted_at.is_(None))
    tests = [*_text_tests(session, wanted.text), *tests_of(session, wanted.conditions)]
    if wanted.state:
        tests.append(in_state(wanted.state, practice_today(session)))
    if wanted.tag:
        tests.append(_wears(session, wanted.tag, whole=True))
    return found.where(*tests)


def _text_tests(session: Session, text: str) -> Iterable[sa.ColumnElement[bool]]:
    """Each word is found somewhere in name, e-mail, phone or a tag; digits are found in a phone however it is written."""
    words = fold(text).split()
    together = "".join(words)
    if together.lstrip("+").isdigit() and len(together) >= 3:
        yield User.search_key.contains(together.lstrip("+").lstrip("0") or "0", autoescape=True)
        return
    for word in words:
        yield sa.or_(User.search_key.contains(word, autoescape=True), _wears(session, word, whole=False))


def _wears(session: Session, text: str, *, whole: bool) -> sa.ColumnElement[bool]:
    """Clients with a tag that is the text or, if not `whole`, begins with it. Tags are few: they are compared here."""
    folded = fold(text)
    rows = session.execute(sa.select(ClientTag.id, ClientTag.name)).all()
    ids = [row.id for row in rows if (fold(row.name) == folded if whole else fold(row.name).startswith(folded))]
    if not ids:
        return sa.false()
    return User.id.in_(sa.select(ClientTagLink.client_id).where(ClientTagLink.client_tag_id.in_(ids)))


def _sorted(found: Found, session: Session, wanted: Wanted) -> Found:
    """Names that begin with what was typed come first; then the order that was asked for, names breaking ties."""
    first = []
    folded = fold(wanted.text)
    if folded and wanted.order is RosterOrder.NAME:
        begins = sa.or_(
            User.search_key.startswith(folded, autoescape=True), User.search_key.contains(f" {folded}", autoescape=True)
        )
        first.append(sa.case((begins, 0), else_=1))
    if wanted.order is RosterOrder.NAME:
        return found.order_by(*first, User.search_key.desc() if wanted.descending else User.search_key)
    by = _order_column(wanted.order, session)
    turned = by.desc() if wanted.descending else by.asc()
    return found.order_by(turned.nulls_last(), User.search_key)


def _order_column(order: RosterOrder, session: Session) -> sa.ColumnElement[Any]:
    columns: dict[RosterOrder, Any] = {
        RosterOrder.STATE: state_on(practice_today(session)),
        RosterOrder.KIND: ClientProfile.kind,
        RosterOrder.JOINED: ClientProfile.joined_on,
        RosterOrder.NEXT_SESSION: sa.select(sa.func.min(Appointment.scheduled_start))
        .where(Appointment.client_id == User.id, *_coming(session))
        .scalar_subquery(),
        RosterOrder.LAST_SESSION: sa.select(sa.func.max(Appointment.scheduled_start))
        .where(Appointment.client_id == User.id, *_gone(session))
        .scalar_subquery(),
        RosterOrder.OWED: sa.select(sa.func.sum(Invoice.total))
        .where(Invoice.client_id == User.id, Invoice.status.in_(OWING))
        .scalar_subquery(),
    }
    column: sa.ColumnElement[Any] = columns[order]
    return column


def _coming(session: Session) -> tuple[sa.ColumnElement[bool], ...]:
    planned = (AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED)
    return Appointment.scheduled_start >= session.now, Appointment.status.in_(planned)


def _gone(session: Session) -> tuple[sa.ColumnElement[bool], ...]:
    """Past sessions that took place, or of which nobody said that they did not."""
    held = (AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED, AppointmentStatus.COMPLETED)
    return Appointment.scheduled_start < session.now, Appointment.status.in_(held)


def _sessions(session: Session, ids: list[UUID]) -> dict[UUID, tuple[datetime | None, datetime | None]]:
    """Each client's next and last session."""
    extremes = []
    for edge, tests in ((sa.func.min, _coming(session)), (sa.func.max, _gone(session))):
        moment = edge(Appointment.scheduled_start)
        found = sa.select(Appointment.client_id, moment).where(Appointment.client_id.in_(ids), *tests)
        extremes.append({row[0]: row[1] for row in session.execute(found.group_by(Appointment.client_id))})
    coming, gone = extremes
    return {client_id: (coming.get(client_id), gone.get(client_id)) for client_id in ids}


OWING = (InvoiceStatus.SENT, InvoiceStatus.OVERDUE)


def owed_by_client(session: Session, ids: list[UUID]) -> dict[UUID, int]:
    """What each client still owes on sent invoices, in minor units."""
    open_ones = sa.select(Invoice.id, Invoice.client_id, Invoice.total).where(
        Invoice.client_id.in_(ids), Invoice.status.in_(OWING)
    )
    invoices = session.execute(open_ones).all()
    if not invoices:
        return {}
    paid = sa.select(Payment.invoice_id, sa.func.sum(Payment.amount)).where(
        Payment.invoice_id.in_([invoice.id for invoice in invoices]), Payment.status == PaymentStatus.COMPLETED
    )
    received = {row[0]: row[1] for row in session.execute(paid.group_by(Payment.invoice_id))}
    owed: dict[UUID, int] = {}
    for invoice in invoices:
        owed[invoice.client_id] = owed.get(invoice.client_id, 0) + invoice.total - received.get(invoice.id, 0)
    return owed
