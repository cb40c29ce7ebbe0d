"""The attachments of automatic backups: each is copied once, to `media/` beside the backups, however many refer to it."""

import logging
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from fitwell_desktop.core.archive import BackupError, hash_in, hash_of, manifest_of
from fitwell_desktop.core.durable import private_file, sync_directory
from fitwell_desktop.core.folder import PracticeFolder

LOOKED_AT_EVERY = timedelta(days=30)
"""A copy is read through so often: a disk may spoil what nobody opens. When it was, its time of change tells."""
READ_AT_ONCE = 256 * 1024 * 1024
"""So many bytes of such copies are read beside one backup; the others wait for the next."""

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


def keep(folder: PracticeFolder, scratch: Path, now: datetime) -> tuple[list[str], list[str]]:
    """Copy what is new among the practice's attachments, and anew where a copy is found to be damaged. The names of all
    that are kept, and of those that are damaged.
    """
    kept, damaged = list[str](), list[str]()
    due = _due(folder.backups, now)
    for name in media_of(folder):
        source, place = folder.path / name, folder.backups / name
        known = place.exists() and (name not in due or is_whole(place))
        if known or (is_whole(source) and copied(source, scratch, place)):
            kept.append(name)
            if name in due or not known:
                os.utime(place, (now.timestamp(), now.timestamp()))
        else:
            damaged.append(name)
    return kept, damaged


def _due(backups: Path, now: datetime) -> set[str]:
    """The copies to be looked at again: those that were not for longest, and not more than are read in a moment."""
    due, size = set[str](), 0
    looked_at = {place: place.stat() for place in backups.glob("media/*/*")}
    for place, facts in sorted(looked_at.items(), key=lambda item: item[1].st_mtime):
        if abs(now.timestamp() - facts.st_mtime) > LOOKED_AT_EVERY.total_seconds() and size < READ_AT_ONCE:
            due.add(place.relative_to(backups).as_posix())
            size += facts.st_size
    return due


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
