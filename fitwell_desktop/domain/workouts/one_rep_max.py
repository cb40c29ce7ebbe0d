"""The one-rep maximum, estimated from a set of several repetitions by the formula that its exercise goes by."""

from collections.abc import Callable
from math import exp

from msgspec import Struct

from fitwell_desktop.domain.workouts import effort
from fitwell_desktop.vocabulary import OneRepMaxFormula

MOST_SURE_REPS = 10
"""Above these the formulas drift apart, and what they say is shown with low confidence."""
LEAST_UNKNOWN_REPS = 37
"""From here on Brzycki divides by nothing, or by less; Lander does one repetition later."""


class Estimate(Struct, frozen=True):
    """A one-rep maximum as estimated. `low_confidence` is said beside it."""

    kg: float
    formula: OneRepMaxFormula
    low_confidence: bool


def estimate(
    load_kg: float | None,
    reps: int | None,
    rir: float | None = None,
    formula: OneRepMaxFormula = OneRepMaxFormula.EPLEY,
) -> Estimate | None:
    """The one-rep max by a set of `reps` that had `rir` left: the formulas count both together, and a set without a
    word on that as one to the end. One repetition with none left is the maximum itself, which Epley, Mayhew and Wathan
    would miss: they put 100 % at no repetitions.

    None where there is nothing to reckon from: no load, no repetitions, 37 or more of them, or, by the RPE chart, a set
    without effort or off the chart. `load_kg` is what is moved, see `moved_kg`.
    """
    if load_kg is None or reps is None or load_kg <= 0 or reps < 1 or (rir is not None and rir < 0):
        return None
    total = reps + (rir or 0.0)
    kg = _by_chart(load_kg, reps, rir) if formula is OneRepMaxFormula.RPE_CHART else _by(formula, load_kg, total)
    return None if kg is None else Estimate(kg, formula, total > MOST_SURE_REPS)


def moved_kg(load_kg: float | None, bodyweight_kg: float | None = None, share: float = 0.0) -> float | None:
    """What a set moves: the load and the exercise's share of the body's weight. A load below 0 is taken off by a band
    or machine. None where the body's weight counts and is not known.
    """
    if not share:
        return load_kg
    return None if bodyweight_kg is None else (load_kg or 0.0) + share * bodyweight_kg


def _by_chart(load_kg: float, reps: int, rir: float | None) -> float | None:
    rpe = None if rir is None else effort.HARDEST - rir
    return effort.max_from(load_kg, reps, rpe) if rpe is not None and effort.is_on_chart(reps, rpe) else None


def _by(formula: OneRepMaxFormula, load_kg: float, reps: float) -> float | None:
    if reps >= LEAST_UNKNOWN_REPS:
        return None
    return load_kg if reps == 1 else load_kg * FACTORS[formula](reps)


def epley(reps: float) -> float:
    """Epley 1985, Poundage Chart."""
    return 1 + reps / 30


def brzycki(reps: float) -> float:
    """Brzycki 1993, JOPERD 64(1)."""
    return 36 / (37 - reps)


def lander(reps: float) -> float:
    """Lander 1985, NSCA Journal 6(6)."""
    return 100 / (101.3 - 2.67123 * reps)


def lombardi(reps: float) -> float:
    """Lombardi 1989, Beginning Weight Training."""
    return float(reps**0.10)


def mayhew(reps: float) -> float:
    """Mayhew et al. 1992, J Appl Sport Sci Res 6(4)."""
    return 100 / (52.2 + 41.9 * exp(-0.055 * reps))


def o_conner(reps: float) -> float:
    """O'Conner, Simmons and O'Shea 1989, Weight Training Today."""
    return 1 + 0.025 * reps


def wathan(reps: float) -> float:
    """Wathan 1994, in Essentials of Strength Training and Conditioning."""
    return 100 / (48.8 + 53.8 * exp(-0.075 * reps))


FACTORS: dict[OneRepMaxFormula, Callable[[float], float]] = {
    OneRepMaxFormula.EPLEY: epley,
    OneRepMaxFormula.BRZYCKI: brzycki,
    OneRepMaxFormula.LANDER: lander,
    OneRepMaxFormula.LOMBARDI: lombardi,
    OneRepMaxFormula.MAYHEW: mayhew,
    OneRepMaxFormula.O_CONNER: o_conner,
    OneRepMaxFormula.WATHAN: wathan,
}
"""How many times the load of so many repetitions the maximum is."""
