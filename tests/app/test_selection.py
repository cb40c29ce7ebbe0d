"""Who is in hand, in the whole program."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from fitwell_desktop.app.program import Program
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.clients.commands import create_client
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
    first = program(folder)
    roster = roster_of(qtbot, first)
    chosen = roster.list.rows_model.rows()[2].id
    roster.workspace.selection.choose(chosen)
    assert first.window is not None
    first.window.close()
    first.end()
    again = roster_of(qtbot, program(folder))
    qtbot.waitUntil(lambda: again.workspace.selection.current == chosen)
