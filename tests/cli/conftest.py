"""What the command line's tests share: the program started as a user starts it, and what it left as it was."""

import ctypes
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fitwell_desktop.core.folder import PracticeFolder

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
ON_A_SHARE = """
import sys
from fitwell_desktop.core import file_systems
from fitwell_desktop.cli.main import main
file_systems._mounts = lambda: [("/", "ext4"), (sys.argv[1], "nfs4")]
sys.exit(main(sys.argv[2:]))
"""


@dataclass(frozen=True)
class Said:
    """What a start answered."""

    code: int
    answer: str
    complaint: str


def fitwell(*words: str | Path) -> Said:
    """Start the program with these words, in a process of its own."""
    return _run([sys.executable, "-m", "fitwell_desktop", *map(str, words)])


def fitwell_on_a_share(share: Path, *words: str | Path) -> Said:
    """As `fitwell`, where a folder is on a network drive."""
    return _run([sys.executable, "-c", ON_A_SHARE, str(share), *map(str, words)])


def _run(command: list[str]) -> Said:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=100, check=False, preexec_fn=_without_privileges
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Said(done.returncode, done.stdout.strip(), done.stderr.strip())


def _without_privileges() -> None:
    """Let permissions count for root as well."""
    if sys.platform == "linux" and os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def contents(folder: PracticeFolder) -> dict[str, str]:
    """Each of the practice's own files with the hash of its bytes; what SQLite keeps beside while it reads is left out."""
    files = (path for path in folder.path.rglob("*") if path.is_file() and path.suffix != ".db-shm")
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.stat().st_size}


@pytest.fixture
def untouched(folder: PracticeFolder) -> Callable[[], bool]:
    """Asked after a refusal: whether every file is as it was."""
    before: list[dict[str, str]] = []

    def look() -> bool:
        if not before:
            before.append(contents(folder))
        return contents(folder) == before[0]

    return look
