"""The demo's few files: kept in the media folder by the hash of their content, each written once."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from fitwell_desktop.demo.rows import Id, Rows
from fitwell_desktop.models.accounts import Attachment


class File(Struct, frozen=True):
    """A file that lies in the media folder."""

    digest: str
    size: int
    media_type: str


@dataclass(slots=True)
class Media:
    """Writes files below `folder` and rows that refer to them."""

    folder: Path
    rows: Rows
    _kept: set[str] = field(default_factory=set)

    def keep(self, content: bytes, media_type: str) -> File:
        """Put the content into the folder."""
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._kept:
            path = self.folder / digest[:2] / digest
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            self._kept.add(digest)
        return File(digest, len(content), media_type)

    def attach(self, file: File, name: str, at: datetime, by: Id | None = None, client_id: Id | None = None) -> Id:
        """A row that refers to the file, for the client whom it is about."""
        return self.rows.add(
            Attachment, at, by,
            client_id=client_id, content_hash=file.digest, name=name, size_bytes=file.size, media_type=file.media_type,
        )  # fmt: skip
