"""A list of 5,000 clients taken in through the real import: read, checked, written, undone, with the window alive."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QDeadlineTimer

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.heartbeat import Heartbeat
from benchmarks.people import FIRST_NAMES, LAST_NAMES
from benchmarks.practices import copy_of, opened, with_clients
from benchmarks.samples import settled_memory
from benchmarks.window import PracticeWindow, practice_window
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.views.roster.import_dialog import CHECK, MAP, ImportDialog

HEADINGS = ("First name", "Last name", "E-mail", "Mobile", "Date of birth", "Address", "Tags", "Notes")

LOOK_MS = 300
"""Nobody chooses a file in a dialog that is not painted yet."""


def write_list(path: Path, count: int) -> None:
    """A client list as another program would export it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(count):
            first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number // 13 % len(LAST_NAMES)]
            born = f"{number % 28 + 1:02d}.{number % 12 + 1:02d}.{1950 + number % 55}"
            address = f"Harbour Street {number % 300}\n20457 Hamburg"
            mail, phone = f"new{number}@example.org", f"+49 30 231{number:05d}"
            note = f"Came by word of mouth, {number}" if number % 3 == 0 else ""
            writer.writerow([first, f"{last}-{number}", mail, phone, born, address, f"Group {number % 7}", note])


def _measure(conditions: Conditions) -> Measured:
    count = conditions.some(5_000, 40)
    small = with_clients(conditions, conditions.some(150, 20))
    with copy_of(small) as folder, opened(folder) as store, practice_window(store) as practice:
        practice.open("roster")
        before = practice.workspace.store.ask(roster, Wanted(), 0, 1).total
        with TemporaryDirectory() as place, settled_memory():
            path = Path(place) / "clients.csv"
            write_list(path, count)
            heart = Heartbeat()
            marks = _take_in(practice, path, heart)
            whole = sum(marks.values())
            taken = practice.workspace.store.ask(roster, Wanted(), 0, 1).total - before
            assert taken == count, f"{taken} of {count} rows were taken in"
            undone = Heartbeat()
            start = perf_counter()
            undone.beat_through(practice.workspace.toasts.undo)
            undone.wait_until(lambda: bool(practice.workspace.store.redo_name) and not practice.window.tasks.busy())
            undo = perf_counter() - start
    values = {**marks, "whole": whole, "longest_block": heart.longest_ms}
    values |= {"undo": undo, "undo_block": undone.longest_ms}
    return Measured(values, [f"{count:,} rows of {len(HEADINGS)} columns into a practice of {before} clients"])


def _take_in(practice: PracticeWindow, path: Path, heart: Heartbeat) -> dict[str, float]:
    """Go through the dialog as a user does who sees it, and then never hesitates; the seconds of each step. In the end it
    closes itself, and is gone with that.
    """
    dialog = ImportDialog(practice.workspace, practice.window)
    ended: list[bool] = []
    dialog.accepted.connect(lambda: ended.append(True))
    heart.beat_through(dialog.open)
    seen = QDeadlineTimer(LOOK_MS)
    heart.wait_until(seen.hasExpired)
    times = [perf_counter()]
    steps = (
        (lambda: dialog.read(path), lambda: dialog.pages.currentIndex() == MAP),
        (dialog.confirm, lambda: dialog.pages.currentIndex() == CHECK),
        (dialog.confirm, lambda: bool(ended)),
    )
    for act, is_done in steps:
        heart.beat_through(act)
        heart.wait_until(is_done)
        times.append(perf_counter())
    names = ("read", "dry_run", "write")
    return {name: end - begin for name, begin, end in zip(names, times, times[1:], strict=False)}


BENCHMARK = Benchmark(
    "import",
    "a CSV file of 5,000 clients through the import's own dialog",
    (
        Figure("whole", "s", "from the file to the clients", at_most=5),
        Figure("read", "s", "  read"),
        Figure("dry_run", "s", "  checked row by row"),
        Figure("write", "s", "  written, with history and undo"),
        Figure("longest_block", "ms", "longest pause of the window meanwhile", at_most=50),
        Figure("undo", "s", "all of it undone"),
        Figure("undo_block", "ms", "longest pause of the window meanwhile"),
    ),
    _measure,
)
