"""What can be done with invoices: drafting, sending, taking money for them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.core.recorder import RowChange
from fitwell_desktop.core.store import command
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.billing import unbilled
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.drafts import Draft, ensure_draft, new_invoice, practice_of, write
from fitwell_desktop.domain.billing.lines import ensure_sendable
from fitwell_desktop.domain.billing.money_in import CAME_IN, paid_on_invoice
from fitwell_desktop.domain.billing.numbering import take_number
from fitwell_desktop.domain.billing.parties import issuer_of, recipient_of
from fitwell_desktop.domain.billing.taking_back import (
    ensure_removable,
    ensure_settled_alike,
    ensure_still_drafts,
    has_payments,
)
from fitwell_desktop.models.billing import Invoice, Payment
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod, PaymentStatus, Right

BY_HAND = (
    PaymentMethod.CASH,
    PaymentMethod.CARD,
    PaymentMethod.BANK_TRANSFER,
    PaymentMethod.DIRECT_DEBIT,
    PaymentMethod.VOUCHER,
    PaymentMethod.OTHER,
)
"""The ways in which money comes in that are recorded by hand; a card's is charged elsewhere."""


@command("New invoice", needs=Right.BILLING, before_undo=ensure_still_drafts)
def draft_invoice(session: Session, client_id: UUID, lines: Sequence[InvoiceLine] = ()) -> UUID:
    """A new draft for the client."""
    invoice = new_invoice(session, client_id, tuple(lines))
    session.flush()
    return invoice.id


@command("Invoice sessions", needs=Right.BILLING, before_undo=ensure_still_drafts)
def draft_from_sessions(
    session: Session,
    client_id: UUID,
    appointment_ids: Sequence[UUID],
    unit_price: int,
    tax_name: str = "",
    tax_rate_ppm: int = 0,
) -> UUID:
    """A new draft with a line for each of these completed sessions; a group's has its own price, where it has one.

    Raises Conflict where one of them is on an invoice already.
    """
    open_sessions = {row.appointment_id: row for row in unbilled.sessions(session, client_id)}
    chosen = [open_sessions.get(appointment_id) for appointment_id in dict.fromkeys(appointment_ids)]
    if not chosen:
        raise UserError("Please choose at least one session.", field="sessions")
    tax_name = clean_line(tax_name)
    rows = sorted((row for row in chosen if row), key=lambda row: row.start)
    if len(rows) < len(chosen):
        raise Conflict("One of these sessions has been invoiced or changed meanwhile. Please choose again.")
    zone = practice_of(session).time_zone
    lines = [unbilled.line_for(row, zone, unit_price, tax_name, tax_rate_ppm) for row in rows]
    invoice = new_invoice(session, client_id, tuple(lines))
    session.flush()
    return invoice.id


@command("Edit invoice", needs=Right.BILLING, before_undo=ensure_still_drafts)
def edit_draft(session: Session, invoice_id: UUID, draft: Draft) -> Draft:
    """Keep what was typed on a draft, and return it: without another client's sessions, where the client changed."""
    invoice = session.get_one(Invoice, invoice_id)
    ensure_draft(invoice)
    return write(session, invoice, draft)


@command("Delete draft", needs=Right.BILLING)
def delete_draft(session: Session, invoice_id: UUID) -> None:
    """Remove a draft. It has no number yet, so none is missed."""
    invoice = session.get_one(Invoice, invoice_id)
    ensure_draft(invoice)
    session.delete(invoice)


def ensure_not_handed_out(session: Session, changes: Sequence[RowChange]) -> None:
    """Raise Conflict where someone outside may have seen an invoice's number, or has paid for it: it is taken for good
    then.
    """
    for change in changes:
        invoice = session.get(Invoice, change.row_id) if change.table == Invoice.__tablename__ else None
        if invoice and has_payments(session, invoice.id):
            raise Conflict(
                f"A payment for invoice {invoice.invoice_number} has been recorded since, so its sending can’t be "
                "taken back."
            )
        if invoice and invoice.handed_out_at:
            raise Conflict(
                f"Invoice {invoice.invoice_number} has been saved or printed since, so its sending can’t be taken back: "
                "the client may have it already."
            )


@command("Send invoice", needs=Right.BILLING, before_undo=ensure_not_handed_out)
def send_invoice(session: Session, invoice_id: UUID) -> str:
    """Give a draft its number and date and close it for good; returns the number. An invoice over nothing is paid."""
    invoice = session.get_one(Invoice, invoice_id)
    ensure_draft(invoice)
    ensure_sendable(invoice.line_items)
    practice = practice_of(session)
    issued_on = day_in(practice.time_zone, session.now)
    due_on = invoice.due_on or issued_on + timedelta(days=practice.payment_terms_days)
    if due_on < issued_on:
        raise UserError("The invoice would be due before it is sent. Please choose a later day.", field="due_on")
    take_number(session, invoice, issued_on)
    invoice.status = step(invoice.status, InvoiceStatus.SENT)
    invoice.issued_on, invoice.due_on, invoice.sent_at = issued_on, due_on, session.now
    invoice.issuer, invoice.recipient = issuer_of(practice), recipient_of(session, invoice)
    if not invoice.total:
        _settle(invoice, session.now)
    return invoice.invoice_number or ""


@command("Hand out invoice", needs=Right.BILLING, undoable=False)
def hand_out(session: Session, invoice_id: UUID) -> None:
    """Note that the invoice's document leaves the program: saved, printed, mailed. Its number is then taken for good."""
    invoice = session.get_one(Invoice, invoice_id)
    if invoice.status is InvoiceStatus.DRAFT:
        raise UserError("This is still a draft. Send it first, so that it has a number.")
    if invoice.handed_out_at is None:
        invoice.handed_out_at = session.now


@command("Record payment", needs=Right.BILLING, before_undo=ensure_settled_alike)
def record_payment(
    session: Session,
    invoice_id: UUID,
    amount: int,
    method: PaymentMethod,
    paid_on: date | None = None,
    reference: str = "",
) -> UUID:
    """Money that came in for a sent invoice, all of it or a part; `paid_on` is today unless given."""
    invoice = session.get_one(Invoice, invoice_id)
    _ensure_payable(invoice, amount, invoice.total - paid_on_invoice(session, invoice_id))
    payment = Payment(
        client_id=invoice.client_id,
        payer_id=invoice.payer_id,
        invoice_id=invoice_id,
        amount=amount,
        currency=invoice.currency,
        status=PaymentStatus.COMPLETED,
        method=method,
        paid_at=_moment_of(session, paid_on),
        reference=clean_line(reference),
    )
    session.add(payment)
    session.flush()
    if paid_on_invoice(session, invoice_id) >= invoice.total:
        _settle(invoice, _last_paid_at(session, invoice_id) or session.now)
    return payment.id


@command("Remove payment", needs=Right.BILLING, before_undo=ensure_settled_alike)
def remove_payment(session: Session, payment_id: UUID) -> None:
    """Cancel a payment that was recorded by mistake. Its row stays; what it had settled is owed again."""
    payment = session.get_one(Payment, payment_id)
    ensure_removable(session, payment)
    payment.status = step(payment.status, PaymentStatus.CANCELLED)
    session.flush()
    invoice = session.get_one(Invoice, payment.invoice_id)
    if invoice.status is InvoiceStatus.PAID and paid_on_invoice(session, invoice.id) < invoice.total:
        today = day_in(practice_of(session).time_zone, session.now)
        late = invoice.due_on is not None and invoice.due_on < today
        invoice.status = step(invoice.status, InvoiceStatus.OVERDUE if late else InvoiceStatus.SENT)
        invoice.paid_at = None


def _settle(invoice: Invoice, moment: datetime) -> None:
    invoice.status = step(invoice.status, InvoiceStatus.PAID)
    invoice.paid_at = moment


def _last_paid_at(session: Session, invoice_id: UUID) -> datetime | None:
    """When the last of the money came; a part that came earlier may be recorded after it."""
    came_in = Payment.invoice_id == invoice_id, Payment.status.in_(CAME_IN)
    return session.scalar(sa.select(sa.func.max(Payment.paid_at)).where(*came_in))


def _ensure_payable(invoice: Invoice, amount: int, owed: int) -> None:
    if invoice.status is InvoiceStatus.DRAFT:
        raise UserError("This is still a draft. Send it first, so that it has a number.")
    if invoice.status not in {InvoiceStatus.SENT, InvoiceStatus.OVERDUE}:
        raise UserError(f"Invoice {invoice.invoice_number} is “{invoice.status.label}”: nothing is owed on it.")
    if amount <= 0:
        raise UserError("The amount must be more than 0.", field="amount")
    if amount > owed:
        raise UserError("That is more than is still owed on this invoice.", field="amount")


def _moment_of(session: Session, paid_on: date | None) -> datetime:
    """The moment of a payment: now, or noon here of the day that was given."""
    zone = ZoneInfo(practice_of(session).time_zone)
    today = session.now.astimezone(zone).date()
    if paid_on is None or paid_on == today:
        return session.now
    if paid_on > today:
        raise UserError("That day has not come yet. Record the payment when the money is there.", field="paid_on")
    return datetime.combine(paid_on, time(12), zone)
