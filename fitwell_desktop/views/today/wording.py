"""Today's sentences: the greeting, why someone is on the worklist, what a session is, what was done."""

from collections.abc import Callable
from datetime import datetime

from fitwell_desktop.domain.analytics.attention import Attention
from fitwell_desktop.domain.analytics.recent_changes import RecentChange
from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.tones import SESSION_TONES
from fitwell_desktop.ui.translation import counted
from fitwell_desktop.vocabulary import ChangeKind, Concern

TONES = {
    Concern.OVERDUE: Tone.BAD,
    Concern.CLEARANCE_MISSING: Tone.BAD,
    Concern.CLEARANCE_EXPIRES: Tone.WARN,
    Concern.SCREENING_EXPIRES: Tone.WARN,
    Concern.DRAFT: Tone.INFO,
    Concern.RETEST: Tone.INFO,
    Concern.NOT_SEEN: Tone.WARN,
    Concern.NOT_BOOKED: Tone.NEUTRAL,
    Concern.BIRTHDAY: Tone.GOOD,
}


def greeting(hour: int, name: str) -> str:
    """A greeting for the time of day, with the person's first name."""
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    first = name.split(" ", 1)[0]
    return f"Good {part}, {first}" if first else f"Good {part}"


def why(entry: Attention, formats: Formats) -> str:
    """The reason for which an entry is on the worklist, in a sentence."""
    return _REASONS[entry.concern](entry, formats)


def pill(entry: Attention) -> tuple[str, Tone]:
    """The word and tone of the entry's concern."""
    return entry.concern.label, TONES[entry.concern]


def session_title(entry: CalendarEntry, formats: Formats) -> str:
    """When, and who: "17:00  Ava Nguyen"."""
    return f"{formats.time(entry.start)}   {entry.client_name or entry.title or entry.kind.label}"


def session_details(entry: CalendarEntry, formats: Formats) -> str:
    """What, how long, where: "Training · 60 min · Studio A"."""
    what = entry.title or entry.kind.label
    people = counted(entry.coming, "person", "people") if entry.coming else ""
    return " · ".join(filter(None, [what, formats.minutes(entry.minutes), people, entry.place]))


def session_pill(entry: CalendarEntry, now: datetime) -> tuple[str, Tone]:
    """Its status; "Now" while it runs."""
    if entry.can_change and entry.start <= now < entry.end:
        return "Now", Tone.ACCENT
    return entry.status.label, SESSION_TONES[entry.status]


def change_title(change: RecentChange) -> str:
    """What was done, to whom: by name if it is one, else how many they are."""
    whom = counted(change.clients, "client") if change.clients > 1 else change.about
    return f"{change.name} · {whom}" if whom else change.name


def change_details(change: RecentChange, formats: Formats) -> str:
    """Who did it, when, and how much of it there was."""
    verb = {ChangeKind.UNDONE: "taken back", ChangeKind.REDONE: "done again"}.get(change.kind, "")
    many = counted(change.rows, "entry", "entries") if change.rows > 1 else ""
    return " · ".join(filter(None, [change.by or "FitWell", formats.moment(change.at), many, verb]))


def _near(entry: Attention, formats: Formats) -> str:
    """The entry's day within a sentence: "today", "on Thu 5 Nov"."""
    assert entry.on is not None
    day = formats.near_day(entry.on)
    return day.lower() if -1 <= entry.days <= 1 else f"on {day}"


def _runs_out(entry: Attention, formats: Formats) -> str:
    if entry.days < 0:
        return f"ran out {_near(entry, formats)}"
    left = f", in {counted(entry.days, 'day')}" if entry.days > 1 else ""
    return f"runs out {_near(entry, formats)}{left}"


def _unseen(entry: Attention, formats: Formats) -> str:
    if entry.text:
        return f"Joined {_near(entry, formats)}, never here; nothing booked"
    ago = f", {counted(-entry.days, 'day')} ago" if entry.days < -1 else ""
    return f"Last here {_near(entry, formats)}{ago}; nothing booked"


def _overdue(entry: Attention, formats: Formats) -> str:
    owed = formats.money(entry.amount, entry.currency)
    return f"{owed} on invoice {entry.text}, due {counted(-entry.days, 'day')} ago"


def _retest(entry: Attention, formats: Formats) -> str:
    verb = "was due" if entry.days < 0 else "is due"
    return f"{entry.text}: retest {verb} {_near(entry, formats)}"


def _draft(entry: Attention, formats: Formats) -> str:
    return f"{formats.money(entry.amount, entry.currency)} drafted {_near(entry, formats)}, not sent"


_REASONS: dict[Concern, Callable[[Attention, Formats], str]] = {
    Concern.OVERDUE: _overdue,
    Concern.CLEARANCE_MISSING: lambda entry, formats: "A doctor’s clearance is required and missing",
    Concern.CLEARANCE_EXPIRES: lambda entry, formats: f"Medical clearance {_runs_out(entry, formats)}",
    Concern.SCREENING_EXPIRES: lambda entry, formats: f"Health screening {_runs_out(entry, formats)}",
    Concern.DRAFT: _draft,
    Concern.RETEST: _retest,
    Concern.NOT_SEEN: _unseen,
    Concern.NOT_BOOKED: _unseen,
    Concern.BIRTHDAY: lambda entry, formats: f"Turns {entry.text} {_near(entry, formats)}",
}
