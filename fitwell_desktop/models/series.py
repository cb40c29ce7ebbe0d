"""Series of appointments, and the reminders of an appointment."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import Channel, Recurrence


class RecurrenceRules(Struct, frozen=True):
    """When a series takes place: an RRULE, at a wall-clock time (`"18:00"`) of the series' zone."""

    rrule: str
    time: str
    duration_minutes: int


class RecurringPattern(Table):
    """A series of appointments."""

    __tablename__ = "recurring_pattern"
    __table_args__ = (
        sa.CheckConstraint("end_date >= start_date", name="order"),
        sa.CheckConstraint("occurrence_count > 0", name="count"),
    )
    subject = "client_id"
    health = False

    trainer_id: Mapped[UUID] = link("user.id", "RESTRICT")
    client_id: Mapped[UUID | None] = link("user.id", "CASCADE")
    recurrence_type: Mapped[Recurrence]
    rules: Mapped[RecurrenceRules] = mapped_column(Json(RecurrenceRules))
    time_zone: Mapped[str]
    start_date: Mapped[date]
    end_date: Mapped[date | None]
    occurrence_count: Mapped[int | None]
    exception_dates: Mapped[tuple[date, ...]] = mapped_column(Json(tuple[date, ...]), default=())


class AppointmentReminder(Table):
    """A reminder that goes out so many minutes before the appointment, once."""

    __tablename__ = "appointment_reminder"
    __table_args__ = (
        sa.Index(None, "appointment_id", "is_sent"),
        sa.UniqueConstraint("appointment_id", "client_id", "channel", "minutes_before"),
        sa.CheckConstraint("minutes_before >= 0", name="minutes_before"),
    )
    subject = "client_id"
    health = False

    appointment_id: Mapped[UUID] = link("appointment.id", "CASCADE", index=False)
    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    channel: Mapped[Channel]
    minutes_before: Mapped[int]
    is_sent: Mapped[bool] = mapped_column(default=False)
    sent_at: Mapped[datetime | None]
    outgoing_message_id: Mapped[UUID | None] = link("outgoing_message.id", "SET NULL")
