"""The rest cell."""

import pytest
from hypothesis import given

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.programs import rest
from tests.domain.programs.examples import METRIC, rests


@pytest.mark.parametrize(
    ("typed", "seconds", "written"),
    [
        ("90", 90, "90s"),
        ("90s", 90, "90s"),
        ("1:30", 90, "90s"),
        ("r90", 90, "90s"),
        ("2 min", 120, "2min"),
        ("2'", 120, "2min"),
        ("2'30\"", 150, "2:30"),
        ("2’30″", 150, "2:30"),
        ("1 h", 3600, "60min"),
        ("0", 0, "0s"),
        ("", None, ""),
    ],
)
def test_what_is_typed_is_understood_and_written_in_short(typed: str, seconds: int | None, written: str) -> None:
    assert rest.parse(typed, METRIC) == seconds
    assert rest.write(seconds, METRIC) == written


@given(rests)
def test_every_rest_is_read_as_it_was_written(seconds: int) -> None:
    assert rest.parse(rest.write(seconds, METRIC), METRIC) == seconds


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3601", "A rest is at most 1 hour (60:00)."),
        ("2 h", "A rest is at most 1 hour (60:00)."),
        ("a while", "“a while” is not understood. Write it like 90s, 1:30 or 2min."),
        ("1:75", "1 is understood; “:75” is not. Write it like 90s, 1:30 or 2min."),
    ],
)
def test_nonsense_and_excess_are_named(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        rest.parse(typed, METRIC)
    assert (str(refused.value), refused.value.field) == (sentence, "rest")
