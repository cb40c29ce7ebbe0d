"""Where a practice may live, who may open it, and what is said where it may not."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from fitwell_desktop.core import file_systems
from fitwell_desktop.core.file_systems import file_system_of, sync_service
from fitwell_desktop.core.folder import (
    DamagedError,
    FolderError,
    InstanceLock,
    InUseError,
    PracticeFolder,
    ensure_local,
)

HOLD = """
import sys, time
from pathlib import Path
from fitwell_desktop.core.folder import InstanceLock, PracticeFolder
lock = InstanceLock(PracticeFolder(Path(sys.argv[1])))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


def test_a_folder_is_made_with_its_parts(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path / "Studio Süd")
    folder.create()
    assert {p.name for p in folder.path.iterdir()} == {"media", "backups", "logs"}
    assert not folder.holds_practice


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "practice").write_text("not a folder")
    with pytest.raises(FolderError, match="Choose another folder"):
        PracticeFolder(tmp_path / "practice").create()


@pytest.mark.parametrize("content", [b"", b"SQLite", b"x" * 5000, b"SQLite format 3\0" + b"\0" * 600])
def test_a_file_that_is_no_database_is_called_damaged_and_left_alone(tmp_path: Path, content: bytes) -> None:
    folder = PracticeFolder(tmp_path)
    folder.database.write_bytes(content)
    with pytest.raises(DamagedError, match="Restore the newest backup"):
        folder.ensure_sound()
    assert folder.database.read_bytes() == content


def test_the_longest_mount_point_decides() -> None:
    mounts = [("/", "ext4"), ("/tmp", "nfs4"), ("/tmp/local", "ext4"), ("/tmpfiles", "cifs")]
    assert file_system_of(Path("/tmp/practice"), mounts) == "nfs4"
    assert file_system_of(Path("/tmp/local/practice"), mounts) == "ext4"
    assert file_system_of(Path("/srv"), mounts) == "ext4"


def test_a_share_that_is_mounted_on_demand_is_seen_through() -> None:
    mounts = [("/", "ext4"), ("/tmp", "autofs"), ("/tmp", "nfs4")]
    assert file_system_of(Path("/tmp/practice"), mounts) == "nfs4"


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smbfs", "afpfs", "fuse.sshfs"])
def test_every_kind_of_share_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str) -> None:
    monkeypatch.setattr(file_systems, "_mounts", lambda: [("/", kind)])
    with pytest.raises(FolderError, match=f"network drive .{kind}."):
        ensure_local(tmp_path)


@pytest.mark.parametrize("part", ["OneDrive", "OneDrive - Studio", "Dropbox", "Dropbox (Personal)", "iCloud Drive"])
def test_a_synchronised_folder_is_refused_with_the_service_named(tmp_path: Path, part: str) -> None:
    with pytest.raises(FolderError, match="copies files while they are being written"):
        ensure_local(tmp_path / part / "FitWell")


def test_a_folder_that_only_sounds_like_a_service_is_fine() -> None:
    assert sync_service(Path("/srv/Dropboxes and crates")) == ""


def test_a_second_program_is_told_who_has_the_practice_and_gets_it_when_that_is_killed(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        lock = InstanceLock(folder)
        with pytest.raises(InUseError, match=str(other.pid)):
            lock.take()
        other.kill()
        other.wait()
    lock.take()
    assert lock.crashed_before
    lock.release()


def test_a_practice_that_one_thread_took_another_gives_back(tmp_path: Path) -> None:
    first, second = (InstanceLock(PracticeFolder(tmp_path)) for _ in range(2))
    opening = Thread(target=first.take)
    opening.start()
    opening.join()
    first.release()
    second.take()
    second.release()


def test_a_practice_left_open_on_another_computer_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "in-use.json").write_text(json.dumps({"host": "FRONTDESK", "pid": 7}))
    with pytest.raises(InUseError, match=r"FRONTDESK.*delete the file"):
        InstanceLock(PracticeFolder(tmp_path)).take()


def test_closing_leaves_the_practice_free(tmp_path: Path) -> None:
    for _ in range(2):
        lock = InstanceLock(PracticeFolder(tmp_path))
        lock.take()
        assert not lock.crashed_before
        assert json.loads((tmp_path / "in-use.json").read_text())["pid"] == os.getpid()
        lock.release()


@pytest.mark.parametrize("torn", [b"", b'{"host": "FRO', b"\0" * 60, b"[]"], ids=["empty", "cut", "nul", "list"])
def test_a_crash_that_tore_the_note_of_who_was_at_work_is_noticed(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / "in-use.json").write_bytes(torn)
    lock = InstanceLock(PracticeFolder(tmp_path))
    lock.take()
    assert lock.crashed_before
    lock.release()


def test_a_foreign_file_in_the_place_of_the_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / "practice.lock").write_bytes(b"somebody else's" * 100)
    with pytest.raises(FolderError, match=r"practice\.lock.*Delete that file"):
        InstanceLock(PracticeFolder(tmp_path)).take()
