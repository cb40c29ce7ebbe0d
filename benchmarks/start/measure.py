"""Start-up and memory of FitWell, of an empty window, and of the peers that are here, in turns on one screen."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.practices import copy_of, solo
from benchmarks.samples import spread
from benchmarks.start.launch import Launch, launch
from benchmarks.start.programs import Program, fitwell, floor, peers
from benchmarks.start.screen import Screen, looking

DROP_CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True, slots=True)
class Starts:
    """All starts of one program."""

    warm: list[Launch] = field(default_factory=list)
    cold: list[Launch] = field(default_factory=list)

    @property
    def first_paint(self) -> float:
        """Seconds until something is painted, in the median."""
        return median(start.first_paint for start in self.warm)

    @property
    def finished(self) -> float:
        """Seconds until the picture changes no more: the window shows what it shows, and can be used."""
        return median(start.finished for start in self.warm)

    @property
    def memory(self) -> float:
        """MB at rest."""
        return median(start.memory for start in self.warm)


def _measure(conditions: Conditions) -> Measured:
    with looking() as screen, copy_of(solo(conditions, of_today=True)) as practice:
        programs = [floor(), fitwell(practice.path), *peers()]
        starts = {program.name: Starts() for program in programs}
        for program in programs:
            launch(program, screen)  # writes what only a first start writes
        for _ in range(conditions.some(7, 1)):
            _in_turn(programs, screen, {name: own.warm for name, own in starts.items()})
        for _ in range(conditions.some(3, 0) if _may_drop_caches() else 0):
            _in_turn(programs, screen, {name: own.cold for name, own in starts.items()}, cold=True)
    return Measured(_values(starts), list(_remarks(starts)))


def _in_turn(programs: Sequence[Program], screen: Screen, kept: dict[str, list[Launch]], *, cold: bool = False) -> None:
    """Start each program once. In turns, so that what else the computer does strikes all alike."""
    for program in programs:
        if cold:
            subprocess.run(["sync"], check=True)
            DROP_CACHES.write_text("3", "ascii")
        kept[program.name].append(launch(program, screen))


def _may_drop_caches() -> bool:
    return os.access(DROP_CACHES, os.W_OK)


def _values(starts: dict[str, Starts]) -> dict[str, float]:
    own, least = starts["fitwell"], starts["floor"]
    values = {
        "floor": least.first_paint,
        "first_paint": own.first_paint,
        "first_paint_floor": own.first_paint / least.first_paint,
        "usable": own.finished,
        "memory": own.memory,
        "memory_floor": own.memory / least.memory,
    }
    if said := [start.usable for start in own.warm if start.usable is not None]:
        values["usable_said"] = median(said)
    if own.cold:
        values["cold"] = median(start.finished for start in own.cold)
        values["cold_warm"] = values["cold"] / own.finished
    for name, limit in starts.items():
        if name not in {"floor", "fitwell"}:
            values[f"{name}_first_paint"] = limit.first_paint
            values[f"{name}_usable"] = limit.finished
            values[f"{name}_memory"] = limit.memory
            values[f"usable_{name}"] = own.finished / limit.finished
            values[f"memory_{name}"] = own.memory / limit.memory
    return values


def _remarks(starts: dict[str, Starts]) -> Iterator[str]:
    for name, own in starts.items():
        paint, done = [s.first_paint for s in own.warm], [s.finished for s in own.warm]
        yield f"{name}: first paint {spread(paint)} s, finished {spread(done)} s, {own.memory:.0f} MB"
        if own.cold:
            paint, done = [s.first_paint for s in own.cold], [s.finished for s in own.cold]
            yield f"{name}, cold: first paint {spread(paint)} s, finished {spread(done)} s"
    if not _may_drop_caches():
        yield "cold starts need the right to drop the system's caches: run as root for them"
    if "anki" not in starts or "vorta" not in starts:
        yield "the peers are not all here: python -m benchmarks --install-peers"


def _against(name: str, title: str, usable: float | None = None, memory: float | None = None) -> tuple[Figure, ...]:
    return (
        Figure(f"{name}_first_paint", "s", f"{title}: exec → first paint"),
        Figure(f"{name}_usable", "s", f"{title}: exec → picture finished"),
        Figure(f"{name}_memory", "MB", f"{title}: memory at rest"),
        Figure(f"usable_{name}", "×", f"  FitWell usable against {title} finished", at_most=usable),
        Figure(f"memory_{name}", "×", f"  FitWell's memory against {title}'s", at_most=memory),
    )


BENCHMARK = Benchmark(
    "start",
    "exec → window on a virtual screen, medians of starts in turns",
    (
        Figure("floor", "s", "empty QMainWindow: exec → first paint"),
        Figure("first_paint", "s", "FitWell: exec → first paint"),
        Figure("first_paint_floor", "×", "  against the empty window", at_most=2.0),
        Figure("usable", "s", "FitWell: exec → today's data shown"),
        Figure("usable_said", "s", "  as the program itself says"),
        Figure("cold", "s", "  with cold caches"),
        Figure("cold_warm", "×", "  cold against warm", at_most=1.7),
        Figure("memory", "MB", "FitWell: memory at rest (PSS)"),
        Figure("memory_floor", "×", "  against the empty window"),
        *_against("anki", "Anki", usable=0.6, memory=0.35),
        *_against("vorta", "Vorta", usable=0.85),
    ),
    _measure,
)
