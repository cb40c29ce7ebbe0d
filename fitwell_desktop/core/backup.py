"""Backups, verified after writing. One that a person asks for is one complete file. One that the program makes by
itself is the database alone: attachments never change, and each is kept once beside the backups that need it.
"""

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3.dbapi2 as driver
from msgspec.structs import asdict

from fitwell_desktop.core.archive import (
    DATABASE,
    MANIFEST,
    BackupError,
    Manifest,
    hash_in,
    hash_of,
    opened,
)
from fitwell_desktop.core.database import connect, look_at
from fitwell_desktop.core.durable import private_file, sync_directory
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.kept_media import keep, media_of, whole_one
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.thinning import AUTOMATIC, COMPLETE

SCRATCH = ".backup-"

Attach = Callable[[zipfile.ZipFile, Manifest, Path], list[str]]
"""Puts the attachments where they belong and into the manifest; returns the names of those that are damaged."""


class DamagedMediaError(BackupError):
    """A backup was written and is sound, but attachments are not in it, because they are damaged on the disk."""


def back_up(
    folder: PracticeFolder, target: Path, now: datetime, key: bytes | None = None, progress: Progress | None = None
) -> Path:
    """Write a complete backup into the folder `target` and return its path. The practice may be open meanwhile.

    Raises DamagedMediaError, when all else is written, where attachments are damaged.
    """

    def attach(packed: zipfile.ZipFile, manifest: Manifest, scratch: Path) -> list[str]:
        return _pack_media(folder, packed, manifest, progress or Progress())

    return _written(folder, target / _name(COMPLETE, now), now, key, media_of(folder), attach)


def back_up_by_itself(folder: PracticeFolder, now: datetime, key: bytes | None = None, label: str = AUTOMATIC) -> Path:
    """Write a backup beside the others of the practice, which share the copies of its attachments; as `back_up`."""

    def attach(packed: zipfile.ZipFile, manifest: Manifest, scratch: Path) -> list[str]:
        kept, damaged = keep(folder, scratch / "attachment", now)
        manifest.beside.extend(kept)
        return damaged

    fresh = [name for name in media_of(folder) if not (folder.backups / name).exists()]
    return _written(folder, folder.backups / _name(label, now), now, key, fresh, attach)


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
        with closing(look_at(database, key)) as connection:
            faults = damage_in(connection)
            faults += [f"a {row[0]} entry refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
            schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except driver.Error as error:
        raise BackupError(f"The practice’s file is damaged ({error}). Restore the newest sound backup.") from error
    if faults:
        raise BackupError(f"The practice’s data is damaged ({'; '.join(faults[:3])}). Restore the newest sound backup.")
    return str(schema[0]) if schema else ""


def damage_in(connection: Any) -> list[str]:
    """What is broken in the file, once all of it has been read."""
    return [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn what the system and the database say into a sentence that begins with `what`."""
    try:
        yield
    except OSError as error:
        raise BackupError(f"{what}: {(error.strerror or str(error)).lower()}.") from error
    except driver.Error as error:
        raise BackupError(f"{what}: {error}.") from error


def _copy_database(source: Path, copy: Path, key: bytes | None) -> None:
    with closing(connect(source, key, create=False)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _written(
    folder: PracticeFolder, final: Path, now: datetime, key: bytes | None, media: list[str], attach: Attach
) -> Path:
    target = final.parent
    with explained(f"No backup could be written to “{target}”"):
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _ensure_room(folder, target, media)
        with TemporaryDirectory(prefix=SCRATCH, dir=target) as scratch:
            copy = Path(scratch) / DATABASE
            _copy_database(folder.database, copy, key)
            manifest = Manifest(now.isoformat(), ensure_integrity(copy, key), {DATABASE: hash_of(copy)})
            unfinished = Path(scratch) / "unfinished.fwbackup"
            damaged = _pack(unfinished, copy, manifest, attach)
            copy.unlink()
            verify(unfinished, key)
            unfinished.replace(final)
        sync_directory(target)
    if damaged:
        raise _without(damaged, final)
    return final


def _pack(archive: Path, database: Path, manifest: Manifest, attach: Attach) -> list[str]:
    """Write the archive; returns the names of the attachments that are damaged."""
    with private_file(archive) as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.write(database, DATABASE)
            damaged = attach(packed, manifest, archive.parent)
            packed.writestr(MANIFEST, json.dumps(asdict(manifest)))
        raw.flush()
        os.fsync(raw.fileno())
    return damaged


def _pack_media(folder: PracticeFolder, packed: zipfile.ZipFile, manifest: Manifest, progress: Progress) -> list[str]:
    names, damaged = media_of(folder), []
    for name in progress.over(names, len(names), "Backing up"):
        whole = whole_one(name, folder.path, folder.backups)
        if whole:
            packed.write(whole, name, zipfile.ZIP_STORED)
            manifest.sha256[name] = hash_in(name)
        else:
            damaged.append(name)
    return damaged


def _name(label: str, now: datetime) -> str:
    return f"{label}-{now:%Y-%m-%d-%H%M%S}.fwbackup"


def _without(damaged: list[str], final: Path) -> DamagedMediaError:
    named = ", ".join(damaged[:3]) + (", …" if len(damaged) > 3 else "")
    return DamagedMediaError(
        f"The backup “{final.name}” was written, but without {len(damaged)} attachments that are damaged on the disk "
        f"({named}). An older backup may have them whole; have the disk looked at."
    )


def _ensure_room(folder: PracticeFolder, target: Path, media: list[str]) -> None:
    needed = 2 * folder.database.stat().st_size + sum((folder.path / name).stat().st_size for name in media)
    free = shutil.disk_usage(target).free
    if free < needed:
        raise BackupError(
            f"There is not enough room for a backup in “{target}”: {needed >> 20} MB are needed, {free >> 20} MB free."
        )
