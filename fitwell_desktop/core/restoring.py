"""Restoring a backup by swap: the old files are put aside and never written over, so that a power cut leaves the old
practice or the new one; or none, where the old one is damaged, and then it lies aside.
"""

import os
import shutil
from contextlib import closing, suppress
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver
from msgspec import Struct

from fitwell_desktop.core.archive import DATABASE, BackupError, opened
from fitwell_desktop.core.backup import explained, take_out
from fitwell_desktop.core.database import connect, is_damage, look_at, trouble
from fitwell_desktop.core.durable import sync_directory
from fitwell_desktop.core.folder import REPLACED, PracticeFolder
from fitwell_desktop.core.kept_media import copied, is_whole, settled, whole_one
from fitwell_desktop.core.schema_check import schema_differences

SCRATCH = ".restore-"


class Restored(Struct, frozen=True):
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
    with database.open("rb+") as file:
        os.fsync(file.fileno())


def _put_aside(folder: PracticeFolder, now: datetime, key: bytes | None) -> Path | None:
    """Keep what is there under a second name: all of it, or BackupError is raised and it is as it was."""
    if not folder.holds_practice and not folder.logs_of_database:
        return None
    whole = folder.holds_practice and _settled_if_sound(folder, key)
    aside = _free_place(folder, now)
    aside.mkdir(mode=0o700)
    try:
        if whole:
            _keep(folder.database, aside / DATABASE)  # the one rename that follows is all that can be cut short
        else:
            _move([folder.database, *folder.logs_of_database], aside)
    except OSError:
        if whole:
            (aside / DATABASE).unlink(missing_ok=True)
        with suppress(OSError):  # not where it holds what could not be moved back
            aside.rmdir()
        raise
    sync_directory(aside)
    return aside


def _settled_if_sound(folder: PracticeFolder, key: bytes | None) -> bool:
    """Fold the log of the old practice into its file. Whether it could be read; raises BackupError where it is sound,
    but somebody else has it in hand: its log may hold what nothing else does.
    """
    try:
        with closing(look_at(folder.database, key)) as connection:  # settling would fold the log into any file
            connection.execute("SELECT count(*) FROM sqlite_schema")
        _settle(folder.database, key)
    except driver.Error as error:
        if is_damage(error) or error.sqlite_errorcode & 0xFF == driver.SQLITE_IOERR:
            return False
        said = trouble(error) or error
        raise BackupError(f"The practice in “{folder.path}” can’t be put aside now. {said}") from error
    return not folder.logs_of_database


def _move(parts: list[Path], aside: Path) -> None:
    """Move what is damaged, the database first: cut short, this leaves no practice, and never one without its log. All
    stays in its place where one part can't be moved.
    """
    moved = list[Path]()
    try:
        for part in parts:
            if part.exists():
                part.rename(aside / part.name)
                moved.append(part)
    except OSError:
        for part in reversed(moved):
            (aside / part.name).rename(part)
        raise


def _free_place(folder: PracticeFolder, now: datetime) -> Path:
    first = folder.path / f"{REPLACED}{now:%Y-%m-%d-%H%M%S}"
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(place for place in chain((first,), others) if not place.exists())


def _keep(part: Path, second: Path) -> None:
    try:
        os.link(part, second)
    except OSError:  # a file system without links
        shutil.copy2(part, second)
        with second.open("rb+") as file:
            os.fsync(file.fileno())
