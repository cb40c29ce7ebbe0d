"""The attachments of automatic backups: each is copied once, to `media/` beside the backups, however many refer to it."""

import logging
import os
import shutil
from pathlib import Path

from fitwell_desktop.core.archive import BackupError, hash_in, hash_of, manifest_of
from fitwell_desktop.core.durable import private_file, sync_directory
from fitwell_desktop.core.folder import PracticeFolder

_log = logging.getLogger(__name__)


def media_of(folder: PracticeFolder) -> list[str]:
    """The names of the attachments in the practice's folder, sorted: "media/ab/abcd…"."""
    names = (path.relative_to(folder.path).as_posix() for path in folder.media.rglob("*") if path.is_file())
    return sorted(name for name in names if hash_in(name))


def is_whole(path: Path) -> bool:
    """Whether an attachment is there and is what its name says."""
    try:
        return hash_of(path) == path.name
    except OSError:  # gone, or on a bad spot of the disk
        return False


def whole_one(name: str, *places: Path) -> Path | None:
    """The attachment in the first of the places that has it whole."""
    return next((place / name for place in places if is_whole(place / name)), None)


def copied(source: Path, scratch: Path, place: Path) -> bool:
    """Copy an attachment to its place, by way of `scratch`. Whether it arrived whole; else nothing is there."""
    with source.open("rb") as content, private_file(scratch) as file:
        shutil.copyfileobj(content, file)
        file.flush()
        os.fsync(file.fileno())
    return hash_of(scratch) == place.name and settled(scratch, place)


def settled(scratch: Path, place: Path) -> bool:
    """Let what was written aside take its place, which a power cut does not undo."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch.replace(place)
    sync_directory(place.parent)
    return True


def keep(folder: PracticeFolder, scratch: Path) -> tuple[list[str], list[str]]:
    """Copy what is new among the practice's attachments. The names of all that are kept, and of those that are damaged."""
    kept, damaged = list[str](), list[str]()
    for name in media_of(folder):
        known = (folder.backups / name).exists()
        if known or (is_whole(folder.path / name) and copied(folder.path / name, scratch, folder.backups / name)):
            kept.append(name)
        else:
            damaged.append(name)
    return kept, damaged


def sweep(backups: Path) -> int:
    """Remove the copies that none of the backups refers to any more; tells how many."""
    try:
        needed = {name for backup in backups.glob("*.fwbackup") for name in manifest_of(backup).beside}
    except BackupError as error:
        _log.warning("copies of attachments were not swept: %s", error)  # that one may need any of them
        return 0
    names = {path.relative_to(backups).as_posix() for path in backups.glob("media/*/*")}
    for name in names - needed:
        (backups / name).unlink(missing_ok=True)
    return len(names - needed)
