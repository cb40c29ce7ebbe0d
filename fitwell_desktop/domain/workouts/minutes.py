"""How long a workout lasts: by its sets, tempo and rest, at the pace at which the client has trained so far.

The defaults are rules of the house: 4 seconds a repetition without a tempo, 90 seconds of rest, a minute to change over
to the next exercise.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from statistics import median

from msgspec import Struct

from fitwell_desktop.domain.workouts.volume import seconds_of_rep
from fitwell_desktop.models.workouts import Tempo

SECONDS_OF_REP = 4
SECONDS_OF_REST = 90
SECONDS_TO_CHANGE = 60
LATEST = 5
"""Workouts that a client's pace is told from."""
SLOWEST, FASTEST = 2.0, 0.5
"""Beyond these a clock was forgotten, and says nothing of the pace."""


class PlannedWork(Struct, frozen=True):
    """One exercise as prescribed. `seconds` is a set's length where it is timed, of one side as `reps` are."""

    sets: int
    reps: int | None = None
    seconds: int | None = None
    tempo: Tempo | None = None
    rest_seconds: int | None = None
    is_each_side: bool = False


class PastWorkout(Struct, frozen=True):
    """How long a workout was to last, by `planned_seconds`, and how long it took."""

    planned_seconds: int
    took_minutes: int


def planned_seconds(work: Iterable[PlannedWork]) -> int | None:
    """The time of all sets, of the rests between them, and of the changes between exercises. None without work, or
    where nothing says how long a set lasts.
    """
    lines = [_seconds_of(part) for part in work if part.sets > 0]
    known = [seconds for seconds in lines if seconds is not None]
    if not known or len(known) < len(lines):
        return None
    return sum(known) + (len(known) - 1) * SECONDS_TO_CHANGE


def pace(past: Sequence[PastWorkout]) -> float:
    """How much longer than planned a client's last five workouts took, as a factor: the middle one of them; 1 where
    there is none. The latest stands last.
    """
    found = [
        done.took_minutes * 60 / done.planned_seconds
        for done in past
        if done.planned_seconds > 0 and done.took_minutes > 0
    ]
    sane = [factor for factor in found if FASTEST <= factor <= SLOWEST]
    return median(sane[-LATEST:]) if sane else 1.0


def minutes(work: Iterable[PlannedWork], past: Sequence[PastWorkout] = ()) -> int | None:
    """How many minutes a workout lasts, rounded up; by the client's own pace, where they have one."""
    seconds = planned_seconds(work)
    return None if seconds is None else ceil(seconds * pace(past) / 60)


def _seconds_of(part: PlannedWork) -> int | None:
    """One exercise, without the rest after its last set: then one changes over."""
    each = _seconds_of_set(part)
    if each is None:
        return None
    rest = SECONDS_OF_REST if part.rest_seconds is None else part.rest_seconds
    return part.sets * each + (part.sets - 1) * rest


def _seconds_of_set(part: PlannedWork) -> int | None:
    one_side = part.seconds
    if one_side is None and part.reps is not None:
        one_side = part.reps * (SECONDS_OF_REP if part.tempo is None else seconds_of_rep(part.tempo))
    return None if one_side is None else one_side * (2 if part.is_each_side else 1)
