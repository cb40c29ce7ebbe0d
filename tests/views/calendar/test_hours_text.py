"""Working hours are read as people type them, and written so that they can be read again."""

from datetime import time

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.views.calendar.hours_text import read_hours, write_hours
from fitwell_desktop.vocabulary import Weekday
from tests.conftest import NOW

MONDAY = Weekday.MONDAY
BRITISH, AMERICAN = (Formats(FixedClock(NOW), locale) for locale in ("en_GB", "en_US"))


def window(start: time, end: time) -> WeeklyWindow:
    return WeeklyWindow(MONDAY, start, end)


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("", []),
        ("9-17", [window(time(9), time(17))]),
        ("6:30 – 12, 14–20:15", [window(time(6, 30), time(12)), window(time(14), time(20, 15))]),
        ("9am to 1pm; 3pm to 7pm", [window(time(9), time(13)), window(time(15), time(19))]),
        ("18-24", [window(time(18), time(23, 59))]),
    ],
)
def test_hours_are_read(text: str, windows: list[WeeklyWindow]) -> None:
    assert read_hours(MONDAY, text, BRITISH) == windows


@pytest.mark.parametrize("formats", [BRITISH, AMERICAN])
def test_what_is_written_is_read_again(formats: Formats) -> None:
    windows = [window(time(6), time(12)), window(time(14, 30), time(23, 59))]
    assert read_hours(MONDAY, write_hours(windows, formats), formats) == windows


@pytest.mark.parametrize("text", ["mornings", "9", "9-", "9-12-15", "9-99"])
def test_what_can_not_be_read_is_named(text: str) -> None:
    with pytest.raises(UserError):
        read_hours(MONDAY, text, BRITISH)
