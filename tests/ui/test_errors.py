"""Errors reach whom they concern: the user's own as a toast, ours as one dialog, cancelled work nobody."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import Cancelled, Conflict, ServiceError, UserError
from fitwell_desktop.ui.errors import ErrorDialog, ErrorReports
from tests.ui.small_program import Program


@pytest.fixture
def reports(program: Program) -> Iterator[ErrorReports]:
    reports = ErrorReports(program.window, lambda: program.window, lambda: program.window.toasts)
    reports.install()
    yield reports
    reports.uninstall()


def fail(error: BaseException) -> None:
    raise error


def meet(error: Exception) -> None:
    """Let Python's last resort have the error."""
    try:
        fail(error)
    except Exception as raised:  # noqa: BLE001 -- whatever it is
        sys.excepthook(type(raised), raised, raised.__traceback__)


def dialogs(program: Program) -> list[ErrorDialog]:
    return [dialog for dialog in program.window.findChildren(ErrorDialog) if dialog.isVisible()]


@pytest.mark.parametrize(
    "error",
    [
        UserError("Choose a day."),
        Conflict("Someone else moved it."),
        ServiceError("The mail server is away.", retry=True),
    ],
)
def test_a_sentence_for_the_user_is_a_toast(program: Program, reports: ErrorReports, error: Exception) -> None:
    meet(error)
    assert program.window.toasts.sentence() == str(error)
    assert dialogs(program) == []


def test_cancelled_work_says_nothing(program: Program, reports: ErrorReports) -> None:
    meet(Cancelled())
    assert program.window.toasts.sentence() == ""
    assert dialogs(program) == []


def test_our_own_mistake_is_one_dialog_and_a_log_entry(
    program: Program, reports: ErrorReports, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            meet(ValueError("odd"))
    assert len(dialogs(program)) == 1
    assert caplog.records[0].exc_info


def test_the_report_can_be_copied_and_holds_no_secret(program: Program, reports: ErrorReports) -> None:
    meet(ValueError("charged with sk_live_51HxYzAbCdEf"))
    dialog = dialogs(program)[0]
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "FitWell" in copied
    assert "sk_live_51" not in copied


def test_the_details_are_folded_until_wanted(program: Program, reports: ErrorReports) -> None:
    meet(ValueError("odd"))
    dialog = dialogs(program)[0]
    assert not dialog.details.isVisible()
    dialog.fold.click()
    assert dialog.details.isVisible()


def test_after_continue_the_same_mistake_is_told_again(qtbot: QtBot, program: Program, reports: ErrorReports) -> None:
    meet(ValueError("odd"))
    dialogs(program)[0].primary.click()
    qtbot.waitUntil(lambda: dialogs(program) == [])
    meet(ValueError("odd"))
    assert len(dialogs(program)) == 1


def test_an_error_in_a_slot_comes_here(qtbot: QtBot, program: Program, reports: ErrorReports) -> None:
    QTimer.singleShot(0, lambda: fail(UserError("Choose a day.")))
    qtbot.waitUntil(lambda: program.window.toasts.sentence() == "Choose a day.")


def test_an_error_on_another_thread_comes_to_the_windows(qtbot: QtBot, program: Program, reports: ErrorReports) -> None:
    thread = threading.Thread(target=fail, args=(UserError("Choose a day."),))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: program.window.toasts.sentence() == "Choose a day.")


def test_the_hooks_are_given_back(program: Program) -> None:
    before = (sys.excepthook, threading.excepthook)
    reports = ErrorReports(program.window, lambda: program.window, lambda: program.window.toasts)
    reports.install()
    reports.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
