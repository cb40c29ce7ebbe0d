"""Working hours as people type them: "6–12, 14:30–20"."""

import re
from collections.abc import Iterable
from datetime import time

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.vocabulary import Weekday

LAST = time(23, 59)
"""What "24" means: the end of the day."""


def read_hours(day: Weekday, text: str, formats: Formats) -> list[WeeklyWindow]:
    """The stretches of a day; none where nothing is typed. Raises UserError, naming the day, for what is no time."""
    stretches = [stretch.strip() for stretch in re.split(r"[,;]|\band\b", text) if stretch.strip()]
    return [_window(day, stretch, formats) for stretch in stretches]


def write_hours(windows: Iterable[WeeklyWindow], formats: Formats) -> str:
    """The stretches as they would be typed."""
    return ", ".join(f"{formats.typed_time(window.start)}–{_end(window.end, formats)}" for window in windows)


def _window(day: Weekday, stretch: str, formats: Formats) -> WeeklyWindow:
    ends = re.split(r"\s*(?:-|–|\bto\b)\s*", stretch)
    if len(ends) != 2:
        raise UserError(f"“{stretch}” is not from when to when. Type it like 9–12, 14–18.", field=day)
    start, end = ends
    return WeeklyWindow(day, formats.parse_time(start), LAST if end in {"24", "24:00"} else formats.parse_time(end))


def _end(at: time, formats: Formats) -> str:
    return "24:00" if at == LAST else formats.typed_time(at)
