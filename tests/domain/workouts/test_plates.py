"""A bar is loaded from the plates that are there, exactly or as near as they allow, and never by halves of a gram."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.workouts.plates import (
    Barbell,
    Loading,
    PlatePair,
    choose,
    load_bar,
    loads_of,
    plates_for,
    stack,
)
from fitwell_desktop.vocabulary import Rounding

GYM = Barbell(
    20_000,
    tuple(
        PlatePair(*pair)
        for pair in ((25_000, 2), (20_000, 2), (15_000, 1), (10_000, 2), (5_000, 2), (2_500, 2), (1_250, 1))
    ),
)
DOWN, UP, NEAREST = Rounding.DOWN, Rounding.UP, Rounding.NEAREST

small_bars = st.builds(
    Barbell,
    st.integers(0, 20_000),
    st.lists(st.builds(PlatePair, st.integers(1, 9_000), st.integers(0, 3)), max_size=4).map(tuple),
)


def all_loads(barbell: Barbell) -> set[int]:
    """Every way to load the bar, by trying each."""
    counts = product(*(range(plate.pairs + 1) for plate in barbell.plates))
    weights = [plate.grams for plate in barbell.plates]
    return {barbell.bar_grams + 2 * sum(n * grams for n, grams in zip(taken, weights, strict=True)) for taken in counts}


@pytest.mark.parametrize(
    ("grams", "per_side"),
    [
        (20_000, ()),
        (60_000, (20_000,)),
        (100_000, (25_000, 15_000)),
        (102_500, (25_000, 15_000, 1_250)),
        (142_500, (25_000, 25_000, 10_000, 1_250)),
    ],
)
def test_a_load_says_which_plates_go_on_each_side(grams: int, per_side: tuple[int, ...]) -> None:
    assert plates_for(grams, GYM) == Loading(grams, per_side)


@pytest.mark.parametrize("grams", [19_999, 20_001, 21_000, 0, 1_000_000])
def test_a_load_that_the_plates_do_not_give_has_no_loading(grams: int) -> None:
    assert plates_for(grams, GYM) is None


def test_no_more_plates_are_used_than_there_are() -> None:
    home = Barbell(20_000, (PlatePair(20_000, 1), PlatePair(10_000, 3)))
    assert plates_for(100_000, home) == Loading(100_000, (20_000, 10_000, 10_000))
    assert plates_for(140_000, home) is None


def test_the_heaviest_plate_is_left_out_where_it_only_bars_the_way() -> None:
    assert plates_for(36_000, Barbell(20_000, (PlatePair(5_000, 1), PlatePair(4_000, 2)))) == Loading(
        36_000, (4_000, 4_000)
    )


@pytest.mark.parametrize(
    ("grams", "rounding", "loaded"),
    [
        (101_000, DOWN, 100_000),
        (101_000, UP, 102_500),
        (101_000, NEAREST, 100_000),
        (101_300, NEAREST, 102_500),
        (101_250, NEAREST, 100_000),
        (100_000, DOWN, 100_000),
        (100_000, UP, 100_000),
        (15_000, NEAREST, 20_000),
        (15_000, UP, 20_000),
        (15_000, DOWN, None),
        (400_000, NEAREST, 302_500),
        (400_000, DOWN, 302_500),
        (400_000, UP, None),
    ],
)
def test_a_load_is_rounded_to_what_can_be_loaded(grams: int, rounding: Rounding, loaded: int | None) -> None:
    found = load_bar(grams, GYM, rounding)
    assert (None if found is None else found.grams) == loaded


def test_a_bar_without_plates_is_the_bar() -> None:
    assert load_bar(60_000, Barbell(20_000, ())) == Loading(20_000, ())


def test_more_than_a_bar_bears_is_not_put_on_it() -> None:
    endless = Barbell(20_000, (PlatePair(50_000, 1_000_000),))
    assert loads_of(endless)[-1] == 820_000
    assert load_bar(2_000_000, endless) == Loading(820_000, (50_000,) * 8)


def test_dumbbells_and_stacks_go_by_their_steps() -> None:
    assert choose(23_000, stack(2_000, 2_000, 40_000), NEAREST) == 22_000
    assert choose(23_100, stack(2_000, 2_000, 40_000), NEAREST) == 24_000
    assert choose(41_000, stack(2_000, 2_000, 40_000), UP) is None
    assert choose(13_000, (4_000, 7_500, 12_500, 17_500), DOWN) == 12_500
    assert choose(5_000, ()) is None


@pytest.mark.parametrize("wrong", [(-1, 5_000, 10_000), (5_000, 0, 10_000), (5_000, 5_000, 4_000)])
def test_a_stack_that_does_not_go_up_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(UserError, match="steps above 0"):
        stack(*wrong)


@pytest.mark.parametrize(
    "wrong", [Barbell(-1, ()), Barbell(20_000, (PlatePair(0, 2),)), Barbell(20_000, (PlatePair(5_000, -1),))]
)
def test_a_bar_or_plate_that_cannot_be_is_refused(wrong: Barbell) -> None:
    with pytest.raises(UserError, match="0"):
        loads_of(wrong)


@given(small_bars, st.integers(0, 120_000))
def test_a_rounded_load_can_be_loaded_and_none_is_nearer(barbell: Barbell, grams: int) -> None:
    loads = all_loads(barbell)
    nearest, down, up = (load_bar(grams, barbell, rounding) for rounding in (NEAREST, DOWN, UP))
    assert nearest is not None
    assert abs(nearest.grams - grams) == min(abs(load - grams) for load in loads)
    assert (down and down.grams) == max((load for load in loads if load <= grams), default=None)
    assert (up and up.grams) == min((load for load in loads if load >= grams), default=None)


@given(small_bars)
def test_every_loading_is_made_of_plates_that_are_there(barbell: Barbell) -> None:
    assert set(loads_of(barbell)) == all_loads(barbell)
    for grams in loads_of(barbell):
        found = plates_for(grams, barbell)
        assert found is not None
        assert barbell.bar_grams + 2 * sum(found.per_side) == grams
        assert list(found.per_side) == sorted(found.per_side, reverse=True)
        for weight in set(found.per_side):
            owned = sum(plate.pairs for plate in barbell.plates if plate.grams == weight)
            assert found.per_side.count(weight) <= owned
