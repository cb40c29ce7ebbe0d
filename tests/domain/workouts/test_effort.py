"""The RPE chart gives the published percentages, refuses what is off it, and turns loads into maxima and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.workouts.effort import (
    STANDARD,
    Chart,
    ensure_chart,
    load_for,
    max_from,
    percent_of_max,
    rir_of,
    rpe_of,
)

reps = st.integers(1, 12)
rpes = st.integers(12, 20).map(lambda halves: halves / 2)
loads = st.floats(0.5, 1000)


@pytest.mark.parametrize(
    ("repetitions", "rpe", "percent"),
    [
        (1, 10, 100),
        (1, 9, 95.5),
        (1, 8, 92.2),
        (3, 9, 89.2),
        (5, 8, 81.1),
        (5, 8.5, 82.4),
        (8, 8.5, 75.05),
        (10, 10, 73.9),
        (12, 6.5, 58.65),
        (12, 6, 57.4),
    ],
)
def test_the_chart_says_what_is_published(repetitions: int, rpe: float, percent: float) -> None:
    assert percent_of_max(repetitions, rpe) == pytest.approx(percent)


def test_the_standard_chart_is_not_the_linearised_one() -> None:
    assert percent_of_max(1, 9.5) == pytest.approx(97.75)
    assert percent_of_max(1, 8.5) != pytest.approx(93.3, abs=0.1)
    assert percent_of_max(11, 10) == pytest.approx(70.7)


@pytest.mark.parametrize(
    ("load_kg", "repetitions", "rpe", "kg"),
    [(100, 5, 8, 123.3), (210, 3, 6, 258.9)],
)
def test_a_maximum_is_read_from_the_chart(load_kg: float, repetitions: int, rpe: float, kg: float) -> None:
    assert max_from(load_kg, repetitions, rpe) == pytest.approx(kg, abs=0.05)


@pytest.mark.parametrize(
    ("repetitions", "rpe", "field", "limits"),
    [
        (0, 8, "reps", "1 to 12"),
        (13, 8, "reps", "1 to 12"),
        (5, 5.5, "rpe", "6 to 10"),
        (5, 10.5, "rpe", "6 to 10"),
        (5, float("nan"), "rpe", "6 to 10"),
    ],
)
def test_off_the_chart_is_refused_with_its_limits(repetitions: int, rpe: float, field: str, limits: str) -> None:
    with pytest.raises(UserError, match=limits) as refused:
        percent_of_max(repetitions, rpe)
    assert refused.value.field == field


@pytest.mark.parametrize("kg", [0, -20, float("nan"), float("inf")])
def test_a_load_that_cannot_be_lifted_is_refused(kg: float) -> None:
    with pytest.raises(UserError, match="above 0"):
        load_for(kg, 5, 8)
    with pytest.raises(UserError, match="above 0"):
        max_from(kg, 5, 8)


def test_reserve_and_rpe_add_up_to_ten() -> None:
    assert rpe_of(2) == 8
    assert rir_of(8.5) == 1.5


@pytest.mark.parametrize("wrong", [-0.5, 10.5, float("nan")])
def test_an_effort_that_does_not_exist_is_refused(wrong: float) -> None:
    with pytest.raises(UserError, match="0 to 10"):
        rpe_of(wrong)
    with pytest.raises(UserError, match="0 to 10"):
        rir_of(wrong)


@given(loads, reps, rpes)
def test_a_load_by_the_chart_gives_back_its_maximum(kg: float, repetitions: int, rpe: float) -> None:
    load = load_for(kg, repetitions, rpe)
    assert max_from(load, repetitions, rpe) == pytest.approx(kg)
    assert load / kg * 100 == pytest.approx(percent_of_max(repetitions, rpe))


@given(reps, rpes)
def test_one_more_repetition_or_one_less_in_reserve_is_the_same_total(repetitions: int, rpe: float) -> None:
    if repetitions < 12 and rpe <= 9:
        assert percent_of_max(repetitions + 1, rpe + 1) == pytest.approx(percent_of_max(repetitions, rpe))


def test_an_owners_chart_is_the_one_that_counts() -> None:
    own = Chart("Our own", (100, 94, *STANDARD.percents[2:]))
    ensure_chart(own)
    assert percent_of_max(1, 9, own) == 94
    assert percent_of_max(1, 9.5, own) == 97


@pytest.mark.parametrize(
    ("percents", "reason"),
    [
        ((100, 95), "16 percentages"),
        ((99, *STANDARD.percents[1:]), "100 %"),
        ((100, 95.5, 92.9, 93, *STANDARD.percents[4:]), "below the last"),
        ((*STANDARD.percents[:15], 0), "below the last"),
    ],
)
def test_a_chart_that_makes_no_sense_is_refused(percents: tuple[float, ...], reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        ensure_chart(Chart("Wrong", percents))


def test_the_standard_chart_is_a_good_chart() -> None:
    ensure_chart(STANDARD)
