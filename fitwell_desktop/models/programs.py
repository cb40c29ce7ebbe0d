"""Programs: templates with their phases, and what was made of them for one client."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import AssignmentType, ProgramStatus, ProgramType


class PhaseOutline(Struct, frozen=True):
    """One step of a template's periodisation, in short."""

    name: str
    weeks: int
    focus: str = ""


class ProgramTemplate(SoftDeleted, Table):
    """A blueprint that programs are made of."""

    __tablename__ = "program_template"
    __table_args__ = (
        sa.CheckConstraint("duration_weeks > 0", name="duration"),
        sa.CheckConstraint("version > 0", name="version"),
    )

    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    program_type: Mapped[ProgramType] = mapped_column(default=ProgramType.WORKOUT)
    is_progressive: Mapped[bool] = mapped_column(default=False)
    phase_structure: Mapped[tuple[PhaseOutline, ...]] = mapped_column(Json(tuple[PhaseOutline, ...]), default=())
    duration_weeks: Mapped[int] = mapped_column(default=4)
    days_per_week: Mapped[int | None]
    level: Mapped[str] = mapped_column(default="")
    tags: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    is_published: Mapped[bool] = mapped_column(default=False)
    """Whether the practice's other trainers may use it."""
    version: Mapped[int] = mapped_column(default=1)


class ProgramPhase(Table):
    """A stretch of a template's weeks with one aim (hypertrophy, strength, power)."""

    __tablename__ = "program_phase"
    __table_args__ = (
        sa.UniqueConstraint("program_template_id", "phase_number"),
        sa.CheckConstraint("phase_number > 0", name="number"),
        sa.CheckConstraint("duration_weeks > 0", name="duration"),
    )

    program_template_id: Mapped[UUID] = link("program_template.id", "CASCADE", index=False)
    phase_number: Mapped[int]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    duration_weeks: Mapped[int]
    goals: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    is_deload: Mapped[bool] = mapped_column(default=False)


class ClientProgram(SoftDeleted, Table):
    """A template as one client follows it, or a program written for this client alone."""

    __tablename__ = "client_program"
    __table_args__ = (
        sa.Index(None, "client_id", "status"),
        sa.CheckConstraint("current_week > 0", name="current_week"),
        sa.CheckConstraint("current_phase > 0", name="current_phase"),
        sa.CheckConstraint("ends_on >= starts_on", name="order"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    program_template_id: Mapped[UUID | None] = link("program_template.id", "SET NULL")
    template_version: Mapped[int | None]
    """The template's version that was copied."""
    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    name: Mapped[str]
    assignment_type: Mapped[AssignmentType] = mapped_column(default=AssignmentType.STATIC)
    status: Mapped[ProgramStatus] = mapped_column(default=ProgramStatus.ACTIVE)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    current_week: Mapped[int] = mapped_column(default=1)
    current_phase: Mapped[int] = mapped_column(default=1)
    auto_advance: Mapped[bool] = mapped_column(default=False)
    customizations: Mapped[dict[str, Any]] = mapped_column(Json(dict[str, Any]), default=dict)
    completed_at: Mapped[datetime | None]
    notes: Mapped[str] = mapped_column(default="")
