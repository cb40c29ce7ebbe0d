"""Documents and private notes on clients. Those on health are kept from people who may not see health data."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.attachments import StoredFile, attach
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.accounts import Attachment, User
from fitwell_desktop.models.records import ClientDocument, Note
from fitwell_desktop.vocabulary import DocumentKind, NoteKind, Right

LONGEST_NOTE = 50_000


class ShownNote(Struct, frozen=True):
    """A note with its author's name."""

    id: UUID
    kind: NoteKind
    body: str
    noted_at: datetime
    author: str
    is_pinned: bool
    follow_up_on: date | None


class ShownDocument(Struct, frozen=True):
    """A document: where its content lies, and whether it has run out."""

    id: UUID
    title: str
    kind: DocumentKind
    file: StoredFile
    added_at: datetime
    valid_until_on: date | None
    has_expired: bool


@command("Add note", needs=Right.CLIENTS)
def add_note(
    session: Session, client_id: UUID, body: str, kind: NoteKind = NoteKind.NOTE, follow_up_on: date | None = None
) -> UUID:
    """A private note on anything but health, or a contact with the client."""
    if kind is NoteKind.HEALTH:
        raise _about_health()
    return _add_note(session, client_id, body, kind, follow_up_on)


@command("Add health note", needs=Right.HEALTH)
def add_health_note(session: Session, client_id: UUID, body: str, follow_up_on: date | None = None) -> UUID:
    """A private note on a client's health."""
    return _add_note(session, client_id, body, NoteKind.HEALTH, follow_up_on)


@command("Edit note", needs=Right.CLIENTS)
def edit_note(session: Session, note_id: UUID, body: str) -> None:
    """Write a note anew. One on health is written through `edit_health_note`."""
    _plain_note(session, note_id).body = _checked(body)


@command("Edit health note", needs=Right.HEALTH)
def edit_health_note(session: Session, note_id: UUID, body: str) -> None:
    """Write any note anew."""
    session.get_one(Note, note_id).body = _checked(body)


@command("Pin note", needs=Right.CLIENTS)
def pin_note(session: Session, note_id: UUID, is_pinned: bool) -> None:
    """Keep a note that is not on health at the top, or let it go."""
    _plain_note(session, note_id).is_pinned = is_pinned


@command("Pin health note", needs=Right.HEALTH)
def pin_health_note(session: Session, note_id: UUID, is_pinned: bool) -> None:
    """Keep any note at the top, or let it go."""
    session.get_one(Note, note_id).is_pinned = is_pinned


@command("Delete note", needs=Right.CLIENTS)
def delete_note(session: Session, note_id: UUID) -> None:
    """Remove a note that is not on health."""
    session.delete(_plain_note(session, note_id))


@command("Delete health note", needs=Right.HEALTH)
def delete_health_note(session: Session, note_id: UUID) -> None:
    """Remove any note."""
    session.delete(session.get_one(Note, note_id))


@query()
def notes(session: Session, client_id: UUID) -> tuple[ShownNote, ...]:
    """A client's notes but those on health: pinned ones first, then the newest."""
    return _notes(session, client_id, Note.kind != NoteKind.HEALTH)


@query(needs=Right.HEALTH)
def notes_with_health(session: Session, client_id: UUID) -> tuple[ShownNote, ...]:
    """All of a client's notes, as `notes`."""
    return _notes(session, client_id, sa.true())


@command("Add document", needs=Right.CLIENTS)
def add_document(
    session: Session,
    client_id: UUID,
    file: StoredFile,
    title: str = "",
    kind: DocumentKind = DocumentKind.OTHER,
    valid_until_on: date | None = None,
) -> UUID:
    """A file that was taken into the media folder; titled by its name unless told."""
    finding.client(session, client_id)
    attachment = attach(session, file, client_id)
    document = ClientDocument(
        client_id=client_id,
        attachment_id=attachment.id,
        kind=kind,
        title=clean_line(title) or attachment.name,
        valid_until_on=valid_until_on,
    )
    session.add(document)
    session.flush()
    return document.id


@command("Edit document", needs=Right.CLIENTS)
def edit_document(
    session: Session, document_id: UUID, title: str, kind: DocumentKind, valid_until_on: date | None = None
) -> None:
    """Write what is told of a document anew. A medical one is edited through `edit_medical_document`."""
    _edit_document(_plain_document(session, document_id), title, kind, valid_until_on)


@command("Edit medical document", needs=Right.HEALTH)
def edit_medical_document(
    session: Session, document_id: UUID, title: str, kind: DocumentKind, valid_until_on: date | None = None
) -> None:
    """Write what is told of any document anew."""
    _edit_document(session.get_one(ClientDocument, document_id), title, kind, valid_until_on)


@command("Delete document", needs=Right.CLIENTS)
def delete_document(session: Session, document_id: UUID) -> None:
    """Remove a document that is not medical. Its content stays in the media folder until nothing refers to it."""
    _delete_document(session, _plain_document(session, document_id))


@command("Delete medical document", needs=Right.HEALTH)
def delete_medical_document(session: Session, document_id: UUID) -> None:
    """Remove any document, as `delete_document`."""
    _delete_document(session, session.get_one(ClientDocument, document_id))


@query()
def documents(session: Session, client_id: UUID) -> tuple[ShownDocument, ...]:
    """A client's documents but medical ones, newest first."""
    return _documents(session, client_id, ClientDocument.kind != DocumentKind.MEDICAL)


@query(needs=Right.HEALTH)
def documents_with_health(session: Session, client_id: UUID) -> tuple[ShownDocument, ...]:
    """All of a client's documents, newest first."""
    return _documents(session, client_id, sa.true())


def _add_note(session: Session, client_id: UUID, body: str, kind: NoteKind, follow_up_on: date | None) -> UUID:
    finding.client(session, client_id)
    note = Note(
        client_id=client_id,
        author_id=session.user_id,
        kind=kind,
        body=_checked(body),
        noted_at=session.now,
        follow_up_on=follow_up_on,
    )
    session.add(note)
    session.flush()
    return note.id


def _plain_note(session: Session, note_id: UUID) -> Note:
    note = session.get_one(Note, note_id)
    if note.kind is NoteKind.HEALTH:
        raise _about_health()
    return note


def _plain_document(session: Session, document_id: UUID) -> ClientDocument:
    document = session.get_one(ClientDocument, document_id)
    if document.kind is DocumentKind.MEDICAL:
        raise _about_health()
    return document


def _edit_document(document: ClientDocument, title: str, kind: DocumentKind, valid_until_on: date | None) -> None:
    if not clean_line(title):
        raise UserError("Type a title.", field="title")
    document.title, document.kind, document.valid_until_on = clean_line(title), kind, valid_until_on


def _delete_document(session: Session, document: ClientDocument) -> None:
    session.delete(document)
    session.flush()
    session.delete(session.get_one(Attachment, document.attachment_id))


def _about_health() -> NotAllowed:
    return NotAllowed(f"This is about health. It needs the right “{Right.HEALTH.label}”.")


def _checked(body: str) -> str:
    text = clean_text(body)
    if not text:
        raise UserError("Type the note first.", field="body")
    if len(text) > LONGEST_NOTE:
        raise UserError(f"A note has at most {LONGEST_NOTE:,} letters; this has {len(text):,}.", field="body")
    return text


def _notes(session: Session, client_id: UUID, which: sa.ColumnElement[bool]) -> tuple[ShownNote, ...]:
    columns = (Note.id, Note.kind, Note.body, Note.noted_at, Note.is_pinned, Note.follow_up_on)
    found = sa.select(*columns, User.first_name, User.last_name).outerjoin(User, User.id == Note.author_id)
    mine = found.where(Note.client_id == client_id, which).order_by(
        Note.is_pinned.desc(), Note.noted_at.desc(), Note.id.desc()
    )
    return tuple(
        ShownNote(
            row.id,
            row.kind,
            row.body,
            row.noted_at,
            full_name(row.first_name or "", row.last_name or ""),
            row.is_pinned,
            row.follow_up_on,
        )
        for row in session.execute(mine)
    )


def _documents(session: Session, client_id: UUID, which: sa.ColumnElement[bool]) -> tuple[ShownDocument, ...]:
    kind, today = ClientDocument, practice_today(session)
    file = (Attachment.content_hash, Attachment.name, Attachment.size_bytes, Attachment.media_type)
    found = sa.select(kind.id, kind.title, kind.kind, kind.created_at, kind.valid_until_on, *file)
    mine = found.join(Attachment, Attachment.id == kind.attachment_id).where(kind.client_id == client_id, which)
    return tuple(
        ShownDocument(
            row.id,
            row.title,
            row.kind,
            StoredFile(*row[5:]),
            row.created_at,
            row.valid_until_on,
            row.valid_until_on is not None and row.valid_until_on < today,
        )
        for row in session.execute(mine.order_by(kind.created_at.desc(), kind.id.desc()))
    )
