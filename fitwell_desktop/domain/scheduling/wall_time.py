"""Between the practice's wall clock and moments: which wall times there are, and which come twice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts import today


def practice_zone(session: Session) -> ZoneInfo:
    """The zone in which the practice's sessions take place."""
    return ZoneInfo(today.practice_zone(session))


def moment_at(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which the clock shows `wall`. Raises UserError where it never does, or does so twice."""
    shown = datetime.combine(day, wall)
    first, second = (shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return first
    if first < second:
        raise UserError(
            f"The clocks go back on {short_day(day)}, so {wall:%H:%M} comes twice. Choose an earlier or a later time.",
            field="start",
        )
    raise UserError(
        f"The clocks go forward on {short_day(day)}, so there is no {wall:%H:%M}."
        f" Choose an earlier time, or {first.astimezone(zone):%H:%M}.",
        field="start",
    )


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which a calendar day begins; where clocks skip midnight, the first one that there is."""
    return minute_of_day(day, 0, zone)


def minute_of_day(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The moment at which the day's clock shows that minute. Unlike `moment_at` it never refuses: it is for bounds."""
    return (datetime.combine(day, time()) + timedelta(minutes=minute)).replace(tzinfo=zone).astimezone(UTC)


def short_day(day: date) -> str:
    """A day as sentences name it: "Sun 29 Mar"."""
    return f"{day:%a} {day.day} {day:%b}"
