"""What the kit's and the window's tests share: a dressed application, a practice's formats, a small program."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.vocabulary import Right
from tests.ui.small_program import Figures, Memos, Program, practice, started


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Theme:
    return Theme(qapp, settings)


@pytest.fixture
def formats() -> Formats:
    return Formats(FixedClock(datetime(2026, 11, 5, 16, 0, tzinfo=UTC)), "en_GB", "Europe/Berlin", "EUR")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A practice on disk whose user may do everything but see health data."""
    with practice(tmp_path, frozenset(Right) - {Right.HEALTH}) as store:
        yield store


@pytest.fixture
def windows(qtbot: QtBot) -> list[MainWindow]:
    """Holds further windows until pytest-qt has closed them: it knows widgets weakly."""
    return []


@pytest.fixture
def program(qtbot: QtBot, store: Store, settings: Settings) -> Iterator[Program]:
    """The window, open on that practice."""
    Memos.made = Figures.made = 0
    program = started(store, settings)
    qtbot.addWidget(program.window)
    qtbot.waitExposed(program.window)
    qtbot.waitUntil(lambda: Memos.made == 1)
    yield program
    program.window.tasks.shutdown()
