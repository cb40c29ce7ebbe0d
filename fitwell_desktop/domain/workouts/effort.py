"""How hard a set is: repetitions in reserve, RPE, and the chart that ties them to a share of the one-rep max."""

from math import floor, isfinite

from msgspec import Struct

from fitwell_desktop.core.errors import UserError

HARDEST = 10.0
"""The RPE of a set with nothing in reserve."""
EASIEST_ON_CHART = 6.0
MOST_REPS = 12
TOTALS = 16
"""The chart's length: 12 repetitions with 4 in reserve."""


class Chart(Struct, frozen=True):
    """Percent of the one-rep max by total repetitions, done and in reserve, from 1 to 16. An owner may have their own."""

    name: str
    percents: tuple[float, ...]


STANDARD = Chart(
    "RPE chart by total repetitions",
    (100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.4),
)
"""Tuchscherer's chart of repetitions against RPE, whose grid of 9 x 12 is one row by total repetitions. It is not the
"linearised" one, which has 93.3 % for 1 at 8.5."""


def ensure_chart(chart: Chart) -> None:
    """Refuse an owner's chart by which nothing can be reckoned: it begins at 100 % and falls with every repetition."""
    if len(chart.percents) != TOTALS:
        raise UserError(f"Give the chart {TOTALS} percentages, for 1 to {TOTALS} total repetitions.", "percents")
    if chart.percents[0] != 100:
        raise UserError("One repetition with none in reserve is 100 %: begin the chart there.", "percents")
    falling = all(more > fewer for more, fewer in zip(chart.percents, chart.percents[1:], strict=False))
    if not falling or chart.percents[-1] <= 0:
        raise UserError("More repetitions mean a smaller share: let each percentage be below the last.", "percents")


def rpe_of(rir: float) -> float:
    """RPE by repetitions in reserve: RPE = 10 - RIR (Zourdos et al. 2016)."""
    if not 0 <= rir <= HARDEST:
        raise UserError("Repetitions in reserve go from 0 to 10.", "rir")
    return HARDEST - rir


def rir_of(rpe: float) -> float:
    """Repetitions in reserve by RPE: RIR = 10 - RPE (Zourdos et al. 2016)."""
    if not 0 <= rpe <= HARDEST:
        raise UserError("RPE goes from 0 to 10.", "rpe")
    return HARDEST - rpe


def is_on_chart(reps: int, rpe: float) -> bool:
    """Whether the chart knows a set like this: 1 to 12 repetitions at RPE 6 to 10."""
    return 1 <= reps <= MOST_REPS and EASIEST_ON_CHART <= rpe <= HARDEST


def percent_of_max(reps: int, rpe: float, chart: Chart = STANDARD) -> float:
    """Percent of the one-rep max that so many repetitions at that RPE are, after the chart; between two of its totals
    on the straight line. Off the chart is refused, not extrapolated.
    """
    if not 1 <= reps <= MOST_REPS:
        raise UserError(f"The RPE chart knows 1 to {MOST_REPS} repetitions.", "reps")
    if not EASIEST_ON_CHART <= rpe <= HARDEST:
        raise UserError("The RPE chart knows RPE 6 to 10.", "rpe")
    total = reps + rir_of(rpe)
    whole = floor(total)
    above = chart.percents[whole - 1]
    below = chart.percents[min(whole, TOTALS - 1)]
    return above - (above - below) * (total - whole)


def load_for(one_rep_max_kg: float, reps: int, rpe: float, chart: Chart = STANDARD) -> float:
    """The load in kg for so many repetitions at that RPE."""
    return ensure_load(one_rep_max_kg) * percent_of_max(reps, rpe, chart) / 100


def max_from(load_kg: float, reps: int, rpe: float, chart: Chart = STANDARD) -> float:
    """The one-rep max in kg of who lifted that load so often at that RPE: what `load_for` turns round."""
    return ensure_load(load_kg) / percent_of_max(reps, rpe, chart) * 100


def ensure_load(kg: float) -> float:
    """The load, if it is one that can be lifted."""
    if not (isfinite(kg) and kg > 0):
        raise UserError("A load must be above 0.", "load_kg")
    return kg
