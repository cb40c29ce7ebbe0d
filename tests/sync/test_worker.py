"""The worker does what is due on a thread of its own, each day's work once, and ends without leaving one behind."""

import threading
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database, Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.store import Store, command, query
from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.models.accounts import Practice
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.sync.backups import Backups
from fitwell_desktop.sync.daily import DAILY
from fitwell_desktop.sync.worker import Worker
from fitwell_desktop.vocabulary import InvoiceStatus, Right
from tests import builders

done: list[tuple[date, str]] = []


@command("Note the day", needs=Right.PRACTICE)
def note_the_day(session: Session, day: date) -> None:
    done.append((day, threading.current_thread().name))
    session.query(Practice).one().name = f"Open on {day}"


@command("Stumble", needs=Right.PRACTICE, undoable=False)
def stumble(session: Session, day: date) -> None:
    raise UserError("Not today.")


@query()
def invoice_status(session: Session, invoice_id: UUID) -> InvoiceStatus:
    return session.get_one(Invoice, invoice_id).status


@pytest.fixture
def backups(store: Store, database: Database, clock: FixedClock) -> Backups:
    done.clear()
    builders.practice(store, time_zone="Pacific/Auckland")
    folder = PracticeFolder(Path(database.path).parent)
    folder.create()
    return Backups(folder, clock, lambda state: None)


def test_a_new_day_of_the_practice_is_begun_once(store: Store, backups: Backups, clock: FixedClock) -> None:
    worker = Worker(store, backups, [note_the_day])
    for _hour in range(5):
        worker.tick()
        clock.moment += timedelta(hours=1)
    assert [day for day, _ in done] == [date(2026, 3, 2), date(2026, 3, 3)]
    assert store.ask(practice_settings).name == "Open on 2026-03-03"
    assert store.undo_name == "", "the program's own steps are not the user's to undo"


def test_no_invoice_falls_overdue_by_a_clock_that_is_far_ahead(
    store: Store, backups: Backups, clock: FixedClock
) -> None:
    invoice = builders.invoice(
        store, status=InvoiceStatus.SENT, invoice_number="2026-0001", number=1, due_on=date(2026, 3, 20)
    )
    told: list[str] = []
    clock.set_to(clock.moment.replace(year=2062))
    worker = Worker(store, backups, DAILY, warned=told.append)
    for _ in range(2):
        worker.tick()
        builders.client(store)
    assert store.ask(invoice_status, invoice) is InvoiceStatus.SENT
    (sentence,) = told
    assert "2062-03-02" in sentence
    assert "2026-03-02" in sentence
    clock.set_to(clock.moment.replace(year=2026, month=3, day=21))
    builders.client(store)
    worker.tick()
    assert store.ask(invoice_status, invoice) is InvoiceStatus.OVERDUE, "the clock has been put right"


def test_the_day_waits_while_the_clock_is_behind_and_no_longer(
    store: Store, backups: Backups, clock: FixedClock
) -> None:
    told: list[str] = []
    clock.set_to(clock.moment - timedelta(days=3))
    worker = Worker(store, backups, [note_the_day], warned=told.append)
    worker.tick()
    worker.tick()
    assert done == []
    assert len(told) == 1
    builders.client(store)
    worker.tick()
    assert [day for day, _ in done] == [date(2026, 2, 27)]


def test_after_two_quiet_months_the_day_is_begun_when_the_program_was_started_again(
    store: Store, backups: Backups, clock: FixedClock
) -> None:
    clock.moment += timedelta(days=80)
    Worker(store, backups, [note_the_day]).tick()
    assert done == []
    builders.client(store)
    Worker(store, backups, [note_the_day]).tick()
    assert len(done) == 1


def test_what_fails_is_tried_again_and_keeps_nothing_else_from_being_done(
    store: Store, backups: Backups, clock: FixedClock
) -> None:
    worker = Worker(store, backups, [stumble])
    builders.client(store)
    clock.moment += timedelta(minutes=20)
    worker.tick()
    assert backups.state.at == clock.moment


def test_each_new_day_the_chores_are_done_even_where_one_stumbles(
    store: Store, backups: Backups, clock: FixedClock
) -> None:
    begun: list[str] = []

    def stumbles() -> None:
        begun.append("first")
        raise OSError("the disk is away")

    worker = Worker(store, backups, [], [stumbles, lambda: begun.append("second")])
    worker.tick()
    worker.tick()
    assert begun == ["first", "second"]
    clock.moment += timedelta(days=1)
    worker.tick()
    assert begun == ["first", "second"] * 2


def test_it_works_beside_the_window_and_leaves_a_backup_and_no_thread(store: Store, backups: Backups) -> None:
    before = set(threading.enumerate())
    heard = threading.Event()
    store.listeners.append(lambda news: heard.set())
    worker = Worker(store, backups, [note_the_day])
    worker.start()
    assert heard.wait(10)
    worker.stop()
    assert set(threading.enumerate()) == before
    assert [name != threading.current_thread().name for _, name in done] == [True]
    assert backups.state.at is not None
