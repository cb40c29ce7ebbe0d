"""A client's photo: a square picture in the media folder, shown beside the name."""

from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import command
from fitwell_desktop.domain.accounts.attachments import StoredFile, attach, ensure_picture
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.accounts import Attachment
from fitwell_desktop.vocabulary import Right


@command("Set photo", needs=Right.CLIENTS)
def set_photo(session: Session, client_id: UUID, stored: StoredFile) -> None:
    """Let a stored picture be the client's photo, in the place of the one before."""
    ensure_picture(stored)
    _replace(session, client_id, stored)


@command("Remove photo", needs=Right.CLIENTS)
def remove_photo(session: Session, client_id: UUID) -> None:
    """Show the client's initials again."""
    _replace(session, client_id, None)


def photo_of(session: Session, photo_id: UUID | None) -> str:
    """The SHA-256 of a photo's content, or nothing where there is none."""
    found = sa.select(Attachment.content_hash).where(Attachment.id == photo_id)
    return (session.scalar(found) or "") if photo_id else ""


def _replace(session: Session, client_id: UUID, stored: StoredFile | None) -> None:
    profile = finding.profile(session, client_id)
    before = profile.photo_id
    profile.photo_id = attach(session, stored, client_id).id if stored else None
    session.flush()
    if before:
        session.delete(session.get_one(Attachment, before))
