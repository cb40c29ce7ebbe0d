"""Whether a goal is on track: what was reached against what the straight line from start to target expects."""

from datetime import date

from msgspec import Struct

from fitwell_desktop.vocabulary import Band

ON_TRACK = 80
AT_RISK = 50
"""From these percent on; the bands are those in common use."""


class Trajectory(Struct, frozen=True):
    """Where a goal stands on a day: the value expected, percent of it reached, share of the way and of the time gone."""

    expected: float | None
    percent: float | None
    band: Band
    way: float
    time: float


UNKNOWN = Trajectory(None, None, Band.UNDEFINED, 0, 0)


def trajectory(
    start: float | None,
    current: float | None,
    target: float | None,
    started_on: date | None,
    target_on: date | None,
    today: date,
) -> Trajectory:
    """How a goal does. Undefined without numbers or days, and while nothing can be expected yet, as on its first day."""
    if start is None or target is None or start == target:
        return UNKNOWN
    reached = start if current is None else current
    way = (reached - start) / (target - start)
    if started_on is None or target_on is None or target_on <= started_on:
        return Trajectory(None, None, Band.UNDEFINED, _share(way), 0)
    time = (today - started_on).days / (target_on - started_on).days
    expected = start + (target - start) * _share(time)
    if expected == start:
        return Trajectory(expected, None, Band.UNDEFINED, _share(way), _share(time))
    percent = (reached - start) / (expected - start) * 100
    return Trajectory(expected, percent, band_of(percent), _share(way), _share(time))


def band_of(percent: float) -> Band:
    """The band that a percentage falls into."""
    if percent >= ON_TRACK:
        return Band.ON_TRACK
    return Band.AT_RISK if percent >= AT_RISK else Band.BEHIND


def _share(part: float) -> float:
    return min(1.0, max(0.0, part))
