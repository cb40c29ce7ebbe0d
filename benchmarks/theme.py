"""From light to dark and back, over the whole window with its panels filled."""

from statistics import median

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.painting import painted_ms
from benchmarks.practices import copy_of, opened, solo
from benchmarks.samples import percentile, settled_memory, spread
from benchmarks.window import practice_window
from fitwell_desktop.ui.theme import Density


def _measure(conditions: Conditions) -> Measured:
    rounds = conditions.some(20, 2)
    with copy_of(solo(conditions)) as folder, opened(folder) as store, practice_window(store) as practice:
        for place in ("client", "calendar", "billing", "today"):
            practice.open(place)
        theme = practice.theme
        with settled_memory():
            painted_ms(practice.window, theme.toggle)
            switches = [painted_ms(practice.window, theme.toggle) for _ in range(rounds)]
            densities = [
                painted_ms(practice.window, lambda wanted=wanted: theme.choose(density=wanted))  # type: ignore[misc]
                for wanted in [Density.COMPACT, Density.COMFORTABLE] * max(1, rounds // 4)
            ]
    values = {"switch": median(switches), "switch_p95": percentile(switches, 95), "density": median(densities)}
    return Measured(values, [f"switches: {spread(switches)} ms"])


BENCHMARK = Benchmark(
    "theme",
    "another look for the whole window, over data set S",
    (
        Figure("switch", "ms", "light or dark → painted, median", at_most=100),
        Figure("switch_p95", "ms", "  95th percentile"),
        Figure("density", "ms", "compact or comfortable → painted, median"),
    ),
    _measure,
)
