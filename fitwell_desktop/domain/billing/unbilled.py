"""Sessions that were given and stand on no invoice yet."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.domain.billing.billed import sessions_on_invoices
from fitwell_desktop.models.billing import InvoiceLine, Payment
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.models.selling import CreditEntry
from fitwell_desktop.vocabulary import (
    AppointmentKind,
    AppointmentStatus,
    AttendanceStatus,
    CreditReason,
    PaymentStatus,
)


class UnbilledSession(Struct, frozen=True):
    """A session to be invoiced. `price` is a group's own price a head, else None."""

    appointment_id: UUID
    title: str
    start: datetime
    minutes: int
    price: int | None = None


def sessions(session: Session, client_id: UUID) -> list[UnbilledSession]:
    """What the client had and was neither invoiced nor paid for, nor taken from a package; oldest first."""
    alone, groups = session.scalars(_had_alone(client_id)).all(), _in_groups(session, client_id)
    if not alone and not groups:  # most come with a package: their invoices need not be read
        return []
    invoiced = {line.appointment_id for _, line in sessions_on_invoices(session, [client_id])}
    rows = _rows(session, [one for one in alone if one not in invoiced])
    rows += (row for row in groups if row.appointment_id not in invoiced)
    return sorted(rows, key=lambda row: row.start)


def line_for(row: UnbilledSession, zone: str, unit_price: int, tax_name: str, tax_rate_ppm: int) -> InvoiceLine:
    """The session as a line of an invoice."""
    return InvoiceLine(
        text=f"{row.title}, {row.minutes} min",
        unit_price=unit_price if row.price is None else row.price,
        tax_name=tax_name,
        tax_rate_ppm=tax_rate_ppm,
        serviced_on=day_in(zone, row.start),
        appointment_id=row.appointment_id,
    )


def _had_alone(client_id: UUID) -> sa.Select[UUID]:
    return sa.select(Appointment.id).where(
        Appointment.client_id == client_id, Appointment.status == AppointmentStatus.COMPLETED, *_not_paid_for(client_id)
    )


def _rows(session: Session, appointment_ids: list[UUID]) -> list[UnbilledSession]:
    """Asked apart from finding them: years of sessions were paid for, and only those that were not are looked up."""
    found = sa.select(
        Appointment.id, Appointment.title, Appointment.kind, Appointment.scheduled_start, Appointment.scheduled_end
    ).where(Appointment.id.in_(appointment_ids))
    return [
        UnbilledSession(
            row.id,
            row.title or _called(row.kind),
            row.scheduled_start,
            _minutes(row.scheduled_start, row.scheduled_end),
        )
        for row in session.execute(found)
    ]


def _in_groups(session: Session, client_id: UUID) -> list[UnbilledSession]:
    found = (
        sa.select(
            Appointment.id,
            GroupSession.name,
            GroupSession.price_per_person,
            Appointment.scheduled_start,
            Appointment.scheduled_end,
        )
        .join(GroupSession, GroupSession.appointment_id == Appointment.id)
        .join(SessionParticipant, SessionParticipant.group_session_id == GroupSession.id)
        .where(SessionParticipant.client_id == client_id, SessionParticipant.status == AttendanceStatus.ATTENDED)
        .where(GroupSession.price_per_person > 0, *_not_paid_for(client_id))
    )
    return [
        UnbilledSession(
            row.id,
            row.name,
            row.scheduled_start,
            _minutes(row.scheduled_start, row.scheduled_end),
            row.price_per_person,
        )
        for row in session.execute(found)
    ]


def _not_paid_for(client_id: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions of appointments for which neither a package's credit stands nor a payment of their own."""
    used = (
        sa.select(CreditEntry.appointment_id)
        .where(CreditEntry.client_id == client_id, CreditEntry.appointment_id.is_not(None))
        .where(CreditEntry.reason.in_((CreditReason.USE, CreditReason.RETURN)))
        .group_by(CreditEntry.appointment_id)
        .having(sa.func.sum(CreditEntry.amount) < 0)
    )
    paid = sa.select(Payment.appointment_id).where(
        Payment.client_id == client_id,
        Payment.status == PaymentStatus.COMPLETED,
        Payment.appointment_id.is_not(None),
    )
    return Appointment.id.not_in(used), Appointment.id.not_in(paid)


def _minutes(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds()) // 60


def _called(kind: AppointmentKind) -> str:
    return "Personal training" if kind is AppointmentKind.TRAINING else kind.label
