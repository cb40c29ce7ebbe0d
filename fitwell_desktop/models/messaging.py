"""Messages: threads with clients, notices, templates and automations, and all that leaves the practice."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import (
    AttemptOutcome,
    Channel,
    Direction,
    NotificationType,
    OutgoingChannel,
    OutgoingKind,
    OutgoingState,
    Priority,
    ThreadType,
    TriggerType,
)


class MessageThread(SoftDeleted, Table):
    """A conversation. Its newest message and count of unread ones are kept here for the list of threads."""

    __tablename__ = "message_thread"
    __table_args__ = (sa.Index(None, "last_message_at"),)
    subject = "client_id"
    health = False

    thread_type: Mapped[ThreadType] = mapped_column(default=ThreadType.ONE_ON_ONE)
    client_id: Mapped[UUID | None] = link("user.id", "CASCADE")
    """The client of a one-to-one thread, which holds all channels."""
    title: Mapped[str] = mapped_column(default="")
    last_message_at: Mapped[datetime | None]
    last_preview: Mapped[str] = mapped_column(default="")
    unread_count: Mapped[int] = mapped_column(default=0)


class ThreadParticipant(Table):
    """Someone in a thread, from joining to leaving."""

    __tablename__ = "thread_participant"
    __table_args__ = (sa.UniqueConstraint("thread_id", "user_id"),)

    thread_id: Mapped[UUID] = link("message_thread.id", "CASCADE", index=False)
    user_id: Mapped[UUID] = link("user.id", "CASCADE")
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    is_muted: Mapped[bool] = mapped_column(default=False)
    last_read_at: Mapped[datetime | None]


class MessageFile(Struct, frozen=True):
    """A file that hangs on a message."""

    attachment_id: UUID
    name: str


class Message(Table):
    """One message of a thread, on whichever channel. The body is plain text."""

    __tablename__ = "message"
    __table_args__ = (
        sa.Index(None, "thread_id", "sent_at"),
        sa.Index(
            "uq_message_provider_id",
            "channel",
            "provider_id",
            unique=True,
            sqlite_where=sa.text("provider_id IS NOT NULL"),
        ),
    )

    thread_id: Mapped[UUID] = link("message_thread.id", "CASCADE", index=False)
    sender_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    direction: Mapped[Direction]
    channel: Mapped[Channel]
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str]
    attachments: Mapped[tuple[MessageFile, ...]] = mapped_column(Json(tuple[MessageFile, ...]), default=())
    sent_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
    outgoing_message_id: Mapped[UUID | None] = link("outgoing_message.id", "SET NULL")
    provider_id: Mapped[str | None]


class Notification(Table):
    """A notice to someone who works here; it leads to the row that it is about, whatever its table."""

    __tablename__ = "notification"
    __table_args__ = (
        sa.Index(None, "user_id", "created_at"),
        sa.Index(
            "ix_notification_unread",
            "user_id",
            sqlite_where=sa.text("read_at IS NULL"),
        ),
    )

    user_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    notification_type: Mapped[NotificationType]
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    title: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    entity_type: Mapped[str | None]
    """A table's name."""
    related_entity_id: Mapped[UUID | None]
    read_at: Mapped[datetime | None]


class NotificationTemplate(Table):
    """Texts of one occasion for each channel, with variables in double braces."""

    __tablename__ = "notification_template"
    __table_args__ = (sa.UniqueConstraint("name"),)

    name: Mapped[str]
    notification_type: Mapped[NotificationType]
    email_subject: Mapped[str] = mapped_column(default="")
    email_template: Mapped[str] = mapped_column(default="")
    sms_template: Mapped[str] = mapped_column(default="")
    push_template: Mapped[str] = mapped_column(default="")
    in_app_template: Mapped[str] = mapped_column(default="")
    template_variables: Mapped[dict[str, str]] = mapped_column(Json(dict[str, str]), default=dict)
    """What each variable stands for."""
    is_active: Mapped[bool] = mapped_column(default=True)


class AutomatedMessage(Table):
    """A message that goes out by itself: at a time, after an event, or while a condition holds."""

    __tablename__ = "automated_message"

    name: Mapped[str]
    trigger_type: Mapped[TriggerType]
    trigger: Mapped[str]
    """Which time, event or condition: a name that the rules of automation know."""
    settings: Mapped[dict[str, Any]] = mapped_column(Json(dict[str, Any]), default=dict)
    delay_minutes: Mapped[int] = mapped_column(default=0)
    channel: Mapped[Channel]
    template_id: Mapped[UUID | None] = link("notification_template.id", "SET NULL")
    saved_list_id: Mapped[UUID | None] = link("saved_list.id", "SET NULL")
    """Who may get it; everyone where none is given."""
    is_active: Mapped[bool] = mapped_column(default=False)
    last_run_at: Mapped[datetime | None]


class Consent(Table):
    """Whether a client may be written to on a channel, since when, and how we know. The newest row holds."""

    __tablename__ = "consent"
    __table_args__ = (sa.Index(None, "client_id", "channel", "decided_at"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    channel: Mapped[Channel]
    is_given: Mapped[bool]
    source: Mapped[str]
    decided_at: Mapped[datetime]


class OutgoingMessage(Table):
    """Something that leaves the practice once: written with the change that causes it, sent by one sender.

    SENDING is committed before the network is touched; it ends only where `epoch` is still the sender's own.
    """

    __tablename__ = "outgoing_message"
    __table_args__ = (
        sa.UniqueConstraint("dedupe_key"),
        sa.Index(None, "state", "next_attempt_at"),
        sa.Index(None, "entity_type", "entity_id"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID | None] = link("user.id", "CASCADE")
    channel: Mapped[OutgoingChannel]
    kind: Mapped[OutgoingKind]
    account: Mapped[str]
    """Which of the practice's accounts sends it."""
    dedupe_key: Mapped[str]
    entity_type: Mapped[str | None]
    entity_id: Mapped[UUID | None]
    recipient: Mapped[str]
    preview: Mapped[str] = mapped_column(default="")
    payload: Mapped[bytes]
    """The very bytes that are sent, at each attempt the same."""
    idempotency_key: Mapped[str]
    state: Mapped[OutgoingState] = mapped_column(default=OutgoingState.QUEUED)
    priority: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    next_attempt_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    offline_attempts: Mapped[int] = mapped_column(default=0)
    epoch: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    provider_id: Mapped[str | None]
    provider_status: Mapped[str | None]
    last_error_code: Mapped[str | None]
    last_error_text: Mapped[str | None]


class OutgoingAttempt(Table):
    """One attempt to send. Only ever added to, so that a late answer is not lost."""

    __tablename__ = "outgoing_attempt"
    __table_args__ = (sa.Index(None, "outgoing_message_id", "number"),)

    outgoing_message_id: Mapped[UUID] = link("outgoing_message.id", "CASCADE", index=False)
    number: Mapped[int]
    epoch: Mapped[int]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    outcome: Mapped[AttemptOutcome] = mapped_column(default=AttemptOutcome.STARTED)
    provider_id: Mapped[str | None]
    error_code: Mapped[str | None]
    error_text: Mapped[str | None]


class SenderLease(Table):
    """Which running program sends, until when. One row; each new holder raises the epoch."""

    __tablename__ = "sender_lease"
    __table_args__ = (
        sa.UniqueConstraint("singleton"),
        sa.CheckConstraint("singleton = 1", name="one_row"),
    )

    singleton: Mapped[int] = mapped_column(default=1)
    owner: Mapped[UUID]
    host: Mapped[str]
    process_id: Mapped[int]
    epoch: Mapped[int]
    expires_at: Mapped[datetime]
