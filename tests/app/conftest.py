"""What the whole program's tests share: the program, open on a practice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.app.program import Program
from fitwell_desktop.core import paths
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.settings import Settings


@pytest.fixture
def codes() -> list[int]:
    """The codes with which the program wanted to end, instead of its ending."""
    return []


@pytest.fixture
def first_run(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codes: list[int]
) -> Iterator[Program]:
    """The program as it starts for somebody who has no practice yet."""
    monkeypatch.setattr(QApplication, "exit", codes.append)
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    running = Program(qapp, Settings(tmp_path / "settings.json"), SystemClock())
    running.begin(None, demo=False)
    yield running
    running.end()
    running.deleteLater()


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codes: list[int]
) -> Iterator[Callable[[PracticeFolder], Program]]:
    """Opens the program on a folder, with settings of its own, until the test is over; once more after it was ended."""
    monkeypatch.setattr(QApplication, "exit", codes.append)
    programs: list[Program] = []

    def start(folder: PracticeFolder) -> Program:
        programs.append(Program(qapp, Settings(tmp_path / "settings.json"), SystemClock()))
        programs[-1].begin(folder.path, demo=False)
        return programs[-1]

    yield start
    for program in programs:
        program.end()
        program.deleteLater()
