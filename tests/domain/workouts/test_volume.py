"""Work is counted from the sets that were done, both sides once each, and nothing is said where nothing is known."""

import pytest

from fitwell_desktop.domain.workouts.performed import PerformedSet
from fitwell_desktop.domain.workouts.volume import (
    MuscleSets,
    MuscleShares,
    VolumeLoad,
    average_intensity,
    count_working,
    dots,
    hard_sets,
    relative_intensity,
    time_under_tension,
    volume_load,
)
from fitwell_desktop.models.workouts import Tempo
from fitwell_desktop.vocabulary import SetKind, Sex

WARM_UP = PerformedSet(60, 10, kind=SetKind.WARM_UP)
MISSED = PerformedSet(110, 5, is_completed=False)
LUNGE = PerformedSet(20, 10, is_each_side=True)
TIMED = PerformedSet(None, None)


def test_volume_load_is_of_completed_working_sets() -> None:
    sets = [WARM_UP, PerformedSet(100, 5), PerformedSet(100, 4), MISSED]
    assert volume_load(sets) == VolumeLoad(900, 9, has_each_side=False, with_warm_ups=False)


def test_warm_ups_count_where_they_are_asked_for_and_it_is_said() -> None:
    warm = volume_load([WARM_UP, PerformedSet(100, 5), MISSED], with_warm_ups=True)
    assert warm == VolumeLoad(1100, 15, has_each_side=False, with_warm_ups=True)


def test_a_set_for_each_side_counts_both_sides_once_and_it_is_said() -> None:
    assert volume_load([LUNGE]) == VolumeLoad(400, 20, has_each_side=True, with_warm_ups=False)


@pytest.mark.parametrize("sets", [[], [WARM_UP], [MISSED], [TIMED], [PerformedSet(0, 12)], [PerformedSet(50, 0)]])
def test_without_a_load_that_was_moved_there_is_no_volume(sets: list[PerformedSet]) -> None:
    assert volume_load(sets) is None
    assert average_intensity(sets, 120) is None


def test_a_set_counts_whole_for_primary_muscles_and_half_for_secondary_ones() -> None:
    week = [MuscleSets(4, ("chest",), ("triceps", "shoulders")), MuscleSets(3, ("triceps",))]
    assert hard_sets(week) == {"chest": 4, "triceps": 5, "shoulders": 2}


def test_the_owner_may_say_what_a_secondary_muscle_counts() -> None:
    assert hard_sets([MuscleSets(4, ("back",), ("biceps",))], MuscleShares(secondary=0.25))["biceps"] == 1


def test_a_muscle_named_twice_counts_once_as_the_primary_one() -> None:
    assert hard_sets([MuscleSets(3, ("glutes",), ("glutes", "glutes"))]) == {"glutes": 3}


def test_hard_sets_leave_out_warm_ups_and_what_was_not_done() -> None:
    assert count_working([WARM_UP, PerformedSet(100, 5), LUNGE, MISSED, TIMED]) == 3


def test_intensity_is_the_load_by_the_max() -> None:
    assert relative_intensity(90, 120) == 0.75
    assert average_intensity([PerformedSet(100, 5), PerformedSet(80, 5), WARM_UP], 120) == pytest.approx(0.75)
    assert average_intensity([LUNGE], 40) == pytest.approx(0.5)


@pytest.mark.parametrize(("load_kg", "max_kg"), [(None, 100), (80, None), (0, 100), (80, 0)])
def test_intensity_is_unknown_without_load_or_max(load_kg: float | None, max_kg: float | None) -> None:
    assert relative_intensity(load_kg, max_kg) is None


@pytest.mark.parametrize(
    ("tempo", "seconds"),
    [(Tempo(3, 1, 1, 0), 40), (Tempo(4, 0, 0, 1, explosive=True), 40), (Tempo(3, 1, 2, 0, explosive=True), 32)],
)
def test_time_under_tension_adds_the_four_parts_and_an_x_counts_nothing(tempo: Tempo, seconds: int) -> None:
    assert time_under_tension(8, tempo) == seconds


def test_time_under_tension_is_unknown_without_tempo_or_repetitions() -> None:
    assert time_under_tension(8, None) is None
    assert time_under_tension(None, Tempo(3, 1, 1, 0)) is None
    assert time_under_tension(0, Tempo(3, 1, 1, 0)) is None


def test_dots_of_a_man_of_ninety_kilograms() -> None:
    assert dots(600, 90, Sex.MALE) == pytest.approx(387.96, abs=0.005)


def test_dots_weigh_a_womans_total_by_her_own_table() -> None:
    by_man, by_woman = dots(400, 60, Sex.MALE), dots(400, 60, Sex.FEMALE)
    assert by_man is not None
    assert by_woman is not None
    assert by_woman > by_man


@pytest.mark.parametrize(
    ("sex", "kg", "known"),
    [
        (Sex.MALE, 40, True),
        (Sex.MALE, 210, True),
        (Sex.MALE, 39.9, False),
        (Sex.MALE, 210.1, False),
        (Sex.FEMALE, 150, True),
        (Sex.FEMALE, 150.1, False),
        (Sex.UNSTATED, 80, False),
        (Sex.MALE, None, False),
    ],
)
def test_dots_hold_for_the_bodyweights_of_their_table(sex: Sex, kg: float | None, known: bool) -> None:
    assert (dots(500, kg, sex) is not None) is known


def test_no_total_has_no_dots() -> None:
    assert dots(None, 90, Sex.MALE) is None
    assert dots(0, 90, Sex.MALE) is None
