"""A practice's folder: where its parts lie, whether a practice may live there, and that only one program has it open."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitwell_desktop.core.durable import replace_file
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.file_systems import sync_service, the_network_behind

REPLACED = "replaced-"
"""So the folders begin in which a restored backup leaves what was there before."""
SQLITE_HEADER = b"SQLite format 3\x00"


class FolderError(UserError):
    """Why a practice can't be opened where it is. The files are as they were."""


class DamagedError(FolderError):
    """The practice's file is not what it should be; a backup helps."""


class InUseError(FolderError):
    """Another program has this practice open."""


@dataclass(frozen=True, slots=True)
class PracticeFolder:
    """The folder of one practice, which need not exist yet."""

    path: Path

    @property
    def database(self) -> Path:
        """The practice's database."""
        return self.path / "practice.db"

    @property
    def logs_of_database(self) -> list[Path]:
        """What SQLite left beside the database, and beside it alone may lie: its write-ahead log and that one's index."""
        beside = (self.database.with_name(f"{self.database.name}{suffix}") for suffix in ("-wal", "-shm"))
        return [log for log in beside if log.exists()]

    @property
    def media(self) -> Path:
        """Attachments, by the hash of their content."""
        return self.path / "media"

    @property
    def backups(self) -> Path:
        """Backups that the program makes by itself."""
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        """The program's log files."""
        return self.path / "logs"

    @property
    def replaced(self) -> list[Path]:
        """Where practices lie that restored backups took the place of."""
        return sorted(self.path.glob(f"{REPLACED}*"))

    @property
    def holds_practice(self) -> bool:
        """Whether there is a practice here, sound or not. Raises FolderError where nobody may look."""
        with _readable(self.path):
            return self.database.exists()

    def create(self) -> None:
        """Make the folder and its parts, for this user alone; raises FolderError where that can't be."""
        ensure_named(self.path)
        ensure_local(self.path)
        try:
            for part in (self.path, self.media, self.backups, self.logs):
                part.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise FolderError(
                f"FitWell can’t write to “{self.path}”: {_reason(error)}. Choose another folder."
            ) from error
        self.ensure_writable()

    def ensure_writable(self) -> None:
        """Raise FolderError where nothing can be written, before anything is tried on the practice itself."""
        probe = self.path / f".write-test-{os.getpid()}"
        try:
            probe.write_bytes(b"FitWell")
            probe.unlink()
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def ensure_sound(self) -> None:
        """Raise DamagedError if the practice's file can be seen not to be one. An encrypted file shows no header."""
        with _readable(self.database):
            with self.database.open("rb") as file:
                header = file.read(len(SQLITE_HEADER))
            size = self.database.stat().st_size
        if len(header) < len(SQLITE_HEADER) or size % 512 or size < 4096:
            raise damaged(self)


def damaged(folder: PracticeFolder) -> DamagedError:
    """The sentence for a practice's file that can't be read."""
    return DamagedError(
        f"The practice in “{folder.path}” can’t be read: its file is damaged or not a FitWell practice. "
        f"It was left as it is. Restore the newest backup from “{folder.backups}”."
    )


def ensure_named(path: Path) -> None:
    """Raise FolderError for a folder whose name is no text, as on Linux it may be: it could be neither kept nor shown."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        shown = os.fsencode(path).decode(errors="replace")
        raise FolderError(
            f"The name of the folder “{shown}” holds bytes that are not text. Rename it, or choose another folder."
        ) from error


def ensure_local(path: Path) -> None:
    """Raise FolderError for a place that several computers write to: a network drive or a synchronised folder."""
    network = the_network_behind(path)
    if network:
        raise FolderError(
            f"“{path}” is on a network drive ({network}). A practice needs a disk of this computer, because two computers "
            "writing at once would damage it. Choose a local folder; backups may go to the network."
        )
    service = sync_service(path)
    if service:
        raise FolderError(
            f"“{path}” is kept in step by {service}, which copies files while they are being written and would damage the "
            "practice. Choose a folder outside of it; backups may go there."
        )


class InstanceLock:
    """Held while a practice is open: SQLite's own lock, on an empty file beside the practice. The system frees it when
    the program dies, however it dies.

    Nothing else may open `practice.lock`, were it only to copy it: on Linux and macOS a program loses its locks on a file
    as soon as it closes any handle of that file. What is copied, hashed or swept here goes by name, and never by "*".
    """

    def __init__(self, folder: PracticeFolder) -> None:
        self._owner = folder.path / "in-use.json"
        self._file = folder.path / "practice.lock"
        self._held: Any = None
        self.crashed_before = False

    def take(self) -> None:
        """Take the practice; raises InUseError when another program, here or elsewhere, has it."""
        owner = self._read_owner()
        if not self._lock():
            raise InUseError(
                f"This practice is already open in FitWell (process {owner.get('pid', 'unknown')}). Where you have just "
                "closed it, it is still being backed up: try again in a moment."
            )
        host = owner.get("host")
        if host and host != _computer():
            self._unlock()
            raise InUseError(
                f"This practice was opened on the computer “{host}” and not closed there. If FitWell is not running "
                f"on it any more, delete the file “{self._owner}” and start again."
            )
        self.crashed_before = self._owner.exists()  # also where it was torn
        try:
            replace_file(self._owner, json.dumps({"host": _computer(), "pid": os.getpid()}).encode())
        except OSError as error:
            self._unlock()
            raise _unwritable(self._owner.parent, error) from error

    def release(self) -> None:
        """Give the practice back."""
        try:
            self._owner.unlink(missing_ok=True)
        finally:
            self._unlock()

    def _lock(self) -> bool:
        """Whether nobody else has it. It is taken on the thread that opens the practice and given back on the window's."""
        import sqlcipher3.dbapi2 as driver  # not before a practice is opened: the window does not wait for it

        try:
            self._held = driver.connect(self._file, timeout=0, isolation_level=None, check_same_thread=False)
            self._held.execute("PRAGMA journal_mode = MEMORY")  # nothing is written, so no file is needed for that
            self._held.execute("BEGIN EXCLUSIVE")
        except driver.DatabaseError as error:
            self._unlock()
            if error.sqlite_errorcode == driver.SQLITE_NOTADB:
                raise FolderError(
                    f"“{self._file}” is not FitWell’s; another program has written it. Delete that file, then start again."
                ) from error
            if error.sqlite_errorcode != driver.SQLITE_BUSY:
                raise _unwritable(self._file, OSError(str(error))) from error
            return False
        return True

    def _unlock(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    def _read_owner(self) -> dict[str, object]:
        try:
            owner = json.loads(self._owner.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return owner if isinstance(owner, dict) else {}


def _computer() -> str:
    import platform  # not before a practice is opened

    return platform.node()


def _unwritable(path: Path, error: OSError) -> FolderError:
    return FolderError(
        f"FitWell can’t write to “{path}”: {_reason(error)}. "
        "Your practice is untouched. Free some space or mend the folder’s permissions, then start again."
    )


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderError(
            f"“{path}” can’t be read: {_reason(error)}. "
            "Your practice is untouched. Mend its permissions or look at the disk, then start again."
        ) from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
