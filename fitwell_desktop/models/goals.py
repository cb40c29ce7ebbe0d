"""What clients want to reach."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.vocabulary import GoalStatus


class ClientGoal(Table):
    """Something that a client wants to reach: from `start_value` on `started_on` to `target_value` on `target_date`."""

    __tablename__ = "client_goal"
    __table_args__ = (sa.Index(None, "client_id", "status"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    goal_type: Mapped[str] = mapped_column(default="")
    status: Mapped[GoalStatus] = mapped_column(default=GoalStatus.ACTIVE)
    metric: Mapped[str] = mapped_column(default="")
    """What is measured: a measurement's or performance metric's name."""
    unit: Mapped[str] = mapped_column(default="")
    start_value: Mapped[float | None]
    current_progress: Mapped[float | None]
    target_value: Mapped[float | None]
    started_on: Mapped[date | None]
    target_date: Mapped[date | None]
    completed_at: Mapped[datetime | None]
    exercise_id: Mapped[UUID | None] = link("exercise.id", "SET NULL")
    priority: Mapped[int] = mapped_column(default=0)
