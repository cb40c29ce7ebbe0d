"""What the calendar says: headlines of entries, tooltips, what a screen reader reads, and what was just done."""

from datetime import datetime

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.vocabulary import AppointmentStatus


def who(entry: CalendarEntry) -> str:
    """Who comes: "Ava Nguyen", "HIIT group"."""
    return entry.client_name or entry.title or entry.kind.label


def headline(entry: CalendarEntry) -> str:
    """Who comes, and of a group how many: "Ava Nguyen", "HIIT group · 8"."""
    return f"{who(entry)} · {entry.coming}" if entry.client_id is None and entry.coming else who(entry)


def subline(entry: CalendarEntry) -> str:
    """What and where: "PT session · Studio A"; of what did not take place, why."""
    what = entry.title or entry.kind.label
    first = entry.status.label if entry.status is AppointmentStatus.NO_SHOW else ""
    return " · ".join(filter(None, (first, what, entry.place)))


def described(entry: CalendarEntry, formats: Formats) -> str:
    """All of an entry in one sentence, as it is read out."""
    when = f"{formats.near_day(formats.local(entry.start).date())} {formats.span(entry.start, entry.end)}"
    return f"{headline(entry)}, {when}, {subline(entry)}, {entry.status.label}"


def told_of(entry: CalendarEntry, formats: Formats) -> str:
    """An entry in four lines."""
    when = f"{formats.weekday_day(formats.local(entry.start).date())} · {formats.span(entry.start, entry.end)}"
    length = formats.minutes(entry.minutes)
    return "\n".join((headline(entry), f"{when} · {length}", subline(entry), entry.status.label))


def when_words(moment: datetime, formats: Formats) -> str:
    """A moment in short: "Thu 14:00", with its date when it is further off than a week."""
    local = formats.local(moment)
    near = abs((local.date() - formats.today()).days) < 7
    day = formats.weekday(local.date()) if near else formats.weekday_day(local.date())
    return f"{day} {formats.time(moment)}"
