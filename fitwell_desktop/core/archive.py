"""A backup's file: a ZIP archive (`.fwbackup`) with `manifest.json`, `practice.db`, and attachments under `media/`.

Whoever reads one trusts nothing in it. What can't be read is told apart from what can't be written meanwhile: a full
disk does not make a backup a bad one.
"""

import errno
import hashlib
import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from fitwell_desktop.core.durable import private_file
from fitwell_desktop.core.errors import UserError

DATABASE = "practice.db"
MANIFEST = "manifest.json"
MEDIA_NAME = re.compile(r"media/[0-9a-f]{2}/([0-9a-f]{64})")
LARGEST_RATIO = 200
LARGEST_MANIFEST = 64 * 1024 * 1024
"""In bytes; that of a practice with 100,000 attachments has a third of it."""
BLOCK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, TypeError, EOFError, RuntimeError)


class BackupError(UserError):
    """Why a backup could not be made or used. The practice is as it was."""


class Manifest(Struct, frozen=True):
    """What a backup says of itself; `sha256` maps each file in it to its hash. `beside` names the attachments that it
    needs and does not hold: those of an automatic backup lie in the folder beside it.
    """

    made_at: str
    schema: str
    sha256: dict[str, str]
    beside: list[str] = []

    @property
    def media(self) -> list[str]:
        """The names of the attachments in it."""
        return [name for name in self.sha256 if name != DATABASE]


class Archive:
    """A backup that is being read."""

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self._path = path
        self._packed = packed
        with _readable(path):
            self._ensure_no_bomb()
            with packed.open(MANIFEST) as file:
                self.manifest = _manifest_in(file.read(LARGEST_MANIFEST))
            self._ensure_harmless()

    def extract(self, name: str, target: Path) -> None:
        """Write one file of it, which is on disk and checked when this returns."""
        with private_file(target) as file:
            for block in self._checked(name):
                file.write(block)
            file.flush()
            os.fsync(file.fileno())

    def ensure_whole(self, name: str) -> None:
        """Raise BackupError where one file of it is not what it was."""
        for _ in self._checked(name):
            pass

    def _checked(self, name: str) -> Iterator[bytes]:
        hashed = hashlib.sha256()
        with _readable(self._path), self._packed.open(name) as file:
            while block := file.read(BLOCK):
                hashed.update(block)
                yield block
        if hashed.hexdigest() != self.manifest.sha256[name]:
            raise BackupError(f"The backup “{self._path.name}” is damaged ({name}). Try an older one.")

    def _ensure_no_bomb(self) -> None:
        parts = self._packed.infolist()
        if any(part.file_size > LARGEST_RATIO * max(part.compress_size, 1) for part in parts):
            raise _foreign()
        if self._packed.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise _foreign()

    def _ensure_harmless(self) -> None:
        names = [info.filename for info in self._packed.infolist()]
        allowed = {MANIFEST, DATABASE, *self.manifest.media}
        strange = [name for name in self.manifest.media if hash_in(name) != self.manifest.sha256[name]]
        strange += [name for name in self.manifest.beside if not hash_in(name)]
        odd = set(names) != allowed or len(names) != len(allowed) or DATABASE not in self.manifest.sha256
        if strange or odd:
            raise _foreign()


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The backup, of which nothing is verified yet but its manifest and its names."""
    with _readable(path):
        packed = zipfile.ZipFile(path)
    with packed:
        yield Archive(path, packed)


def manifest_of(backup: Path) -> Manifest:
    """What the backup says of itself, not verified. Raises BackupError for a file that is none."""
    with opened(backup) as archive:
        return archive.manifest


def _manifest_in(content: bytes) -> Manifest:
    """What a manifest's JSON says. Raises ValueError or TypeError where it is none."""
    read = Manifest(**json.loads(content))
    datetime.fromisoformat(read.made_at)
    if (type(read.sha256), type(read.beside)) != (dict, list):
        raise TypeError("names and hashes are wanted")
    if not all(isinstance(word, str) for word in (read.schema, *read.sha256.values(), *read.beside)):
        raise TypeError("words are wanted")
    return read


def hash_in(name: str) -> str:
    """The hash that an attachment of this name must have; nothing for other names."""
    found = MEDIA_NAME.fullmatch(name)
    return found[1] if found else ""


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what reading a backup meets into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.EINVAL, None}:  # a broken directory points outside of the file
            raise _unsound(path) from error
        raise BackupError(f"The backup “{path}” can’t be read: {(error.strerror or str(error)).lower()}.") from error
    except _BROKEN as error:
        raise _unsound(path) from error


def _foreign() -> BackupError:
    return BackupError("The backup holds files that FitWell does not write. It was not used.")


def _unsound(path: Path) -> BackupError:
    return BackupError(f"“{path}” is not a sound FitWell backup. Try an older one.")
