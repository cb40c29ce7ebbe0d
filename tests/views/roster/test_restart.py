"""After a restart the list is narrowed as it was, and who was in hand comes when the first data is shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.clients.saved_lists import delete_list
from fitwell_desktop.vocabulary import ClientState
from tests.views.roster.small_practice import Program, started

Restart = Callable[[], Program]


@pytest.fixture
def restart(qtbot: QtBot, program: Program, store: Store, tmp_path: Path) -> Iterator[Restart]:
    """Closes the window and opens the next on the same settings."""
    further: list[Program] = []

    def close_and_open() -> Program:
        program.window.close()
        again = started(store, Settings(tmp_path / "settings.json"))
        further.append(again)
        qtbot.addWidget(again.window)
        qtbot.waitUntil(lambda: again.roster.isVisible() and again.client.isVisible())
        return again

    yield close_and_open
    for again in further:
        again.window.tasks.shutdown()


def names(program: Program) -> set[str]:
    return {row.name for row in program.roster.list.rows_model.rows()}


def settle() -> None:
    """Let everything happen that is due."""
    for _round in range(6):
        QApplication.processEvents()


def test_the_state_of_the_clients_that_are_shown_is_taken_up(program: Program, restart: Restart) -> None:
    program.roster.filter.choose_state(ClientState.PAUSED)
    again = restart()
    assert names(again) == {"Leo Okafor", "Ruby Müller"}
    assert again.roster.count.text() == "2 · Paused"
    assert again.roster.filter.states.value() is ClientState.PAUSED


def test_all_states_are_taken_up(program: Program, restart: Restart) -> None:
    program.roster.filter.choose_state(None)
    assert len(names(restart())) == 14


def test_a_list_and_a_tag_are_taken_up_but_no_words(program: Program, restart: Restart) -> None:
    shown = program.roster.filter
    overdue = next(one for one in shown.offered().lists if one.name == "Not seen for 14 days")
    tag = shown.offered().tags[0]
    shown.choose_list(overdue)
    shown.choose_tag(tag.name)
    expected = names(program)
    QTest.keyClicks(shown.field, "xyz")
    again = restart()
    assert again.roster.filter.summary() == f"Not seen for 14 days · {tag.name}"
    assert again.roster.filter.field.text() == ""
    assert names(again) == expected


def test_a_state_chosen_beside_a_list_is_taken_up_with_it(program: Program, restart: Restart) -> None:
    shown = program.roster.filter
    shown.choose_list(next(one for one in shown.offered().lists if one.name == "Not seen for 14 days"))
    shown.choose_state(ClientState.PAUSED)
    expected = names(program)
    again = restart()
    assert again.roster.filter.states.value() is ClientState.PAUSED
    assert again.roster.filter.summary() == "Not seen for 14 days · Paused"
    assert names(again) == expected


def test_one_choice_writes_the_settings_once(program: Program) -> None:
    heard: list[str] = []
    program.workspace.settings.listeners.append(heard.append)
    shown = program.roster.filter
    shown.choose_list(shown.offered().lists[0])
    assert heard == ["practice"]


def test_a_list_that_is_gone_narrows_nothing(program: Program, restart: Restart, store: Store) -> None:
    shown = program.roster.filter
    shown.choose_list(shown.offered().lists[0])
    program.window.close()
    store.do(delete_list, shown.offered().lists[0].id)
    assert len(names(restart())) == 11


def test_no_word_of_the_practice_is_kept_outside_of_its_folder(program: Program, tmp_path: Path) -> None:
    shown = program.roster.filter
    tag = shown.offered().tags[0]
    shown.choose_tag(tag.name)
    kept = (tmp_path / "settings.json").read_text("utf-8")
    assert str(tag.id) in kept
    assert tag.name not in kept


def test_who_is_awaited_is_in_hand_a_moment_later(qtbot: QtBot, program: Program, restart: Restart) -> None:
    ava = program.workspace.selection.current
    again = restart()
    again.workspace.selection.awaited = ava
    again.client.refresh_soon()
    qtbot.waitUntil(lambda: again.client.views.currentWidget() is again.client.blank)
    again.workspace.selection.take_up()
    qtbot.waitUntil(lambda: again.client.header.name.text() == "Ava Nguyen")


def test_whoever_is_chosen_meanwhile_stays_in_hand(program: Program, restart: Restart) -> None:
    ava, again = program.workspace.selection.current, restart()
    noah = next(row.id for row in again.roster.list.rows_model.rows() if row.name == "Noah Tanaka")
    again.workspace.selection.awaited = ava
    again.workspace.selection.choose(noah)
    again.workspace.selection.take_up()
    assert again.workspace.selection.current == noah


def test_who_is_gone_is_not_in_hand(qtbot: QtBot, restart: Restart) -> None:
    again = restart()
    again.workspace.selection.awaited = UUID(int=7)
    again.workspace.selection.take_up()
    qtbot.waitUntil(lambda: again.workspace.selection.current is None)
    assert again.client.views.currentWidget() is again.client.empty


def test_nothing_is_asked_of_who_is_in_hand_while_nobody_sees_it(
    qtbot: QtBot, program: Program, restart: Restart, store: Store
) -> None:
    ava, again = program.workspace.selection.current, restart()
    again.window.area.docks["client"].close()
    qtbot.waitUntil(lambda: not again.client.isVisible() and not again.roster._soon.isActive())
    settle()
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    sa.event.listen(store.database.engine, "before_cursor_execute", note)
    again.workspace.selection.awaited = ava
    again.workspace.selection.take_up()
    settle()
    assert again.workspace.selection.current == ava
    assert asked == []
