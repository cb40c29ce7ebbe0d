"""One invoice with all that stands on it, and what a new one starts from."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import name_of
from fitwell_desktop.domain.billing import unbilled
from fitwell_desktop.domain.billing.amounts import Reduction, TaxLine, Totals, totals
from fitwell_desktop.domain.billing.drafts import Draft, practice_of
from fitwell_desktop.domain.billing.money_in import CAME_IN, paid_on_invoice
from fitwell_desktop.domain.billing.queries import OPEN
from fitwell_desktop.domain.billing.unbilled import UnbilledSession
from fitwell_desktop.models.accounts import Practice
from fitwell_desktop.models.billing import Invoice, Payment
from fitwell_desktop.models.selling import Package
from fitwell_desktop.vocabulary import (
    InvoiceStatus,
    PackageType,
    PaymentMethod,
    Right,
)


class PaymentRow(Struct, frozen=True):
    """Money that came in for an invoice."""

    id: UUID
    amount: int
    method: PaymentMethod
    paid_at: datetime | None
    reference: str


class InvoiceDetails(Struct, frozen=True):
    """One invoice with all that stands on it."""

    id: UUID
    number: str
    status: InvoiceStatus
    client_name: str
    currency: str
    issued_on: date | None
    paid_at: datetime | None
    draft: Draft
    """What is, or was, typed."""
    amounts: Totals
    owed: int
    payments: tuple[PaymentRow, ...]


class SessionBilling(Struct, frozen=True):
    """The sessions that a client could be invoiced for, and the price and tax that were asked last."""

    client_name: str
    sessions: tuple[UnbilledSession, ...]
    unit_price: int
    tax_name: str
    tax_rate_ppm: int
    currency: str


class MoneySettings(Struct, frozen=True):
    """What a new invoice starts from."""

    currency: str
    prices_include_tax: bool
    payment_terms_days: int
    taxes: tuple[TaxLine, ...]
    """The practice's taxes, without amounts; the first is the usual one."""


@query(needs=Right.BILLING)
def invoice(session: Session, invoice_id: UUID) -> InvoiceDetails | None:
    """One invoice, or None where there is no such any more."""
    row = session.get(Invoice, invoice_id)
    if row is None:
        return None
    draft = Draft(
        row.client_id,
        row.line_items,
        Reduction(row.discount_fixed, row.discount_rate_ppm),
        row.discount_reason,
        row.prices_include_tax,
        row.due_on,
        row.notes,
    )
    amounts = totals(draft.lines, draft.reduction, tax_included=draft.prices_include_tax)
    paid = paid_on_invoice(session, invoice_id)
    return InvoiceDetails(
        invoice_id,
        row.invoice_number or "",
        row.status,
        name_of(session, row.client_id),
        row.currency,
        row.issued_on,
        row.paid_at,
        draft,
        amounts,
        row.total - paid if row.status in OPEN else 0,
        _payments(session, invoice_id),
    )


@query(needs=Right.BILLING)
def unbilled_sessions(session: Session, client_id: UUID) -> SessionBilling:
    """What the client had and was not invoiced for. The price is the last one asked, else the practice's own."""
    practice = practice_of(session)
    last = _last_session_line(session, client_id, practice.currency)
    price, name, rate = last or (_price_a_session(session, practice.currency), *_usual_tax(practice))
    waiting = tuple(unbilled.sessions(session, client_id))
    return SessionBilling(name_of(session, client_id), waiting, price, name, rate, practice.currency)


@query(needs=Right.BILLING)
def money_settings(session: Session) -> MoneySettings:
    """What a new invoice starts from."""
    practice = practice_of(session)
    taxes = tuple(TaxLine(tax.name, tax.rate_ppm, 0, 0) for tax in practice.tax_rates)
    return MoneySettings(practice.currency, practice.prices_include_tax, practice.payment_terms_days, taxes)


def _payments(session: Session, invoice_id: UUID) -> tuple[PaymentRow, ...]:
    found = (
        sa.select(Payment.id, Payment.amount, Payment.method, Payment.paid_at, Payment.reference)
        .where(Payment.invoice_id == invoice_id, Payment.status.in_(CAME_IN))
        .order_by(Payment.paid_at, Payment.id)
    )
    return tuple(PaymentRow(*row) for row in session.execute(found))


def _last_session_line(session: Session, client_id: UUID, currency: str) -> tuple[int, str, int] | None:
    """Price and tax of the newest line that invoiced a session to this client in that currency."""
    found = sa.select(Invoice.line_items).where(Invoice.client_id == client_id, Invoice.currency == currency)
    newest = session.scalars(found.order_by(Invoice.id.desc()).execution_options(yield_per=10))
    lines = (line for lines in newest for line in reversed(lines) if line.appointment_id)
    return next(((line.unit_price, line.tax_name, line.tax_rate_ppm) for line in lines), None)


def _price_a_session(session: Session, currency: str) -> int:
    single = sa.select(Package.price).where(Package.package_type == PackageType.PER_SESSION, Package.is_active)
    return session.scalar(single.where(Package.currency == currency).order_by(Package.id).limit(1)) or 0


def _usual_tax(practice: Practice) -> tuple[str, int]:
    return (practice.tax_rates[0].name, practice.tax_rates[0].rate_ppm) if practice.tax_rates else ("", 0)
