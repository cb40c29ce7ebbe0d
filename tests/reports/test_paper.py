"""Paper, lettering and look: lines that fit, figures of one width, colours that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.reports.lettering import INK, STRONG, Style, one_line, width_of, wrapped
from fitwell_desktop.reports.look import HOUSE_COLOR, readable

STYLE = Style(10)


@pytest.mark.parametrize("style", [STYLE, Style(10, STRONG)])
def test_all_figures_are_of_one_width(style: Style) -> None:
    assert len({round(width_of(digit, style), 6) for digit in "0123456789"}) == 1


@given(st.text(), st.floats(20, 400))
def test_wrapped_lines_fit_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = wrapped(text, STYLE, width)
    assert all(width_of(line, STYLE) <= width for line in lines)
    kept = [c for c in text if c.isprintable() and not c.isspace()]
    assert [c for line in lines for c in line if not c.isspace()] == kept


@given(st.text(max_size=300))
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text, STYLE, 120)
    assert width_of(line, STYLE) <= 120
    assert "\n" not in line


def test_own_line_ends_are_kept() -> None:
    assert wrapped("Bank\n\nIBAN", STYLE, 200) == ["Bank", "", "IBAN"]


@pytest.mark.parametrize(
    ("chosen", "used"),
    [("#0B5FA5", "#0B5FA5"), ("#FFEE00", INK), ("", HOUSE_COLOR), ("red", HOUSE_COLOR), ("#12345", HOUSE_COLOR)],
)
def test_a_colour_that_is_too_pale_gives_way_to_ink(chosen: str, used: str) -> None:
    assert readable(chosen) == used
