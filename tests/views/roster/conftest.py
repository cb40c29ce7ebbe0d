"""The window on a small practice."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.vocabulary import Right
from tests.views.roster.small_practice import Program, fill, practice, started


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty practice on disk."""
    with practice(tmp_path) as store:
        yield store


@pytest.fixture
def empty(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[Program]:
    """The window on a practice without clients."""
    yield from shown(qtbot, store, tmp_path)


@pytest.fixture
def program(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[Program]:
    """The window on fourteen clients, Ava in hand."""
    ava = fill(store)
    for program in shown(qtbot, store, tmp_path):
        take_in_hand(qtbot, program, ava)
        yield program


@pytest.fixture
def front_desk(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[Program]:
    """The same, for someone who may not see health data."""
    ava = fill(store)
    store.signed_in = type(store.signed_in)(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    for program in shown(qtbot, store, tmp_path):
        take_in_hand(qtbot, program, ava)
        yield program


def take_in_hand(qtbot: QtBot, program: Program, client_id: UUID) -> None:
    """Choose a client, and wait until she is shown."""
    program.workspace.selection.choose(client_id)
    qtbot.waitUntil(lambda: bool(program.client.header.name.text()))


def shown(qtbot: QtBot, store: Store, folder: Path) -> Iterator[Program]:
    """The window, open until the test is over."""
    program = started(store, Settings(folder / "settings.json"))
    qtbot.addWidget(program.window)
    qtbot.waitExposed(program.window)
    qtbot.waitUntil(lambda: program.roster.isVisible() and program.client.isVisible())
    yield program
    for typed in program.client.unsaved():
        typed.discard()  # or closing would ask
    program.window.tasks.shutdown()
