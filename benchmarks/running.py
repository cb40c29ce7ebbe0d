"""Runs benchmarks one after another, each in a fresh process, so that none pays for what another left behind."""

import multiprocessing
import traceback
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module

from benchmarks.benchmark import Benchmark, Conditions, Measured

MODULES = {
    "start": "benchmarks.start.measure",
    "panels": "benchmarks.panels.measure",
    "roster": "benchmarks.roster",
    "import": "benchmarks.importing",
    "invoices": "benchmarks.invoices",
    "tables": "benchmarks.tables",
    "theme": "benchmarks.theme",
    "palette": "benchmarks.palette",
    "calendar": "benchmarks.calendar",
    "store": "benchmarks.store",
    "demo": "benchmarks.demo",
}
"""Where each benchmark is, by name, in the order in which they are run."""


def find(name: str) -> Benchmark:
    """The benchmark of that name, with what it needs imported."""
    benchmark: Benchmark = import_module(MODULES[name]).BENCHMARK
    return benchmark


class BenchmarkFailedError(Exception):
    """A benchmark could not take its figures; the message is the whole traceback of its process."""


def run(name: str, conditions: Conditions) -> Measured:
    """Take the benchmark's figures in a process of its own. Raises BenchmarkFailedError."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as process:
        return process.submit(_measure, name, conditions).result()


def _measure(name: str, conditions: Conditions) -> Measured:
    try:
        return find(name).measure(conditions)
    except Exception as error:  # some can't be sent from process to process
        raise BenchmarkFailedError(traceback.format_exc()) from error
