"""Opens a built FitWell on the demo practice, and leaves a picture of its window once it stands still.

    python packaging/portrait.py PICTURE PROGRAM

It is given a home of its own, as on the day it is installed. Fails where it ends, or shows no panels within five minutes.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QGuiApplication, QImage

PATIENCE = 300
SHOWN = ("--demo", "--timing")


def main(picture: Path, built: Path) -> int:
    """Take the picture; returns the exit code."""
    application = QGuiApplication([])
    with started(built) as program:
        try:
            told = usable(program)
            image = still(application)
        finally:
            program.terminate()
    picture.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(picture)):
        raise SystemExit(f"The picture could not be written to {picture}.")
    print(f"FitWell opened ({told}). A picture of it is in {picture}.")
    return 0


@contextmanager
def started(built: Path) -> "Iterator[subprocess.Popen[str]]":
    """The program, opening the demo practice."""
    with TemporaryDirectory(prefix="fitwell-home-") as home:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHON"))}
        with subprocess.Popen(
            [built.absolute(), *SHOWN], stdout=subprocess.PIPE, text=True, cwd=home, env={**own, "HOME": home}
        ) as program:
            yield program


def usable(program: "subprocess.Popen[str]") -> str:
    """Wait until the program says that its panels can be used, and return what it says."""
    assert program.stdout is not None
    for line in program.stdout:
        if "usable" in line:
            return line.strip()
    raise SystemExit(f"FitWell ended with code {program.wait()} before it could be used.")


def still(application: QGuiApplication) -> QImage:
    """The screen, once two looks at it a second apart are the same."""
    deadline = time.monotonic() + PATIENCE
    before = QImage()
    while time.monotonic() < deadline:
        now = application.primaryScreen().grabWindow(0).toImage()
        if now == before:
            return now
        before = now
        time.sleep(1)
    raise SystemExit("FitWell’s window never stood still.")


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
