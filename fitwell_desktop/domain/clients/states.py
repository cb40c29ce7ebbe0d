"""Whether a client is active, paused or archived: told from the archive mark and the pauses that cover a day."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientPause
from fitwell_desktop.vocabulary import ClientState, UserStatus

Day = date | sa.BindParameter[date]
"""A day, or the place of one in a statement that is put together once."""


def paused_on(day: Day) -> sa.ColumnElement[bool]:
    """Clients who pause on that day, archived ones too."""
    covering = sa.select(ClientPause.client_id).where(
        ClientPause.starts_on <= day, sa.or_(ClientPause.ends_on.is_(None), ClientPause.ends_on >= day)
    )
    return User.id.in_(covering)


def in_state(state: ClientState, day: Day) -> sa.ColumnElement[bool]:
    """Clients who are in that state on that day."""
    here = User.status != UserStatus.INACTIVE
    rules = {
        ClientState.ARCHIVED: User.status == UserStatus.INACTIVE,
        ClientState.PAUSED: sa.and_(here, paused_on(day)),
        ClientState.ACTIVE: sa.and_(here, ~paused_on(day)),
    }
    return rules[state]


def state_on(day: Day) -> sa.ColumnElement[str]:
    """A column that holds each client's state."""
    return sa.case(
        (User.status == UserStatus.INACTIVE, ClientState.ARCHIVED.value),
        (paused_on(day), ClientState.PAUSED.value),
        else_=ClientState.ACTIVE.value,
    )


def pause_covering(session: Session, client_id: UUID, day: date) -> ClientPause | None:
    """The pause that a client is in on that day."""
    found = sa.select(ClientPause).where(
        ClientPause.client_id == client_id,
        ClientPause.starts_on <= day,
        sa.or_(ClientPause.ends_on.is_(None), ClientPause.ends_on >= day),
    )
    return session.scalar(found)


def ensure_no_other_pause(session: Session, client_id: UUID, start: date, end: date | None) -> None:
    """Raise UserError where a pause of the client already covers some of these days."""
    overlapping = sa.select(ClientPause).where(
        ClientPause.client_id == client_id,
        ClientPause.starts_on <= (end or date.max),
        sa.or_(ClientPause.ends_on.is_(None), ClientPause.ends_on >= start),
    )
    other = session.scalar(overlapping)
    if other:
        until = f"until {other.ends_on:%d %b %Y}" if other.ends_on else "until further notice"
        raise UserError(f"A pause from {other.starts_on:%d %b %Y} {until} covers these days.", field="starts_on")
