"""A client's papers: notes, documents, questionnaires, waivers, and warnings that were overridden."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import DocumentKind, FieldKind, Hazard, NoteKind, QuestionnaireKind, ScreeningOutcome


class Note(Table):
    """A private note on a client, or a contact with them. The body is plain text."""

    __tablename__ = "note"
    __table_args__ = (sa.Index(None, "client_id", "noted_at"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    author_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    kind: Mapped[NoteKind] = mapped_column(default=NoteKind.NOTE)
    body: Mapped[str]
    noted_at: Mapped[datetime]
    follow_up_on: Mapped[date | None]
    is_pinned: Mapped[bool] = mapped_column(default=False)


class ClientDocument(Table):
    """A file on a client."""

    __tablename__ = "client_document"
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    attachment_id: Mapped[UUID] = link("attachment.id", "RESTRICT")
    kind: Mapped[DocumentKind] = mapped_column(default=DocumentKind.OTHER)
    title: Mapped[str]
    notes: Mapped[str] = mapped_column(default="")
    valid_until_on: Mapped[date | None]


class Waiver(Table):
    """A version of the text that clients sign. A signed text never changes: a new version is made."""

    __tablename__ = "waiver"
    __table_args__ = (sa.UniqueConstraint("title", "version"),)

    title: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    text: Mapped[str]
    text_hash: Mapped[str] = mapped_column(sa.String(64))
    is_current: Mapped[bool] = mapped_column(default=True)


class WaiverSignature(Table):
    """A client's signature under one version of a waiver."""

    __tablename__ = "waiver_signature"
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    waiver_id: Mapped[UUID] = link("waiver.id", "RESTRICT")
    signed_name: Mapped[str]
    signed_at: Mapped[datetime]
    text_hash: Mapped[str] = mapped_column(sa.String(64))
    signature_id: Mapped[UUID | None] = link("attachment.id", "RESTRICT")
    """The picture of the signature."""
    document_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")


class Question(Struct, frozen=True):
    """One question of a questionnaire."""

    key: str
    text: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    is_required: bool = False


class Questionnaire(Table):
    """A form: intake, PAR-Q or check-in. Replies keep the version that they answer."""

    __tablename__ = "questionnaire"
    __table_args__ = (sa.UniqueConstraint("name", "version"),)

    name: Mapped[str]
    kind: Mapped[QuestionnaireKind]
    version: Mapped[int] = mapped_column(default=1)
    introduction: Mapped[str] = mapped_column(default="")
    questions: Mapped[tuple[Question, ...]] = mapped_column(Json(tuple[Question, ...]), default=())
    valid_months: Mapped[int | None]
    repeat_days: Mapped[int | None]
    is_current: Mapped[bool] = mapped_column(default=True)


class QuestionnaireReply(Table):
    """A client's answers by the question's key. A screening has an outcome and expires."""

    __tablename__ = "questionnaire_reply"
    __table_args__ = (sa.Index(None, "client_id", "answered_on"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    questionnaire_id: Mapped[UUID] = link("questionnaire.id", "RESTRICT")
    answers: Mapped[dict[str, str]] = mapped_column(Json(dict[str, str]), default=dict)
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    outcome: Mapped[ScreeningOutcome | None]
    expires_on: Mapped[date | None]


class SafetyOverride(Table):
    """A warning that someone went past, and why."""

    __tablename__ = "safety_override"
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    hazard: Mapped[Hazard]
    reason: Mapped[str]
    entity_type: Mapped[str | None]
    entity_id: Mapped[UUID | None]
