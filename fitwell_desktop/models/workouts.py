"""Workouts: what is planned for a day, and what was done, down to the single set."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import CompletionStatus, SessionType, SetKind, WorkMethod


class WorkoutSession(Table):
    """One day's workout: of a template, of a client's program, or on its own for a client."""

    __tablename__ = "workout_session"
    __table_args__ = (
        sa.Index(None, "client_program_id", "week_number"),
        sa.Index(None, "program_template_id", "week_number"),
        sa.Index(None, "client_id", "scheduled_on"),
        sa.CheckConstraint("week_number > 0", name="week_number"),
        sa.CheckConstraint("day_number > 0", name="day_number"),
        sa.CheckConstraint("(program_template_id IS NULL) <> (client_id IS NULL)", name="template_or_client"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID | None] = link("user.id", "CASCADE", index=False)
    client_program_id: Mapped[UUID | None] = link("client_program.id", "CASCADE", index=False)
    program_template_id: Mapped[UUID | None] = link("program_template.id", "CASCADE", index=False)
    phase_id: Mapped[UUID | None] = link("program_phase.id", "SET NULL")
    source_id: Mapped[UUID | None] = link("workout_session.id", "SET NULL")
    """The template's workout that this one was copied from."""
    name: Mapped[str]
    session_type: Mapped[SessionType] = mapped_column(default=SessionType.STRENGTH)
    week_number: Mapped[int] = mapped_column(default=1)
    day_number: Mapped[int] = mapped_column(default=1)
    scheduled_on: Mapped[date | None]
    estimated_minutes: Mapped[int | None]
    instructions: Mapped[str] = mapped_column(default="")


class Tempo(Struct, frozen=True):
    """Seconds of lowering, pause, lifting, pause. `explosive` stands for an X in the lifting, which then counts 0."""

    lowering: int
    bottom: int
    lifting: int
    top: int
    explosive: bool = False


class SetTarget(Struct, frozen=True):
    """What one set shall be, where sets differ."""

    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    reps_max: int | None = None
    load_kg: float | None = None
    load_percent: float | None = None
    rir: float | None = None
    rpe: float | None = None
    is_amrap: bool = False
    """As many as possible; `reps`, where given, are the least."""
    duration_seconds: int | None = None
    distance_m: float | None = None
    load_percent_max: float | None = None
    """Upper end, where the share of the one-rep maximum is a range."""
    added_kg: float | None = None
    """On top of the bodyweight: 0 is the bodyweight alone, less than 0 is taken off it."""
    above_last_kg: float | None = None
    """On top of what was lifted last time; 0 is the same again."""
    above_last_percent: float | None = None


class Progression(Struct, frozen=True):
    """How targets grow from week to week, by the rule of that name with its numbers."""

    rule: str
    settings: dict[str, Any]


class SessionExercise(Table):
    """One exercise of a workout, with its prescription. Exercises of one superset share a group's letter."""

    __tablename__ = "session_exercise"
    __table_args__ = (
        sa.Index(None, "session_id", "exercise_order"),
        sa.CheckConstraint("sets > 0", name="sets"),
        sa.CheckConstraint("reps > 0", name="reps"),
        sa.CheckConstraint("reps_max >= reps", name="reps_max"),
        sa.CheckConstraint("load_kg >= 0", name="load"),
        sa.CheckConstraint("duration_seconds > 0", name="duration"),
        sa.CheckConstraint("distance_m > 0", name="distance"),
        sa.CheckConstraint("rest_seconds >= 0", name="rest"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID | None] = link("user.id", "CASCADE")
    """As of the workout."""
    session_id: Mapped[UUID] = link("workout_session.id", "CASCADE", index=False)
    exercise_id: Mapped[UUID] = link("exercise.id", "RESTRICT")
    source_id: Mapped[UUID | None] = link("session_exercise.id", "SET NULL")
    exercise_order: Mapped[int]
    superset_group: Mapped[str] = mapped_column(sa.String(8), default="")
    method: Mapped[WorkMethod] = mapped_column(default=WorkMethod.STRAIGHT)
    sets: Mapped[int | None]
    reps: Mapped[int | None]
    reps_max: Mapped[int | None]
    """Upper end, where repetitions are a range."""
    is_each_side: Mapped[bool] = mapped_column(default=False)
    load_kg: Mapped[float | None]
    load_percent: Mapped[float | None]
    """Of the one-rep maximum."""
    rir: Mapped[float | None]
    rpe: Mapped[float | None]
    duration_seconds: Mapped[int | None]
    distance_m: Mapped[float | None]
    rest_seconds: Mapped[int | None]
    tempo: Mapped[Tempo | None] = mapped_column(Json(Tempo))
    set_targets: Mapped[tuple[SetTarget, ...]] = mapped_column(Json(tuple[SetTarget, ...]), default=())
    progression: Mapped[Progression | None] = mapped_column(Json(Progression))
    notes: Mapped[str] = mapped_column(default="")


class WorkoutCompletion(Table):
    """A workout that a client did, did in part, or skipped."""

    __tablename__ = "workout_completion"
    __table_args__ = (
        sa.Index(None, "client_id", "completed_at"),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        sa.CheckConstraint("effort BETWEEN 0 AND 10", name="effort"),
        sa.CheckConstraint("duration_minutes >= 0", name="duration"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    workout_session_id: Mapped[UUID | None] = link("workout_session.id", "SET NULL")
    appointment_id: Mapped[UUID | None] = link("appointment.id", "SET NULL")
    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    name: Mapped[str] = mapped_column(default="")
    """The workout's name on that day; the plan may change later."""
    status: Mapped[CompletionStatus]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime]
    duration_minutes: Mapped[int | None]
    rating: Mapped[int | None]
    effort: Mapped[float | None]
    """The whole session's exertion, 0 to 10."""
    bodyweight_kg: Mapped[float | None]
    notes: Mapped[str] = mapped_column(default="")


class ExerciseCompletion(Table):
    """One exercise as it was done within a workout."""

    __tablename__ = "exercise_completion"
    __table_args__ = (sa.Index(None, "workout_completion_id", "exercise_order"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    workout_completion_id: Mapped[UUID] = link("workout_completion.id", "CASCADE", index=False)
    session_exercise_id: Mapped[UUID | None] = link("session_exercise.id", "SET NULL")
    exercise_id: Mapped[UUID | None] = link("exercise.id", "SET NULL")
    exercise_order: Mapped[int] = mapped_column(default=0)
    status: Mapped[CompletionStatus] = mapped_column(default=CompletionStatus.COMPLETED)
    replaced_exercise_id: Mapped[UUID | None] = link("exercise.id", "SET NULL")
    """What was planned, where something else was done."""
    notes: Mapped[str] = mapped_column(default="")


class LoggedSet(Table):
    """One set as it was done."""

    __tablename__ = "logged_set"
    __table_args__ = (
        sa.Index(None, "exercise_completion_id", "set_number"),
        sa.Index(None, "client_id", "exercise_id", "performed_at"),
        sa.CheckConstraint("set_number > 0", name="number"),
        sa.CheckConstraint("reps >= 0", name="reps"),
        sa.CheckConstraint("duration_seconds >= 0", name="duration"),
        sa.CheckConstraint("distance_m >= 0", name="distance"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    exercise_completion_id: Mapped[UUID] = link("exercise_completion.id", "CASCADE", index=False)
    exercise_id: Mapped[UUID | None] = link("exercise.id", "SET NULL")
    performed_at: Mapped[datetime]
    set_number: Mapped[int]
    kind: Mapped[SetKind] = mapped_column(default=SetKind.WORKING)
    load_kg: Mapped[float | None]
    """Negative where a machine or band takes weight off."""
    reps: Mapped[int | None]
    rir: Mapped[float | None]
    rpe: Mapped[float | None]
    duration_seconds: Mapped[int | None]
    distance_m: Mapped[float | None]
    is_each_side: Mapped[bool] = mapped_column(default=False)
    is_completed: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
