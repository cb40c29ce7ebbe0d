"""Starts of the whole program, as processes: a second one gives way, and a killed one leaves nothing in the way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.app.end_signals import SIGNALS
from fitwell_desktop.app.program import Program
from fitwell_desktop.cli.soundness import faults_of
from fitwell_desktop.core.folder import PracticeFolder

PATIENCE_S = 60
LATE = {
    *("PIL", "alembic", "apscheduler", "phonenumbers", "pyqtgraph", "reportlab", "sqlalchemy.dialects.postgresql"),
    *(f"fitwell_desktop.views.roster.{name}_dialog" for name in ("duplicates", "import")),
    *(f"fitwell_desktop.models.{name}" for name in ("exercises", "messaging", "nutrition", "programs", "progress")),
    *(f"fitwell_desktop.models.{name}" for name in ("provider", "records", "selling", "videos", "workouts")),
    *(f"fitwell_desktop.models.{name}" for name in ("availability", "circle", "custom_fields", "goals", "numbering")),
    *(f"fitwell_desktop.models.{name}" for name in ("protocols", "safety", "series", "sign_in")),
}
"""What takes long to import, and shows nothing in the window that a start shows."""


@contextmanager
def started(folder: PracticeFolder, home: Path, **more: str) -> "Iterator[subprocess.Popen[str]]":
    """The program, opening the folder; ended at the end, if it has not by itself. `more` is put into its environment."""
    words = [sys.executable, "-m", "fitwell_desktop", "--data", str(folder.path), "--timing"]
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), **more}
    pipe, errors = subprocess.PIPE, home / "errors.txt"
    with (
        errors.open("wb") as file,
        subprocess.Popen(words, stdout=pipe, stderr=file, text=True, env={**os.environ, **own}) as program,
    ):
        try:
            yield program
        finally:
            program.kill()


def await_file(path: Path) -> None:
    patience = time.monotonic() + PATIENCE_S
    while not path.exists():
        assert time.monotonic() < patience
        time.sleep(0.005)


def await_words(path: Path, words: str) -> None:
    patience = time.monotonic() + PATIENCE_S
    while words not in path.read_text("utf-8"):
        assert time.monotonic() < patience
        time.sleep(0.005)


def said(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    return program.stdout.readline()


def test_a_second_start_gives_way_and_the_first_goes_on(folder: PracticeFolder, tmp_path: Path) -> None:
    with started(folder, tmp_path) as first:
        assert "usable" in said(first)
        with started(folder, tmp_path) as second:
            assert second.wait(PATIENCE_S) == 0
            assert said(second) == "", "it opened nothing"
        assert first.poll() is None


@pytest.mark.skipif(os.name != "posix", reason="other systems name the temporary folder differently")
def test_a_start_without_a_temporary_folder_opens_the_practice_or_says_who_has_it(
    folder: PracticeFolder, tmp_path: Path
) -> None:
    missing = str(tmp_path / "not there")
    with started(folder, tmp_path, TMPDIR=missing) as first:
        assert "usable" in said(first)
        home = tmp_path / "second"
        home.mkdir()
        with started(folder, home, TMPDIR=missing):
            await_words(home / "errors.txt", f"already open in FitWell (process {first.pid})")


def test_today_is_shown_before_what_it_does_not_need_is_imported(folder: PracticeFolder, tmp_path: Path) -> None:
    with started(folder, tmp_path, PYTHONPROFILEIMPORTTIME="1") as program:
        assert "usable" in said(program)
        told = (tmp_path / "errors.txt").read_text("utf-8")
    imported = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "fitwell_desktop.models.clients" in imported
    assert imported & LATE == set()


def test_the_first_picture_waits_for_no_database() -> None:
    code = "import sys, fitwell_desktop.app.program; print({'msgspec', 'sqlalchemy'} & set(sys.modules))"
    assert python(code) == "set()"


def test_no_import_reads_the_source_of_what_it_imports() -> None:
    code = (
        "from fitwell_desktop.app import import_unwatched; import_unwatched();"
        "import colorsys, linecache; print(colorsys.__file__ in linecache.cache)"
    )
    assert python(code) == "False"


def test_another_program_that_holds_the_practice_is_named(folder: PracticeFolder, tmp_path: Path) -> None:
    with started(folder, tmp_path) as first:
        assert "usable" in said(first)
        backup = fitwell("backup", folder)
        assert backup.returncode == 0, "which may be open meanwhile"
        before = folder.database.stat().st_ino
        refused = fitwell("restore", backup.stdout.strip(), folder)
        assert refused.returncode == 1
        assert f"already open in FitWell (process {first.pid})" in refused.stderr
        assert folder.database.stat().st_ino == before
        assert folder.replaced == []


def test_after_a_kill_the_next_start_opens_at_once_and_finds_all(folder: PracticeFolder, tmp_path: Path) -> None:
    with started(folder, tmp_path) as killed:
        assert "usable" in said(killed)
        killed.send_signal(signal.SIGKILL)
    with started(folder, tmp_path) as following:
        assert "usable" in said(following)
    assert faults_of(folder) == []


@pytest.mark.parametrize("sign", SIGNALS, ids=lambda sign: sign.name)
def test_the_end_of_a_session_closes_the_practice(sign: signal.Signals, folder: PracticeFolder, tmp_path: Path) -> None:
    with started(folder, tmp_path) as program:
        assert "usable" in said(program)
        program.send_signal(sign)
        assert program.wait(PATIENCE_S) == 0
    assert not (folder.path / "in-use.json").exists(), "the next start would take it for a crash, and read it through"


def test_a_program_that_ends_while_it_opens_a_practice_closes_it(folder: PracticeFolder, tmp_path: Path) -> None:
    with started(folder, tmp_path) as program:
        await_file(folder.path / "in-use.json")
        program.send_signal(signal.SIGTERM)
        assert program.wait(PATIENCE_S) == 0
    assert not (folder.path / "in-use.json").exists()


ENDS_EARLY = """
import os, signal, sys
from pathlib import Path
from fitwell_desktop.app import program
from fitwell_desktop.ui.main_window import MainWindow
ends = {"closed": MainWindow.close, "ended": lambda window: os.kill(os.getpid(), signal.SIGTERM)}
show = MainWindow.show
MainWindow.show = lambda window: (show(window), ends[sys.argv[2]](window))
sys.exit(program.start(Path(sys.argv[1]), demo=False, timing=False))
"""


@pytest.mark.parametrize(
    "way", ["closed", pytest.param("ended", marks=pytest.mark.skipif(not SIGNALS, reason="no signals there"))]
)
def test_a_program_that_ends_before_its_first_picture_opens_no_practice(
    way: str, folder: PracticeFolder, tmp_path: Path
) -> None:
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    words = [sys.executable, "-c", ENDS_EARLY, str(folder.path), way]
    assert subprocess.run(words, timeout=PATIENCE_S, check=False, env={**os.environ, **own}).returncode == 0
    assert list(folder.logs.iterdir()) == []


def test_copies_for_other_programs_go_when_the_practice_is_closed(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    running = program(folder)
    window = running.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.area.seen()), timeout=30_000)
    copy = window.area.docks["client"].panel.workspace.copies.folder()
    assert copy.is_dir()
    running.end()
    assert not copy.exists()


def fitwell(command: str, *words: str | PracticeFolder) -> "subprocess.CompletedProcess[str]":
    texts = [str(word.path) if isinstance(word, PracticeFolder) else word for word in words]
    whole = [sys.executable, "-m", "fitwell_desktop", command, *texts]
    return subprocess.run(whole, capture_output=True, text=True, timeout=PATIENCE_S, check=False)


def python(code: str) -> str:
    """What a Python of its own says."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
