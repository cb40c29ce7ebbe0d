"""The calendar day that it is in the practice, and the country that it is in."""

from datetime import date

import sqlalchemy as sa

from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.models.accounts import Practice

ZONE = "practice zone"
_TIME_ZONE = sa.select(Practice.time_zone)


def practice_zone(session: Session) -> str:
    """The practice's time zone by its IANA name; UTC until the practice is set up."""
    if session.writes:
        return _zone(session)
    if ZONE not in session.info:  # a query sees one moment, and may ask for it several times
        session.info[ZONE] = _zone(session)
    known: str = session.info[ZONE]
    return known


def practice_today(session: Session) -> date:
    """The day that the transaction's moment falls on in the practice's zone."""
    return day_in(practice_zone(session), session.now)


def practice_region(session: Session) -> str:
    """The country in which a phone number without a country code is meant ("DE")."""
    locale = session.scalar(sa.select(Practice.locale)) or ""
    region = locale.replace("-", "_").rpartition("_")[2]
    return region.upper() if len(region) == 2 and region != locale else "US"


def _zone(session: Session) -> str:
    return session.scalar(_TIME_ZONE) or "UTC"
