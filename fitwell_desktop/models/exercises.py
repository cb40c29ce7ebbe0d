"""The exercise library: a tree of categories, exercises with their muscles and media, reusable blocks."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column, validates

from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import ExerciseLevel, Force, Mechanic, Tracking


class ExerciseCategory(SoftDeleted, Table):
    """A branch of the library; top branches have no parent."""

    __tablename__ = "exercise_category"

    parent_id: Mapped[UUID | None] = link("exercise_category.id", "RESTRICT")
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Exercise(SoftDeleted, Table):
    """A movement that can be prescribed, logged and filmed."""

    __tablename__ = "exercise"
    __table_args__ = (sa.Index(None, "search_key"),)

    category_id: Mapped[UUID | None] = link("exercise_category.id", "SET NULL")
    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    """Who made it, for a custom exercise."""
    name: Mapped[str]
    search_key: Mapped[str]
    """The name, folded; kept up by writing the name."""
    aliases: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    description: Mapped[str] = mapped_column(default="")
    instructions: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    is_custom: Mapped[bool] = mapped_column(default=False)
    level: Mapped[ExerciseLevel | None]
    force: Mapped[Force | None]
    mechanic: Mapped[Mechanic | None]
    tracking: Mapped[Tracking] = mapped_column(default=Tracking.LOAD_REPS)
    is_unilateral: Mapped[bool] = mapped_column(default=False)
    equipment: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    muscle_groups: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    """Primary muscles."""
    secondary_muscles: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    movement_tags: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    """What a client's limitations are held against."""
    alternatives: Mapped[tuple[UUID, ...]] = mapped_column(Json(tuple[UUID, ...]), default=())
    """Ids of exercises that may stand in for this one."""
    bodyweight_share: Mapped[float] = mapped_column(default=0.0)
    """Share of the body's weight that is moved."""
    one_rep_max_formula: Mapped[str] = mapped_column(default="")
    video_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    video_url: Mapped[str] = mapped_column(default="")
    images: Mapped[tuple[UUID, ...]] = mapped_column(Json(tuple[UUID, ...]), default=())
    """Ids of attachments."""
    source: Mapped[str] = mapped_column(default="")
    licence: Mapped[str] = mapped_column(default="")

    @validates("name")
    def _refold(self, name: str, value: str) -> str:
        self.search_key = fold(value)
        return value


class BlockLine(Struct, frozen=True):
    """One exercise of a block, with its prescription as the columns of a session exercise."""

    exercise_id: UUID
    prescription: dict[str, Any]


class ExerciseBlock(Table):
    """Exercises that are used together again and again: a warm-up, a finisher."""

    __tablename__ = "exercise_block"

    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    lines: Mapped[tuple[BlockLine, ...]] = mapped_column(Json(tuple[BlockLine, ...]), default=())
