"""Drafts: what may still be changed on an invoice, and how it gets onto the row."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.billing import unbilled
from fitwell_desktop.domain.billing.amounts import NOTHING_OFF, InvoiceLine, Reduction, totals
from fitwell_desktop.domain.billing.lines import ensure_lines
from fitwell_desktop.models.accounts import Practice, User
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import InvoiceStatus, UserType


class Draft(Struct, frozen=True):
    """All that is typed on a draft. `due_on` is None where the practice's payment terms hold."""

    client_id: UUID
    lines: tuple[InvoiceLine, ...] = ()
    reduction: Reduction = NOTHING_OFF
    reduction_reason: str = ""
    prices_include_tax: bool = True
    due_on: date | None = None
    notes: str = ""


def practice_of(session: Session) -> Practice:
    """The practice's own row."""
    return session.scalars(sa.select(Practice)).one()


def new_invoice(session: Session, client_id: UUID, lines: tuple[InvoiceLine, ...]) -> Invoice:
    """A draft for the client in the practice's currency, added to the session."""
    practice = practice_of(session)
    invoice = Invoice(client_id=client_id, currency=practice.currency, status=InvoiceStatus.DRAFT)
    write(session, invoice, Draft(client_id, lines, prices_include_tax=practice.prices_include_tax))
    session.add(invoice)
    return invoice


def write(session: Session, invoice: Invoice, draft: Draft) -> Draft:
    """Bring the row to what was typed, work it out, and return what is kept. Raises UserError where it can't be so.

    Where the invoice becomes another client's, sessions that this one has not to pay for are left out.
    """
    draft = _clean(draft)
    if draft.client_id != invoice.client_id:
        draft = replace(draft, lines=_lines_for(session, draft))
    ensure_lines(draft.lines, draft.reduction, tax_included=draft.prices_include_tax)
    _ensure_client(session, draft.client_id)
    invoice.client_id = draft.client_id
    invoice.payer_id = session.scalar(sa.select(ClientProfile.payer_id).filter_by(client_id=draft.client_id))
    invoice.line_items = draft.lines
    invoice.prices_include_tax = draft.prices_include_tax
    invoice.discount_fixed, invoice.discount_rate_ppm = draft.reduction.fixed, draft.reduction.rate_ppm
    invoice.discount_reason = draft.reduction_reason
    invoice.due_on, invoice.notes = draft.due_on, draft.notes
    _work_out(invoice, draft)
    return draft


def _clean(draft: Draft) -> Draft:
    lines = (replace(line, text=clean_text(line.text), tax_name=clean_line(line.tax_name)) for line in draft.lines)
    reason, notes = clean_line(draft.reduction_reason), clean_text(draft.notes)
    return replace(draft, lines=tuple(lines), reduction_reason=reason, notes=notes)


def _lines_for(session: Session, draft: Draft) -> tuple[InvoiceLine, ...]:
    own = {row.appointment_id for row in unbilled.sessions(session, draft.client_id)}
    return tuple(line for line in draft.lines if line.appointment_id is None or line.appointment_id in own)


def ensure_draft(invoice: Invoice) -> None:
    """Raise a UserError where the invoice was sent: it stays as it is."""
    if invoice.status is not InvoiceStatus.DRAFT:
        raise UserError(f"Invoice {invoice.invoice_number} was sent and can’t be changed any more.")


def _work_out(invoice: Invoice, draft: Draft) -> None:
    worked = totals(draft.lines, draft.reduction, tax_included=draft.prices_include_tax)
    invoice.taxes = worked.taxes
    invoice.subtotal, invoice.discount_amount = worked.subtotal, worked.discount
    invoice.tax_amount, invoice.total = worked.tax, worked.total


def _ensure_client(session: Session, client_id: UUID) -> None:
    kind = session.scalar(sa.select(User.user_type).where(User.id == client_id))
    if kind is not UserType.CLIENT:
        raise UserError("Please choose the client for whom the invoice is.", field="client_id")
