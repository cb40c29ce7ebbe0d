"""Assessments: how they are done, and what they found."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link


class TestResult(Struct, frozen=True):
    """What was measured in one test."""

    name: str
    value: float
    unit: str = ""
    note: str = ""


class FitnessAssessment(Table):
    """A baseline or repeated assessment by a trainer."""

    __tablename__ = "fitness_assessment"
    __table_args__ = (sa.Index(None, "client_id", "assessed_on"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    protocol_id: Mapped[UUID | None] = link("assessment_protocol.id", "SET NULL")
    assessment_type: Mapped[str]
    """The protocol's name, or what the trainer calls it."""
    assessed_on: Mapped[date]
    retest_due_on: Mapped[date | None]
    results: Mapped[tuple[TestResult, ...]] = mapped_column(Json(tuple[TestResult, ...]), default=())
    documents: Mapped[tuple[UUID, ...]] = mapped_column(Json(tuple[UUID, ...]), default=())
    """Ids of attachments."""
    notes: Mapped[str] = mapped_column(default="")
