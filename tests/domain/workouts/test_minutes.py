"""A workout's length follows from its sets, tempo and rest, and from the pace of who trains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.domain.workouts.minutes import PastWorkout, PlannedWork, minutes, pace, planned_seconds
from fitwell_desktop.models.workouts import Tempo

SQUATS = PlannedWork(4, reps=8, tempo=Tempo(3, 1, 1, 0), rest_seconds=120)
PLANK = PlannedWork(3, seconds=45, rest_seconds=30)


def test_sets_last_by_their_tempo_with_rests_between_them() -> None:
    assert planned_seconds([SQUATS]) == 4 * 40 + 3 * 120


def test_an_x_in_the_tempo_takes_no_time() -> None:
    assert planned_seconds([PlannedWork(1, reps=5, tempo=Tempo(3, 0, 1, 0, explosive=True))]) == 15


def test_timed_sets_last_as_long_as_they_say() -> None:
    assert planned_seconds([PLANK]) == 3 * 45 + 2 * 30


def test_without_tempo_and_rest_the_houses_own_count() -> None:
    assert planned_seconds([PlannedWork(3, reps=10)]) == 3 * 40 + 2 * 90


def test_no_rest_is_no_rest() -> None:
    assert planned_seconds([PlannedWork(3, reps=10, rest_seconds=0)]) == 120


def test_both_sides_take_twice_as_long() -> None:
    assert planned_seconds([PlannedWork(1, reps=10, is_each_side=True)]) == 80


def test_one_changes_over_between_exercises() -> None:
    assert planned_seconds([SQUATS, PLANK]) == 520 + 60 + 195
    assert minutes([SQUATS, PLANK]) == 13


@pytest.mark.parametrize("work", [[], [PlannedWork(0, reps=5)], [SQUATS, PlannedWork(1)]])
def test_nothing_is_said_of_work_whose_length_is_unknown(work: list[PlannedWork]) -> None:
    assert planned_seconds(work) is None
    assert minutes(work, [PastWorkout(3000, 60)]) is None


def test_a_client_who_takes_longer_is_given_longer() -> None:
    past = [PastWorkout(3000, 60), PastWorkout(2400, 50), PastWorkout(3000, 65)]
    assert pace(past) == pytest.approx(1.25)
    assert minutes([SQUATS, PLANK], past) == 17


def test_the_last_five_workouts_tell_the_pace() -> None:
    assert pace([PastWorkout(3600, 100)] * 9 + [PastWorkout(3600, 60)] * 5) == 1


def test_a_forgotten_clock_tells_nothing() -> None:
    assert pace([PastWorkout(3600, 600), PastWorkout(3600, 1), PastWorkout(3600, 0), PastWorkout(0, 60)]) == 1
    assert pace([PastWorkout(3600, 72), PastWorkout(3600, 600)]) == pytest.approx(1.2)


@given(st.lists(st.builds(PlannedWork, st.integers(1, 10), st.integers(1, 30)), min_size=1, max_size=8))
def test_one_more_exercise_never_makes_it_shorter(work: list[PlannedWork]) -> None:
    whole, part = planned_seconds(work), planned_seconds(work[:-1])
    assert whole is not None
    assert part is None or whole > part
