"""Form videos of clients, and what their trainer answers."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import AnnotationKind, ReviewStatus


class Video(SoftDeleted, Table):
    """A clip of a client, tied to what was done in it: the workout, the exercise, the very set."""

    __tablename__ = "video"
    __table_args__ = (
        sa.Index(None, "client_id", "review_status"),
        sa.Index(None, "review_status", "uploaded_at"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    attachment_id: Mapped[UUID] = link("attachment.id", "RESTRICT")
    thumbnail_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    workout_session_id: Mapped[UUID | None] = link("workout_session.id", "SET NULL")
    exercise_id: Mapped[UUID | None] = link("exercise.id", "SET NULL")
    logged_set_id: Mapped[UUID | None] = link("logged_set.id", "SET NULL")
    reviewer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    title: Mapped[str] = mapped_column(default="")
    client_notes: Mapped[str] = mapped_column(default="")
    review_status: Mapped[ReviewStatus] = mapped_column(default=ReviewStatus.PENDING)
    recorded_at: Mapped[datetime | None]
    uploaded_at: Mapped[datetime]
    reviewed_at: Mapped[datetime | None]
    duration_seconds: Mapped[float | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    rotation: Mapped[int] = mapped_column(default=0)


class Suggestion(Struct, frozen=True):
    """An exercise that the trainer recommends after a look at the clip."""

    exercise_id: UUID
    reason: str = ""


class VideoFeedback(Table):
    """A trainer's answer to a clip."""

    __tablename__ = "video_feedback"
    __table_args__ = (sa.CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    video_id: Mapped[UUID] = link("video.id", "CASCADE")
    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    comments: Mapped[str] = mapped_column(default="")
    response_video_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    video_response_url: Mapped[str] = mapped_column(default="")
    rating: Mapped[int | None]
    exercise_suggestions: Mapped[tuple[Suggestion, ...]] = mapped_column(Json(tuple[Suggestion, ...]), default=())
    needs_follow_up: Mapped[bool] = mapped_column(default=False)
    sent_at: Mapped[datetime | None]


class Mark(Struct, frozen=True):
    """Where a drawing lies on the frame: points from 0 to 1, from the upright picture's top left corner."""

    points: tuple[tuple[float, float], ...]
    color: str = ""
    width: float = 0.004


class VideoAnnotation(Table):
    """A remark or drawing at one frame, which is found again by its presentation time."""

    __tablename__ = "video_annotation"
    __table_args__ = (
        sa.Index(None, "video_feedback_id", "timestamp_ms"),
        sa.CheckConstraint("timestamp_ms >= 0", name="timestamp"),
        sa.CheckConstraint("lasts_ms >= 0", name="lasts"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    video_feedback_id: Mapped[UUID] = link("video_feedback.id", "CASCADE", index=False)
    kind: Mapped[AnnotationKind] = mapped_column(default=AnnotationKind.COMMENT)
    timestamp_ms: Mapped[int]
    pts: Mapped[int | None]
    """The frame's presentation time in the stream's own time base."""
    frame_number: Mapped[int | None]
    lasts_ms: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[Mark | None] = mapped_column(Json(Mark))
