"""Backups: one file with the database and the attachments, verified after writing; and restoring by swap.

A backup is a ZIP archive (`.fwbackup`): `manifest.json`, `practice.db`, and the attachments under `media/`. Restoring
puts the old files aside and never writes over them, so that a power cut leaves the old practice or the new one.
"""

import hashlib
import json
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver

from fitwell_desktop.core.database import connect
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import REPLACED, PracticeFolder
from fitwell_desktop.core.progress import Progress

DATABASE = "practice.db"
MANIFEST = "manifest.json"
MEDIA_NAME = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{64}")
LARGEST_RATIO = 200
BLOCK = 1 << 20
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `sha256` maps each file in it to its hash."""

    made_at: str
    schema: str
    sha256: dict[str, str]


class BackupError(UserError):
    """Why a backup could not be made or used. The practice is as it was."""


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
    """
    with _explained(target):
        target.mkdir(parents=True, exist_ok=True)
        _ensure_room(folder, target)
        final = target / f"{label}-{now:%Y-%m-%d-%H%M%S}.fwbackup"
        with TemporaryDirectory(prefix=".backup-", dir=target) as scratch:
            copy = Path(scratch) / DATABASE
            _copy_database(folder.database, copy, key)
            unfinished = Path(scratch) / "unfinished.fwbackup"
            _pack(folder, copy, unfinished, now, key, progress or Progress())
            verify(unfinished, key)
            unfinished.replace(final)
        _sync_directory(target)
    return final


def verify(backup: Path, key: bytes | None = None) -> Manifest:
    """Read the backup through: every hash, and the database's integrity. Raises BackupError where anything is off."""
    with TemporaryDirectory(prefix="fitwell-verify-") as scratch:
        return _unpack(backup, Path(scratch), key)


def restore(backup: Path, folder: PracticeFolder, now: datetime, key: bytes | None = None) -> Path | None:
    """Put the backup in the place of the practice in `folder`, which must not be open. What was there is kept beside it:
    its new path is returned, or None where there was nothing.
    """
    folder.create()
    with TemporaryDirectory(prefix=".restore-", dir=folder.path) as scratch:
        _unpack(backup, Path(scratch), key)
        _settle(Path(scratch) / DATABASE, key)
        for name in (Path(scratch) / "media").rglob("*") if (Path(scratch) / "media").exists() else ():
            kept = folder.path / name.relative_to(scratch)
            if name.is_file() and not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                name.replace(kept)
        aside = _put_aside(folder, now)
        (Path(scratch) / DATABASE).replace(folder.database)
        _sync_directory(folder.path)
    return aside


def manifest_of(backup: Path) -> Manifest:
    """What the backup says of itself, not verified. Raises BackupError for a file that is none."""
    try:
        with zipfile.ZipFile(backup) as packed:
            return Manifest(**json.loads(packed.read(MANIFEST)))
    except _UNREADABLE as error:
        raise _unsound(backup) from error


def ensure_integrity(database: Path, key: bytes | None = None) -> str:
    """Read the whole database and check it; returns its schema. Raises BackupError with what was found."""
    try:
        with closing(connect(database, key, create=False)) as connection:
            faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            faults += [f"a {row[0]} entry refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
            schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except driver.Error as error:
        raise BackupError(f"The practice’s file is damaged ({error}). Restore the newest sound backup.") from error
    if faults:
        raise BackupError(f"The practice’s data is damaged ({'; '.join(faults[:3])}). Restore the newest sound backup.")
    return str(schema[0]) if schema else ""


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    """Turn what the system and the database say into a sentence."""
    try:
        yield
    except OSError as error:
        raise BackupError(
            f"No backup could be written to “{target}”: {(error.strerror or str(error)).lower()}."
        ) from error
    except driver.Error as error:
        raise BackupError(f"No backup could be written to “{target}”: {error}.") from error


def _unsound(backup: Path) -> BackupError:
    return BackupError(f"“{backup}” is not a sound FitWell backup. Try an older one.")


def _copy_database(source: Path, copy: Path, key: bytes | None) -> None:
    with closing(connect(source, key, create=False)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _pack(
    folder: PracticeFolder, database: Path, archive: Path, now: datetime, key: bytes | None, progress: Progress
) -> None:
    media = sorted(p for p in folder.media.rglob("*") if p.is_file() and MEDIA_NAME.fullmatch(_name_of(folder, p)))
    files = [(DATABASE, database), *((_name_of(folder, p), p) for p in media)]
    manifest = Manifest(now.isoformat(), ensure_integrity(database, key), {})
    with archive.open("wb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for name, path in progress.over(files, len(files), "Backing up"):
                manifest.sha256[name] = _hash_of(path)
                packed.write(path, name, zipfile.ZIP_STORED if name != DATABASE else None)
            packed.writestr(MANIFEST, json.dumps(asdict(manifest)))
        raw.flush()
        os.fsync(raw.fileno())


def _unpack(backup: Path, target: Path, key: bytes | None) -> Manifest:
    try:
        with zipfile.ZipFile(backup) as packed:
            manifest = Manifest(**json.loads(packed.read(MANIFEST)))
            _ensure_harmless(packed, manifest)
            for name, digest in manifest.sha256.items():
                packed.extract(name, target)
                if _hash_of(target / name) != digest:
                    raise BackupError(f"The backup “{backup.name}” is damaged ({name}). Try an older one.")
    except _UNREADABLE as error:
        raise _unsound(backup) from error
    ensure_integrity(target / DATABASE, key)
    return manifest


def _ensure_harmless(packed: zipfile.ZipFile, manifest: Manifest) -> None:
    names = [info.filename for info in packed.infolist()]
    allowed = {MANIFEST, *manifest.sha256}
    strange = [n for n in manifest.sha256 if n != DATABASE and not MEDIA_NAME.fullmatch(n)]
    inflated = [i for i in packed.infolist() if i.file_size > LARGEST_RATIO * max(i.compress_size, 1)]
    if strange or inflated or set(names) != allowed or len(names) != len(allowed) or DATABASE not in manifest.sha256:
        raise BackupError("The backup holds files that FitWell does not write. It was not used.")


def _settle(database: Path, key: bytes | None) -> None:
    """Leave the restored file with no write-ahead log of its own: an old log beside it would be read as its data."""
    with closing(connect(database, key, create=False)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with database.open("rb") as file:
        os.fsync(file.fileno())


def _put_aside(folder: PracticeFolder, now: datetime) -> Path | None:
    """Keep what is there under a second name, so that the one rename that follows is all that can be cut short."""
    if not folder.holds_practice:
        return None
    with suppress(driver.Error):  # a damaged or encrypted one keeps its log beside it
        _settle(folder.database, None)
    aside = folder.path / f"{REPLACED}{now:%Y-%m-%d-%H%M%S}"
    aside.mkdir()
    try:
        os.link(folder.database, aside / DATABASE)
    except OSError:  # a file system without links
        shutil.copy2(folder.database, aside / DATABASE)
    for suffix in ("-wal", "-shm"):
        part = folder.database.with_name(DATABASE + suffix)
        if part.exists():
            part.replace(aside / part.name)
    return aside


def _ensure_room(folder: PracticeFolder, target: Path) -> None:
    media = sum(p.stat().st_size for p in folder.media.rglob("*") if p.is_file())
    needed = 2 * folder.database.stat().st_size + media
    free = shutil.disk_usage(target).free
    if free < needed:
        raise BackupError(
            f"There is not enough room for a backup in “{target}”: {needed >> 20} MB are needed, {free >> 20} MB free."
        )


def _name_of(folder: PracticeFolder, path: Path) -> str:
    return path.relative_to(folder.path).as_posix()


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync_directory(path: Path) -> None:
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
