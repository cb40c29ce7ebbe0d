"""Long work goes on elsewhere, tells how far it is, stops when told, and hands its result to the window."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.shutdown()


def ignore(result: object) -> None:
    pass


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, threading.Thread]] = []
    worker: list[threading.Thread] = []

    def work(progress: Progress) -> int:
        worker.append(threading.current_thread())
        return 42

    tasks.run("Counting", work, lambda result: seen.append((result, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, threading.main_thread())]
    assert worker[0] is not threading.main_thread()


def test_progress_is_told_while_the_work_goes_on(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.at(3, 10, "Ava Nguyen")
        go_on.wait(10)

    task = tasks.run("Importing clients", work, ignore)
    qtbot.waitUntil(lambda: task.steps == 10)
    assert (task.step, task.text) == (3, "Ava Nguyen")
    assert tasks.running == [task]
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.running)


def test_many_reports_do_not_flood_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[None] = []
    finished = threading.Event()

    def work(progress: Progress) -> None:
        for step in range(5_000):
            progress.at(step, 5_000)
        finished.set()

    task = tasks.run("Counting", work, ignore)
    task.changed.connect(lambda: told.append(None))
    assert finished.wait(10)
    qtbot.waitUntil(lambda: not tasks.running)
    assert len(told) <= 2


def test_a_cancelled_task_stops_and_delivers_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    delivered: list[object] = []
    stopped = threading.Event()
    go_on = threading.Event()

    def work(progress: Progress) -> str:
        go_on.wait(10)
        try:
            progress.at(1, 2)
        finally:
            stopped.set()
        return "too late"

    task = tasks.run("Importing clients", work, delivered.append, delivered.append)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.running)
    assert stopped.is_set() or not delivered
    assert delivered == []


def test_what_the_work_raises_goes_to_failed(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[Exception] = []

    def work(progress: Progress) -> None:
        raise UserError("This file is not a table.")

    tasks.run("Importing clients", work, ignore, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "This file is not a table."


def test_without_failed_it_goes_where_every_error_goes(qtbot: QtBot, tasks: Tasks) -> None:
    def work(progress: Progress) -> None:
        raise ValueError("odd")

    with qtbot.captureExceptions() as caught:
        tasks.run("Counting", work, ignore)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ValueError
    assert tasks.running == []


def test_after_shutdown_no_thread_is_left(qtbot: QtBot) -> None:
    tasks = Tasks()
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.at(0, 0)

    for _ in range(4):
        tasks.run("Endless", work, ignore)
    assert started.wait(10)
    tasks.shutdown()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("task")]


def test_nothing_stops_the_window_to_look_for_garbage_while_work_goes_on(qtbot: QtBot, tasks: Tasks) -> None:
    go_on, seen = threading.Event(), list[bool]()
    tasks.run("Waiting", lambda progress: go_on.wait(5), ignore)
    tasks.run("Looking", lambda progress: gc.isenabled(), seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    assert not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(gc.isenabled)


def test_a_busy_thread_hands_python_back_before_the_window_could_be_seen_to_wait(tasks: Tasks) -> None:
    assert sys.getswitchinterval() <= 0.001
