"""Every panel's queries, again and again over the data sets S and M: the 95th percentile of each."""

from collections.abc import Iterator, Sequence
from itertools import count
from statistics import median

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.panels.asked import ASKED, Asked
from benchmarks.panels.scene import Scene, scene_of
from benchmarks.practices import opened, solo, studio
from benchmarks.samples import percentile, samples_ms, settled_memory
from fitwell_desktop.core.store import Store

SETS = (("s", "S", solo, 16), ("m", "M", studio, 50))
"""In the figures' names, in words, how it is built, and what each query may take in ms."""


def _measure(conditions: Conditions) -> Measured:
    values: dict[str, float] = {}
    remarks: list[str] = []
    for short, long, build, _ in SETS:
        with opened(build(conditions)) as store, settled_memory():
            taken = dict(_times(store, conditions.some(40, 2)))
        values |= {f"{name}.{short}": percentile(times, 95) for name, times in taken.items()}
        remarks.append(f"over {long}: {_worst(taken)}")
    return Measured(values, remarks)


def _times(store: Store, rounds: int) -> Iterator[tuple[str, list[float]]]:
    scene = scene_of(store)
    for asked in ASKED:
        yield asked.name, _asked_ms(store, scene, asked, rounds)


def _asked_ms(store: Store, scene: Scene, asked: Asked, rounds: int) -> list[float]:
    """So many answers in ms; the first, for which SQLAlchemy writes the statement, does not count."""
    nth = count()
    return samples_ms(lambda: store.ask(asked.query, *asked.arguments(scene, next(nth))), rounds)


def _worst(taken: dict[str, list[float]]) -> str:
    slowest = sorted(taken, key=lambda name: -percentile(taken[name], 95))[:3]
    said: Sequence[str] = [
        f"{name} {median(taken[name]):.1f} ms, p95 {percentile(taken[name], 95):.1f}, at most {max(taken[name]):.1f}"
        for name in slowest
    ]
    return f"{len(taken)} queries, the slowest: " + "; ".join(said)


def _figures() -> Iterator[Figure]:
    for asked in ASKED:
        for short, long, _, limit in SETS:
            yield Figure(f"{asked.name}.{short}", "ms", f"{asked.name}, {long}", at_most=limit)


BENCHMARK = Benchmark("panels", "what the panels ask: 95th percentile of each query", tuple(_figures()), _measure)
