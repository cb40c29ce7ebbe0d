"""Clients: profile, people around them, health, goals, and how they are sorted."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import Clearance, ClientKind, FitnessLevel, PauseReason, Severity, Sex


class ClientProfile(Table):
    """What is known of a client beyond name and address."""

    __tablename__ = "client_profile"
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", unique=True)
    kind: Mapped[ClientKind] = mapped_column(default=ClientKind.IN_PERSON)
    date_of_birth: Mapped[date | None]
    sex: Mapped[Sex] = mapped_column(default=Sex.UNSTATED)
    height_cm: Mapped[float | None]
    address: Mapped[str] = mapped_column(default="")
    occupation: Mapped[str] = mapped_column(default="")
    timezone: Mapped[str | None]
    """IANA name; the practice's zone where none is given."""
    preferences: Mapped[dict[str, Any]] = mapped_column(Json(dict[str, Any]), default=dict)
    photo_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    payer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    """Who pays for this client, where someone else does."""
    referred_by_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    referral_source: Mapped[str] = mapped_column(default="")
    joined_on: Mapped[date | None]
    archived_at: Mapped[datetime | None]
    archive_reason: Mapped[str] = mapped_column(default="")


class ClientTrainer(Table):
    """A trainer who looks after a client; one of them is the primary trainer."""

    __tablename__ = "client_trainer"
    __table_args__ = (
        sa.UniqueConstraint("client_id", "trainer_id"),
        sa.Index(
            "uq_client_trainer_primary",
            "client_id",
            unique=True,
            sqlite_where=sa.text("is_primary"),
        ),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    trainer_id: Mapped[UUID] = link("user.id", "CASCADE")
    is_primary: Mapped[bool] = mapped_column(default=False)


class ClientPause(Table):
    """Days that count neither for billing nor for compliance. An open end means: until further notice."""

    __tablename__ = "client_pause"
    __table_args__ = (sa.CheckConstraint("ends_on >= starts_on", name="order"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    reason: Mapped[PauseReason] = mapped_column(default=PauseReason.BREAK)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class HealthHistory(Table):
    """A client's health, as far as training must heed it."""

    __tablename__ = "health_history"
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", unique=True)
    medical_clearance: Mapped[Clearance] = mapped_column(default=Clearance.NOT_REQUIRED)
    cleared_on: Mapped[date | None]
    clearance_expires_on: Mapped[date | None]
    cleared_by: Mapped[str] = mapped_column(default="")
    clearance_document_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    fitness_level: Mapped[FitnessLevel | None]
    exercise_limitations: Mapped[str] = mapped_column(default="")
    conditions: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    medications: Mapped[str] = mapped_column(default="")
    allergies: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    injuries: Mapped[str] = mapped_column(default="")
    surgeries: Mapped[str] = mapped_column(default="")
    lifestyle: Mapped[str] = mapped_column(default="")
    resting_heart_rate: Mapped[int | None]
    blood_pressure: Mapped[str] = mapped_column(default="")
    is_pregnant: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(default="")
    reviewed_on: Mapped[date | None]


class Limitation(Table):
    """An injury or limit of a client by tag; exercises that carry the same movement tag are warned of."""

    __tablename__ = "limitation"
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    tag: Mapped[str]
    severity: Mapped[Severity] = mapped_column(default=Severity.AVOID)
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class ClientTag(Table):
    """A word that clients are grouped by."""

    __tablename__ = "client_tag"
    __table_args__ = (sa.UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(sa.String(60))
    color: Mapped[str] = mapped_column(sa.String(7), default="")


class ClientTagLink(Table):
    """A tag that a client wears."""

    __tablename__ = "client_tag_link"
    __table_args__ = (sa.UniqueConstraint("client_id", "client_tag_id"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    client_tag_id: Mapped[UUID] = link("client_tag.id", "CASCADE")


class Condition(Struct, frozen=True):
    """One test of a saved list: what is looked at, how it is compared, with what."""

    field: str
    test: str
    value: str = ""


class SavedList(Table):
    """A filter over clients that is kept under a name."""

    __tablename__ = "saved_list"
    __table_args__ = (sa.UniqueConstraint("name"),)

    name: Mapped[str]
    conditions: Mapped[tuple[Condition, ...]] = mapped_column(Json(tuple[Condition, ...]), default=())
    position: Mapped[int] = mapped_column(default=0)
