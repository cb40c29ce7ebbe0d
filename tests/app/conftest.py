"""What the whole program's tests share: a small practice with something in every table, and the program open on it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import fitwell_desktop.models  # noqa: F401 -- so that all tables are known
from fitwell_desktop.app.program import Program
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.demo import build


@pytest.fixture(scope="session")
def tiny_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo practice with a dozen clients. To be copied, not written to."""
    folder = PracticeFolder(tmp_path_factory.mktemp("tiny"))
    build(folder, "tiny", 1, SystemClock().now())
    return folder.path


@pytest.fixture
def folder(tiny_practice: Path, tmp_path: Path) -> PracticeFolder:
    """A copy of that practice, of one's own."""
    shutil.copytree(tiny_practice, tmp_path / "practice")
    return PracticeFolder(tmp_path / "practice")


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[PracticeFolder], Program]]:
    """Opens the program on a folder, with settings of its own, until the test is over."""
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    programs: list[Program] = []

    def start(folder: PracticeFolder) -> Program:
        programs.append(Program(qapp, Settings(tmp_path / "settings.json"), SystemClock()))
        programs[0].begin(folder.path, demo=False)
        return programs[0]

    yield start
    for program in programs:
        program.end()
        program.deleteLater()
