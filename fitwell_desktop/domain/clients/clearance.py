"""Medical clearance: how long it lasts, when it is void, and where it stands on a day."""

from datetime import date, timedelta

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.vocabulary import Clearance, ClearanceState

MONTHS = 12
"""A clearance lasts this long at most."""
NOTICE = timedelta(days=30)
"""So long before its end a clearance is warned of."""
ASKED_FOR = {
    ClearanceState.MISSING: "There is no medical clearance yet. Ask for one before you train.",
    ClearanceState.EXPIRED: "The medical clearance has expired. Ask for a new one before you train.",
    ClearanceState.EXPIRING: "The medical clearance expires soon. Ask for a new one.",
}
"""What to do about a clearance that does not hold for long."""


def clearance_on(today: date, clearance: Clearance | None, expires_on: date | None) -> ClearanceState:
    """Where a clearance stands; a client without a health history needs none."""
    if clearance in {None, Clearance.NOT_REQUIRED}:
        return ClearanceState.NOT_REQUIRED
    if clearance is Clearance.REQUIRED:
        return ClearanceState.MISSING
    if expires_on is None or expires_on < today:
        return ClearanceState.EXPIRED
    return ClearanceState.EXPIRING if expires_on - today <= NOTICE else ClearanceState.CLEARED


def latest_expiry(cleared_on: date) -> date:
    """The last day on which a clearance of that day can hold."""
    return later_by_months(cleared_on, MONTHS)


def check_clearance(cleared_on: date, expires_on: date, today: date) -> None:
    """Raise UserError where a clearance can't run from and to these days."""
    if cleared_on > today:
        raise UserError("A clearance can’t be given on a day to come.", field="cleared_on")
    if expires_on < cleared_on:
        raise UserError("The clearance would end before it was given.", field="clearance_expires_on")
    if expires_on > latest_expiry(cleared_on):
        raise UserError(
            f"A clearance lasts {MONTHS} months at most, so until {latest_expiry(cleared_on):%d %b %Y}.",
            field="clearance_expires_on",
        )


def later_by_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), first_of_next - timedelta(days=1))
