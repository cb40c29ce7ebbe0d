"""How a client's facts are written: logged values, numbers with their words."""

from datetime import UTC, datetime

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.views.roster.shapes import file_size, plural, readable

FORMATS = Formats(FixedClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC)), "en_GB", "Europe/Berlin", "EUR")


@pytest.mark.parametrize(
    ("logged", "read"),
    [
        ("1992-03-05", "5 Mar 1992"),
        ("2026-03-02T11:00:00.000000Z", "Today 12:00"),
        ("2026-03-02T11:00:00+00:00", "Today 12:00"),
        ("14900 ¤", "€149.00"),
        ("-500 ¤", "-€5.00"),
        ("Hafenstraße 12", "Hafenstraße 12"),
        ("14900", "14900"),
    ],
)
def test_a_logged_value_is_written_as_people_write_it(logged: str, read: str) -> None:
    assert readable(logged, FORMATS) == read


def test_numbers_agree_with_their_words() -> None:
    assert [plural(count, "entry", "entries") for count in (0, 1, 2000)] == ["0 entries", "1 entry", "2,000 entries"]
    assert [file_size(size, FORMATS) for size in (1, 420_000, 1_200_000)] == ["1 KB", "420 KB", "1.2 MB"]
