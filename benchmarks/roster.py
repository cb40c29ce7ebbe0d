"""Finding a client in the real Clients panel: letter by letter over 6,000 clients, and a client opened over data set M."""

from collections.abc import Iterator
from functools import partial
from statistics import median
from uuid import UUID

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.painting import painted_ms
from benchmarks.practices import copy_of, opened, studio, with_clients
from benchmarks.samples import percentile, settled_memory, spread
from benchmarks.typing_keys import typed_ms
from benchmarks.window import PracticeWindow, practice_window
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.views.roster.panel import RosterPanel
from fitwell_desktop.vocabulary import ClientState

WORDS = ("silva", "novak 0", "ines ros", "client59", "+4930123", "zzz")
"""Names that many have, a few have, nobody has; an address; a number."""


def _measure(conditions: Conditions) -> Measured:
    values: dict[str, float] = {}
    remarks = []
    for name, count in (("", conditions.some(6_000, 50)), ("_100k", conditions.some(100_000, 100))):
        letters = _letters(with_clients(conditions, count), conditions)
        values |= {f"letter{name}": median(letters), f"letter{name}_p95": percentile(letters, 95)}
        remarks.append(f"{count:,} clients, letters: {spread(letters)} ms, {len(letters)} of them")
    opened_ms = _openings(studio(conditions), conditions.some(30, 2))
    values |= {"open": median(opened_ms), "open_p95": percentile(opened_ms, 95)}
    return Measured(values, [*remarks, f"clients opened over M: {spread(opened_ms)} ms"])


def _letters(folder: PracticeFolder, conditions: Conditions) -> list[float]:
    words = WORDS[: conditions.some(len(WORDS), 1)]
    with opened(folder) as store, practice_window(store) as practice:
        panel = _panel(practice)
        with settled_memory():
            return list(typed_ms(practice.window, panel.filter.field, words))


def _openings(folder: PracticeFolder, rounds: int) -> list[float]:
    """A client after the other is taken in hand, with the list and the client's panel in sight."""
    with copy_of(folder) as copied, opened(copied) as store, practice_window(store) as practice:
        _panel(practice)
        practice.open("client")
        with settled_memory():
            return list(_open_each(practice, rounds))


def _open_each(practice: PracticeWindow, rounds: int) -> Iterator[float]:
    page = practice.workspace.store.ask(roster, Wanted(state=ClientState.ACTIVE), 0, rounds)
    for row in page.rows:
        yield painted_ms(practice.window, partial(_open, practice, row.id))


def _open(practice: PracticeWindow, client_id: UUID) -> None:
    practice.workspace.open("client", client_id)


def _panel(practice: PracticeWindow) -> RosterPanel:
    panel = practice.open("roster")
    assert isinstance(panel, RosterPanel)
    return panel


BENCHMARK = Benchmark(
    "roster",
    "the Clients panel",
    (
        Figure("letter", "ms", "letter → painted over 6,000 clients, median"),
        Figure("letter_p95", "ms", "  95th percentile", at_most=16),
        Figure("letter_100k", "ms", "letter → painted over 100,000 clients, median"),
        Figure("letter_100k_p95", "ms", "  95th percentile"),
        Figure("open", "ms", "client opened → painted over M, median"),
        Figure("open_p95", "ms", "  95th percentile", at_most=100),
    ),
    _measure,
)
