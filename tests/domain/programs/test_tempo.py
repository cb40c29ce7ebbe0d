"""The tempo cell."""

import pytest
from hypothesis import given

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import tempo
from fitwell_desktop.models.workouts import Tempo
from tests.domain.programs.examples import METRIC, tempos


@pytest.mark.parametrize(
    ("typed", "meant", "written"),
    [
        ("3-1-x-0", Tempo(3, 1, 0, 0, explosive=True), "31X0"),
        ("31X0", Tempo(3, 1, 0, 0, explosive=True), "31X0"),
        ("3010", Tempo(3, 0, 1, 0), "3010"),
        ("3 / 0 / 1 / 0", Tempo(3, 0, 1, 0), "3010"),
        ("10–0–1–0", Tempo(10, 0, 1, 0), "10-0-1-0"),
        ("", None, ""),
    ],
)
def test_what_is_typed_is_understood_and_written_in_short(typed: str, meant: Tempo | None, written: str) -> None:
    assert tempo.parse(typed, METRIC) == meant
    assert tempo.write(meant, METRIC) == written


@given(tempos)
def test_every_tempo_is_read_as_it_was_written(meant: Tempo) -> None:
    assert tempo.parse(tempo.write(meant, METRIC), METRIC) == meant


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("99-99-99-99", "Each part of a tempo is at most 60 seconds; 99 is too long."),
        ("3-1-1", "“3-1-1” is not understood. Write it like 31X0"),
        ("x110", "“x110” is not understood."),
        ("3010 slow", "3010 is understood; “slow” is not."),
    ],
)
def test_nonsense_and_excess_are_named(typed: str, start: str) -> None:
    with pytest.raises(UserError) as refused:
        tempo.parse(typed, METRIC)
    assert str(refused.value).startswith(start)
    assert refused.value.field == "tempo"
