"""A client’s papers: notes, documents, waivers."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.vocabulary import DocumentKind, NoteKind


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
