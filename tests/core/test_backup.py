"""A backup holds all, is checked when it is written and when it is used, and restoring never harms what is there."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fitwell_desktop.core import kept_media
from fitwell_desktop.core.archive import BackupError
from fitwell_desktop.core.backup import DamagedMediaError, back_up, back_up_by_itself, verify
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database, connect
from fitwell_desktop.core.errors import Cancelled
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.restoring import Restored, restore
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.vocabulary import Right
from tests.core.test_store import add, first_names

NOW = datetime(2026, 11, 5, 9, 14, tzinfo=UTC)


@pytest.fixture
def folder(empty_practice: Path, tmp_path: Path) -> PracticeFolder:
    folder = PracticeFolder(tmp_path / "practice")
    folder.create()
    shutil.copy(empty_practice, folder.database)
    write(folder, "Ava")
    Attachments(folder.media).take_bytes("waiver.txt", b"a waiver")
    return folder


@contextmanager
def at_work(folder: PracticeFolder) -> Iterator[Store]:
    database = Database(folder.database)
    yield Store(database, FixedClock(NOW), SignedIn(None, "Desk", frozenset(Right)))
    database.close()


def write(folder: PracticeFolder, name: str) -> None:
    with at_work(folder) as store:
        store.do(add, name)


def names(folder: PracticeFolder) -> list[str]:
    with at_work(folder) as store:
        return store.ask(first_names)


def attachment(folder: PracticeFolder) -> Path:
    (only,) = (path for path in folder.media.rglob("*") if path.is_file())
    return only


def kept(folder: PracticeFolder) -> list[bytes]:
    """The copies that automatic backups share."""
    return [path.read_bytes() for path in (folder.backups / "media").rglob("*") if path.is_file()]


def altered(backup: Path, **changed: bytes) -> Path:
    """A second backup, as another program could write it: with other contents, and hashes that fit them."""
    made = backup.with_name("altered.fwbackup")
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(made, "w") as target:
        contents = {name: source.read(name) for name in source.namelist()}
        manifest = json.loads(contents.pop("manifest.json"))
        contents.update({name.replace("_", "."): content for name, content in changed.items()})
        manifest["sha256"] = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        for name, content in {**contents, "manifest.json": json.dumps(manifest).encode()}.items():
            target.writestr(name, content)
    return made


def test_a_backup_brings_back_the_data_and_the_attachments(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    assert backup.name == "complete-2026-11-05-091400.fwbackup"
    fresh = PracticeFolder(tmp_path / "new computer")
    assert restore(backup, fresh, NOW) == Restored(None, [])
    assert names(fresh) == ["Ava"]
    assert [p.read_bytes() for p in fresh.media.rglob("*") if p.is_file()] == [b"a waiver"]


@pytest.mark.parametrize("position", [60, 200, 400])
def test_a_damaged_backup_is_refused_and_the_practice_stays(
    folder: PracticeFolder, tmp_path: Path, position: int
) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    content = bytearray(backup.read_bytes())
    content[position] ^= 0x10
    backup.write_bytes(content)
    write(folder, "Liam")
    with pytest.raises(BackupError):
        restore(backup, folder, NOW)
    assert names(folder) == ["Ava", "Liam"]


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "media/../evil", "media/aa/CON", "notes.txt"])
def test_a_backup_with_a_foreign_name_in_it_is_not_unpacked(folder: PracticeFolder, tmp_path: Path, name: str) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    hostile = tmp_path / "hostile.fwbackup"
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(hostile, "w") as target:
        manifest = json.loads(source.read("manifest.json"))
        manifest["sha256"][name] = hashlib.sha256(b"evil").hexdigest()
        for member in source.namelist():
            target.writestr(member, json.dumps(manifest) if member == "manifest.json" else source.read(member))
        target.writestr(name, b"evil")
    with pytest.raises(BackupError):
        restore(hostile, PracticeFolder(tmp_path / "fresh"), NOW)
    assert not list(tmp_path.rglob("evil"))


def test_a_cancelled_backup_leaves_nothing_behind(folder: PracticeFolder, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        back_up(folder, tmp_path / "stick", NOW, progress=progress)
    assert list((tmp_path / "stick").iterdir()) == []


def test_restoring_makes_a_damaged_attachment_whole(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    attachment(folder).write_bytes(b"a wavier")
    restore(backup, folder, NOW)
    assert attachment(folder).read_bytes() == b"a waiver"


def test_a_damaged_attachment_is_named_and_all_else_is_backed_up(folder: PracticeFolder, tmp_path: Path) -> None:
    attachment(folder).write_bytes(b"a wavier")
    with pytest.raises(DamagedMediaError, match=attachment(folder).name):
        back_up(folder, tmp_path / "stick", NOW)
    (backup,) = (tmp_path / "stick").iterdir()
    assert verify(backup).media == []
    restore(backup, PracticeFolder(tmp_path / "new"), NOW)
    assert names(PracticeFolder(tmp_path / "new")) == ["Ava"]


def test_two_backups_can_be_restored_within_one_second(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    asides = [restore(backup, folder, NOW).aside for _ in range(3)]
    assert len(set(asides)) == 3
    assert folder.replaced == sorted(path for path in asides if path)


def test_a_backup_that_was_given_a_trigger_is_refused(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    foreign = tmp_path / "foreign.db"
    shutil.copy(folder.database, foreign)
    with closing(connect(foreign)) as connection:
        connection.execute("CREATE TRIGGER spy AFTER INSERT ON user BEGIN DELETE FROM invoice; END")
        connection.execute("PRAGMA journal_mode = DELETE")
    hostile = altered(backup, practice_db=foreign.read_bytes())
    with pytest.raises(BackupError, match="trigger spy"):
        restore(hostile, folder, NOW)
    assert folder.replaced == []


def test_a_backup_whose_data_has_another_form_than_it_says_is_refused(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    newer = tmp_path / "newer.db"
    shutil.copy(folder.database, newer)
    with closing(connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.execute("PRAGMA journal_mode = DELETE")
    with pytest.raises(BackupError, match="not what it says"):
        restore(altered(backup, practice_db=newer.read_bytes()), folder, NOW)


def test_a_backup_that_is_not_there_any_more_is_not_called_unsound(folder: PracticeFolder, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="can’t be read: no such file"):
        restore(tmp_path / "stick" / "gone.fwbackup", folder, NOW)


RESTORE = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
import fitwell_desktop.models
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.restoring import Restored, restore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    restore(Path(sys.argv[1]), PracticeFolder(Path(sys.argv[2])), datetime.now(UTC))
except UserError as error:
    print(error)
"""


def test_a_backup_that_the_disk_has_no_room_for_is_not_called_unsound(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    write(folder, "Liam")
    told = subprocess.run(
        [sys.executable, "-c", RESTORE, str(backup), str(folder.path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "could not be put into" in told.stdout, told.stderr
    assert "older" not in told.stdout
    assert names(folder) == ["Ava", "Liam"]


def test_automatic_backups_share_one_copy_of_an_attachment_and_bring_it_back(
    folder: PracticeFolder, tmp_path: Path
) -> None:
    first, second = (back_up_by_itself(folder, NOW + timedelta(minutes=15 * n)) for n in range(2))
    assert kept(folder) == [b"a waiver"]
    assert verify(first).beside == verify(second).beside == [attachment(folder).relative_to(folder.path).as_posix()]
    shutil.rmtree(folder.media)
    assert restore(second, folder, NOW).missing == []
    assert attachment(folder).read_bytes() == b"a waiver"
    elsewhere = PracticeFolder(tmp_path / "new computer")
    shutil.copytree(folder.backups, tmp_path / "stick")
    assert restore(tmp_path / "stick" / first.name, elsewhere, NOW).missing == []
    assert attachment(elsewhere).read_bytes() == b"a waiver"


def test_an_automatic_backup_alone_brings_back_the_data_and_tells_what_it_lacks(
    folder: PracticeFolder, tmp_path: Path
) -> None:
    backup = back_up_by_itself(folder, NOW)
    alone = shutil.copy(backup, tmp_path / "alone.fwbackup")
    elsewhere = PracticeFolder(tmp_path / "new computer")
    assert len(restore(Path(alone), elsewhere, NOW).missing) == 1
    assert names(elsewhere) == ["Ava"]


def test_an_attachment_that_was_damaged_since_is_taken_from_the_copy(folder: PracticeFolder, tmp_path: Path) -> None:
    automatic = back_up_by_itself(folder, NOW)
    attachment(folder).write_bytes(b"a wavier")
    complete = back_up(folder, tmp_path / "stick", NOW)
    restore(complete, PracticeFolder(tmp_path / "new"), NOW)
    assert attachment(PracticeFolder(tmp_path / "new")).read_bytes() == b"a waiver"
    restore(automatic, folder, NOW)
    assert attachment(folder).read_bytes() == b"a waiver"


def test_a_copy_that_the_disk_spoiled_is_made_anew_within_a_month(folder: PracticeFolder, tmp_path: Path) -> None:
    back_up_by_itself(folder, NOW)
    (copy,) = (path for path in (folder.backups / "media").rglob("*") if path.is_file())
    copy.write_bytes(b"a wavier")
    os.utime(copy, (NOW.timestamp(), NOW.timestamp()))
    back_up_by_itself(folder, NOW + timedelta(days=1))
    assert kept(folder) == [b"a wavier"], "it is not read each time"
    later = back_up_by_itself(folder, NOW + timedelta(days=31))
    assert kept(folder) == [b"a waiver"]
    attachment(folder).unlink()
    assert restore(later, folder, NOW).missing == []


def test_an_attachment_and_its_copy_that_are_both_spoiled_are_named(folder: PracticeFolder) -> None:
    back_up_by_itself(folder, NOW)
    (copy,) = (path for path in (folder.backups / "media").rglob("*") if path.is_file())
    for spoiled in (copy, attachment(folder)):
        spoiled.write_bytes(b"a wavier")
        os.utime(spoiled, (NOW.timestamp(), NOW.timestamp()))
    for day in (31, 32):
        with pytest.raises(DamagedMediaError, match=copy.name):
            back_up_by_itself(folder, NOW + timedelta(days=day))


def test_copies_go_when_the_last_backup_has_gone_that_needs_them(folder: PracticeFolder) -> None:
    backup = back_up_by_itself(folder, NOW)
    attachment(folder).unlink()
    assert kept_media.sweep(folder.backups) == 0
    backup.write_bytes(backup.read_bytes()[:-100])
    assert kept_media.sweep(folder.backups) == 0, "nobody can tell what a damaged one needs"
    backup.unlink()
    assert kept_media.sweep(folder.backups) == 1
    assert kept(folder) == []
