"""The scheme cell reads what trainers type, and writes it back in the shortest usual form."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import scheme
from fitwell_desktop.domain.programs.prescription import Scheme, Work
from fitwell_desktop.vocabulary import SetKind, UnitSystem
from tests.domain.programs.examples import IMPERIAL, METRIC, schemes, unit_systems


@pytest.mark.parametrize(
    ("typed", "meant", "written"),
    [
        ("", Scheme(), ""),
        ("4x8", Scheme(4, (Work(reps=8),)), "4x8"),
        ("4 × 8", Scheme(4, (Work(reps=8),)), "4x8"),
        ("4X8–10", Scheme(4, (Work(reps=8, reps_max=10),)), "4x8-10"),
        ("4 sets of 8 to 10 reps", Scheme(4, (Work(reps=8, reps_max=10),)), "4x8-10"),
        ("8", Scheme(None, (Work(reps=8),)), "8"),
        ("1x8", Scheme(1, (Work(reps=8),)), "1x8"),
        ("5,5,3+", Scheme(3, (Work(reps=5), Work(reps=5), Work(reps=3, is_amrap=True))), "5,5,3+"),
        ("2x5, 3+", Scheme(3, (Work(reps=5), Work(reps=5), Work(reps=3, is_amrap=True))), "5,5,3+"),
        ("5,5,5", Scheme(3, (Work(reps=5),)), "3x5"),
        ("3x5+", Scheme(3, (Work(reps=5, is_amrap=True),)), "3x5+"),
        ("3x AMRAP", Scheme(3, (Work(is_amrap=True),)), "3xAMRAP"),
        ("amrap", Scheme(None, (Work(is_amrap=True),)), "AMRAP"),
        ("30s", Scheme(None, (Work(duration_seconds=30),)), "30s"),
        ("3x30 sec", Scheme(3, (Work(duration_seconds=30),)), "3x30s"),
        ("3x1:30", Scheme(3, (Work(duration_seconds=90),)), "3x90s"),
        ("2min", Scheme(None, (Work(duration_seconds=120),)), "2min"),
        ("2,5 min", Scheme(None, (Work(duration_seconds=150),)), "2:30"),
        ("400 m", Scheme(None, (Work(distance_m=400.0),)), "400m"),
        ("5x400m", Scheme(5, (Work(distance_m=400.0),)), "5x400m"),
        ("2,5 km", Scheme(None, (Work(distance_m=2500.0),)), "2.5km"),
        ("2 miles", Scheme(None, (Work(distance_m=3218.688),)), "2mi"),
        ("3x8/side", Scheme(3, (Work(reps=8),), is_each_side=True), "3x8/side"),
        ("3x8 each side", Scheme(3, (Work(reps=8),), is_each_side=True), "3x8/side"),
        ("3x30s per leg", Scheme(3, (Work(duration_seconds=30),), is_each_side=True), "3x30s/side"),
        ("3 by 8 each", Scheme(3, (Work(reps=8),), is_each_side=True), "3x8/side"),
        ("1, 1 mi", Scheme(2, (Work(reps=1), Work(distance_m=1609.344))), "1, 1mi"),
        ("w: 2x10", Scheme(2, (Work(SetKind.WARM_UP, 10),)), "w: 2x10"),
        ("Warm-up: 10", Scheme(None, (Work(SetKind.WARM_UP, 10),)), "w: 10"),
        ("w:10; 5,3", Scheme(3, (Work(SetKind.WARM_UP, 10), Work(reps=5), Work(reps=3))), "w: 10; 5,3"),
        ("2x8; d: 12", Scheme(3, (Work(reps=8), Work(reps=8), Work(SetKind.DROP, 12))), "2x8; drop: 12"),
        ("myo: 15, 5, 5", Scheme(3, tuple(Work(SetKind.MYO, reps) for reps in (15, 5, 5))), "myo: 15,5,5"),
    ],
)
def test_what_is_typed_is_understood_and_written_in_short(typed: str, meant: Scheme, written: str) -> None:
    assert scheme.parse(typed, METRIC) == meant
    assert scheme.write(meant, METRIC) == written


def test_distances_are_written_in_the_trainers_unit_where_it_is_a_round_one() -> None:
    assert scheme.write(scheme.parse("1 mi", IMPERIAL), IMPERIAL) == "1mi"
    assert scheme.write(scheme.parse("100 yd", METRIC), IMPERIAL) == "100yd"
    assert scheme.write(scheme.parse("5x400m", METRIC), IMPERIAL) == "5x400m"
    assert scheme.write(scheme.parse("5000 m", METRIC), METRIC) == "5km"


@given(schemes, unit_systems)
def test_every_scheme_is_read_as_it_was_written(meant: Scheme, units: UnitSystem) -> None:
    assert scheme.parse(scheme.write(meant, units), units) == meant


@given(st.text("0123456789x×+-–,;: wdsmAMRAPkin/e.'", max_size=14), unit_systems)
def test_any_text_is_read_to_the_same_again_or_refused(typed: str, units: UnitSystem) -> None:
    with suppress(UserError):
        meant = scheme.parse(typed, units)
        assert scheme.parse(scheme.write(meant, units), units) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("4x8 qq", "4x8 is understood; “qq” is not. Write it like 4x8-10, 5,5,3+ or 30s."),
        ("qq", "“qq” is not understood. Write it like 4x8-10, 5,5,3+ or 30s."),
        ("0x8", "A line has 1 to 100 sets, not 0."),
        ("101x8", "A line has 1 to 100 sets, not 101."),
        ("60x5,60x4", "A line has 1 to 100 sets, not 120."),
        ("4x-8", "A set has 1 to 1,000 repetitions, not -8."),
        ("4x0", "A set has 1 to 1,000 repetitions, not 0."),
        ("4x1001", "A set has 1 to 1,000 repetitions, not 1001."),
        ("4x10-8", "The repetitions run from 10 down to 8. Write 8-10."),
        ("201 km", "A distance is more than 0 and at most 200 km."),
        ("0s", "A set lasts at least 1 second and at most 10 hours."),
    ],
)
def test_nonsense_and_excess_are_named(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        scheme.parse(typed, METRIC)
    assert (str(refused.value), refused.value.field) == (sentence, "scheme")


def test_a_page_pasted_into_a_cell_is_refused_in_one_short_sentence() -> None:
    with pytest.raises(UserError) as refused:
        scheme.parse("four by eight " * 10_000, METRIC)
    assert len(str(refused.value)) < 200
