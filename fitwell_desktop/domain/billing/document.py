"""What stands on an invoice's document. Once it is sent, nothing here changes any more."""

from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.billing.amounts import InvoiceLine, Reduction, Totals, totals
from fitwell_desktop.domain.billing.drafts import practice_of
from fitwell_desktop.domain.billing.parties import issuer_of, recipient_of
from fitwell_desktop.models.accounts import Attachment
from fitwell_desktop.models.billing import Invoice, Party
from fitwell_desktop.vocabulary import Right


class InvoiceDocument(Struct, frozen=True):
    """An invoice as it is printed. A draft has no number; its dates are those that it would get today."""

    number: str
    issued_on: date
    due_on: date
    currency: str
    issuer: Party
    recipient: Party
    lines: tuple[InvoiceLine, ...]
    amounts: Totals
    tax_included: bool
    discount_reason: str = ""
    notes: str = ""
    logo_hash: str = ""
    """Content hash of the logo's attachment."""

    @property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day on which something on it was done."""
        days = [line.serviced_on for line in self.lines if line.serviced_on]
        return (min(days), max(days)) if days else None

    @property
    def file_name(self) -> str:
        """A name for its file: the number and the recipient, without what file systems don't like."""
        words = f"{self.number or 'Draft'} {self.recipient.name}"
        return "".join(c if c.isalnum() or c in " -_.," else "-" for c in words).strip(" .")[:100] + ".pdf"


@query(needs=Right.BILLING)
def invoice_document(session: Session, invoice_id: UUID) -> InvoiceDocument:
    """What the document of an invoice is made of."""
    invoice, practice = session.get_one(Invoice, invoice_id), practice_of(session)
    issuer = invoice.issuer or issuer_of(practice)
    recipient = invoice.recipient or recipient_of(session, invoice)
    issued_on = invoice.issued_on or day_in(practice.time_zone, session.now)
    reduction = Reduction(invoice.discount_fixed, invoice.discount_rate_ppm)
    return InvoiceDocument(
        number=invoice.invoice_number or "",
        issued_on=issued_on,
        due_on=invoice.due_on or issued_on + timedelta(days=practice.payment_terms_days),
        currency=invoice.currency,
        issuer=issuer,
        recipient=recipient,
        lines=invoice.line_items,
        amounts=totals(invoice.line_items, reduction, tax_included=invoice.prices_include_tax),
        tax_included=invoice.prices_include_tax,
        discount_reason=invoice.discount_reason,
        notes=invoice.notes,
        logo_hash=logo_hash(session, issuer.logo_id),
    )


def logo_hash(session: Session, logo_id: UUID | None) -> str:
    """The content hash of a logo's attachment; empty where there is none."""
    found = sa.select(Attachment.content_hash).where(Attachment.id == logo_id)
    return (session.scalar(found) or "") if logo_id else ""
