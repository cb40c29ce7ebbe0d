"""Assessments: how they are done, and what they found."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link


class Norm(Struct, frozen=True):
    """What a value means for people of that sex and age: at least `at_least` is `rating`."""

    rating: str
    at_least: float
    sex: str = ""
    age_from: int = 0
    age_to: int = 200


class TestItem(Struct, frozen=True):
    """One value that a protocol asks for."""

    name: str
    unit: str = ""
    lower_is_better: bool = False
    norms: tuple[Norm, ...] = ()


class AssessmentProtocol(Table):
    """How an assessment is done, again and again: its tests, and after how many days to repeat it."""

    __tablename__ = "assessment_protocol"

    name: Mapped[str]
    instructions: Mapped[str] = mapped_column(default="")
    items: Mapped[tuple[TestItem, ...]] = mapped_column(Json(tuple[TestItem, ...]), default=())
    retest_days: Mapped[int | None]


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
