"""What one line of a workout prescribes, and how it is put together from the cells that a trainer types."""

from typing import Any, TypeVar

from msgspec import Struct, structs

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.models.workouts import SetTarget, Tempo
from fitwell_desktop.vocabulary import SetKind

T = TypeVar("T")


class Work(Struct, frozen=True):
    """What is done in one set: repetitions, a time or a distance."""

    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    reps_max: int | None = None
    is_amrap: bool = False
    duration_seconds: int | None = None
    distance_m: float | None = None


class Load(Struct, frozen=True):
    """How heavy one set is: at most one kind of load, and how hard it shall feel (RIR or RPE)."""

    load_kg: float | None = None
    load_percent: float | None = None
    load_percent_max: float | None = None
    added_kg: float | None = None
    above_last_kg: float | None = None
    above_last_percent: float | None = None
    rir: float | None = None
    rpe: float | None = None


class Scheme(Struct, frozen=True):
    """The sets of a line. `works` holds one for all alike, each where they differ, none where nothing is prescribed."""

    sets: int | None = None
    works: tuple[Work, ...] = ()
    is_each_side: bool = False


class Prescription(Struct, frozen=True):
    """One line's targets in SI units, by the names of the columns of `SessionExercise`.

    Where sets differ, `set_targets` holds each of them whole, and the fields here hold what all of them share.
    """

    sets: int | None = None
    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    reps_max: int | None = None
    is_amrap: bool = False
    is_each_side: bool = False
    duration_seconds: int | None = None
    distance_m: float | None = None
    load_kg: float | None = None
    load_percent: float | None = None
    load_percent_max: float | None = None
    added_kg: float | None = None
    above_last_kg: float | None = None
    above_last_percent: float | None = None
    rir: float | None = None
    rpe: float | None = None
    tempo: Tempo | None = None
    rest_seconds: int | None = None
    set_targets: tuple[SetTarget, ...] = ()

    def each_set(self) -> tuple[SetTarget, ...]:
        """The target of every set in turn; a line that names no number of sets has one."""
        return self.set_targets or (SetTarget(**_named(SetTarget, self)),) * (self.sets or 1)


def prescribe(scheme: Scheme, loads: tuple[Load, ...], tempo: Tempo | None, rest_seconds: int | None) -> Prescription:
    """The line that four cells make. As many loads as sets, or one for all; else a UserError."""
    _ensure_a_load_for_each_set(scheme, loads)
    targets = alike(
        tuple(SetTarget(**structs.asdict(work), **structs.asdict(load)) for work, load in _paired(scheme, loads))
    )
    return Prescription(
        sets=scheme.sets,
        is_each_side=scheme.is_each_side,
        tempo=tempo,
        rest_seconds=rest_seconds,
        set_targets=targets if len(targets) > 1 else (),
        **_shared(targets),
    )


def scheme_of(prescription: Prescription) -> Scheme:
    """The sets of a line by themselves."""
    works = alike(tuple(Work(**_named(Work, target)) for target in _targets(prescription)))
    sets = len(prescription.set_targets) or prescription.sets
    nothing = sets is None and works == (Work(),)
    return Scheme(sets, () if nothing else works, prescription.is_each_side)


def loads_of(prescription: Prescription) -> tuple[Load, ...]:
    """The loads of a line by themselves: none, one for all sets, or one for each."""
    loads = alike(tuple(Load(**_named(Load, target)) for target in _targets(prescription)))
    return () if loads == (Load(),) else loads


def alike(values: tuple[T, ...]) -> tuple[T, ...]:
    """The values, or only the first of them where all are the same."""
    return values[:1] if all(value == values[0] for value in values) else values


def _targets(prescription: Prescription) -> tuple[Prescription | SetTarget, ...]:
    return prescription.set_targets or (prescription,)


def _paired(scheme: Scheme, loads: tuple[Load, ...]) -> list[tuple[Work, Load]]:
    works, loads = scheme.works or (Work(),), loads or (Load(),)
    count = max(len(works), len(loads))
    return list(zip(works * (count // len(works)), loads * (count // len(loads)), strict=True))


def _ensure_a_load_for_each_set(scheme: Scheme, loads: tuple[Load, ...]) -> None:
    if len(loads) < 2 or len(loads) == scheme.sets:
        return
    sets = "does not say how many sets" if scheme.sets is None else f"has {scheme.sets}"
    raise UserError(
        f"There are {len(loads)} loads, but the scheme {sets}. Write one load for all or one for each.", "load"
    )


def _shared(targets: tuple[SetTarget, ...]) -> dict[str, Any]:
    names = (*Work.__struct_fields__, *Load.__struct_fields__)
    first = structs.asdict(targets[0])
    return {name: first[name] for name in names if all(getattr(target, name) == first[name] for target in targets)}


def _named(kind: type[Struct], source: Struct) -> dict[str, Any]:
    return {name: getattr(source, name) for name in kind.__struct_fields__}
