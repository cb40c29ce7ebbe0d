"""Records are what was never reached before: no equals, no units, no warm-ups, and the same however often replayed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.domain.workouts.records import DatedSet, Record, replay
from fitwell_desktop.vocabulary import OneRepMaxFormula, RecordKind, SetKind

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SQUAT, BENCH = UUID(int=1), UUID(int=2)
POUND = 0.45359237


def lift(
    number: int,
    load_kg: float | None,
    reps: int | None,
    *,
    day: int = 0,
    exercise: UUID = SQUAT,
    kind: SetKind = SetKind.WORKING,
    rir: float | None = None,
    is_each_side: bool = False,
    is_completed: bool = True,
) -> DatedSet:
    return DatedSet(
        load_kg,
        reps,
        rir,
        kind,
        is_each_side,
        is_completed,
        id=UUID(int=100 + number),
        exercise_id=exercise,
        workout_id=UUID(int=10_000 + day),
        performed_at=MONDAY + timedelta(days=day, minutes=number),
        set_number=number,
    )


def broken(sets: list[DatedSet], kind: RecordKind) -> list[Record]:
    """What was surpassed, without what was the first of its sort."""
    return [record for record in replay(sets) if record.kind is kind and not record.is_first]


def test_more_load_for_as_many_repetitions_is_a_record() -> None:
    (record,) = broken([lift(1, 100, 5), lift(2, 102.5, 5, day=7)], RecordKind.REPS)
    assert (record.set_id, record.reps, record.kg, record.previous_kg) == (UUID(int=102), 5, 102.5, 100)


def test_a_record_for_repetitions_is_for_exactly_so_many() -> None:
    assert broken([lift(1, 100, 5), lift(2, 110, 4, day=7), lift(3, 90, 6, day=9)], RecordKind.REPS) == []


def test_what_was_never_done_before_is_known_as_the_first() -> None:
    records = replay([lift(1, 100, 5)])
    assert {record.kind for record in records} == set(RecordKind)
    assert all(record.is_first for record in records)


def test_a_higher_estimated_maximum_is_a_record_and_says_its_formula() -> None:
    (record,) = broken([lift(1, 100, 5), lift(2, 100, 8, day=7)], RecordKind.ONE_REP_MAX)
    assert (record.kg, record.previous_kg, record.formula) == (126.667, 116.667, OneRepMaxFormula.EPLEY)


def test_an_exercise_goes_by_its_own_formula() -> None:
    by_own = replay([lift(1, 100, 5)], {SQUAT: OneRepMaxFormula.BRZYCKI})
    assert [record.kg for record in by_own if record.formula is OneRepMaxFormula.BRZYCKI] == [112.5]


@pytest.mark.parametrize(("reps", "rir", "counts"), [(10, None, 1), (11, None, 0), (8, 2, 1), (8, 3, 0)])
def test_the_estimated_maximum_is_of_sets_up_to_ten(reps: int, rir: float | None, counts: int) -> None:
    sets = [lift(1, 100, 1), lift(2, 100, reps, rir=rir, day=7)]
    assert len(broken(sets, RecordKind.ONE_REP_MAX)) == counts


def test_most_volume_in_one_workout_is_a_record_of_all_its_sets() -> None:
    first = [lift(1, 100, 5), lift(2, 100, 5)]
    second = [lift(number, 90, 6, day=7) for number in (3, 4, 5)]
    (record,) = broken(first + second, RecordKind.VOLUME)
    assert (record.kg, record.previous_kg) == (1620, 1000)
    assert record.set_id == UUID(int=104), "the second set passed the earlier best"


def test_both_sides_count_for_volume() -> None:
    sets = [lift(1, 20, 10), lift(2, 20, 10, day=7, is_each_side=True)]
    assert [record.kg for record in broken(sets, RecordKind.VOLUME)] == [400]


def test_a_tie_is_no_record() -> None:
    sets = [lift(1, 100, 5), lift(2, 100, 5, day=7)]
    assert not any(broken(sets, kind) for kind in RecordKind)


@pytest.mark.parametrize(("before", "after"), [(100, 100.001), (225 * POUND, 102.059), (102.058, 225 * POUND)])
def test_units_and_rounding_set_no_record(before: float, after: float) -> None:
    earlier = [lift(number, before, 8) for number in range(1, 6)]
    later = [lift(number, after, 8, day=7) for number in range(6, 11)]
    assert not any(broken(earlier + later, kind) for kind in RecordKind)


def test_two_grams_more_are_a_record() -> None:
    sets = [lift(1, 100, 5), lift(2, 100.002, 5, day=7)]
    assert all(len(broken(sets, kind)) == 1 for kind in RecordKind)


@pytest.mark.parametrize(
    "idle",
    [
        lift(2, 200, 5, day=7, kind=SetKind.WARM_UP),
        lift(2, 200, 5, day=7, is_completed=False),
        lift(2, None, 5, day=7),
        lift(2, 200, None, day=7),
        lift(2, 200, 0, day=7),
        lift(2, -20, 5, day=7),
    ],
)
def test_what_was_not_lifted_in_earnest_is_no_record(idle: DatedSet) -> None:
    assert len(replay([lift(1, 100, 5), idle])) == len(replay([lift(1, 100, 5)]))


@pytest.mark.parametrize("kind", [SetKind.FORCED, SetKind.PARTIAL])
def test_repetitions_with_another_hand_are_work_but_no_strength(kind: SetKind) -> None:
    sets = [lift(1, 100, 5), lift(2, 120, 5, day=7, kind=kind)]
    assert [len(broken(sets, each)) for each in (RecordKind.REPS, RecordKind.ONE_REP_MAX, RecordKind.VOLUME)] == [
        0,
        0,
        1,
    ]


def test_each_exercise_has_its_own_records() -> None:
    assert not any(broken([lift(1, 100, 5), lift(2, 140, 5, day=7, exercise=BENCH)], kind) for kind in RecordKind)


def test_an_old_set_that_is_mended_gives_its_record_to_another() -> None:
    typo, honest = lift(1, 1000, 5), lift(2, 102.5, 5, day=7)
    assert broken([typo, honest], RecordKind.REPS) == []
    assert [record.set_id for record in broken([lift(1, 100, 5), honest], RecordKind.REPS)] == [honest.id]


def test_the_order_in_which_sets_are_given_does_not_matter() -> None:
    sets = [lift(number, 80 + number % 7, 3 + number % 5, day=number // 3) for number in range(30)]
    assert replay(sets) == replay(list(reversed(sets)))


loads = st.floats(-20, 300) | st.none()
entries = st.tuples(loads, st.integers(0, 14), st.integers(0, 2), st.sampled_from([SQUAT, BENCH]))


@given(st.lists(entries, max_size=40), st.integers(0, 40))
def test_what_was_a_record_at_the_time_stays_one(log: list[tuple[float | None, int, int, UUID]], until: int) -> None:
    sets = [
        lift(number, load_kg, reps, day=number // 4, exercise=exercise, rir=rir)
        for number, (load_kg, reps, rir, exercise) in enumerate(log)
    ]
    known = {done.id for done in sets[:until]}
    then = [(record.kind, record.set_id) for record in replay(sets[:until])]
    assert then == [(record.kind, record.set_id) for record in replay(sets) if record.set_id in known]


@given(st.lists(entries, max_size=40))
def test_the_last_record_is_the_best_of_all(log: list[tuple[float | None, int, int, UUID]]) -> None:
    sets = [lift(number, load, reps, exercise=exercise) for number, (load, reps, _, exercise) in enumerate(log)]
    best: dict[tuple[UUID, int], float] = {}
    for record in replay(sets):
        if record.reps is not None:
            best[record.exercise_id, record.reps] = record.kg
    for done in sets:
        if done.load_kg is not None and done.load_kg > 0 and done.reps:
            assert best[done.exercise_id, done.reps] >= done.load_kg - 0.002
