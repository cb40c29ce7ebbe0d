"""One-rep maxima come out as the formulas' authors published them, and only from sets that can say something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.domain.workouts.one_rep_max import FACTORS, Estimate, estimate, moved_kg
from fitwell_desktop.vocabulary import OneRepMaxFormula

F = OneRepMaxFormula
REPS = (3, 5, 8, 10, 12)
TABLE = {
    F.EPLEY: (110.00, 116.67, 126.67, 133.33, 140.00),
    F.BRZYCKI: (105.88, 112.50, 124.14, 133.33, 144.00),
    F.LANDER: (107.20, 113.71, 125.11, 134.07, 144.41),
    F.LOMBARDI: (111.61, 117.46, 123.11, 125.89, 128.21),
    F.MAYHEW: (113.99, 119.01, 126.29, 130.93, 135.40),
    F.O_CONNER: (107.50, 112.50, 120.00, 125.00, 130.00),
    F.WATHAN: (108.98, 116.58, 127.67, 134.75, 141.50),
}
CELLS = [(formula, *cell) for formula, row in TABLE.items() for cell in zip(REPS, row, strict=True)]


def by(formula: OneRepMaxFormula, reps: int, rir: float | None = None, load_kg: float = 100) -> Estimate:
    found = estimate(load_kg, reps, rir, formula)
    assert found is not None
    return found


@pytest.mark.parametrize(("formula", "reps", "kg"), CELLS)
def test_a_hundred_kilograms_give_the_tables_maximum(formula: OneRepMaxFormula, reps: int, kg: float) -> None:
    assert by(formula, reps).kg == pytest.approx(kg, abs=0.005)


def test_there_are_eight_ways_one_of_them_the_chart() -> None:
    assert len(F) == 8
    assert set(F) - set(FACTORS) == {F.RPE_CHART}


def test_epley_and_brzycki_meet_at_ten_and_epley_is_higher_below() -> None:
    assert by(F.EPLEY, 10).kg == pytest.approx(by(F.BRZYCKI, 10).kg)
    assert all(by(F.EPLEY, reps).kg > by(F.BRZYCKI, reps).kg for reps in range(2, 10))


def test_brzycki_and_o_conner_meet_at_five() -> None:
    assert by(F.BRZYCKI, 5).kg == pytest.approx(112.5)
    assert by(F.O_CONNER, 5).kg == pytest.approx(112.5)


def test_brzyckis_intensity_of_five_repetitions_is_eight_ninths() -> None:
    assert 100 / by(F.BRZYCKI, 5).kg == pytest.approx(0.88889, abs=0.000005)


@pytest.mark.parametrize("formula", list(F))
def test_one_repetition_to_the_end_is_the_maximum(formula: OneRepMaxFormula) -> None:
    assert by(formula, 1, 0).kg == 100


@pytest.mark.parametrize("formula", list(FACTORS))
def test_one_repetition_is_the_maximum_where_nothing_is_said_of_reserve(formula: OneRepMaxFormula) -> None:
    assert by(formula, 1).kg == 100


@pytest.mark.parametrize("formula", list(FACTORS))
def test_repetitions_in_reserve_count_as_done(formula: OneRepMaxFormula) -> None:
    assert by(formula, 3, 2) == by(formula, 5)


def test_the_chart_reads_the_reserve() -> None:
    assert by(F.RPE_CHART, 5, 2).kg == pytest.approx(123.3, abs=0.05)
    assert by(F.RPE_CHART, 3, 4, 210).kg == pytest.approx(258.9, abs=0.05)


@pytest.mark.parametrize(("reps", "rir"), [(5, None), (5, 4.5), (13, 0)])
def test_the_chart_knows_nothing_of_a_set_without_effort_or_off_it(reps: int, rir: float | None) -> None:
    assert estimate(100, reps, rir, F.RPE_CHART) is None


@pytest.mark.parametrize("formula", list(FACTORS))
def test_from_thirty_seven_repetitions_on_nothing_is_said(formula: OneRepMaxFormula) -> None:
    assert by(formula, 36).kg > 100
    assert estimate(100, 37, None, formula) is None
    assert estimate(100, 35, 2, formula) is None
    assert estimate(100, 60, None, formula) is None


@pytest.mark.parametrize(
    ("load_kg", "reps", "rir"),
    [(None, 5, None), (100, None, None), (0, 5, None), (-20, 5, None), (100, 0, None), (100, 0, 3), (100, 5, -1)],
)
def test_a_set_without_load_or_repetitions_says_nothing(
    load_kg: float | None, reps: int | None, rir: float | None
) -> None:
    assert [estimate(load_kg, reps, rir, formula) for formula in F] == [None] * 8


@pytest.mark.parametrize(("reps", "rir", "low"), [(10, None, False), (11, None, True), (8, 2, False), (8, 2.5, True)])
def test_more_than_ten_repetitions_are_said_with_low_confidence(reps: int, rir: float | None, low: bool) -> None:
    assert by(F.EPLEY, reps, rir).low_confidence is low


@pytest.mark.parametrize(
    ("load_kg", "bodyweight_kg", "share", "kg"),
    [
        (100, None, 0, 100),
        (100, 80, 0, 100),
        (20, 80, 1, 100),
        (None, 80, 1, 80),
        (None, 80, 0.64, 51.2),
        (-25, 80, 1, 55),
        (20, None, 1, None),
        (None, None, 0, None),
    ],
)
def test_the_body_moves_with_its_share(
    load_kg: float | None, bodyweight_kg: float | None, share: float, kg: float | None
) -> None:
    moved = moved_kg(load_kg, bodyweight_kg, share)
    assert moved == (None if kg is None else pytest.approx(kg))


@given(st.sampled_from(list(FACTORS)), st.integers(1, 35), st.floats(1, 500))
def test_more_repetitions_with_a_load_mean_a_higher_maximum(formula: OneRepMaxFormula, reps: int, kg: float) -> None:
    assert kg <= by(formula, reps, None, kg).kg < by(formula, reps + 1, None, kg).kg
