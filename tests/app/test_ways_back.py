"""Whoever turns back in the middle of something, or meets a mistake of ours, is left with a window that goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from fitwell_desktop.app import beginning
from fitwell_desktop.app.program import Program
from fitwell_desktop.core import paths
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.opening import open_practice
from fitwell_desktop.domain.clients.roster import Wanted
from fitwell_desktop.domain.clients.roster import roster as client_rows
from fitwell_desktop.sync.worker import Worker
from fitwell_desktop.ui.errors import ErrorDialog
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.single_instance import SingleInstance
from fitwell_desktop.ui.unsaved import UnsavedDialog
from fitwell_desktop.views.roster.papers_page import PapersPage
from fitwell_desktop.views.welcome.wizard import Wizard

SLOW = 30_000


@pytest.fixture
def opened(
    qtbot: QtBot,
    program: Callable[[PracticeFolder], Program],
    folder: PracticeFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Program:
    """The program with a practice open."""
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    running = program(folder)
    shows_practice(qtbot, running)
    return running


def shows_practice(qtbot: QtBot, running: Program) -> MainWindow:
    qtbot.waitUntil(lambda: running.window is not None and bool(running.window.area.seen()), timeout=SLOW)
    assert running.window is not None
    return running.window


def pages(running: Program) -> Wizard:
    """The first-run pages, which are open."""
    assert isinstance(running.asking, Wizard)
    return running.asking


def stop_the_work(running: Program) -> None:
    assert running.window is not None
    (task,) = running.window.tasks.running
    task.cancel()


def test_a_demo_that_is_stopped_on_the_first_run_leads_back_to_the_pages(qtbot: QtBot, first_run: Program) -> None:
    pages(first_run).demo_wanted.emit()
    stop_the_work(first_run)
    qtbot.waitUntil(lambda: isinstance(first_run.asking, Wizard) and first_run.asking.isVisible(), timeout=SLOW)
    assert first_run.window is None


def test_a_program_that_ends_takes_its_first_pages_along(first_run: Program) -> None:
    shown = pages(first_run)
    first_run.end()
    assert not isValid(shown), "it would lie over whatever is started next"


def test_a_demo_that_is_stopped_leads_back_to_the_practice(qtbot: QtBot, opened: Program) -> None:
    title = opened.window.windowTitle() if opened.window else ""
    opened.follow_with(opened.open_demo_anew)
    qtbot.waitUntil(lambda: opened.window is not None and bool(opened.window.tasks.running), timeout=SLOW)
    stop_the_work(opened)
    assert shows_practice(qtbot, opened).windowTitle() == title


@pytest.mark.parametrize(("answer", "follows"), [("Discard", True), ("Cancel", False)])
def test_what_was_to_follow_waits_for_the_answer_about_what_is_typed(
    qtbot: QtBot, opened: Program, codes: list[int], answer: str, *, follows: bool
) -> None:
    window = opened.window
    assert window is not None
    notes = type_a_note(qtbot, opened, window)
    opened.follow_with(lambda: codes.append(7))
    question = next(one for one in window.findChildren(UnsavedDialog) if one.isVisible())
    next(one for one in question.findChildren(QAbstractButton) if one.text() == answer).click()
    if not follows:
        assert window.isVisible()
        notes.clear()
        window.close()
    qtbot.waitUntil(lambda: bool(codes))
    QTest.qWait(0)
    assert codes == [7 if follows else 0]


def type_a_note(qtbot: QtBot, opened: Program, window: MainWindow) -> QPlainTextEdit:
    """Something that is not kept by itself, about the first client of the list."""
    window.open_place("roster")
    window.open_place("client")
    roster = window.area.docks["roster"].panel
    workspace = roster.workspace
    workspace.selection.choose(workspace.store.ask(client_rows, Wanted()).rows[0].id)
    window.menus.run("client.note")
    client = window.area.docks["client"].panel
    qtbot.waitUntil(lambda: bool(client.findChildren(PapersPage)))
    (page,) = client.findChildren(PapersPage)
    qtbot.waitUntil(page.paper_edit.isVisible)
    QTest.keyClicks(page.paper_edit, "Slept badly")
    assert client.unsaved()
    return page.paper_edit


def test_a_restore_that_is_stopped_leaves_a_practice_open(
    qtbot: QtBot, opened: Program, folder: PracticeFolder
) -> None:
    window = opened.window
    assert window is not None
    window.menus.run("practice.back_up")
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=SLOW)
    opened.restore(next(folder.backups.glob("*.fwbackup")), folder)
    qtbot.waitUntil(lambda: opened.window not in {None, window}, timeout=SLOW)
    stop_the_work(opened)
    assert shows_practice(qtbot, opened) is not window


def test_another_practice_is_begun_beside_the_one_that_is_open(qtbot: QtBot, opened: Program, codes: list[int]) -> None:
    window = opened.window
    assert window is not None
    window.menus.run("practice.start")
    assert pages(opened).isVisible()
    assert window.isVisible()
    pages(opened).close()
    QTest.qWait(0)
    assert (opened.asking, opened.window, codes) == (None, window, [])


def test_closing_the_pages_on_the_first_run_ends_the_program(
    qtbot: QtBot, first_run: Program, codes: list[int]
) -> None:
    pages(first_run).close()
    qtbot.waitUntil(lambda: codes == [0])


def test_a_folder_without_a_practice_closes_nothing(opened: Program, tmp_path: Path) -> None:
    window = opened.window
    with pytest.raises(UserError, match="There is no practice in"):
        opened.open_chosen(PracticeFolder(tmp_path / "pictures"))
    assert opened.window is window
    assert window is not None
    assert window.isVisible()


def test_a_mistake_on_the_first_run_is_reported_and_can_be_tried_again(
    qtbot: QtBot, first_run: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_parts: object) -> None:
        raise RuntimeError("nobody thought of that")

    monkeypatch.setattr(beginning, "begin", mistaken)
    shown = pages(first_run)
    shown.names.form.set_values({"name": "Harbour Fit", "owner": "Olivia Owner"})
    for _ in shown.pages:
        shown.go_on()
    qtbot.waitUntil(lambda: bool(shown.findChildren(ErrorDialog)))
    assert (shown.next.text(), shown.next.isEnabled()) == ("Create practice", True)


def test_what_fails_while_a_practice_is_closed_keeps_nobody_from_opening_it(
    opened: Program, folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = Worker.stop

    def fail(worker: Worker) -> None:
        stop(worker)
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr(Worker, "stop", fail)
    with pytest.raises(RuntimeError, match="a mistake"):
        opened.end()
    open_practice(folder, SystemClock().now()).close()
    instance = SingleInstance(folder.path)
    assert instance.claim()
    instance.release()


def test_a_program_that_closes_its_practice_asks_no_later_start_to_give_way(
    qtbot: QtBot, opened: Program, folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    later, heard, stop = SingleInstance(folder.path), list[bool](), Worker.stop

    def ask_meanwhile(worker: Worker) -> None:
        heard.append(later._ask_first())
        stop(worker)

    qtbot.waitUntil(later._ask_first)
    monkeypatch.setattr(Worker, "stop", ask_meanwhile)
    opened.end()
    assert heard == [False], "the later start would leave, and no window be there"
