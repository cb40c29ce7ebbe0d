"""Restoring a backup by swap: the old files are put aside and never written over, so that a power cut leaves the old
practice or the new one.
"""

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver

from fitwell_desktop.core.archive import DATABASE, BackupError, opened
from fitwell_desktop.core.backup import explained, take_out
from fitwell_desktop.core.database import connect
from fitwell_desktop.core.folder import REPLACED, PracticeFolder
from fitwell_desktop.core.kept_media import copied, is_whole, settled, sync_directory, whole_one
from fitwell_desktop.core.schema_check import schema_differences

SCRATCH = ".restore-"


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the practice has gone that was there before, if there was one, and which attachments could not be found."""

    aside: Path | None
    missing: list[str]


def restore(backup: Path, folder: PracticeFolder, now: datetime, key: bytes | None = None) -> Restored:
    """Put the backup in the place of the practice in `folder`, which must not be open. What was there is kept beside it.
    Attachments that are damaged there become whole.
    """
    folder.create()
    with (
        explained(f"The backup could not be put into “{folder.path}”"),
        TemporaryDirectory(prefix=SCRATCH, dir=folder.path) as scratch,
    ):
        fresh = Path(scratch) / DATABASE
        manifest = take_out(backup, fresh, key)
        _ensure_ours(backup, fresh, manifest.schema, key)
        missing = _bring_media(backup, folder, Path(scratch) / "attachment")
        _settle(fresh, key)
        aside = _put_aside(folder, now, key)
        fresh.replace(folder.database)
        sync_directory(folder.path)
    return Restored(aside, missing)


def _ensure_ours(backup: Path, database: Path, form: str, key: bytes | None) -> None:
    """A database may bring its own triggers: they would run with whatever FitWell writes."""
    differences = schema_differences(database, key, form)
    if differences:
        raise BackupError(
            f"The backup “{backup.name}” was altered by another program ({differences[0]}). It was not used."
        )


def _bring_media(backup: Path, folder: PracticeFolder, scratch: Path) -> list[str]:
    """Bring the attachments that are missing or damaged; returns the names of those that are nowhere."""
    with opened(backup) as archive:
        for name in archive.manifest.media:
            if not is_whole(folder.path / name):
                archive.extract(name, scratch)
                settled(scratch, folder.path / name)
        sought = [name for name in archive.manifest.beside if not is_whole(folder.path / name)]
    kept = {name: whole_one(name, backup.parent, folder.backups) for name in sought}
    return [n for n, source in kept.items() if not (source and copied(source, scratch, folder.path / n))]


def _settle(database: Path, key: bytes | None) -> None:
    """Leave the restored file with no write-ahead log of its own: an old log beside it would be read as its data."""
    with closing(connect(database, key, create=False)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with database.open("rb") as file:
        os.fsync(file.fileno())


def _put_aside(folder: PracticeFolder, now: datetime, key: bytes | None) -> Path | None:
    """Keep what is there under a second name, so that the one rename that follows is all that can be cut short."""
    if not folder.holds_practice:
        return None
    with suppress(driver.Error):  # a damaged one keeps its log beside it
        _settle(folder.database, key)
    logs = [
        log for log in (folder.database.with_name(DATABASE + suffix) for suffix in ("-wal", "-shm")) if log.exists()
    ]
    aside = _free_place(folder, now)
    aside.mkdir(mode=0o700)
    try:
        for part in (folder.database, *logs):
            _keep(part, aside / part.name)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    for log in logs:
        log.unlink()
    return aside


def _free_place(folder: PracticeFolder, now: datetime) -> Path:
    first = folder.path / f"{REPLACED}{now:%Y-%m-%d-%H%M%S}"
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(place for place in chain((first,), others) if not place.exists())


def _keep(part: Path, second: Path) -> None:
    try:
        os.link(part, second)
    except OSError:  # a file system without links
        shutil.copy2(part, second)
