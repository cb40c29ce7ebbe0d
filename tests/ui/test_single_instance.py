"""A practice is open once: a second start shows the first one's window and leaves."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.single_instance import SingleInstance

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from fitwell_desktop.ui.single_instance import SingleInstance
application = QCoreApplication(sys.argv)
instance = SingleInstance(Path(sys.argv[1]))
print("first" if instance.claim() else "second", flush=True)
sys.stdin.read(1)
"""


def start(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    yield instance
    instance.release()


def test_a_second_process_gives_way_and_the_first_is_asked_to_show(
    qtbot: QtBot, tmp_path: Path, first: SingleInstance
) -> None:
    with qtbot.waitSignal(first.asked_to_show, timeout=20_000), start(tmp_path) as second:
        assert said(second) == "second"
        second.communicate("x")


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
