"""A practice is open once: a second start shows the first one's window and leaves."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui import single_instance
from fitwell_desktop.ui.single_instance import SingleInstance

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from fitwell_desktop.ui import single_instance
single_instance.PATIENCE_MS = 60_000  # the slowest machine gets there
class Start(single_instance.SingleInstance):
    def _ask_first(self):
        reached = super()._ask_first()
        if not reached:
            print("in vain", flush=True)
        return reached
application = QCoreApplication(sys.argv)
instance = Start(Path(sys.argv[1]))
print("first" if instance.claim() else "second", flush=True)
sys.stdin.read(1)
"""


def start(folder: Path, **more: str) -> "subprocess.Popen[str]":
    """Another start; `more` is put into its environment."""
    words, pipe = [sys.executable, "-c", SECOND_START, str(folder)], subprocess.PIPE
    return subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, env={**os.environ, **more})


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


@pytest.fixture
def starting(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleInstance]:
    """A first start that does not listen yet."""
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    yield instance
    instance.release()


@pytest.fixture
def first(starting: SingleInstance) -> SingleInstance:
    starting.listen()
    return starting


def test_a_second_process_gives_way_and_the_first_is_asked_to_show(
    qtbot: QtBot, tmp_path: Path, first: SingleInstance
) -> None:
    with qtbot.waitSignal(first.asked_to_show, timeout=20_000), start(tmp_path) as second:
        assert said(second) == "second"
        second.communicate("x")


def test_a_second_start_waits_for_a_first_that_is_still_on_its_way(
    qtbot: QtBot, tmp_path: Path, starting: SingleInstance
) -> None:
    with start(tmp_path) as second:
        assert said(second) == "in vain"
        with qtbot.waitSignal(starting.asked_to_show, timeout=20_000):
            starting.listen()
        assert second.communicate("x")[0].split()[-1] == "second"


def test_a_start_while_the_first_is_closing_waits_and_takes_its_place(tmp_path: Path, first: SingleInstance) -> None:
    first.stop_listening()
    with start(tmp_path) as second:
        assert said(second) == "in vain"
        first.release()
        assert second.communicate("x")[0].split()[-1] == "first"


def test_another_folder_is_another_practice(tmp_path: Path, first: SingleInstance) -> None:
    with start(tmp_path / "other") as other:
        assert said(other) == "first"
        other.communicate("x")


def test_after_a_crash_the_next_start_is_the_first_again(tmp_path: Path) -> None:
    with start(tmp_path) as crashed:
        assert said(crashed) == "first"
        crashed.kill()
    with start(tmp_path) as following:
        assert said(following) == "first"
        following.communicate("x")


@pytest.mark.skipif(os.name != "posix", reason="other systems name the temporary folder differently")
def test_a_start_without_a_temporary_folder_goes_on(tmp_path: Path) -> None:
    with start(tmp_path, TMPDIR=str(tmp_path / "not there")) as alone:
        assert [said(alone), said(alone)] == ["in vain", "first"]
        alone.communicate("x")


def test_a_start_goes_on_where_the_first_keeps_silent(
    tmp_path: Path, starting: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE_MS", 0)
    second = SingleInstance(tmp_path)
    assert second.claim()
    second.listen()
    assert second._server is None, "the first one may still be listening"
    second.release()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere every name is text")
def test_a_folder_may_have_a_name_that_is_no_text(qtbot: QtBot, tmp_path: Path) -> None:
    instance = SingleInstance(tmp_path / os.fsdecode(b"B\xfcro"))
    assert instance.claim()
    instance.release()
