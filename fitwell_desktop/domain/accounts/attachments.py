"""Files that were taken into the media folder, as rows that other rows refer to."""

from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import query
from fitwell_desktop.models.accounts import Attachment


class StoredFile(Struct, frozen=True):
    """A file in the media folder: the SHA-256 of its content in hex, its name, its size, its media type."""

    digest: str
    name: str
    size_bytes: int
    media_type: str


def attach(session: Session, stored: StoredFile, client_id: UUID | None = None) -> Attachment:
    """A row for a stored file, which the caller refers to; `client_id` is whom the file is about."""
    attachment = Attachment(
        client_id=client_id,
        content_hash=stored.digest,
        name=clean_line(stored.name) or "file",
        size_bytes=stored.size_bytes,
        media_type=stored.media_type,
    )
    session.add(attachment)
    session.flush()
    return attachment


def ensure_picture(stored: StoredFile) -> None:
    """Raise UserError where a stored file is no picture."""
    if not stored.media_type.startswith("image/"):
        raise UserError(f"“{stored.name}” is not a picture. Choose a PNG, JPEG or WebP file.")


@query()
def digests_in_use(session: Session) -> frozenset[str]:
    """The content that rows refer to; the media folder may lose all other."""
    return frozenset(session.scalars(sa.select(Attachment.content_hash).distinct()))
