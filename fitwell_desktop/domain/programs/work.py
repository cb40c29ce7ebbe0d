"""One set's work within the scheme cell: 8, 8-10, 3+, AMRAP, 30s, 1:30, 400m."""

import re

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs.amounts import DISTANCES, NUMBER, number, ways_to_write
from fitwell_desktop.domain.programs.durations import parse_seconds, write_seconds
from fitwell_desktop.domain.programs.limits import counted_reps, metres_of_work, seconds_of_work
from fitwell_desktop.domain.programs.prescription import Work
from fitwell_desktop.vocabulary import UnitSystem

_REPS = re.compile(r"(-?\d+)(?: ?(?:-|to) ?(\d+))?(?: ?reps?)?", re.ASCII | re.IGNORECASE)
_OPEN = re.compile(r"(-?\d+) ?\+", re.ASCII)
_AMRAP = re.compile(r"amrap|max(?: reps?)?|as many as possible|\+", re.IGNORECASE)
_DISTANCE = re.compile(
    rf"({NUMBER}) ?(?:(?P<km>km|kilomet(?:er|re)s?)|(?P<m>m|met(?:er|re)s?)|(?P<mi>mi|miles?)|(?P<yd>yds?|yards?)|(?P<ft>ft|feet))",
    re.ASCII | re.IGNORECASE,
)
_PREFERRED = {UnitSystem.METRIC: ("km", "m", "mi", "yd", "ft"), UnitSystem.IMPERIAL: ("mi", "m", "yd", "ft", "km")}


def read_work(text: str) -> Work | None:
    """What a set's text says, or None; a UserError where it says too much or too little."""
    if _AMRAP.fullmatch(text):
        return Work(is_amrap=True)
    if match := _OPEN.fullmatch(text):
        return Work(reps=counted_reps(match[1]), is_amrap=True)
    if match := _REPS.fullmatch(text):
        return _repetitions(counted_reps(match[1]), counted_reps(match[2]) if match[2] else None)
    return _time_or_distance(text)


def write_work(work: Work, units: UnitSystem) -> str:
    """The shortest usual form, in the trainer's unit where it gives the same distance again."""
    if work.duration_seconds is not None:
        return write_seconds(work.duration_seconds)
    if work.distance_m is not None:
        return _write_distance(work.distance_m, units)
    if work.is_amrap:
        return "AMRAP" if work.reps is None else f"{work.reps}+"
    return f"{work.reps}" if work.reps_max is None else f"{work.reps}-{work.reps_max}"


def _repetitions(least: int, most: int | None) -> Work:
    if most is not None and most < least:
        raise UserError(f"The repetitions run from {least} down to {most}. Write {most}-{least}.", "scheme")
    return Work(reps=least, reps_max=None if most == least else most)


def _time_or_distance(text: str) -> Work | None:
    seconds = parse_seconds(text)
    if seconds is not None:
        return Work(duration_seconds=seconds_of_work(seconds))
    match = _DISTANCE.fullmatch(text)
    if match is None or match.lastgroup is None:
        return None
    return Work(distance_m=metres_of_work(number(match[1]) * DISTANCES[match.lastgroup]))


def _write_distance(metres: float, units: UnitSystem) -> str:
    ways = ways_to_write(metres, DISTANCES, _PREFERRED[units])
    return min(("".join(way) for way in ways), key=len)
