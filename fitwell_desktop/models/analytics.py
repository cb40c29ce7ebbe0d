"""Figures of the business that are kept: each client's engagement a day, and metrics a period."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import BusinessMetricType


class ClientEngagement(Table):
    """How much a client took part on one day."""

    __tablename__ = "client_engagement"
    __table_args__ = (
        sa.UniqueConstraint("client_id", "engagement_date"),
        sa.Index(None, "engagement_date"),
        sa.CheckConstraint("completion_rate BETWEEN 0 AND 1", name="completion_rate"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    engagement_date: Mapped[date]
    workouts_completed: Mapped[int] = mapped_column(default=0)
    videos_uploaded: Mapped[int] = mapped_column(default=0)
    messages_sent: Mapped[int] = mapped_column(default=0)
    login_count: Mapped[int] = mapped_column(default=0)
    completion_rate: Mapped[float | None]
    """Completed of prescribed workouts; None where none was prescribed."""
    last_activity_at: Mapped[datetime | None]


class BusinessMetric(Table):
    """One figure of the business for a period, as it was computed on a day."""

    __tablename__ = "business_metric"
    __table_args__ = (
        sa.Index(None, "metric_type", "period_start"),
        sa.CheckConstraint("period_end >= period_start", name="period"),
    )

    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    metric_type: Mapped[BusinessMetricType]
    metric_name: Mapped[str] = mapped_column(default="")
    period_start: Mapped[date]
    period_end: Mapped[date]
    metric_value: Mapped[float | None]
    details: Mapped[dict[str, Any]] = mapped_column(Json(dict[str, Any]), default=dict)
