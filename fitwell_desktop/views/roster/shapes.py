"""How a client's facts are shown: the tone of a state, the second line of a list, sizes of files."""

import re
from datetime import date, datetime

from fitwell_desktop.domain.clients.history_words import MINOR
from fitwell_desktop.domain.clients.roster import RosterRow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.vocabulary import Band, ClearanceState, ClientState, GoalStatus, Severity

NEW_FOR_DAYS = 14
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)")
AMOUNT = re.compile(rf"-?\d+{MINOR}")
Pill = tuple[str, Tone]

STATE_TONES = {ClientState.ACTIVE: Tone.GOOD, ClientState.PAUSED: Tone.NEUTRAL, ClientState.ARCHIVED: Tone.NEUTRAL}
BAND_TONES = {
    Band.ON_TRACK: Tone.GOOD,
    Band.AT_RISK: Tone.WARN,
    Band.BEHIND: Tone.BAD,
    Band.UNDEFINED: Tone.NEUTRAL,
}
CLEARANCE_TONES = {
    ClearanceState.NOT_REQUIRED: Tone.NEUTRAL,
    ClearanceState.MISSING: Tone.BAD,
    ClearanceState.CLEARED: Tone.GOOD,
    ClearanceState.EXPIRING: Tone.WARN,
    ClearanceState.EXPIRED: Tone.BAD,
}
CLEARANCE_PILLS = {
    ClearanceState.MISSING: "No clearance",
    ClearanceState.EXPIRED: "Clearance",
    ClearanceState.EXPIRING: "Clearance",
}
GOAL_TONES = {GoalStatus.ACTIVE: Tone.ACCENT, GoalStatus.PAUSED: Tone.NEUTRAL, GoalStatus.COMPLETED: Tone.GOOD}
SEVERITY_TONES = {Severity.NOTE: Tone.INFO, Severity.AVOID: Tone.WARN, Severity.FORBIDDEN: Tone.BAD}


def row_pill(row: RosterRow, formats: Formats) -> Pill | None:
    """The one thing of a client that the list should say at once."""
    if row.state is not ClientState.ACTIVE:
        return row.state.label, Tone.NEUTRAL
    if row.health and row.health.clearance in CLEARANCE_PILLS:
        return CLEARANCE_PILLS[row.health.clearance], CLEARANCE_TONES[row.health.clearance]
    if row.joined_on and 0 <= (formats.today() - row.joined_on).days < NEW_FOR_DAYS:
        return "New", Tone.INFO
    return None


def second_line(row: RosterRow, formats: Formats) -> str:
    """When a client comes next or came last, else what is known of them."""
    parts = [", ".join(row.tags[:2])] if row.tags else []
    if row.next_session_at:
        parts.insert(0, formats.moment(row.next_session_at))
    elif row.last_session_at:
        parts.append(f"last {formats.near_day(formats.local(row.last_session_at).date())}")
    return " · ".join(parts) or row.kind.label


def owed_words(row: RosterRow, formats: Formats) -> Pill:
    """What a client owes, or nothing."""
    return (formats.money(row.owed), Tone.BAD) if row.owed and row.owed > 0 else ("", Tone.NEUTRAL)


def file_size(size: int, formats: Formats) -> str:
    """A file's size: "420 KB", "1.2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{formats.number(size / 1_000_000)} MB"


def readable(value: str, formats: Formats) -> str:
    """A logged value as it is written here: days and moments come as ISO 8601, money in marked minor units."""
    if AMOUNT.fullmatch(value):
        return formats.money(int(value.removesuffix(MINOR)))
    if ISO_DAY.fullmatch(value):
        return formats.day(date.fromisoformat(value))
    return formats.moment(datetime.fromisoformat(value)) if ISO_MOMENT.fullmatch(value) else value


def plural(count: int, one: str, many: str = "") -> str:
    """A number with its word: "1 client", "3 clients"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
