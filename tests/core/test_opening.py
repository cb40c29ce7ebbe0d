"""A practice is opened whole or refused with a sentence; what is refused is left as it was."""

import hashlib
import json
import os
import platform
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitwell_desktop.core import backup, migrate, opening
from fitwell_desktop.core import database as database_module
from fitwell_desktop.core.database import Database, connect
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import DamagedError, FolderError, InUseError, PracticeFolder
from fitwell_desktop.core.opening import MissingError, NewerError, create_practice, open_practice
from fitwell_desktop.media.attachments import Attachments

NOW = datetime(2026, 11, 5, 9, 14, tzinfo=UTC)


@pytest.fixture
def folder(empty_practice: Path, tmp_path: Path) -> PracticeFolder:
    folder = PracticeFolder(tmp_path / "practice")
    folder.create()
    shutil.copy(empty_practice, folder.database)
    return folder


def digest(folder: PracticeFolder) -> str:
    return hashlib.sha256(folder.database.read_bytes()).hexdigest()


def refused(folder: PracticeFolder, kind: type[FolderError]) -> str:
    """What the refusal says, once it is sure that it left the file alone."""
    before = digest(folder)
    with pytest.raises(kind) as caught:
        open_practice(folder, NOW)
    assert digest(folder) == before
    assert not (folder.path / "in-use.json").exists()
    return str(caught.value)


def set_form(folder: PracticeFolder, form: str) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (form,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_sound_practice_opens_and_closes_again_and_again(folder: PracticeFolder) -> None:
    for _ in range(2):
        practice = open_practice(folder, NOW)
        assert migrate.schema_of(practice.database) == migrate.SCHEMA
        practice.close()


def test_a_folder_that_was_moved_is_not_replaced_by_an_empty_practice(folder: PracticeFolder) -> None:
    moved = folder.path.with_name("elsewhere")
    folder.path.rename(moved)
    with pytest.raises(MissingError, match="choose where it is now"):
        open_practice(folder, NOW)
    assert not folder.path.exists()
    with pytest.raises(MissingError) as never_there:
        open_practice(PracticeFolder(folder.path / "typed" / "wrong"), NOW)
    assert "any more" not in str(never_there.value)
    open_practice(PracticeFolder(moved), NOW).close()


@pytest.mark.parametrize("size", [0, 1, 4096, 8192, 40_960])
def test_a_truncated_file_is_called_damaged(folder: PracticeFolder, size: int) -> None:
    folder.database.write_bytes(folder.database.read_bytes()[:size])
    assert "Restore the newest backup" in refused(folder, DamagedError)


@pytest.mark.parametrize("content", [b"PK\x03\x04" * 4096, b"\0" * 8192, b"SQLite format 3\0" + b"\xff" * 8176])
def test_another_kind_of_file_is_called_damaged(folder: PracticeFolder, content: bytes) -> None:
    folder.database.write_bytes(content)
    refused(folder, DamagedError)


def test_what_can_not_be_read_or_taken_is_said_in_a_sentence(folder: PracticeFolder) -> None:
    (folder.path / "in-use.json").mkdir()
    with pytest.raises(FolderError, match=r"can’t write to.*Your practice is untouched"):
        open_practice(folder, NOW)
    (folder.path / "in-use.json").rmdir()
    open_practice(folder, NOW).close()
    folder.database.unlink()
    folder.database.mkdir()
    with pytest.raises(FolderError, match=r"can’t be read.*Your practice is untouched"):
        open_practice(folder, NOW)


def test_another_programs_database_is_not_a_practice(folder: PracticeFolder) -> None:
    folder.database.unlink()
    with closing(connect(folder.database)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    assert "not a FitWell practice" in refused(folder, DamagedError)


def test_a_practice_that_another_program_holds_fast_is_not_called_damaged(
    folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "PATIENCE_S", 0.0)
    with closing(connect(folder.database)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        sentence = refused(folder, FolderError)
    assert "Another program holds" in sentence
    assert "backup" not in sentence
    open_practice(folder, NOW).close()


def test_a_practice_that_can_not_be_opened_for_want_of_room_is_not_called_damaged(folder: PracticeFolder) -> None:
    in_the_way = folder.path / "practice.db-wal"
    in_the_way.mkdir()
    sentence = refused(folder, FolderError)
    assert "can’t be opened" in sentence
    assert "backup" not in sentence


@pytest.mark.parametrize("form", ["0002", "9999", "later"])
def test_a_newer_practice_is_refused_before_anything_is_written(folder: PracticeFolder, form: str) -> None:
    set_form(folder, form)
    assert form in refused(folder, NewerError)
    assert list(folder.backups.iterdir()) == []


def test_a_newer_practice_that_was_killed_is_left_as_it_is_to_the_byte(folder: PracticeFolder, tmp_path: Path) -> None:
    killed = PracticeFolder(tmp_path / "killed")
    with closing(connect(folder.database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        shutil.copytree(folder.path, killed.path)
    log = killed.database.with_name("practice.db-wal")
    before = log.read_bytes()
    assert "0002" in refused(killed, NewerError)
    assert log.read_bytes() == before


def test_an_older_practice_is_copied_before_it_is_brought_up(
    folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "_upgrade", lambda database: None)
    set_form(folder, "0000")
    damaged = folder.media / "ab" / ("ab" * 32)
    damaged.parent.mkdir()
    damaged.write_bytes(b"not what it was")
    open_practice(folder, NOW).close()
    assert [path.name for path in folder.backups.iterdir()] == ["pre-upgrade-2026-11-05-091400.fwbackup"]


def test_a_file_that_is_damaged_while_it_is_brought_up_is_not_opened(
    folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_a_failing_disk(database: Database) -> None:
        with database.path.open("r+b") as file:
            file.seek(-65_536, 2)
            file.write(b"\xff" * 65_536)

    monkeypatch.setattr(migrate, "_upgrade", on_a_failing_disk)
    set_form(folder, "0000")
    with pytest.raises(DamagedError, match="written just before"):
        open_practice(folder, NOW)
    (copied,) = folder.backups.iterdir()
    assert backup.verify(copied).schema == "0000"


def test_a_second_opening_is_refused_and_the_first_goes_on(folder: PracticeFolder) -> None:
    first = open_practice(folder, NOW)
    with pytest.raises(InUseError, match="already open"):
        open_practice(folder, NOW)
    assert migrate.schema_of(first.database) == migrate.SCHEMA
    first.close()
    open_practice(folder, NOW).close()


LOOK = """
import sqlite3, sys
from contextlib import closing
with closing(sqlite3.connect(sys.argv[1])) as connection:
    print(connection.execute("SELECT count(*) FROM noted").fetchone()[0])
"""


def test_a_second_opening_takes_nothing_from_the_first_that_another_program_could_then_remove(
    folder: PracticeFolder,
) -> None:
    def seen_from_outside() -> int:
        return int(subprocess.check_output([sys.executable, "-c", LOOK, str(folder.database)], text=True))

    first = open_practice(folder, NOW)
    with first.database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE noted (at TEXT) STRICT")
    with pytest.raises(InUseError):
        open_practice(folder, NOW)
    assert seen_from_outside() == 0
    with first.database.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO noted VALUES ('now')")
    assert seen_from_outside() == 1
    first.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere every name is text")
def test_a_folder_whose_name_is_no_text_is_refused_in_a_sentence(folder: PracticeFolder, tmp_path: Path) -> None:
    odd = PracticeFolder(tmp_path / os.fsdecode(b"B\xfcro"))
    folder.path.rename(odd.path)
    with pytest.raises(FolderError, match=r"“.*B\ufffdro” holds bytes that are not text. Rename it"):
        open_practice(odd, NOW)
    with pytest.raises(UserError, match="Rename it"):
        opening.ensure_beginnable(odd)
    assert [path.name for path in odd.path.iterdir() if path.is_file()] == ["practice.db"]


def test_a_practice_that_another_computer_holds_is_refused(folder: PracticeFolder) -> None:
    (folder.path / "in-use.json").write_text(json.dumps({"host": "another-computer", "pid": 1}), "utf-8")
    with pytest.raises(InUseError, match="another-computer"):
        open_practice(folder, NOW)


def test_what_a_crash_left_in_the_log_is_there(folder: PracticeFolder, tmp_path: Path) -> None:
    database = Database(folder.database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE crash (confirmed TEXT) STRICT")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")
        crashed = PracticeFolder(tmp_path / "crashed")
        shutil.copytree(folder.path, crashed.path)
    database.close()
    assert crashed.database.with_name("practice.db-wal").stat().st_size
    practice = open_practice(crashed, NOW)
    with practice.database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM crash").scalar() == 0
    practice.close()


def test_after_a_crash_the_whole_file_is_read(folder: PracticeFolder) -> None:
    owner = folder.path / "in-use.json"
    owner.write_text(json.dumps({"host": platform.node(), "pid": 1}), "utf-8")
    open_practice(folder, NOW).close()
    with folder.database.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(b"\xff" * 4096)
    owner.write_text(json.dumps({"host": platform.node(), "pid": 1}), "utf-8")
    assert "Restore the newest backup" in refused(folder, DamagedError)


def test_a_new_practice_is_whole_or_not_there(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path / "new")

    def fail(database: Database) -> None:
        raise UserError("The name is missing.")

    with pytest.raises(UserError, match="name"):
        create_practice(folder, fail)
    assert not folder.holds_practice
    assert list(folder.path.glob("*.db*")) == []
    create_practice(folder, lambda database: None)
    open_practice(folder, NOW).close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the open files are told differently")
def test_a_new_practice_that_came_to_nothing_is_held_by_nobody(tmp_path: Path) -> None:
    held = list[str]()

    def fail(database: Database) -> None:
        with database.engine.connect():
            held.extend(open_files(tmp_path))
        raise UserError("The name is missing.")

    with pytest.raises(UserError, match="name"):
        create_practice(PracticeFolder(tmp_path), fail)
    assert held
    assert open_files(tmp_path) == []


def open_files(folder: Path) -> list[str]:
    """The databases in a folder that this program has open."""
    handles = Path("/proc/self/fd").iterdir()
    targets = [str(handle.readlink()) for handle in handles if handle.is_symlink()]
    return [target for target in targets if target.startswith(f"{folder}/") and ".db" in target]


@pytest.mark.skipif(os.name != "posix", reason="other systems can not be asked to keep a new name")
def test_a_new_practice_survives_a_power_cut_just_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, kept = PracticeFolder(tmp_path), list[bool]()
    sync = os.fsync

    def noted(handle: int) -> None:
        if os.fstat(handle).st_ino == folder.path.stat().st_ino:
            kept.append(folder.holds_practice)
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    create_practice(folder, lambda database: None)
    assert kept[-1:] == [True]


def test_a_new_practice_does_not_take_up_the_log_of_another(folder: PracticeFolder) -> None:
    folder.database.rename(folder.path / "moved by hand.db")
    log = folder.path / "practice.db-wal"
    log.write_bytes(b"what was written last")
    with pytest.raises(UserError, match=r"practice\.db-wal.*choose another folder"):
        create_practice(folder, lambda database: pytest.fail("nothing may be written"))
    assert log.read_bytes() == b"what was written last"


def test_a_new_practice_never_takes_the_place_of_another(folder: PracticeFolder) -> None:
    before = digest(folder)
    with pytest.raises(UserError, match="already"):
        create_practice(folder, lambda database: pytest.fail("nothing may be written"))
    assert digest(folder) == before


def test_what_an_interrupted_start_left_behind_does_no_harm(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path / "new")
    folder.create()
    (folder.path / opening.UNFINISHED).write_bytes(b"half a practice")
    create_practice(folder, lambda database: None)
    assert not (folder.path / opening.UNFINISHED).exists()
    open_practice(folder, NOW).close()


BACK_UP = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import fitwell_desktop.models
from fitwell_desktop.core import backup
from fitwell_desktop.core.folder import PracticeFolder
backup.verify = lambda *rest: (print("writing", flush=True), sys.stdin.read())
backup.back_up_by_itself(PracticeFolder(Path(sys.argv[1])), datetime.now(UTC))
"""


def test_what_a_killed_backup_left_is_gone_after_the_next_opening(folder: PracticeFolder) -> None:
    arguments = [sys.executable, "-c", BACK_UP, str(folder.path)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "writing\n"
        killed.kill()
    assert list(folder.backups.iterdir())
    (folder.path / ".restore-abcdefgh").mkdir()
    open_practice(folder, NOW).close()
    assert list(folder.backups.iterdir()) == []
    assert list(folder.path.glob(".restore-*")) == []


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_nobody_else_on_the_computer_can_read_a_practice(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        folder = PracticeFolder(tmp_path / "new")
        create_practice(folder, lambda database: None)
        practice = open_practice(folder, NOW)
        with practice.database.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE opened (once TEXT) STRICT")
            assert stat.S_IMODE(folder.database.with_name("practice.db-wal").stat().st_mode) == 0o600
        digest = Attachments(folder.media).take_bytes("waiver.txt", b"a waiver").digest
        made = [backup.back_up_by_itself(folder, NOW), backup.back_up(folder, tmp_path / "stick", NOW)]
        practice.close()
    finally:
        os.umask(before)
    for private in (folder.path, folder.media, folder.backups, folder.logs):
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
    for private in (folder.database, Attachments(folder.media).path(digest), *made):
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
