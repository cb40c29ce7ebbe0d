"""Starts a program and watches its window come: the first paint, and when the picture changes no more."""

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.start.memory import pss_mb
from benchmarks.start.programs import ROOT, Program
from benchmarks.start.screen import Place, Screen, is_painted

LOOK_SECONDS = 0.004
"""How often it is looked: the figures are as fine as this."""
QUIET_SECONDS = 2.0
"""A picture that has stood for so long is finished."""
PATIENCE_SECONDS = 40.0
SAYS_USABLE = re.compile(r"usable ([\d.]+) s")


@dataclass(frozen=True, slots=True)
class Launch:
    """One start, in seconds from the moment at which the program was executed; memory in MB when it had come to rest."""

    first_paint: float
    finished: float
    memory: float
    usable: float | None
    """What the program itself says of it."""


def launch(program: Program, screen: Screen) -> Launch:
    """Start the program, watch it until it has come to rest, and end it. Raises TimeoutError where no window comes."""
    output = program.home / "output.txt"
    if program.prepare and not program.home.exists():
        subprocess.run(program.prepare, env=program.environment(), check=True)
    with _running(program, output) as (process, start):
        place = _first_paint(screen, start, process)
        first = perf_counter() - start
        finished = _last_change(screen, place, start, lambda: not program.says_usable or bool(_said_usable(output)))
        return Launch(first, finished, pss_mb(process.pid), _said_usable(output))


def _said_usable(output: Path) -> float | None:
    said = SAYS_USABLE.search(output.read_text("utf-8", "replace"))
    return float(said[1]) if said else None


@contextmanager
def _running(program: Program, output: Path) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    environment = program.environment()
    with output.open("wb") as said:
        start = perf_counter()
        process = subprocess.Popen(
            program.command, cwd=ROOT, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        try:
            yield process, start
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with all that it has started: politely, then not."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None or sign is signal.SIGKILL:
            try:
                os.killpg(process.pid, sign)
                process.wait(5)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
    process.wait()


def _first_paint(screen: Screen, start: float, process: subprocess.Popen[bytes]) -> Place:
    while perf_counter() - start < PATIENCE_SECONDS:
        if process.poll() is not None:
            break
        for place in screen.windows():
            if is_painted(screen.picture(place)):
                return place
        sleep(LOOK_SECONDS)
    raise TimeoutError(f"no window of {process.args!r} was seen")


def _last_change(screen: Screen, place: Place, start: float, is_filled: Callable[[], bool]) -> float:
    """When the last change was seen, in the newest window that there is. What is not filled yet still changes, however
    long a busy computer takes for that.
    """
    last, picture = perf_counter(), b""
    while perf_counter() - start < PATIENCE_SECONDS:
        if perf_counter() - last > QUIET_SECONDS and is_filled():
            break
        place = next(reversed(screen.windows()), place)
        seen = screen.picture(place)
        if seen != picture:
            last, picture = perf_counter(), seen
        sleep(LOOK_SECONDS)
    return last - start
