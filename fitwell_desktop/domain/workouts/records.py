"""Personal records, found by replaying a client's sets in order of time: what is mended or deleted is replayed without.

Records of the house: most load for exactly so many repetitions; the highest estimated one-rep max, from sets of at most
ten repetitions, those in reserve counted; the most volume of an exercise in one workout. An equal is no record. Loads
are compared in whole grams, and a gain that one gram more or less of the load would explain is none: pounds and
rounding set no records.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from fitwell_desktop.domain.workouts.one_rep_max import estimate
from fitwell_desktop.domain.workouts.performed import PerformedSet
from fitwell_desktop.vocabulary import OneRepMaxFormula, RecordKind, SetKind

TOLERANCE_GRAMS = 1
FLOATING = 1e-6
"""Grams that fractions may be off by when they are reckoned."""
ASSISTED = frozenset({SetKind.PARTIAL, SetKind.FORCED})
"""Repetitions that were not lifted whole, or not alone: they are work, but no record of strength."""


class DatedSet(PerformedSet, frozen=True, kw_only=True):
    """A set with its place in a client's log."""

    id: UUID
    exercise_id: UUID
    workout_id: UUID
    performed_at: datetime
    set_number: int = 1


class Record(Struct, frozen=True):
    """A best that was not reached before, and the set that brought it. A workout has one record of volume at most for an
    exercise: the set is the one that passed the earlier best, the value the whole workout's.
    """

    kind: RecordKind
    exercise_id: UUID
    workout_id: UUID
    set_id: UUID
    kg: float
    previous_kg: float | None
    """The best until then; None for what was never done before, which starts a list and surprises nobody."""
    reps: int | None = None
    """For a record of repetitions: at how many."""
    formula: OneRepMaxFormula | None = None
    """For a record of one-rep max: how it was estimated."""

    @property
    def is_first(self) -> bool:
        return self.previous_kg is None


def replay(
    sets: Iterable[DatedSet],
    formulas: Mapping[UUID, OneRepMaxFormula] | None = None,
    default: OneRepMaxFormula = OneRepMaxFormula.EPLEY,
) -> list[Record]:
    """All records that one client's sets have brought, in order of time. `formulas` are those of exercises that don't
    go by the default.
    """
    board = _Board(formulas or {}, default)
    for done in sorted(sets, key=attrgetter("performed_at", "set_number", "id")):
        if (
            done.is_working
            and done.load_kg is not None
            and done.load_kg > 0
            and done.reps is not None
            and done.reps > 0
        ):
            board.enter(done, done.load_kg, done.reps)
    return board.records


def grams(kg: float) -> int:
    """Whole grams."""
    return round(kg * 1000)


class _Volume:
    """What a workout moves of one exercise while it lasts."""

    def __init__(self, previous: int | None) -> None:
        self.previous = previous
        self.total = 0
        self.reps = 0
        self.place: int | None = None
        """Where its record stands, once it has one."""


class _Board:
    """The bests so far, in grams, and the records that they were."""

    def __init__(self, formulas: Mapping[UUID, OneRepMaxFormula], default: OneRepMaxFormula) -> None:
        self.records: list[Record] = []
        self._formulas = formulas
        self._default = default
        self._loads: dict[tuple[UUID, int], int] = {}
        self._maxima: dict[UUID, float] = {}
        self._volumes: dict[UUID, int] = {}
        self._workouts: dict[tuple[UUID, UUID], _Volume] = {}

    def enter(self, done: DatedSet, load_kg: float, reps: int) -> None:
        load = grams(load_kg)
        if done.kind not in ASSISTED:
            self._enter_load(done, load, reps)
            self._enter_maximum(done, load, reps)
        self._enter_volume(done, load)

    def _enter_load(self, done: DatedSet, load: int, reps: int) -> None:
        best = self._loads.get((done.exercise_id, reps))
        if _beats(load, best, TOLERANCE_GRAMS):
            self._loads[done.exercise_id, reps] = load
            self.records.append(_record(RecordKind.REPS, done, load, best, reps=reps))

    def _enter_maximum(self, done: DatedSet, load: int, reps: int) -> None:
        formula = self._formulas.get(done.exercise_id, self._default)
        found = estimate(load / 1000, reps, done.rir, formula)
        if found is None or found.low_confidence:
            return
        maximum = found.kg * 1000
        best = self._maxima.get(done.exercise_id)
        if _beats(maximum, best, TOLERANCE_GRAMS * maximum / load):
            self._maxima[done.exercise_id] = maximum
            self.records.append(_record(RecordKind.ONE_REP_MAX, done, maximum, best, formula=formula))

    def _enter_volume(self, done: DatedSet, load: int) -> None:
        exercise, key = done.exercise_id, (done.exercise_id, done.workout_id)
        volume = self._workouts.get(key)
        if volume is None:
            volume = self._workouts[key] = _Volume(self._volumes.get(exercise))
        volume.total += load * done.all_reps
        volume.reps += done.all_reps
        self._volumes[exercise] = max(volume.total, self._volumes.get(exercise, 0))
        if not _beats(volume.total, volume.previous, TOLERANCE_GRAMS * volume.reps):
            return
        if volume.place is None:
            volume.place = len(self.records)
            self.records.append(_record(RecordKind.VOLUME, done, volume.total, volume.previous))
        else:
            first = self.records[volume.place]
            self.records[volume.place] = replace(first, kg=volume.total / 1000)


def _beats(value: float, best: float | None, slack: float) -> bool:
    return best is None or value - best > slack + FLOATING


def _record(
    kind: RecordKind,
    done: DatedSet,
    value: float,
    best: float | None,
    *,
    reps: int | None = None,
    formula: OneRepMaxFormula | None = None,
) -> Record:
    previous = None if best is None else round(best) / 1000
    return Record(kind, done.exercise_id, done.workout_id, done.id, round(value) / 1000, previous, reps, formula)
