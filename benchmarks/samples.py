"""Taking a time again and again, and what is said of the times: median, percentiles, spread."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median, quantiles
from time import perf_counter


def elapsed_ms(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def samples_ms(work: Callable[[], object], rounds: int, *, warm_up: int = 1) -> list[float]:
    """How long each of so many calls takes, once it has been called before."""
    for _ in range(warm_up):
        work()
    return [elapsed_ms(work) for _ in range(rounds)]


def percentile(samples: Sequence[float], percent: int) -> float:
    """The value that so many percent of the samples do not exceed."""
    return quantiles(samples, n=100, method="inclusive")[percent - 1] if len(samples) > 1 else samples[0]


def spread(samples: Sequence[float]) -> str:
    """In words: the median, and from where to where the samples lie."""
    return f"{median(samples):.2f} ({min(samples):.2f}–{max(samples):.2f})"


@contextmanager
def settled_memory() -> Iterator[None]:
    """What was made so far is not looked at by the garbage collector, as in a program that has been running a while."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
