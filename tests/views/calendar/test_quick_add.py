"""A session said in words is understood, and what is not understood is named."""

from datetime import UTC, date, datetime, time

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.views.calendar.quick_add import Wish, understood
from fitwell_desktop.vocabulary import AppointmentKind

THURSDAY = date(2026, 11, 5)
FORMATS = Formats(FixedClock(datetime(2026, 11, 5, 10, 0, tzinfo=UTC)), "en_GB", "Europe/Berlin")
"""It is Thursday, 11:00 in Berlin."""


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Ava Thu 5pm 45m", Wish("Ava", THURSDAY, time(17), 45)),
        ("Ava Nguyen Fri 17:30", Wish("Ava Nguyen", date(2026, 11, 6), time(17, 30), 60)),
        ("ava 5 pm 1h30", Wish("ava", THURSDAY, time(17), 90)),
        ("Leo tomorrow at 9 for 90 min", Wish("Leo", date(2026, 11, 6), time(9), 90)),
        ("Leo next mon 8:15am 1.5h", Wish("Leo", date(2026, 11, 16), time(8, 15), 90)),
        ("Tom Thu 6:30pm", Wish("Tom", THURSDAY, time(18, 30), 60)),
        ("May Thu 6pm", Wish("May", THURSDAY, time(18), 60)),
        ("Ava 12 Nov 14:00 assessment", Wish("Ava", date(2026, 11, 12), time(14), 60, AppointmentKind.ASSESSMENT)),
        ("Ava 14:00 12.11. online 30m", Wish("Ava", date(2026, 11, 12), time(14), 30, AppointmentKind.REMOTE)),
        ("Ava 2026-12-01 14:00", Wish("Ava", date(2026, 12, 1), time(14), 60)),
        ("Ava 1/12/2026 14:00", Wish("Ava", date(2026, 12, 1), time(14), 60)),
        ("Ava on Sat 7 Nov, 10:00, 1 hour", Wish("Ava", date(2026, 11, 7), time(10), 60)),
        ("Ava 31/3 5pm", Wish("Ava", date(2027, 3, 31), time(17), 60)),
        ("Ava 3/11 5pm", Wish("Ava", date(2026, 11, 3), time(17), 60)),
        ("Ava noon", Wish("Ava", THURSDAY, time(12), 60)),
        ("Ava 9am", Wish("Ava", date(2026, 11, 6), time(9), 60)),
        ("Ava Thu 9am", Wish("Ava", date(2026, 11, 12), time(9), 60)),
    ],
)
def test_words_are_understood(words: str, wish: Wish) -> None:
    assert understood(words, FORMATS) == wish


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "Say who comes and when"),
        ("   ", "Say who comes and when"),
        ("Ava", "Say at what time Ava comes"),
        ("Ava Nguyen Thu", "Say at what time Ava Nguyen comes"),
        ("Ava Thu 5pm weekly", "“weekly” is not understood"),
        ("Ava 31.2. 14:00", "“31.2” is not a day"),
    ],
)
def test_what_is_missing_or_strange_is_named(words: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        understood(words, FORMATS)
