"""Which sessions stand on an invoice: what is billed may not be taken back beneath it."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict
from fitwell_desktop.core.recorder import RowChange
from fitwell_desktop.models.billing import Invoice, InvoiceLine
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import InvoiceStatus


def ensure_not_billed(session: Session, changes: Sequence[RowChange]) -> None:
    """Raise Conflict where a session whose booking or status would be taken back stands on an invoice or a draft."""
    ids = {change.row_id for change in changes if change.table == Appointment.__tablename__}
    for number, line in _lines_about(session, ids):
        place = f"invoice {number}" if number else "a draft; delete it first"
        raise Conflict(f"The session “{line.text}” stands on {place}. What was done with it can’t be taken back.")


def sessions_on_invoices(
    session: Session, client_ids: Iterable[UUID] | sa.Select[tuple[UUID]]
) -> Iterator[tuple[str | None, InvoiceLine]]:
    """The lines that bill a session to one of these clients, each with the invoice's number; what a credit note took
    back is billed no more.
    """
    found = sa.select(Invoice.invoice_number, Invoice.line_items)
    for number, lines in session.execute(
        found.where(Invoice.client_id.in_(client_ids), Invoice.status != InvoiceStatus.CREDITED)
    ):
        yield from ((number, line) for line in lines if line.appointment_id)


def _lines_about(session: Session, ids: set[UUID]) -> Iterator[tuple[str | None, InvoiceLine]]:
    for number, line in sessions_on_invoices(session, _people(session, ids)):
        if line.appointment_id in ids:
            yield number, line


def _people(session: Session, ids: set[UUID]) -> set[UUID]:
    """All who come to these sessions."""
    alone = sa.select(Appointment.client_id).where(Appointment.id.in_(ids), Appointment.client_id.is_not(None))
    groups = (
        sa.select(SessionParticipant.client_id)
        .join(GroupSession, GroupSession.id == SessionParticipant.group_session_id)
        .where(GroupSession.appointment_id.in_(ids))
    )
    return {person for found in (alone, groups) for person in session.scalars(found) if person}
