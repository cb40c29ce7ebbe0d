"""When work on an invoice may be taken back: it must agree with what the client has and with what came in."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.core.recorder import RowChange, Values
from fitwell_desktop.domain.billing.money_in import CAME_IN, paid_on_invoice
from fitwell_desktop.models.billing import Invoice, Payment, Refund
from fitwell_desktop.vocabulary import InvoiceStatus, RefundStatus


def has_payments(session: Session, invoice_id: UUID) -> bool:
    """Whether any payment belongs to the invoice, be it one that was removed."""
    return bool(session.scalar(sa.select(sa.exists().where(Payment.invoice_id == invoice_id))))


def ensure_removable(session: Session, payment: Payment) -> None:
    """Raise UserError where a payment is more than a note that someone made by mistake."""
    invoice = session.get(Invoice, payment.invoice_id) if payment.invoice_id else None
    if invoice is None:
        raise UserError("This payment belongs to no invoice.")
    if payment.provider:
        raise UserError(f"This payment came in through {payment.provider.label}. Give it back there instead.")
    if invoice.status in {InvoiceStatus.CREDITED, InvoiceStatus.WRITTEN_OFF}:
        raise UserError(f"Invoice {invoice.invoice_number} is “{invoice.status.label}”: its payments stay as they are.")
    given_back = sa.exists().where(Refund.payment_id == payment.id, Refund.status != RefundStatus.FAILED)
    if session.scalar(sa.select(given_back)):
        raise UserError("Some of this payment was given back already, so it can’t be removed.")


def ensure_still_drafts(session: Session, changes: Sequence[RowChange]) -> None:
    """Raise Conflict where taking these changes back would alter an invoice that was sent since."""
    for change in changes:
        invoice = session.get(Invoice, change.row_id) if change.table == Invoice.__tablename__ else None
        if invoice and invoice.status is not InvoiceStatus.DRAFT:
            raise Conflict(f"Invoice {invoice.invoice_number} has been sent since, so it stays as the client has it.")


def ensure_settled_alike(session: Session, changes: Sequence[RowChange]) -> None:
    """Raise Conflict where taking these changes back would leave a paid invoice with less than its total, or an open
    one with all of it, since others paid meanwhile.
    """
    of_invoices = {change.row_id: change.old or {} for change in changes if change.table == Invoice.__tablename__}
    for change in changes:
        payment = session.get(Payment, change.row_id) if change.table == Payment.__tablename__ else None
        invoice = session.get(Invoice, payment.invoice_id) if payment and payment.invoice_id else None
        if payment is None or invoice is None:
            continue
        paid = paid_on_invoice(session, invoice.id) + payment.amount * (_counts(change.old) - _counts(change.new))
        will_be_paid = of_invoices.get(invoice.id, {}).get("status", invoice.status) is InvoiceStatus.PAID
        if will_be_paid != (paid >= invoice.total) or paid > invoice.total:
            raise Conflict(
                f"Other payments for invoice {invoice.invoice_number} have come or gone since; the step can’t be "
                "taken back."
            )


def _counts(values: Values | None) -> bool:
    return (values or {}).get("status") in CAME_IN
