"""How much training a client takes day by day: load of a session, monotony and strain of a week, acute and chronic.

Sources: Foster 1998 and Foster et al. 2001 (session RPE, monotony, strain); Hulin et al. 2014 (acute by chronic load);
Windt and Gabbett 2019 (uncoupled); Williams et al. 2017 (moving average). The ratio is a trend and no forecast of
injury: its "sweet spot" is not supported (Impellizzeri et al. 2020), so no limits of it are given here.

Days are loads in arbitrary units, oldest first, one a day without a gap, 0 on a day off.
"""

from collections.abc import Iterable, Sequence
from statistics import fmean, stdev

from msgspec import Struct

WEEK = 7
MONTH = 28
"""Days that chronic load looks back on; before so many are known, no ratio is shown."""
DEVIATION = "sample standard deviation (n - 1)"
"""What monotony divides by, printed beside it: with the population's, it is higher."""
HIGH_MONOTONY = 2.0
HIGH_STRAIN = 4500.0
VERY_HIGH_STRAIN = 6000.0


def session_load(rpe: float | None, minutes: float | None) -> float | None:
    """RPE of the whole session, 0 to 10, times its minutes; None where either is not known."""
    if rpe is None or minutes is None or minutes <= 0 or not 0 <= rpe <= 10:
        return None
    return rpe * minutes


class Week(Struct, frozen=True):
    """The load of seven days. Where every day is alike, monotony and strain are undefined: None."""

    load: float
    monotony: float | None
    strain: float | None

    @property
    def is_monotonous(self) -> bool:
        return self.monotony is not None and self.monotony > HIGH_MONOTONY

    @property
    def is_straining(self) -> bool:
        return self.strain is not None and self.strain > HIGH_STRAIN

    @property
    def is_very_straining(self) -> bool:
        return self.strain is not None and self.strain > VERY_HIGH_STRAIN


def last_week(days: Sequence[float]) -> Week | None:
    """The last seven days: load is their sum, monotony their mean by their sample deviation, strain both multiplied.
    None while fewer are known.
    """
    week = days[-WEEK:]
    if len(week) < WEEK:
        return None
    deviation = stdev(week)
    load = sum(week)
    monotony = fmean(week) / deviation if deviation else None
    return Week(load, monotony, None if monotony is None else load * monotony)


class AcuteByChronic(Struct, frozen=True):
    """The last week's load by that of four weeks, in three ways; None where nothing was done to divide by."""

    coupled: float | None
    """Mean of 7 days by mean of 28, the 7 among them: never above 4."""
    uncoupled: float | None
    """Mean of 7 days by mean of the 21 before them."""
    weighted: float | None
    """Moving averages that weigh recent days more (EWMA)."""


def acute_by_chronic(days: Sequence[float]) -> AcuteByChronic | None:
    """The three ratios on the last of the days; None for the first 28 days, when there is no chronic load yet."""
    if len(days) < MONTH:
        return None
    acute, month = fmean(days[-WEEK:]), days[-MONTH:]
    return AcuteByChronic(
        _ratio(acute, fmean(month)),
        _ratio(acute, fmean(month[:-WEEK])),
        _ratio(weighted_mean(days, WEEK), weighted_mean(days, MONTH)),
    )


def weighted_mean(days: Iterable[float], span: int) -> float:
    """The exponentially weighted moving average: E = L x a + (1 - a) x E of the day before, a = 2 / (span + 1). It
    begins at the first day's load.
    """
    weight = 2 / (span + 1)
    loads = iter(days)
    mean = next(loads)
    for load in loads:
        mean = load * weight + (1 - weight) * mean
    return mean


def _ratio(acute: float, chronic: float) -> float | None:
    return acute / chronic if chronic else None
