"""Who is in hand, in the whole program."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from fitwell_desktop.app.program import Program
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.views.roster.panel import RosterPanel


def test_a_client_whose_making_is_undone_is_no_longer_in_hand(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    window = program(folder).window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.area.seen()), timeout=30_000)
    roster = window.area.docks["roster"].panel
    assert isinstance(roster, RosterPanel)
    workspace = roster.workspace
    zoe = workspace.store.do(create_client, first_name="Zoe", last_name="Berg")
    workspace.selection.choose(zoe)
    workspace.store.undo()
    qtbot.waitUntil(lambda: workspace.selection.current is None)
