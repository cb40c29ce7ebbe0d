"""What must hold of all invoices; `fitwell-desktop check` asks it of a whole practice."""

from collections import defaultdict
from collections.abc import Iterator

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.billing.amounts import Reduction, totals
from fitwell_desktop.domain.billing.money_in import paid_for
from fitwell_desktop.domain.billing.numbering import number_text
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.models.numbering import InvoiceSeries
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import AppointmentStatus, AttendanceStatus, InvoiceKind, InvoiceStatus, Right

CHUNK = 1_000
CREDITED = InvoiceStatus.CREDITED
OVER = (AppointmentStatus.COMPLETED, AppointmentStatus.NO_SHOW, AppointmentStatus.CANCELLED)


@query(needs=Right.BILLING)
def invariants(session: Session) -> tuple[str, ...]:
    """A sentence for each thing that is not as it must be; none where all is well. They tell numbers and sums."""
    return (*_numbers(session), *_amounts(session), *_settlement(session), *_sessions(session))


def _numbers(session: Session) -> Iterator[str]:
    taken: dict[object, list[int]] = defaultdict(list)
    found = sa.select(Invoice.series_id, Invoice.number).where(Invoice.number.is_not(None)).order_by(Invoice.number)
    for series_id, number in session.execute(found):
        taken[series_id].append(number or 0)
    for series in session.scalars(sa.select(InvoiceSeries)):
        name = f"Series “{number_text(series.prefix, series.year, series.digits, series.next_number)}”"
        numbers = taken.pop(series.id, [])
        missing = set(range(series.first_number, series.next_number)) - set(numbers)
        if missing:
            yield f"{name} has a gap: {', '.join(map(str, sorted(missing)[:10]))} missing."
        if numbers and numbers[-1] >= series.next_number:
            yield f"{name} would give a number again that is taken."
    yield from (f"Number {numbers[0]} belongs to no series." for numbers in taken.values())


def _amounts(session: Session) -> Iterator[str]:
    for invoice in session.scalars(sa.select(Invoice).execution_options(yield_per=CHUNK)):
        reduction = Reduction(invoice.discount_fixed, invoice.discount_rate_ppm)
        worked = totals(invoice.line_items, reduction, tax_included=invoice.prices_include_tax)
        kept = (invoice.subtotal, invoice.discount_amount, invoice.tax_amount, invoice.total, invoice.taxes)
        if kept != (worked.subtotal, worked.discount, worked.tax, worked.total, worked.taxes):
            yield f"{_called(invoice)} does not add up to its lines."
        if invoice.status is not InvoiceStatus.DRAFT and not (
            invoice.issuer and invoice.recipient and invoice.issued_on
        ):
            yield f"{_called(invoice)} was sent without its date or the names on it."
        session.expunge(invoice)


def _settlement(session: Session) -> Iterator[str]:
    paid = paid_for(Invoice.id).label("paid")
    found = sa.select(Invoice.invoice_number, Invoice.status, Invoice.total, paid).where(
        Invoice.kind == InvoiceKind.INVOICE
    )
    for number, status, total, came_in in session.execute(found):
        if status is InvoiceStatus.PAID and came_in != total:
            yield f"Invoice {number} is paid, but {came_in} came in for {total}."
        if status in {InvoiceStatus.SENT, InvoiceStatus.OVERDUE} and came_in >= total:
            yield f"Invoice {number} is settled, but not marked as paid."
        if status is InvoiceStatus.DRAFT and came_in:
            yield "Money came in for a draft."


def _sessions(session: Session) -> Iterator[str]:
    """A line bills a session that is over, though it may have been missed, and no client is billed twice for one."""
    held = set(session.scalars(sa.select(Appointment.id).where(Appointment.status.in_(OVER))))
    attended = sa.select(GroupSession.appointment_id).join(
        SessionParticipant, SessionParticipant.group_session_id == GroupSession.id
    )
    held.update(session.scalars(attended.where(SessionParticipant.status == AttendanceStatus.ATTENDED)))
    billed: set[tuple[object, object]] = set()
    found = sa.select(Invoice.id, Invoice.invoice_number, Invoice.client_id, Invoice.line_items)
    for row in session.execute(found.where(Invoice.kind == InvoiceKind.INVOICE, Invoice.status != CREDITED)):
        called = f"Invoice {row.invoice_number}" if row.invoice_number else f"Draft {row.id}"
        for line in row.line_items:
            if line.appointment_id and line.appointment_id not in held:
                yield f"{called} bills the session “{line.text}”, which is not over."
            if line.appointment_id and (row.client_id, line.appointment_id) in billed:
                yield f"{called} bills the session “{line.text}” once more."
            billed.add((row.client_id, line.appointment_id))


def _called(invoice: Invoice) -> str:
    return f"Invoice {invoice.invoice_number}" if invoice.invoice_number else f"Draft {invoice.id}"
