"""Who is in hand, in the whole program."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.app import practice_window, whereabouts
from fitwell_desktop.app.program import Program
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.panel import RosterPanel


def roster_of(qtbot: QtBot, program: Program) -> RosterPanel:
    """The list of clients, filled."""
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.area.seen()), timeout=30_000)
    roster = window.area.docks["roster"].panel
    assert isinstance(roster, RosterPanel)
    qtbot.waitUntil(lambda: bool(roster.list.rows_model.rows()))
    return roster


def test_a_client_whose_making_is_undone_is_no_longer_in_hand(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    workspace = roster_of(qtbot, program(folder)).workspace
    zoe = workspace.store.do(create_client, first_name="Zoe", last_name="Berg")
    workspace.selection.choose(zoe)
    workspace.store.undo()
    qtbot.waitUntil(lambda: workspace.selection.current is None)


def test_who_was_in_hand_is_so_again_after_a_restart(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    chosen = left_in_hand(qtbot, program(folder))
    again = roster_of(qtbot, program(folder))
    qtbot.waitUntil(lambda: again.workspace.selection.current == chosen)


def test_who_was_in_hand_is_kept_by_a_window_that_is_closed_as_soon_as_it_is_open(
    qtbot: QtBot,
    folder: PracticeFolder,
    program: Callable[[PracticeFolder], Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = left_in_hand(qtbot, program(folder))
    with monkeypatch.context() as patched:
        patched.setattr(practice_window, "IN_HAND_MS", 600_000)
        hasty = program(folder)
        assert roster_of(qtbot, hasty).workspace.selection.current is None
        end(hasty)
    again = roster_of(qtbot, program(folder))
    qtbot.waitUntil(lambda: again.workspace.selection.current == chosen)


def test_who_was_in_hand_waits_for_the_first_panel(
    qtbot: QtBot,
    folder: PracticeFolder,
    program: Callable[[PracticeFolder], Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left_in_hand(qtbot, program(folder))
    filled: list[int] = []
    attach = MainWindow.attach

    def watched(window: MainWindow, workspace: Workspace, *sources: Any, **more: Any) -> None:
        workspace.selection.changed.connect(lambda _: filled.append(len(window.findChildren(Panel))))
        attach(window, workspace, *sources, **more)

    monkeypatch.setattr(MainWindow, "attach", watched)
    monkeypatch.setattr(practice_window, "IN_HAND_MS", 0)
    program(folder)
    qtbot.waitUntil(lambda: bool(filled), timeout=30_000)
    assert filled[0] > 0, "even where the moment is none"


def test_someone_gone_is_not_in_hand_after_a_restart_though_no_panel_shows_them(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    first = program(folder)
    roster_of(qtbot, first)
    assert first.window is not None
    first.window.area.docks["client"].close()
    end(first)
    whereabouts.kept_of(folder, first.settings).put(practice_window.IN_HAND, uuid4())
    selection = roster_of(qtbot, program(folder)).workspace.selection
    qtbot.waitUntil(lambda: selection.awaited is None)
    assert selection.current is None


def left_in_hand(qtbot: QtBot, running: Program) -> UUID:
    """The client who was in hand when this program ended."""
    roster = roster_of(qtbot, running)
    chosen: UUID = roster.list.rows_model.rows()[2].id
    roster.workspace.selection.choose(chosen)
    end(running)
    return chosen


def end(running: Program) -> None:
    """End as the user does, who closes the window."""
    assert running.window is not None
    running.window.close()
    running.end()
