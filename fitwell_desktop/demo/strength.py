"""How strong a client is and becomes, and what they make of a prescribed set: the demo's model of training.

Strength grows by ever smaller steps, wavers from day to day, and falls a little while nobody trains. Loads follow double
progression: more weight once all sets reach the top of the range, less after two failures.
"""

from dataclasses import dataclass

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.domain.workouts.one_rep_max import epley

WEEKLY_GAIN = 0.009
SLOWING = 0.985
LOST_PER_WEEK_OFF = 0.004
DELOAD = 0.85


@dataclass(slots=True)
class Lift:
    """One client's way with one exercise. `best_kg` is what they can lift once, on a normal day."""

    best_kg: float
    load_kg: float
    gain: float
    failures: int = 0

    def grow(self, talent: float) -> None:
        """A week of training."""
        self.best_kg *= 1 + self.gain * talent
        self.gain *= SLOWING

    def rest(self) -> None:
        """A week without."""
        self.best_kg *= 1 - LOST_PER_WEEK_OFF

    def judge(self, reached: int, missed: int, sets: int, step: float) -> None:
        """Choose the next load from how many sets reached the top of the range and how many missed its bottom."""
        if reached == sets:
            self.load_kg += step
            self.failures = 0
        elif missed:
            self.failures += 1
            if self.failures >= 2:
                self.load_kg, self.failures = rounded(self.load_kg * 0.9, step), 0


def new_lift(best_kg: float, low: int, rir: float, step: float) -> Lift:
    """Begin carefully: a load with one repetition more in reserve than is asked for."""
    return Lift(best_kg, rounded(load_for(best_kg, low + rir + 1), step), WEEKLY_GAIN)


def load_for(best_kg: float, repetitions: float) -> float:
    """The load that can just be lifted so often (Epley)."""
    return best_kg / epley(repetitions)


def possible(best_kg: float, load_kg: float) -> float:
    """How often a load can be lifted (Epley)."""
    return 30 * (best_kg / load_kg - 1) if load_kg > 0 else 30.0


def rounded(load_kg: float, step: float) -> float:
    """The load as plates and dumbbells allow it, at least one step."""
    return max(step, round(load_kg / step) * step)


def perform(form: float, lift: Lift, load: float, low: int, high: int, rir: float, done: int) -> tuple[int, float]:
    """What the next set brings: repetitions, and how many more there would have been. `form` is the day's, `done` the
    sets that were done before.
    """
    most = possible(lift.best_kg * form, load) - 0.45 * done
    reps = int(min(high, max(1, most - rir)))
    if reps < low:
        reps = int(min(low, max(1, most)))
    return reps, max(0.0, round((most - reps) * 2) / 2)


def form_of_the_day(chance: Chance) -> float:
    """Some days are better than others."""
    return chance.near(1.0, 0.018, 0.94, 1.05)
