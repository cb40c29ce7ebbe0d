"""Invoices as they are listed, with their sums; what a client owes; money at a glance."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import aliased

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.client_search import cut_words
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_zone
from fitwell_desktop.domain.billing.money_in import CAME_IN, owed_by_client, paid_for
from fitwell_desktop.models.accounts import Practice, User
from fitwell_desktop.models.billing import Invoice, Payment, Refund
from fitwell_desktop.vocabulary import (
    InvoiceStatus,
    RefundStatus,
    Right,
)

OPEN = (InvoiceStatus.SENT, InvoiceStatus.OVERDUE)
"""An invoice in these waits for money."""
EVERYONE: dict[str, Any] = {"include_deleted": True}
"""Invoices stay, and are found, when their client is gone."""


class InvoiceRow(Struct, frozen=True):
    """One invoice in the list. `number` is empty on a draft; `owed` is what is still to come."""

    id: UUID
    number: str
    client_id: UUID
    client_name: str
    issued_on: date | None
    due_on: date | None
    status: InvoiceStatus
    currency: str
    total: int
    owed: int
    paid_at: datetime | None
    """When the last of its money came."""


class StatusSum(Struct, frozen=True):
    """How many invoices are in a status, and what they come to in the practice's currency."""

    status: InvoiceStatus
    count: int
    total: int


class Figures(Struct, frozen=True):
    """Money at a glance, in the practice's currency. `owed` counts overdue invoices too."""

    owed: int
    open_count: int
    overdue: int
    overdue_count: int
    paid_this_month: int


@query(needs=Right.BILLING)
def invoices(
    session: Session,
    statuses: Sequence[InvoiceStatus] = (),
    text: str = "",
    client_id: UUID | None = None,
    limit: int = 100,
    order: tuple[str, bool] | None = None,
) -> tuple[InvoiceRow, ...]:
    """The first `limit` invoices in these statuses (all, if none are named) whose number or client has the text.
    `order` is one of `ORDERS`, and whether the greatest comes first; without it drafts come first, then the newest.
    `status_sums` says how many there are.
    """
    by_client = order is not None and order[0] == "client"
    fitting = sa.select(Invoice.id).where(*_fitting(statuses, text, client_id))
    if by_client:
        fitting = fitting.join(User, User.id == Invoice.client_id)
    first = fitting.order_by(*_ordered(order, User)).limit(limit).subquery()
    person = aliased(User)
    found = session.execute(_rows(person).join(first, first.c.id == Invoice.id).order_by(*_ordered(order, person)))
    return tuple(_row(*row) for row in found)


@query(needs=Right.BILLING)
def status_sums(session: Session, text: str = "", client_id: UUID | None = None) -> tuple[StatusSum, ...]:
    """How many invoices each status has among those that the text finds."""
    in_currency = sa.case((Invoice.currency == _currency(), Invoice.total), else_=0)
    found = (
        sa.select(Invoice.status, sa.func.count().label("many"), sa.func.sum(in_currency).label("total"))
        .where(*_fitting((), text, client_id))
        .group_by(Invoice.status)
        .execution_options(**EVERYONE)
    )
    return tuple(StatusSum(row.status, row.many, row.total) for row in session.execute(found))


@query(needs=Right.BILLING)
def client_balance(session: Session, client_id: UUID) -> int:
    """What the client still owes, in the practice's currency."""
    return owed_by_client(session, client_id)


@query(needs=Right.BILLING)
def figures(session: Session, today: date) -> Figures:
    """What is owed, what of it is late, and what came in since the month began."""
    owed = (Invoice.total - paid_for(Invoice.id)).label("owed")
    open_rows = session.execute(sa.select(Invoice.due_on, owed).where(*_open_here())).all()
    late = [row.owed for row in open_rows if row.due_on and row.due_on < today]
    return Figures(
        sum(row.owed for row in open_rows),
        len(open_rows),
        sum(late),
        len(late),
        _came_in_since(session, today.replace(day=1)),
    )


_NEWEST_FIRST = (
    Invoice.issued_on.is_(None).desc(),
    Invoice.issued_on.desc(),
    Invoice.number.desc(),
    Invoice.id.desc(),
)


ORDERS: dict[str, Callable[[Any], Any]] = {
    "number": lambda person: Invoice.invoice_number,
    "client": lambda person: person.search_key,
    "status": lambda person: sa.case({status: at for at, status in enumerate(InvoiceStatus)}, value=Invoice.status),
    "issued": lambda person: Invoice.issued_on,
    "due": lambda person: Invoice.due_on,
    "total": lambda person: Invoice.total,
    "owed": lambda person: _owed(),
    "paid": lambda person: Invoice.paid_at,
}
"""What a list can be ordered by; `person` is its client."""


def _ordered(order: tuple[str, bool] | None, person: Any) -> tuple[sa.ColumnElement[Any], ...]:
    """What has no value comes last, whichever way the rest is turned; among equals, the newest come first."""
    if order is None:
        return _NEWEST_FIRST
    value = ORDERS[order[0]](person)
    return (value.desc() if order[1] else value.asc()).nulls_last(), *_NEWEST_FIRST


def _owed() -> sa.ColumnElement[int]:
    return sa.case((Invoice.status.in_(OPEN), Invoice.total - paid_for(Invoice.id)), else_=0)


def _fitting(statuses: Sequence[InvoiceStatus], text: str, client_id: UUID | None) -> list[sa.ColumnElement[bool]]:
    fits: list[sa.ColumnElement[bool]] = [Invoice.status.in_(statuses)] if statuses else []
    if client_id:
        fits.append(Invoice.client_id == client_id)
    fits.extend(
        Invoice.client_id.in_(sa.select(User.id).where(User.search_key.contains(word, autoescape=True)))
        | sa.func.lower(Invoice.invoice_number).contains(word, autoescape=True)
        for word in cut_words(text)
    )
    return fits


def _rows(person: Any) -> sa.Select[Any]:
    columns: list[Any] = [
        Invoice.id,
        sa.func.coalesce(Invoice.invoice_number, "").label("invoice_number"),
        Invoice.client_id,
        person.first_name,
        person.last_name,
        Invoice.issued_on,
        Invoice.due_on,
        Invoice.status,
        Invoice.currency,
        Invoice.total,
        _owed().label("owed"),
        Invoice.paid_at,
    ]
    return sa.select(*columns).join(person, person.id == Invoice.client_id).execution_options(**EVERYONE)


def _row(invoice_id: UUID, number: str, client_id: UUID, first: str, last: str, *rest: Any) -> InvoiceRow:
    return InvoiceRow(invoice_id, number, client_id, full_name(first, last), *rest)


def _currency() -> Any:
    return sa.select(Practice.currency).scalar_subquery()


def _open_here() -> tuple[sa.ColumnElement[bool], ...]:
    return Invoice.status.in_(OPEN), Invoice.currency == _currency()


def _came_in_since(session: Session, day: date) -> int:
    since = datetime.combine(day, time(), ZoneInfo(practice_zone(session)))
    came = sa.select(sa.func.sum(Payment.amount)).where(
        Payment.status.in_(CAME_IN), Payment.paid_at >= since, Payment.currency == _currency()
    )
    went = sa.select(sa.func.sum(Refund.amount)).where(
        Refund.status == RefundStatus.COMPLETED, Refund.refunded_at >= since, Refund.currency == _currency()
    )
    return (session.scalar(came) or 0) - (session.scalar(went) or 0)
