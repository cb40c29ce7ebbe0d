"""Training load gives the published figures, names its deviation, and is silent while there is too little to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.domain.workouts.training_load import (
    DEVIATION,
    AcuteByChronic,
    Week,
    acute_by_chronic,
    last_week,
    session_load,
    weighted_mean,
)

FOSTERS_WEEK = [420, 0, 675, 0, 90, 420, 0]
DOUBLED = [300.0] * 21 + [600.0] * 7


@pytest.mark.parametrize(("minutes", "rpe", "load"), [(60, 7, 420), (75, 9, 675), (30, 3, 90), (45, 0, 0)])
def test_a_sessions_load_is_its_rpe_times_its_minutes(minutes: float, rpe: float, load: float) -> None:
    assert session_load(rpe, minutes) == load


@pytest.mark.parametrize(("rpe", "minutes"), [(None, 60), (7, None), (7, 0), (11, 60), (-1, 60)])
def test_a_session_without_rpe_or_minutes_has_no_load(rpe: float | None, minutes: float | None) -> None:
    assert session_load(rpe, minutes) is None


def test_fosters_week_has_its_load_monotony_and_strain() -> None:
    week = last_week(FOSTERS_WEEK)
    assert week is not None
    assert week.load == 1605
    assert week.monotony == pytest.approx(0.839, abs=0.0005)
    assert week.strain == pytest.approx(1346.0, abs=0.05)
    assert "sample" in DEVIATION


def test_only_the_last_seven_days_are_the_week() -> None:
    assert last_week([900.0, 900.0, *FOSTERS_WEEK]) == last_week(FOSTERS_WEEK)


def test_six_days_are_no_week() -> None:
    assert last_week(FOSTERS_WEEK[1:]) is None


@pytest.mark.parametrize("daily", [0.0, 300.0])
def test_days_that_are_all_alike_leave_monotony_undefined(daily: float) -> None:
    assert last_week([daily] * 7) == Week(daily * 7, None, None)


@pytest.mark.parametrize(
    ("monotony", "strain", "flags"),
    [
        (2.0, 4500, (False, False, False)),
        (2.1, 4501, (True, True, False)),
        (2.1, 6001, (True, True, True)),
        (None, None, (False, False, False)),
    ],
)
def test_a_week_is_flagged_above_the_limits_in_use(
    monotony: float | None, strain: float | None, flags: tuple[bool, bool, bool]
) -> None:
    week = Week(2100, monotony, strain)
    assert (week.is_monotonous, week.is_straining, week.is_very_straining) == flags


def test_a_constant_load_has_a_ratio_of_one_in_all_ways() -> None:
    ratio = acute_by_chronic([321.0] * 40)
    assert ratio is not None
    assert [ratio.coupled, ratio.uncoupled, ratio.weighted] == pytest.approx([1, 1, 1])


def test_a_week_of_twice_the_load_shows_in_each_way_differently() -> None:
    ratio = acute_by_chronic(DOUBLED)
    assert ratio is not None
    assert ratio.coupled == pytest.approx(1.6)
    assert ratio.uncoupled == pytest.approx(2.0)
    assert ratio.weighted == pytest.approx(1.339, abs=0.0005)


def test_the_moving_averages_weigh_a_day_by_a_quarter_and_by_a_fourteenth() -> None:
    assert weighted_mean([0, 100], 7) == pytest.approx(25)
    assert weighted_mean([0, 100], 28) == pytest.approx(6.90, abs=0.005)


def test_the_ratio_is_hidden_for_the_first_four_weeks() -> None:
    assert acute_by_chronic(DOUBLED[1:]) is None


def test_no_training_at_all_has_no_ratio() -> None:
    assert acute_by_chronic([0.0] * 30) == AcuteByChronic(None, None, None)


def test_a_first_week_after_nothing_has_no_uncoupled_ratio() -> None:
    ratio = acute_by_chronic([0.0] * 21 + [500.0] * 7)
    assert ratio is not None
    assert ratio.coupled == pytest.approx(4)
    assert ratio.uncoupled is None


@given(st.lists(st.integers(0, 1500), min_size=28, max_size=60))
def test_the_coupled_ratio_never_exceeds_four(days: list[int]) -> None:
    ratio = acute_by_chronic(days)
    assert ratio is not None
    assert ratio.coupled is None or ratio.coupled <= 4 + 1e-9
