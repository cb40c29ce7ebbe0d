"""Backups: one file with the database and the attachments, verified after writing."""

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver

from fitwell_desktop.core.archive import (
    DATABASE,
    MANIFEST,
    BackupError,
    Manifest,
    hash_in,
    hash_of,
    opened,
)
from fitwell_desktop.core.database import connect
from fitwell_desktop.core.folder import PracticeFolder, private_file
from fitwell_desktop.core.progress import Progress

SCRATCH = ".backup-"


class DamagedMediaError(BackupError):
    """A backup was written and is sound, but attachments are not in it, because they are damaged on the disk."""


def back_up(
    folder: PracticeFolder,
    target: Path,
    now: datetime,
    key: bytes | None = None,
    progress: Progress | None = None,
    label: str = "practice",
) -> Path:
    """Write a verified backup into the folder `target` and return its path, whose name begins with `label`. The
    practice may be open meanwhile.

    Raises DamagedMediaError, when all else is written, where attachments are damaged.
    """
    final = target / f"{label}-{now:%Y-%m-%d-%H%M%S}.fwbackup"
    with explained(f"No backup could be written to “{target}”"):
        target.mkdir(parents=True, exist_ok=True)
        _ensure_room(folder, target)
        with TemporaryDirectory(prefix=SCRATCH, dir=target) as scratch:
            copy = Path(scratch) / DATABASE
            _copy_database(folder.database, copy, key)
            unfinished = Path(scratch) / "unfinished.fwbackup"
            damaged = _pack(folder, copy, unfinished, now, key, progress or Progress())
            copy.unlink()
            verify(unfinished, key)
            unfinished.replace(final)
        sync_directory(target)
    if damaged:
        raise _without(damaged, final)
    return final


def verify(backup: Path, key: bytes | None = None) -> Manifest:
    """Read the backup through: every hash, and the database's integrity. Raises BackupError where anything is off."""
    with TemporaryDirectory(prefix=SCRATCH, dir=backup.parent) as scratch:
        return take_out(backup, Path(scratch) / DATABASE, key)


def take_out(backup: Path, database: Path, key: bytes | None = None) -> Manifest:
    """Verify the backup and leave its database at `database`."""
    with opened(backup) as archive:
        archive.extract(DATABASE, database)
        for name in archive.manifest.media:
            archive.ensure_whole(name)
    if ensure_integrity(database, key) != archive.manifest.schema:
        raise BackupError(f"The backup “{backup.name}” is not what it says that it is. It was not used.")
    return archive.manifest


def ensure_integrity(database: Path, key: bytes | None = None) -> str:
    """Read the whole database and check it; returns its schema. Raises BackupError with what was found."""
    try:
        with closing(connect(database, key, create=False)) as connection:
            faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            faults += [f"a {row[0]} entry refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
            schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except driver.Error as error:
        raise BackupError(f"The file can’t be read as a practice: {error}.") from error
    if faults:
        raise BackupError(f"The practice’s data is damaged: {'; '.join(faults[:3])}.")
    return str(schema[0]) if schema else ""


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn what the system and the database say into a sentence that begins with `what`."""
    try:
        yield
    except OSError as error:
        raise BackupError(f"{what}: {(error.strerror or str(error)).lower()}.") from error
    except driver.Error as error:
        raise BackupError(f"{what}: {error}.") from error


def sync_directory(path: Path) -> None:
    """Where the system can, let a new name in the folder survive a power cut."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_whole(path: Path) -> bool:
    """Whether an attachment is there and is what its name says."""
    try:
        return hash_of(path) == path.name
    except OSError:  # gone, or on a bad spot of the disk
        return False


def media_of(folder: PracticeFolder) -> list[str]:
    """The names of the attachments in the folder, sorted: "media/ab/abcd…"."""
    names = (path.relative_to(folder.path).as_posix() for path in folder.media.rglob("*") if path.is_file())
    return sorted(name for name in names if hash_in(name))


def _copy_database(source: Path, copy: Path, key: bytes | None) -> None:
    with closing(connect(source, key, create=False)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _pack(
    folder: PracticeFolder, database: Path, archive: Path, now: datetime, key: bytes | None, progress: Progress
) -> list[str]:
    """Write the archive; returns the names of the attachments that had to be left out."""
    media, damaged = media_of(folder), []
    manifest = Manifest(now.isoformat(), ensure_integrity(database, key), {DATABASE: hash_of(database)})
    with private_file(archive) as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.write(database, DATABASE)
            for name in progress.over(media, len(media) + 1, "Backing up"):
                if is_whole(folder.path / name):
                    packed.write(folder.path / name, name, zipfile.ZIP_STORED)
                    manifest.sha256[name] = hash_in(name)
                else:
                    damaged.append(name)
            packed.writestr(MANIFEST, json.dumps(asdict(manifest)))
        raw.flush()
        os.fsync(raw.fileno())
    return damaged


def _without(damaged: list[str], final: Path) -> DamagedMediaError:
    named = ", ".join(damaged[:3]) + (", …" if len(damaged) > 3 else "")
    return DamagedMediaError(
        f"The backup “{final.name}” was written, but without {len(damaged)} attachments that are damaged on the disk "
        f"({named}). An older backup may have them whole; have the disk looked at."
    )


def _ensure_room(folder: PracticeFolder, target: Path) -> None:
    media = sum(p.stat().st_size for p in folder.media.rglob("*") if p.is_file())
    needed = 2 * folder.database.stat().st_size + media
    free = shutil.disk_usage(target).free
    if free < needed:
        raise BackupError(
            f"There is not enough room for a backup in “{target}”: {needed >> 20} MB are needed, {free >> 20} MB free."
        )
