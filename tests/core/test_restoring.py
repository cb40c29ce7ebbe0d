"""Restoring takes the place of a practice at once: what was there is kept, whatever comes in between."""

import shutil
from pathlib import Path

import pytest

from fitwell_desktop.core import database as database_module
from fitwell_desktop.core import restoring
from fitwell_desktop.core.archive import BackupError
from fitwell_desktop.core.backup import back_up
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.restoring import restore
from tests.core.test_backup import NOW, at_work, names
from tests.core.test_store import add


@pytest.fixture
def folder(empty_practice: Path, tmp_path: Path) -> PracticeFolder:
    folder = PracticeFolder(tmp_path / "practice")
    folder.create()
    shutil.copy(empty_practice, folder.database)
    with at_work(folder) as store:
        store.do(add, "Ava")
    return folder


def killed(folder: PracticeFolder, name: str) -> PracticeFolder:
    """The practice as a program leaves it that is killed just after it has added a client."""
    left = PracticeFolder(folder.path.with_name("killed"))
    with at_work(folder) as store:
        store.do(add, name)
        shutil.copytree(folder.path, left.path)
    return left


def spoiled(folder: PracticeFolder) -> PracticeFolder:
    """The practice, with a file that nobody can read any more."""
    with folder.database.open("rb+") as file:
        file.write(b"\xff" * 100)
    return folder


def test_restoring_keeps_what_was_there_and_no_old_log_mixes_in(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    left = killed(folder, "Liam")
    aside = restore(backup, left, NOW).aside
    assert names(left) == ["Ava"]
    assert aside is not None
    assert names(PracticeFolder(aside)) == ["Ava", "Liam"]


def test_a_practice_that_another_program_reads_is_not_replaced(
    folder: PracticeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "PATIENCE_S", 0.0)
    backup = back_up(folder, tmp_path / "stick", NOW)
    with at_work(folder) as elsewhere:
        elsewhere.do(add, "Liam")
        with pytest.raises(BackupError, match="Another program holds"):
            restore(backup, folder, NOW)
    assert names(folder) == ["Ava", "Liam"]
    assert folder.replaced == []


@pytest.mark.parametrize("failing", ["practice.db", "practice.db-wal"])
def test_a_damaged_practice_that_can_not_be_moved_aside_stays_whole_in_its_place(
    folder: PracticeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    backup, left = back_up(folder, tmp_path / "stick", NOW), spoiled(killed(folder, "Liam"))
    before = [path.read_bytes() for path in (left.database, left.logs_of_database[0])]
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name == failing and path.parent == left.path:
            raise OSError("held fast")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(BackupError, match="held fast"):
        restore(backup, left, NOW)
    assert [path.read_bytes() for path in (left.database, left.logs_of_database[0])] == before
    assert left.replaced == []


def test_what_was_moved_aside_stays_there_where_the_disk_fails_just_after(
    folder: PracticeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, left = back_up(folder, tmp_path / "stick", NOW), spoiled(killed(folder, "Liam"))
    before = left.database.read_bytes()

    def fail(path: Path) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(restoring, "sync_directory", fail)
    with pytest.raises(BackupError, match="the disk is gone"):
        restore(backup, left, NOW)
    (aside,) = left.replaced
    assert PracticeFolder(aside).database.read_bytes() == before


class PowerCut(BaseException):
    """Ends whatever was being done."""


def test_a_power_cut_never_leaves_an_older_practice_that_opens(
    folder: PracticeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    left = spoiled(killed(folder, "Liam"))
    log = left.logs_of_database[0].read_bytes()
    replace = Path.replace

    def cut(path: Path, target: Path) -> Path:
        if target == left.database:
            raise PowerCut
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(PowerCut):
        restore(backup, left, NOW)
    monkeypatch.undo()
    assert not left.holds_practice
    assert left.logs_of_database == [], "it would be read as the data of what comes in the place"
    (aside,) = left.replaced
    assert PracticeFolder(aside).logs_of_database[0].read_bytes() == log
    restore(backup, left, NOW)
    assert names(left) == ["Ava"]


def test_a_log_without_its_practice_does_not_mix_with_what_is_restored(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = back_up(folder, tmp_path / "stick", NOW)
    left = killed(folder, "Liam")
    left.database.unlink()
    aside = restore(backup, left, NOW).aside
    assert names(left) == ["Ava"]
    assert aside is not None
    assert PracticeFolder(aside).logs_of_database
