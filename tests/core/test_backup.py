"""A backup holds all, is checked when it is written and when it is used, and restoring never harms what is there."""

import hashlib
import json
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitwell_desktop.core.backup import BackupError, back_up, restore, verify
from fitwell_desktop.core.database import connect
from fitwell_desktop.core.errors import Cancelled
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.progress import Progress

NOW = datetime(2026, 11, 5, 9, 14, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> PracticeFolder:
    folder = PracticeFolder(tmp_path / "practice")
    folder.create()
    with closing(connect(folder.database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
        connection.execute("CREATE TABLE client (name TEXT)")
    write(folder, "Ava")
    digest = hashlib.sha256(b"a waiver").hexdigest()
    kept = folder.media / digest[:2] / digest
    kept.parent.mkdir()
    kept.write_bytes(b"a waiver")
    return folder


def write(folder: PracticeFolder, name: str) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO client VALUES (?)", (name,))


def names(folder: PracticeFolder) -> list[str]:
    with closing(connect(folder.database)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM client")]


def test_a_backup_brings_back_the_data_and_the_attachments(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    assert backup.name == "practice-2026-11-05-091400.fwbackup"
    fresh = PracticeFolder(tmp_path / "new computer")
    assert restore(backup, fresh, NOW) is None
    assert names(fresh) == ["Ava"]
    assert [p.read_bytes() for p in fresh.media.rglob("*") if p.is_file()] == [b"a waiver"]


def test_restoring_keeps_what_was_there_and_no_old_log_mixes_in(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    open_elsewhere = connect(folder.database)  # keeps the write-ahead log alive, as a crashed program would
    open_elsewhere.execute("INSERT INTO client VALUES ('Liam')")
    aside = restore(backup, folder, NOW)
    open_elsewhere.close()
    assert names(folder) == ["Ava"]
    assert aside is not None
    assert names(PracticeFolder(aside)) == ["Ava", "Liam"]


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


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.fwbackup"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("practice.db", b"\0" * 50_000_000)
        target.writestr("manifest.json", json.dumps({"made_at": "", "schema": "", "sha256": {"practice.db": ""}}))
    with pytest.raises(BackupError, match="was not used"):
        verify(bomb)


def test_a_cancelled_backup_leaves_nothing_behind(folder: PracticeFolder, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        back_up(folder, tmp_path / "stick", NOW, progress=progress)
    assert list((tmp_path / "stick").iterdir()) == []
