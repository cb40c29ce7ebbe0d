"""A set as it was done, in the plain values that the rules of training look at."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from fitwell_desktop.vocabulary import SetKind


class PerformedSet(Struct, frozen=True):
    """One set. `load_kg` is what was moved, bodyweight's share included; `reps` are of one side, where sides differ."""

    load_kg: float | None
    reps: int | None
    rir: float | None = None
    kind: SetKind = SetKind.WORKING
    is_each_side: bool = False
    is_completed: bool = True

    @property
    def is_working(self) -> bool:
        """Whether it was done, and was no warm-up."""
        return self.is_completed and self.kind is not SetKind.WARM_UP

    @property
    def all_reps(self) -> int:
        """Repetitions of both sides together."""
        return (self.reps or 0) * (2 if self.is_each_side else 1)


def lifted(sets: Iterable[PerformedSet], *, with_warm_ups: bool = False) -> Iterator[tuple[float, PerformedSet]]:
    """The sets that moved something, each with its load in kg."""
    for done in sets:
        counts = done.is_completed if with_warm_ups else done.is_working
        if counts and done.load_kg is not None and done.load_kg > 0 and done.all_reps > 0:
            yield done.load_kg, done
