"""The program may be killed at any moment: what was confirmed is there, and the file is sound."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fitwell_desktop.core.backup import ensure_integrity
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.vocabulary import Right
from tests.core.test_store import first_names

WRITE = """
import sys
from pathlib import Path
import fitwell_desktop.models
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.vocabulary import Right
from tests.core.test_store import add
store = Store(Database(Path(sys.argv[1])), SystemClock(), SignedIn(None, "Desk", frozenset(Right)))
for number in range(int(sys.argv[2]), 100_000):
    store.do(add, f"{number:06}")
    print(number, flush=True)
"""


@pytest.mark.parametrize("kills", [6])
def test_what_was_confirmed_before_a_kill_is_there_after_it(empty_practice: Path, tmp_path: Path, kills: int) -> None:
    path = tmp_path / "practice.db"
    shutil.copy(empty_practice, path)
    confirmed = -1
    for kill in range(kills):
        arguments = [sys.executable, "-c", WRITE, str(path), str(confirmed + 2)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            for _ in range(3 + 5 * kill):
                confirmed = int(desk.stdout.readline())
            desk.send_signal(signal.SIGKILL)
            confirmed = int(([str(confirmed), *desk.stdout.read().split()])[-1])
        assert ensure_integrity(path) == "0001"
        database = Database(path)
        names = Store(database, SystemClock(), SignedIn(None, "Desk", frozenset(Right))).ask(first_names)
        database.close()
        assert f"{confirmed:06}" in names
        assert len(names) == len(set(names))
