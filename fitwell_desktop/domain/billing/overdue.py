"""Invoices whose day has passed. It stands alone: the worker needs it at each start, and nothing else that invoices need."""

from datetime import date

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import command
from fitwell_desktop.core.workflow import step
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.vocabulary import InvoiceStatus, Right


@command("Mark overdue invoices", needs=Right.SYSTEM, undoable=False)
def mark_overdue(session: Session, today: date) -> int:
    """Mark the sent invoices whose due day has passed; returns how many there were. Doing it again changes nothing."""
    late = sa.select(Invoice).where(Invoice.status == InvoiceStatus.SENT, Invoice.due_on < today)
    invoices = session.scalars(late).all()
    for invoice in invoices:
        invoice.status = step(invoice.status, InvoiceStatus.OVERDUE)
    return len(invoices)
