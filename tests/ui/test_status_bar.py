"""The foot says that all is saved, and shows work that takes longer, with Cancel."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.progress import Progress
from fitwell_desktop.ui.status_bar import TaskCard
from tests.ui.small_program import Program


@pytest.fixture
def go_on(program: Program) -> Iterator[threading.Event]:
    """Work that is at 43 of 100 until the event is set."""
    event = threading.Event()

    def work(progress: Progress) -> None:
        while not event.wait(0.01):
            progress.at(43, 100, "Ava Nguyen")

    program.window.tasks.run("Importing clients", work, lambda result: None)
    yield event
    event.set()


@pytest.fixture
def card(program: Program) -> TaskCard:
    found = program.window.findChild(TaskCard)
    assert isinstance(found, TaskCard)
    return found


def test_the_foot_says_where_the_data_stands(program: Program) -> None:
    status = program.window.status
    status.show_facts("250 clients")
    status.show_backup("Backup 09:14")
    assert status.said() == "All changes saved locally  250 clients  Backup 09:14"


def test_work_is_shown_with_its_share(qtbot: QtBot, program: Program, card: TaskCard, go_on: threading.Event) -> None:
    qtbot.waitUntil(lambda: "Importing clients 43 %" in program.window.status.said())
    qtbot.waitUntil(card.isVisible)
    go_on.set()
    qtbot.waitUntil(lambda: not card.isVisible())
    assert "Importing" not in program.window.status.said()


def test_cancel_stops_the_work(qtbot: QtBot, program: Program, card: TaskCard, go_on: threading.Event) -> None:
    qtbot.waitUntil(card.isVisible)
    next(iter(card.rows.values())).cancel.click()
    qtbot.waitUntil(lambda: not program.window.tasks.running)
    assert not go_on.is_set()
    assert not card.isVisible()


def test_more_than_one_task_is_counted(qtbot: QtBot, program: Program, go_on: threading.Event) -> None:
    program.window.tasks.run("Making invoices", lambda progress: go_on.wait(10), lambda result: None)
    qtbot.waitUntil(lambda: "(+1)" in program.window.status.said())


def test_the_card_stays_in_the_windows_corner(
    qtbot: QtBot, program: Program, card: TaskCard, go_on: threading.Event
) -> None:
    qtbot.waitUntil(card.isVisible)
    program.window.resize(program.window.width() + 60, program.window.height() + 40)
    qtbot.waitUntil(lambda: program.window.rect().right() - card.geometry().right() == 20)
    assert program.window.rect().contains(card.geometry())
