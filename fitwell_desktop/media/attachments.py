"""The practice's media folder: files by the SHA-256 of their content, written so that a crash leaves nothing half done.

A file is there before a row refers to it: it is written aside, synced and renamed, then the row is committed. What no
row refers to is swept away later.
"""

import hashlib
import mimetypes
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from fitwell_desktop.core.durable import private_file, sync_directory
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.kept_media import is_whole
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.media.pictures import cleaned_picture, ensure_no_other_picture, picture_format

LARGEST = 200 * 1024 * 1024
LARGEST_PICTURE = 40 * 1024 * 1024
CHUNK = 1024 * 1024
GRACE_SECONDS = 24 * 3600
"""A file that nothing refers to is kept so long: its row may be about to be written, or its removal undone."""
INCOMING = "incoming"

_placing = threading.Lock()
"""A file that is taken again while the sweep looks at it must not go."""


class Attachments:
    """The files in one media folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, source: Path) -> StoredFile:
        """Take a copy of a file. Pictures are written anew, upright and without metadata.

        Raises UserError for what can't be read, is empty, or is larger than 200 MB, and for a picture that can't be
        written anew: it might tell where it was taken.
        """
        try:
            size = source.stat().st_size
            if not source.is_file():
                raise UserError(f"“{source.name}” is not a file.")
            check_size(source.name, size)
            with source.open("rb") as file:
                head = file.read(16)
                if picture_format(head):
                    check_picture_size(source.name, size)
                    return self.take_bytes(source.name, head + file.read())
                ensure_no_other_picture(source.name, head)
                file.seek(0)
                return self._keep(source.name, iter(lambda: file.read(CHUNK), b""), media_type(source.name))
        except OSError as error:
            raise UserError(f"“{source.name}” can’t be read: {error.strerror or error}.") from error

    def take_bytes(self, name: str, data: bytes) -> StoredFile:
        """Take content that is in memory already, under the rules of `take`."""
        check_size(name, len(data))
        if picture_format(data[:16]):
            check_picture_size(name, len(data))
            data, kind = cleaned_picture(data)
            return self._keep(name, iter((data,)), kind)
        ensure_no_other_picture(name, data[:16])
        return self._keep(name, iter((data,)), media_type(name))

    def path(self, digest: str) -> Path:
        """Where the content with that hash lies, or would lie."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError("not a SHA-256 in hex")
        return self.folder / digest[:2] / digest

    def read(self, digest: str) -> bytes:
        """The content with that hash. Raises UserError where it is gone or is not what it was."""
        try:
            data = self.path(digest).read_bytes()
        except FileNotFoundError:
            raise UserError("This file is missing from the practice’s media folder. A backup may have it.") from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise UserError("This file is damaged on the disk. A backup may have it whole.")
        return data

    def read_if_here(self, digest: str) -> bytes | None:
        """The content with that hash, if one is given and it is here: a paper without its logo is one, too."""
        place = self.path(digest) if digest else None
        return place.read_bytes() if place and place.is_file() else None

    def copy_to(self, digest: str, target: Path) -> None:
        """Write the content to a place of the user's own."""
        data = self.read(digest)
        try:
            target.write_bytes(data)
        except OSError as error:
            raise UserError(f"“{target.name}” can’t be written there: {error.strerror or error}.") from error

    def sweep(self, in_use: frozenset[str]) -> int:
        """Remove files, a day old at least, that nothing refers to; tells how many."""
        limit, swept = time.time() - GRACE_SECONDS, 0
        for path in self._files():
            with _placing, suppress(FileNotFoundError):  # what was being taken in has its own place by now
                if path.name not in in_use and path.stat().st_mtime < limit:
                    path.unlink()
                    swept += 1
        return swept

    def _files(self) -> Iterator[Path]:
        if self.folder.is_dir():
            yield from (path for part in self.folder.iterdir() if part.is_dir() for path in part.iterdir())

    def _keep(self, name: str, chunks: Iterator[bytes], kind: str) -> StoredFile:
        aside = self.folder / INCOMING / uuid4().hex
        aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            digest, size = _write_aside(aside, chunks)
            check_size(name, size)
            place = self.path(digest)
            with _placing:
                if not is_whole(place):
                    place.parent.mkdir(mode=0o700, exist_ok=True)
                    aside.replace(place)
                    sync_directory(place.parent)
                os.utime(place)  # the sweep counts its day from now
        finally:
            aside.unlink(missing_ok=True)
        return StoredFile(digest, name, size, kind)


def check_size(name: str, size: int) -> None:
    """Raise UserError for a file that is empty or too large."""
    if size == 0:
        raise UserError(f"“{name}” is empty.")
    if size > LARGEST:
        raise UserError(f"“{name}” has {size // 1_000_000} MB; a file has {LARGEST // 1024**2} MB at most.")


def check_picture_size(name: str, size: int) -> None:
    """Raise UserError for a picture that is too large to be written anew."""
    if size > LARGEST_PICTURE:
        most = LARGEST_PICTURE // 1024**2
        raise UserError(f"The picture “{name}” has {size // 1_000_000} MB; a picture has {most} MB at most.")


def media_type(name: str) -> str:
    """What a file holds, by its name's ending."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _write_aside(path: Path, chunks: Iterator[bytes]) -> tuple[str, int]:
    hashed, size = hashlib.sha256(), 0
    with private_file(path) as file:
        for chunk in chunks:
            hashed.update(chunk)
            size += len(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return hashed.hexdigest(), size
