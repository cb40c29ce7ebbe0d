"""Where a practice can't be opened the program says why, shows the ways out, and ends with a code that tells of it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.app.program import Program
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.views.welcome.refusal import RefusalDialog


def refusal(qtbot: QtBot, running: Program) -> RefusalDialog:
    """The dialog, once it is there."""
    qtbot.waitUntil(lambda: isinstance(running.asking, RefusalDialog), timeout=30_000)
    assert isinstance(running.asking, RefusalDialog)
    return running.asking


def test_a_folder_that_never_held_a_practice_is_told_so(
    qtbot: QtBot,
    tmp_path: Path,
    program: Callable[[PracticeFolder], Program],
    codes: list[int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = PracticeFolder(tmp_path / "typed" / "wrong")
    dialog = refusal(qtbot, program(folder))
    assert dialog.sentence.text().startswith(f"There is no practice in “{folder.path}”.")
    assert list(dialog.options) == ["choose", "again", "start"]
    assert "There is no practice in" in capsys.readouterr().err
    assert not folder.path.exists()
    dialog.reject()
    qtbot.waitUntil(lambda: codes == [1])


@pytest.mark.skipif(sys.platform == "win32", reason="no file there lets its reader wait")
def test_a_practice_that_takes_long_to_open_says_so_meanwhile(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    folder.database.unlink()
    os.mkfifo(folder.database)
    running = program(folder)
    try:
        window = running.window
        assert window is not None
        qtbot.waitUntil(lambda: "Opening the practice…" in window.status.said(), timeout=30_000)
    finally:
        folder.database.write_bytes(b"PK")  # who reads it waits until then
    refusal(qtbot, running)
    assert "Opening" not in window.status.said()


def test_a_damaged_practice_offers_its_backups_and_is_left_as_it_is(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    folder.database.write_bytes(b"PK")
    dialog = refusal(qtbot, program(folder))
    assert list(dialog.options) == ["restore", "choose"]
    assert folder.database.read_bytes() == b"PK"
