"""Opening a practice and making a new one: each step comes before the next could do harm.

Folder → lock → what the file says of itself → form of the data → database. Whatever is wrong is raised as a
FolderError that says what to do; the files are then as they were, and nothing is held.
"""

import logging
import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from msgspec import Struct
from sqlalchemy.exc import DBAPIError

from fitwell_desktop.core import archive, backup, migrate, restoring
from fitwell_desktop.core.database import Database, connect, is_damage, look_at, trouble
from fitwell_desktop.core.durable import private_file, sync_directory
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import FolderError, InstanceLock, PracticeFolder, damaged, ensure_local, ensure_named
from fitwell_desktop.core.thinning import PRE_UPGRADE

_log = logging.getLogger(__name__)

UNFINISHED = "unfinished.db"
"""A new practice bears this name until it is whole."""


class MissingError(FolderError):
    """There is no practice where one was looked for."""


class NewerError(FolderError):
    """A newer version of the program has written the practice."""


class OpenPractice(Struct, frozen=True):
    """A practice that this program holds: nobody else can open it until `close`."""

    folder: PracticeFolder
    database: Database
    lock: InstanceLock

    def close(self) -> None:
        """Close the database and give the practice back."""
        try:
            self.database.close()
        finally:
            self.lock.release()


def open_practice(folder: PracticeFolder, now: datetime, key: bytes | None = None) -> OpenPractice:
    """Take the practice in the folder and bring its data to this program's form, after a verified backup."""
    _ensure_there(folder)
    folder.create()
    lock = InstanceLock(folder)
    lock.take()
    try:
        folder.ensure_sound()  # not before: where this very program has it open, closing the file would free its locks
        _clear_up(folder)
        ensure_readable_form(folder, key)
        if lock.crashed_before:
            _ensure_whole(folder, key)
        return OpenPractice(folder, _opened(folder, now, key), lock)
    except BaseException:
        lock.release()
        raise


def ensure_openable(folder: PracticeFolder) -> None:
    """Raise FolderError where the folder holds no practice, or may not be written to, or holds a broken one. Not for a
    practice that this program has open.
    """
    _ensure_there(folder)
    folder.ensure_sound()


def _ensure_there(folder: PracticeFolder) -> None:
    ensure_named(folder.path)
    if not folder.holds_practice:
        raise MissingError(
            f"There is no practice in “{folder.path}”. If it was moved or renamed, choose where it is now; if it is on "
            "another disk, connect that and try again."
        )
    ensure_local(folder.path)
    folder.ensure_writable()


def ensure_beginnable(folder: PracticeFolder) -> None:
    """Raise UserError, naming the field `folder`, where no new practice could begin. Nothing is written."""
    try:
        ensure_named(folder.path)
        _ensure_free(folder)
        ensure_local(folder.path)
    except FolderError as error:
        raise UserError(str(error), field="folder") from error
    above = next(path for path in (folder.path, *folder.path.parents) if path.exists())
    if not above.is_dir():
        raise UserError(f"“{above}” is a file. Choose a folder.", field="folder")
    if not os.access(above, os.W_OK | os.X_OK):
        raise UserError(f"FitWell may not write to “{above}”. Choose another folder.", field="folder")


def create_practice(folder: PracticeFolder, fill: Callable[[Database], object]) -> None:
    """Make a new practice and let `fill` write its first rows. It is there when it is whole, or not at all."""
    folder.create()
    lock = InstanceLock(folder)
    lock.take()
    try:
        _ensure_free(folder)
        _drop_unfinished(folder)
        private_file(folder.path / UNFINISHED).close()  # what SQLite makes beside it is as private as this
        _fill_anew(folder.path / UNFINISHED, fill)
        (folder.path / UNFINISHED).rename(folder.database)
        sync_directory(folder.path)
    finally:
        _drop_unfinished(folder)
        lock.release()


def restore_practice(
    source: Path, folder: PracticeFolder, now: datetime, key: bytes | None = None
) -> restoring.Restored:
    """Put a backup into the folder, which nobody may have open. What was there is kept aside.

    Raises FolderError or BackupError, with everything as it was, for a backup that can't be used.
    """
    _ensure_known(f"The backup “{source.name}”", archive.manifest_of(source).schema)
    folder.create()
    lock = InstanceLock(folder)
    lock.take()
    try:
        return restoring.restore(source, folder, now, key)
    finally:
        lock.release()


def ensure_readable_form(folder: PracticeFolder, key: bytes | None = None) -> None:
    """Raise FolderError where this program can't read the practice: broken, or newer than the program."""
    _ensure_known(f"The practice in “{folder.path}”", form_of(folder, key))


def form_of(folder: PracticeFolder, key: bytes | None = None) -> str:
    """The form of the practice's data, "0001", read without changing a byte. Raises FolderError where it has none."""
    try:
        with closing(look_at(folder.database, key)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except driver.Error as error:
        raise _unopened(folder, error) from error
    if not found:
        raise damaged(folder)
    return str(found[0])


def _ensure_known(what: str, form: str) -> None:
    if form > migrate.SCHEMA or not form.isdigit():
        raise NewerError(
            f"{what} was made by a newer version of FitWell (its data has form {form}, this program knows "
            f"{migrate.SCHEMA}). Nothing was changed. Install the newest FitWell, then start again."
        )


def _opened(folder: PracticeFolder, now: datetime, key: bytes | None) -> Database:
    database = Database(folder.database, key)
    try:
        migrate.upgrade(database, lambda: _copy_first(folder, now, key))
    except DBAPIError as error:
        database.engine.dispose()
        raise _unopened(folder, error) from error
    except BaseException:
        database.engine.dispose()
        raise
    return database


def _ensure_whole(folder: PracticeFolder, key: bytes | None) -> None:
    """Read the whole file, which takes a moment: what killed the program, a disk or the power, may have harmed it too."""
    try:
        with closing(connect(folder.database, key, create=False)) as connection:
            faults = backup.damage_in(connection)
    except driver.Error as error:
        raise _unopened(folder, error) from error
    if faults:
        _log.error("the practice is damaged: %s", "; ".join(faults[:3]))
        raise damaged(folder)


def _clear_up(folder: PracticeFolder) -> None:
    """Remove what a backup or a restore left that was killed: whoever holds the lock knows that nobody needs it."""
    for left in (*folder.backups.glob(f"{backup.SCRATCH}*"), *folder.path.glob(f"{restoring.SCRATCH}*")):
        shutil.rmtree(left, ignore_errors=True)


def _copy_first(folder: PracticeFolder, now: datetime, key: bytes | None) -> None:
    with suppress(backup.DamagedMediaError):  # no reason to keep the practice shut: all that is whole was kept
        backup.back_up_by_itself(folder, now, key, PRE_UPGRADE)


def _unopened(folder: PracticeFolder, error: DBAPIError | driver.Error) -> FolderError:
    """Only what is broken is called so: restoring a backup does not help against a full disk."""
    known = trouble(error)
    if is_damage(error) or not known:
        return damaged(folder)
    return FolderError(f"The practice in “{folder.path}” can’t be opened now. {known}")


def _ensure_free(folder: PracticeFolder) -> None:
    if folder.logs_of_database and not folder.holds_practice:
        raise UserError(
            f"In “{folder.path}” there is what another practice wrote last (“{folder.logs_of_database[0].name}”), but not "
            "that practice. Bring that back or restore a backup there, or choose another folder for the new one.",
            field="folder",
        )
    if folder.holds_practice:
        raise UserError(
            f"There is a practice in “{folder.path}” already. Open that one, or choose another folder for the new one.",
            field="folder",
        )


def _fill_anew(path: Path, fill: Callable[[Database], object]) -> None:
    """Make a database; whatever happens, nothing holds its file afterwards."""
    database = Database(path)
    try:
        migrate.upgrade(database, lambda: None)
        fill(database)
        database.close()
    finally:
        database.engine.dispose()


def _drop_unfinished(folder: PracticeFolder) -> None:
    for part in folder.path.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            part.unlink()
