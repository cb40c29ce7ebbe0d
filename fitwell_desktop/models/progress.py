"""Progress: what was measured, photographed and performed."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import EntryType, MetricKind, PhotoAngle


class ProgressEntry(Table):
    """One day's progress: measurements, photos and performances hang on it."""

    __tablename__ = "progress_entry"
    __table_args__ = (sa.Index(None, "client_id", "entry_date"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    entry_type: Mapped[EntryType] = mapped_column(default=EntryType.MIXED)
    entry_date: Mapped[date]
    notes: Mapped[str] = mapped_column(default="")


class Measurement(Table):
    """The body's measures on one day. Other measures by name, in cm or the unit that their name carries."""

    __tablename__ = "measurement"
    __table_args__ = (
        sa.Index(None, "client_id", "measurement_date"),
        sa.CheckConstraint("weight_kg > 0", name="weight"),
        sa.CheckConstraint("body_fat_percentage BETWEEN 0 AND 100", name="body_fat"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    progress_entry_id: Mapped[UUID | None] = link("progress_entry.id", "CASCADE")
    measurement_date: Mapped[date]
    weight_kg: Mapped[float | None]
    body_fat_percentage: Mapped[float | None]
    body_fat_method: Mapped[str] = mapped_column(default="")
    muscle_mass_kg: Mapped[float | None]
    measurements: Mapped[dict[str, float]] = mapped_column(Json(dict[str, float]), default=dict)
    notes: Mapped[str] = mapped_column(default="")


class PerformanceMetric(Table):
    """Any performance, by name, value and unit."""

    __tablename__ = "performance_metric"
    __table_args__ = (sa.Index(None, "client_id", "metric_name", "measured_on"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    progress_entry_id: Mapped[UUID | None] = link("progress_entry.id", "CASCADE")
    exercise_id: Mapped[UUID | None] = link("exercise.id", "SET NULL")
    kind: Mapped[MetricKind] = mapped_column(default=MetricKind.STRENGTH)
    metric_name: Mapped[str]
    metric_value: Mapped[float]
    metric_unit: Mapped[str] = mapped_column(default="")
    measured_on: Mapped[date]
    notes: Mapped[str] = mapped_column(default="")


class ProgressPhoto(Table):
    """A photo of a client from one side."""

    __tablename__ = "progress_photo"
    __table_args__ = (sa.Index(None, "client_id", "taken_on"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    progress_entry_id: Mapped[UUID | None] = link("progress_entry.id", "CASCADE")
    attachment_id: Mapped[UUID] = link("attachment.id", "RESTRICT")
    angle: Mapped[PhotoAngle]
    taken_on: Mapped[date]
    weight_kg: Mapped[float | None]
    notes: Mapped[str] = mapped_column(default="")
