"""The calendar: when trainers are there, appointments, series, groups and who comes, reminders."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.models.double_booking import forbid_overlaps
from fitwell_desktop.vocabulary import AppointmentKind, AppointmentStatus, AttendanceStatus, CancelledBy, GroupStatus


class Room(Table):
    """A place within the practice that can be full."""

    __tablename__ = "room"
    __table_args__ = (sa.UniqueConstraint("name"), sa.CheckConstraint("capacity > 0", name="capacity"))

    name: Mapped[str]
    capacity: Mapped[int] = mapped_column(default=1)
    """How many appointments it holds at one time."""
    is_active: Mapped[bool] = mapped_column(default=True)


class Appointment(Table):
    """A time that a trainer gives to a client or to a group. Nobody has two at once: the database refuses it."""

    __tablename__ = "appointment"
    __table_args__ = (
        sa.Index(None, "trainer_id", "scheduled_start"),
        sa.Index("ix_appointment_of_client", "client_id", "scheduled_start", "scheduled_end", "status", "id"),
        sa.Index(None, "scheduled_start"),
        sa.CheckConstraint("scheduled_end > scheduled_start", name="order"),
    )
    subject = "client_id"
    health = False

    trainer_id: Mapped[UUID] = link("user.id", "RESTRICT", index=False)
    client_id: Mapped[UUID | None] = link("user.id", "CASCADE", index=False)
    """None for a group, whose clients are its participants."""
    kind: Mapped[AppointmentKind] = mapped_column(default=AppointmentKind.TRAINING)
    title: Mapped[str] = mapped_column(default="")
    status: Mapped[AppointmentStatus] = mapped_column(default=AppointmentStatus.SCHEDULED)
    scheduled_start: Mapped[datetime]
    scheduled_end: Mapped[datetime]
    room_id: Mapped[UUID | None] = link("room.id", "SET NULL")
    location: Mapped[str] = mapped_column(default="")
    meeting_url: Mapped[str] = mapped_column(default="")
    booking_policy_id: Mapped[UUID | None] = link("booking_policy.id", "SET NULL")
    recurring_pattern_id: Mapped[UUID | None] = link("recurring_pattern.id", "SET NULL")
    original_start: Mapped[datetime | None]
    """Where the series had put it."""
    rescheduled_from_id: Mapped[UUID | None] = link("appointment.id", "SET NULL")
    substituted_trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    """Whom the trainer stands in for."""
    confirmed_at: Mapped[datetime | None]
    checked_in_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[CancelledBy | None]
    cancel_reason: Mapped[str] = mapped_column(default="")
    is_late_cancellation: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(default="")
    sequence: Mapped[int] = mapped_column(default=0)
    """Counts changes, as iCalendar wants it."""


forbid_overlaps(Appointment, "trainer_id", "ex_appointment_trainer")
forbid_overlaps(Appointment, "client_id", "ex_appointment_client")


class GroupSession(Table):
    """A class or small group that takes place at an appointment's time."""

    __tablename__ = "group_session"
    __table_args__ = (
        sa.CheckConstraint("max_participants > 0", name="max_participants"),
        sa.CheckConstraint("price_per_person >= 0", name="price"),
    )

    appointment_id: Mapped[UUID] = link("appointment.id", "CASCADE", unique=True)
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    max_participants: Mapped[int]
    price_per_person: Mapped[int | None]
    currency: Mapped[str] = mapped_column(sa.String(3), default="")
    status: Mapped[GroupStatus] = mapped_column(default=GroupStatus.OPEN)
    waitlist_cutoff_minutes: Mapped[int] = mapped_column(default=12 * 60)


class SessionParticipant(Table):
    """A client in a group, or on its waitlist in the order of registration."""

    __tablename__ = "session_participant"
    __table_args__ = (
        sa.Index("ix_session_participant_of_client", "client_id", "status", "group_session_id"),
        sa.Index(
            "uq_session_participant_group_session_id_client_id",
            "group_session_id",
            "client_id",
            unique=True,
            sqlite_where=sa.text("status <> 'CANCELLED'"),
        ),
    )
    subject = "client_id"
    health = False

    group_session_id: Mapped[UUID] = link("group_session.id", "CASCADE")
    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    status: Mapped[AttendanceStatus] = mapped_column(default=AttendanceStatus.REGISTERED)
    registered_at: Mapped[datetime]
    checked_in_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    spot: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
