"""The command palette over 100,000 clients: opened, and typed into."""

from statistics import median

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.painting import painted_ms
from benchmarks.practices import opened, with_clients
from benchmarks.samples import percentile, settled_memory, spread
from benchmarks.typing_keys import typed_ms
from benchmarks.window import practice_window

WORDS = ("silva", "novak 0", "ines ros", "calendar", "theme", "+4930", "zzz")
"""Names that many have, a few have, nobody has; a place; an action; a number."""


def _measure(conditions: Conditions) -> Measured:
    rounds = conditions.some(15, 2)
    with opened(with_clients(conditions, conditions.some(100_000, 100))) as store, practice_window(store) as practice:
        palette = practice.window.palette_box
        openings = []
        with settled_memory():
            for _ in range(rounds):
                openings.append(painted_ms(practice.window, palette.pop_up))
                palette.close_up()
            palette.pop_up()
            letters = list(typed_ms(practice.window, palette.box, WORDS[: conditions.some(len(WORDS), 1)]))
            palette.close_up()
    values = {
        "open": percentile(openings, 95),
        "letter": median(letters),
        "letter_p95": percentile(letters, 95),
        "letter_max": max(letters),
    }
    return Measured(values, [f"openings: {spread(openings)} ms; letters: {spread(letters)} ms, {len(letters)} of them"])


BENCHMARK = Benchmark(
    "palette",
    "Ctrl+K over a practice of 100,000 clients",
    (
        Figure("open", "ms", "opened → painted, 95th percentile", at_most=50),
        Figure("letter", "ms", "letter → painted, median"),
        Figure("letter_p95", "ms", "  95th percentile", at_most=16),
        Figure("letter_max", "ms", "  the longest"),
    ),
    _measure,
)
