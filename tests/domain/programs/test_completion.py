"""A half typed cell offers what may come next."""

import pytest

from fitwell_desktop.domain.programs import load, rest, scheme, tempo
from fitwell_desktop.domain.programs.completion import completions
from fitwell_desktop.vocabulary import UnitSystem
from tests.domain.programs.examples import IMPERIAL, METRIC


def test_a_number_of_sets_goes_on_to_the_usual_repetitions() -> None:
    assert completions("scheme", "4x", (), METRIC)[:6] == ("4x5", "4x8", "4x8-10", "4x10", "4x12", "4xAMRAP")


def test_what_the_program_uses_comes_first_the_most_used_foremost() -> None:
    used = ("4x6", "4x7-9", "3x5", "4x7-9", "")
    assert completions("scheme", "4 x", used, METRIC)[:3] == ("4x7-9", "4x6", "4x5")


def test_what_stands_there_already_is_not_offered() -> None:
    assert completions("scheme", "4x8", ("4x8",), METRIC) == ("4x8-10", "4x8/side")


def test_steps_from_last_time_are_those_of_the_trainers_plates() -> None:
    assert completions("load", "last", (), METRIC) == ("last +2.5", "last +5", "last +2.5%")
    assert completions("load", "last", (), IMPERIAL) == ("last +5", "last +10", "last +2.5%")


def test_an_empty_cell_offers_a_short_list() -> None:
    assert completions("rest", "", ("75s",), METRIC)[:2] == ("75s", "60s")
    assert len(completions("rest", "", [f"{seconds}s" for seconds in range(31, 59)], METRIC)) == 8


def test_nothing_is_offered_where_nothing_fits() -> None:
    assert completions("tempo", "qq", (), METRIC) == ()


_STARTS = ("", "3x", "12x", "5", "last", "b", "@", "w", "7")


@pytest.mark.parametrize("units", UnitSystem)
@pytest.mark.parametrize("typed", _STARTS)
def test_all_that_is_offered_is_written_just_so(typed: str, units: UnitSystem) -> None:
    offered = {cell: completions(cell, typed, (), units) for cell in ("scheme", "load", "tempo", "rest")}
    assert [scheme.write(scheme.parse(text, units), units) for text in offered["scheme"]] == list(offered["scheme"])
    assert [load.write(load.parse(text, units), units) for text in offered["load"]] == list(offered["load"])
    assert [tempo.write(tempo.parse(text, units), units) for text in offered["tempo"]] == list(offered["tempo"])
    assert [rest.write(rest.parse(text, units), units) for text in offered["rest"]] == list(offered["rest"])
