"""The load cell reads kilograms, pounds, shares, effort and steps from last time, for all sets or for each."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import load
from fitwell_desktop.domain.programs.prescription import Load
from fitwell_desktop.vocabulary import UnitSystem
from tests.domain.programs.examples import IMPERIAL, METRIC, load_lists, unit_systems


@pytest.mark.parametrize(
    ("typed", "meant", "written"),
    [
        ("80", Load(load_kg=80.0), "80"),
        ("80 kg", Load(load_kg=80.0), "80"),
        ("175 lb", Load(load_kg=79.37866475), "175lb"),
        ("62,5", Load(load_kg=62.5), "62.5"),
        ("61,25", Load(load_kg=61.25), "61.25"),
        ("75%", Load(load_percent=75.0), "75%"),
        ("75 % of 1RM", Load(load_percent=75.0), "75%"),
        ("70–75%", Load(load_percent=70.0, load_percent_max=75.0), "70-75%"),
        ("RPE 8", Load(rpe=8.0), "@8"),
        ("@8.5", Load(rpe=8.5), "@8.5"),
        ("@8,5", Load(rpe=8.5), "@8.5"),
        ("80 8 RPE", Load(load_kg=80.0, rpe=8.0), "80 @8"),
        ("RIR 2", Load(rir=2.0), "RIR 2"),
        ("2 RIR", Load(rir=2.0), "RIR 2"),
        ("75% RIR 2", Load(load_percent=75.0, rir=2.0), "75% RIR 2"),
        ("80 @8", Load(load_kg=80.0, rpe=8.0), "80 @8"),
        ("last +2.5", Load(above_last_kg=2.5), "last +2.5"),
        ("last time - 5 kg", Load(above_last_kg=-5.0), "last -5"),
        ("last +2,5%", Load(above_last_percent=2.5), "last +2.5%"),
        ("last", Load(above_last_kg=0.0), "last"),
        ("last +0%", Load(above_last_kg=0.0), "last"),
        ("bw", Load(added_kg=0.0), "bw"),
        ("BW + 10", Load(added_kg=10.0), "bw+10"),
        ("bodyweight-20", Load(added_kg=-20.0), "bw-20"),
    ],
)
def test_what_is_typed_is_understood_and_written_in_short(typed: str, meant: Load, written: str) -> None:
    assert load.parse(typed, METRIC) == (meant,)
    assert load.write((meant,), METRIC) == written


@pytest.mark.parametrize(
    ("typed", "kilograms"),
    [
        ("80, 85, 90", (80.0, 85.0, 90.0)),
        ("80,85,90", (80.0, 85.0, 90.0)),
        ("80, 82,5, 85", (80.0, 82.5, 85.0)),
        ("80kg,85kg", (80.0, 85.0)),
        ("80; 82,5", (80.0, 82.5)),
    ],
)
def test_each_set_may_have_its_own_load(typed: str, kilograms: tuple[float, ...]) -> None:
    assert load.parse(typed, METRIC) == tuple(Load(load_kg=kg) for kg in kilograms)


def test_a_bare_number_is_in_the_trainers_unit() -> None:
    assert load.parse("175", IMPERIAL) == load.parse("175 lb", METRIC)
    assert load.write(load.parse("175", IMPERIAL), IMPERIAL) == "175"
    assert load.write(load.parse("last +5, bw+45", IMPERIAL), IMPERIAL) == "last +5, bw+45"


def test_kilograms_that_are_no_round_pounds_stay_kilograms() -> None:
    assert load.write(load.parse("80", METRIC), IMPERIAL) == "80kg"


def test_the_unit_is_named_where_others_read_it() -> None:
    assert load.write(load.parse("80, last +2.5, 75%", METRIC), METRIC, with_unit=True) == "80kg, last +2.5kg, 75%"


def test_nothing_typed_is_nothing_prescribed() -> None:
    assert load.parse("  ", METRIC) == ()
    assert not load.write((), METRIC)


@given(load_lists, unit_systems)
def test_every_load_is_read_as_it_was_written(meant: tuple[Load, ...], units: UnitSystem) -> None:
    assert load.parse(load.write(meant, units), units) == meant


@given(st.decimals(0, 2200, places=2))
def test_pounds_come_back_as_the_same_pounds(pounds: object) -> None:
    written = load.write(load.parse(f"{pounds}", IMPERIAL), IMPERIAL)
    assert float(written) == float(f"{pounds}")


@given(st.text("0123456789,;.%@+- lastbwRPEIkg", max_size=14), unit_systems)
def test_any_text_is_read_to_the_same_again_or_refused(typed: str, units: UnitSystem) -> None:
    with suppress(UserError):
        meant = load.parse(typed, units)
        assert load.parse(load.write(meant, units), units) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("80 qq", "80 is understood; “qq” is not. Write it like 80, 75%, RPE 8, RIR 2, last +2.5 or bw+10."),
        ("2000", "A load is at most 1,000 kg (2,204 lb)."),
        ("2205 lb", "A load is at most 1,000 kg (2,204 lb)."),
        ("bw+1001", "A load is at most 1,000 kg (2,204 lb)."),
        ("RPE 0.5", "RPE goes from 1 to 10. A load is written without @: 80 or 75%."),
        ("@80", "RPE goes from 1 to 10. A load is written without @: 80 or 75%."),
        ("RIR 11", "RIR, repetitions in reserve, goes from 0 to 10."),
        ("-20", "A load can't be less than nothing. Write bw-20 for 20 off the bodyweight."),
        ("201%", "A load is more than 0 % and at most 200 % of the one-rep maximum."),
        ("75-70%", "The load runs from 75 down to 70 %. Write 70-75%."),
        ("last +101%", "A load grows or falls by at most 100 % from one time to the next."),
        ("80,85", "“80,85” can be read in two ways. Write 80, 85 for sets, or 62.5 for a part."),
        (", ".join(["80"] * 101), "There are 101 loads; a line has at most 100 sets."),
    ],
)
def test_nonsense_and_excess_are_named(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        load.parse(typed, METRIC)
    assert (str(refused.value), refused.value.field) == (sentence, "load")
