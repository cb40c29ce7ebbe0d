"""What is written is backed up soon, not too often, and in any case at the end; a failure is told and tried again."""

from datetime import timedelta

import pytest

from fitwell_desktop.core.archive import hash_in
from fitwell_desktop.core.backup import verify
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.migrate import SCHEMA
from fitwell_desktop.core.store import Store
from fitwell_desktop.core.thinning import thin
from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.sync.backups import Backups, BackupState
from tests import builders
from tests.conftest import NOW


@pytest.fixture
def folder(database: Database) -> PracticeFolder:
    folder = PracticeFolder(database.path.parent)
    folder.create()
    return folder


@pytest.fixture
def told() -> list[BackupState]:
    return []


@pytest.fixture
def backups(store: Store, folder: PracticeFolder, clock: FixedClock, told: list[BackupState]) -> Backups:
    builders.practice(store)
    backups = Backups(folder, clock, told.append)
    store.listeners.append(backups.hear)
    return backups


def made(folder: PracticeFolder) -> list[str]:
    return sorted(path.name for path in folder.backups.iterdir())


def test_nothing_is_backed_up_while_nothing_is_written(
    backups: Backups, folder: PracticeFolder, clock: FixedClock
) -> None:
    clock.moment += timedelta(hours=3)
    backups.make_due()
    backups.make_changed()
    assert made(folder) == []
    assert backups.state == BackupState(None)


def test_while_working_there_is_one_every_quarter_of_an_hour(
    store: Store, backups: Backups, folder: PracticeFolder, clock: FixedClock
) -> None:
    for minute in range(32):
        clock.moment = NOW + timedelta(minutes=minute)
        store.do(change_practice, "name", f"Studio {minute}")
        backups.make_due()
    assert made(folder) == ["practice-2026-03-02-091500.fwbackup", "practice-2026-03-02-093000.fwbackup"]


def test_a_clock_that_is_set_back_stops_no_backup(
    store: Store, backups: Backups, folder: PracticeFolder, clock: FixedClock
) -> None:
    clock.set_to(NOW - timedelta(days=400))
    store.do(change_practice, "name", "Harbour Strength")
    clock.moment += timedelta(minutes=16)
    backups.make_due()
    assert made(folder) == ["practice-2025-01-26-091600.fwbackup"]


def test_the_last_change_is_kept_at_the_end(
    store: Store, backups: Backups, folder: PracticeFolder, told: list[BackupState]
) -> None:
    store.do(change_practice, "name", "Harbour Strength")
    backups.make_changed()
    (name,) = made(folder)
    assert verify(folder.backups / name).schema == SCHEMA
    assert told == [BackupState(NOW)]
    backups.make_changed()
    assert made(folder) == [name]


def test_a_backup_that_is_asked_for_is_complete_and_stays(
    backups: Backups, folder: PracticeFolder, clock: FixedClock
) -> None:
    waiver = Attachments(folder.media).take_bytes("waiver.txt", b"a waiver")
    backups.make()
    (name,) = made(folder)
    assert [hash_in(held) for held in verify(folder.backups / name).media] == [waiver.digest]
    for _ in range(40):
        clock.moment += timedelta(days=20)
        thin(folder.backups, clock.moment)
    assert made(folder) == [name]


def test_a_damaged_attachment_is_told_once_and_the_rest_is_kept(
    store: Store, backups: Backups, folder: PracticeFolder, clock: FixedClock, told: list[BackupState]
) -> None:
    digest = Attachments(folder.media).take_bytes("waiver.txt", b"a waiver").digest
    Attachments(folder.media).path(digest).write_bytes(b"a wavier")
    store.do(change_practice, "name", "Harbour Strength")
    for _ in range(3):
        clock.moment += timedelta(minutes=20)
        backups.make_due()
    assert len(made(folder)) == 1
    (state,) = told
    assert state.at == NOW + timedelta(minutes=20)
    assert digest in state.problem


def test_a_failure_is_told_and_the_change_is_still_to_be_kept(
    store: Store, backups: Backups, folder: PracticeFolder, clock: FixedClock, told: list[BackupState]
) -> None:
    folder.backups.rmdir()
    folder.backups.write_text("a file is in the way")
    store.do(change_practice, "name", "Harbour Strength")
    clock.moment += timedelta(minutes=20)
    backups.make_due()
    assert told[-1].problem
    folder.backups.unlink()
    clock.moment += timedelta(minutes=20)
    backups.make_due()
    assert told[-1] == BackupState(clock.moment)
    assert len(made(folder)) == 1


def test_the_newest_backup_of_an_earlier_day_is_known_at_the_start(
    store: Store, folder: PracticeFolder, clock: FixedClock
) -> None:
    (folder.backups / "practice-2026-03-01-180000.fwbackup").write_bytes(b"")
    (folder.backups / "practice-2099-01-01-120000.fwbackup").write_bytes(b"")  # by a clock that was wrong
    assert Backups(folder, clock, lambda state: None).state.at == NOW - timedelta(hours=15)
