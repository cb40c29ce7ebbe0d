"""When a trainer, or the practice, can be booked, and what late cancelling costs."""

from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.vocabulary import TimeOffKind, Weekday


class TrainerAvailability(Table):
    """A weekly window in which a trainer can be booked, in the practice's local time."""

    __tablename__ = "trainer_availability"
    __table_args__ = (
        sa.Index(None, "trainer_id", "day_of_week"),
        sa.CheckConstraint("end_time > start_time", name="order"),
        sa.CheckConstraint("effective_until >= effective_from", name="dates"),
        sa.CheckConstraint("slot_minutes > 0", name="slot"),
        sa.CheckConstraint("buffer_minutes >= 0", name="buffer"),
    )

    trainer_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    day_of_week: Mapped[Weekday]
    start_time: Mapped[time]
    end_time: Mapped[time]
    slot_minutes: Mapped[int] = mapped_column(default=60)
    buffer_minutes: Mapped[int] = mapped_column(default=0)
    effective_from: Mapped[date | None]
    effective_until: Mapped[date | None]


class TimeOff(Table):
    """Time in which a trainer, or without one the whole practice, can't be booked."""

    __tablename__ = "time_off"
    __table_args__ = (
        sa.Index(None, "trainer_id", "starts_at"),
        sa.CheckConstraint("ends_at > starts_at", name="order"),
    )

    trainer_id: Mapped[UUID | None] = link("user.id", "CASCADE", index=False)
    kind: Mapped[TimeOffKind] = mapped_column(default=TimeOffKind.HOLIDAY)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")


class BookingPolicy(Table):
    """What late cancelling and not coming cost. Fees are in minor units of the practice's currency."""

    __tablename__ = "booking_policy"
    __table_args__ = (
        sa.CheckConstraint("late_cancel_fee >= 0 AND no_show_fee >= 0", name="fees"),
        sa.CheckConstraint("cancel_before_minutes >= 0", name="window"),
    )

    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    """Policies are tried in this order; the first that fits holds."""
    cancel_before_minutes: Mapped[int] = mapped_column(default=24 * 60)
    forfeits_credit: Mapped[bool] = mapped_column(default=True)
    late_cancel_fee: Mapped[int] = mapped_column(default=0)
    no_show_fee: Mapped[int] = mapped_column(default=0)
    free_per_30_days: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
