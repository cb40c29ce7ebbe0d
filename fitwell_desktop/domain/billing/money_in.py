"""What has come in: payments that are completed, less what was given back."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.tables import Guid
from fitwell_desktop.models.accounts import Practice
from fitwell_desktop.models.billing import Invoice, Payment, Refund
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentStatus, RefundStatus

CAME_IN = (PaymentStatus.COMPLETED, PaymentStatus.REFUNDED)
"""A payment that was refunded did come in; its refunds are counted against it."""


def paid_on_invoice(session: Session, invoice_id: UUID) -> int:
    """What has come in for one invoice so far."""
    return session.scalar(sa.select(paid_for(sa.literal(invoice_id, Guid())))) or 0


def paid_for(invoice_id: sa.ColumnExpressionArgument[Any]) -> sa.ColumnElement[int]:
    """An expression: what has come in for the invoice with that id."""
    came = sa.select(sa.func.coalesce(sa.func.sum(Payment.amount), 0)).where(
        Payment.invoice_id == invoice_id, Payment.status.in_(CAME_IN)
    )
    went = (
        sa.select(sa.func.coalesce(sa.func.sum(Refund.amount), 0))
        .join(Payment, Payment.id == Refund.payment_id)
        .where(Payment.invoice_id == invoice_id, Refund.status == RefundStatus.COMPLETED)
    )
    return came.scalar_subquery() - went.scalar_subquery()


def owed_by_client(session: Session, client_id: UUID) -> int:
    """What one client still owes on sent invoices, in the practice's currency."""
    return session.scalar(sa.select(owed_by(sa.literal(client_id, Guid())))) or 0


def owed_by(client_id: sa.ColumnExpressionArgument[Any]) -> sa.ColumnElement[int]:
    """An expression: what the client with that id still owes on sent invoices, in the practice's currency."""
    owed = sa.func.coalesce(sa.func.sum(Invoice.total - paid_for(Invoice.id)), 0)
    waiting = (
        Invoice.status.in_((InvoiceStatus.SENT, InvoiceStatus.OVERDUE)),
        Invoice.currency == sa.select(Practice.currency).scalar_subquery(),
    )
    return sa.select(owed).where(Invoice.client_id == client_id, *waiting).scalar_subquery()
