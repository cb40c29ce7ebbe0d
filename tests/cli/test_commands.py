"""The commands of a terminal, each started as a user starts it: what they do, and what they refuse in a sentence."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fitwell_desktop import __version__
from fitwell_desktop.cli.soundness import faults_of
from fitwell_desktop.core.backup import back_up, back_up_by_itself
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import connect
from fitwell_desktop.core.folder import InUseError, PracticeFolder
from fitwell_desktop.core.opening import open_practice, restore_practice
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.sync.tidying import tidy
from fitwell_desktop.vocabulary import Right
from tests.checked_store import snapshot
from tests.cli.conftest import Said, contents, fitwell, fitwell_on_a_share
from tests.conftest import NOW

WORDS: dict[str, Callable[[PracticeFolder, Path], list[str | Path]]] = {
    "check": lambda folder, backup: ["check", folder.path],
    "backup": lambda folder, backup: ["backup", folder.path],
    "restore": lambda folder, backup: ["restore", backup, folder.path],
    "make-demo": lambda folder, backup: ["make-demo", folder.path],
}


@pytest.fixture(params=sorted(WORDS))
def words(request: pytest.FixtureRequest, folder: PracticeFolder, sound_backup: Path) -> list[str | Path]:
    """Each command in turn, about the practice."""
    made: list[str | Path] = WORDS[request.param](folder, sound_backup)
    return made


@pytest.fixture(scope="session")
def sound_backup(tiny_practice: Path) -> Path:
    """A backup of the tiny practice, outside of its folder."""
    return Path(fitwell("backup", tiny_practice, tiny_practice.with_name("safe")).answer)


def refused(said: Said, sentence: str) -> None:
    """The program said no, in one sentence on the right channel."""
    assert (said.code, said.answer) == (1, "")
    assert said.complaint.startswith("fitwell-desktop: ")
    assert sentence in said.complaint
    assert "\n" not in said.complaint


def set_form(folder: PracticeFolder, form: str) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (form,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def tables(folder: PracticeFolder) -> object:
    practice = open_practice(folder, NOW)
    try:
        return snapshot(practice.database)
    finally:
        practice.close()


def test_it_says_its_version_and_what_it_does_not_understand() -> None:
    assert fitwell("--version") == Said(0, f"FitWell {__version__}", "")
    assert fitwell("--dance").code == 2


def test_a_sound_practice_is_called_sound(folder: PracticeFolder) -> None:
    said = fitwell("check", folder.path)
    assert said == Said(0, f"The practice in “{folder.path}” is sound.", "")


def test_looking_whether_a_practice_is_sound_leaves_it_as_it_is(folder: PracticeFolder, tmp_path: Path) -> None:
    practice, killed = open_practice(folder, NOW), PracticeFolder(tmp_path / "killed")
    with practice.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE practice SET name = 'Written last'")
        connection.exec_driver_sql("DROP TABLE sqlite_stat1")
    shutil.copytree(folder.path, killed.path)
    practice.close()
    restored = PracticeFolder(tmp_path / "restored")
    assert fitwell("restore", back_up(folder, tmp_path / "safe", NOW), restored.path).code == 0
    for looked_at in (killed, folder, restored):
        before = contents(looked_at)
        assert fitwell("check", looked_at.path).code == 0
        assert contents(looked_at) == before


def test_what_was_backed_up_is_restored_to_the_last_row_and_file(folder: PracticeFolder, tmp_path: Path) -> None:
    backup = fitwell("backup", folder.path, tmp_path / "safe")
    assert backup.code == 0
    elsewhere = PracticeFolder(tmp_path / "new computer" / "practice")
    assert fitwell("restore", backup.answer, elsewhere.path).code == 0
    assert fitwell("check", elsewhere.path).code == 0
    assert tables(elsewhere) == tables(folder)
    media = [sorted(path.name for path in one.media.rglob("*") if path.is_file()) for one in (elsewhere, folder)]
    assert media[0] == media[1] != []


def test_restoring_keeps_what_was_there_before(folder: PracticeFolder, sound_backup: Path) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("UPDATE practice SET name = 'Kept aside'")
    said = fitwell("restore", sound_backup, folder.path)
    assert said.code == 0
    (aside,) = folder.replaced
    assert str(aside) in said.answer
    with closing(sqlite3.connect(aside / "practice.db")) as connection:
        assert connection.execute("SELECT name FROM practice").fetchone() == ("Kept aside",)


def test_a_demo_never_takes_the_place_of_a_practice(folder: PracticeFolder, untouched: Callable[[], bool]) -> None:
    assert untouched()
    refused(fitwell("make-demo", folder.path), "There is a practice in")
    assert untouched()


@pytest.mark.parametrize("command", ["check", "backup"])
def test_where_there_is_no_practice_nothing_is_made(command: str, tmp_path: Path) -> None:
    refused(fitwell(command, tmp_path / "nowhere"), "There is no practice in")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("damage", ["cut", "page", "foreign"])
def test_a_damaged_file_is_told_and_left_as_it_is(
    folder: PracticeFolder, untouched: Callable[[], bool], damage: str
) -> None:
    whole = folder.database.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    damaged = {
        "cut": whole[:middle],
        "page": whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :],
        "foreign": b"PK\x03\x04" + whole[4:],
    }
    folder.database.write_bytes(damaged[damage])
    assert untouched()
    refused(fitwell("check", folder.path), "damaged")
    refused(fitwell("backup", folder.path), "")
    assert untouched()
    assert list(folder.backups.iterdir()) == []


def test_a_backup_that_is_damaged_changes_nothing(
    folder: PracticeFolder, untouched: Callable[[], bool], sound_backup: Path, tmp_path: Path
) -> None:
    bent = tmp_path / "bent.fwbackup"
    data = bytearray(sound_backup.read_bytes())
    data[len(data) // 2] ^= 1
    bent.write_bytes(data)
    assert untouched()
    refused(fitwell("restore", bent, folder.path), "older one")
    refused(fitwell("restore", tmp_path / "nowhere.fwbackup", folder.path), "no such file")
    assert untouched()


def test_a_newer_versions_practice_is_left_to_it(folder: PracticeFolder, untouched: Callable[[], bool]) -> None:
    set_form(folder, "9999")
    assert untouched()
    refused(fitwell("check", folder.path), "newer version")
    assert untouched()


def test_a_newer_versions_backup_is_left_to_it(
    folder: PracticeFolder, untouched: Callable[[], bool], tiny_practice: Path, tmp_path: Path
) -> None:
    shutil.copytree(tiny_practice, tmp_path / "newer")
    newer = PracticeFolder(tmp_path / "newer")
    set_form(newer, "9999")
    backup = back_up(newer, tmp_path / "safe", NOW)
    assert untouched()
    refused(fitwell("restore", backup, folder.path), "newer version")
    assert untouched()


def test_a_folder_that_may_not_be_written_to_is_told(
    folder: PracticeFolder, words: list[str | Path], untouched: Callable[[], bool], tmp_path: Path
) -> None:
    if words[0] == "make-demo":
        words[1] = folder.path / "demo"
    assert untouched()
    folder.path.chmod(0o555)
    try:
        refused(fitwell(*words), "can’t write to")
    finally:
        folder.path.chmod(0o755)
    assert untouched()


def test_a_file_that_may_not_be_read_is_told(folder: PracticeFolder) -> None:
    folder.database.chmod(0)
    refused(fitwell("check", folder.path), "permission denied. Your practice is untouched.")


def test_a_network_drive_is_refused(
    folder: PracticeFolder, words: list[str | Path], untouched: Callable[[], bool]
) -> None:
    assert untouched()
    if words[0] == "make-demo":
        words[1] = folder.path / "demo"
    refused(fitwell_on_a_share(folder.path, *words), "is on a network drive (nfs4)")
    assert untouched()


def test_a_synchronised_folder_is_refused(folder: PracticeFolder, words: list[str | Path], tmp_path: Path) -> None:
    moved = PracticeFolder(tmp_path / "Dropbox" / "practice")
    moved.path.parent.mkdir()
    folder.path.rename(moved.path)
    before = contents(moved)
    words[-1] = moved.path / "demo" if words[0] == "make-demo" else moved.path
    refused(fitwell(*words), "is kept in step by Dropbox")
    assert contents(moved) == before


def test_nothing_that_is_done_to_an_open_practice_gives_its_lock_away(folder: PracticeFolder, tmp_path: Path) -> None:
    practice = open_practice(folder, NOW)
    made = back_up(folder, tmp_path / "stick", NOW)
    back_up_by_itself(folder, NOW)
    tidy(Store(practice.database, FixedClock(NOW), SignedIn(None, "Desk", frozenset(Right))), folder)
    assert faults_of(folder) == []
    for again in (lambda: open_practice(folder, NOW), lambda: restore_practice(made, folder, NOW)):
        with pytest.raises(InUseError):
            again()
    refused(fitwell("restore", made, folder.path), "already open in FitWell")
    practice.close()
    assert fitwell("restore", made, folder.path).code == 0
