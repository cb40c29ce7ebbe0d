"""What the disk refuses is said in a sentence, nothing is half done, and work goes on when there is room again."""

import shutil
import subprocess
import sys
from pathlib import Path

FILL = """
import resource, sys
from pathlib import Path
import fitwell_desktop.models
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.vocabulary import Right
from tests.core.test_store import add_many, first_names
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(Database(Path(sys.argv[1])), SystemClock(), SignedIn(None, "Desk", frozenset(Right)))
store.do(add_many, ["Ava"])
size = Path(sys.argv[1] + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.RLIM_INFINITY))
try:
    store.do(add_many, ["x" * 1000] * 2000)
except UserError as error:
    print(error)
print(store.ask(first_names), store.undo_name)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.do(add_many, ["Eli"])
print(store.ask(first_names))
"""


def test_when_the_disk_is_full_nothing_is_saved_and_later_all_goes_on(empty_practice: Path, tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    shutil.copy(empty_practice, path)
    told = subprocess.run(
        [sys.executable, "-c", FILL, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    lines = told.stdout.splitlines()
    assert len(lines) == 3, told.stderr
    assert "Nothing was saved just now" in lines[0]
    assert lines[1:] == ["['Ava'] Import clients", "['Ava', 'Eli']"]
