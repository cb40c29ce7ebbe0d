"""One client at a glance: who they are, what comes next, what to heed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import query
from fitwell_desktop.core.tables import Guid, Instant
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.billing.money_in import owed_by_client
from fitwell_desktop.domain.clients.ages import age_on, next_birthday
from fitwell_desktop.domain.clients.attendance import PLANNED, in_groups_of
from fitwell_desktop.domain.clients.photos import photo_of
from fitwell_desktop.domain.clients.states import state_on
from fitwell_desktop.domain.clients.tags import tags_by_client
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientPause, ClientProfile, ClientTrainer
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import (
    AppointmentKind,
    AppointmentStatus,
    ClientKind,
    ClientState,
    Right,
    Sex,
    UserType,
)

SHOWN = 4


class Profile(Struct, frozen=True):
    """All that stands in a client's profile, and who looks after them."""

    id: UUID
    first_name: str
    last_name: str
    email: str
    phone: str
    phone_typed: str
    state: ClientState
    paused_until: date | None
    kind: ClientKind
    sex: Sex
    date_of_birth: date | None
    age: int | None
    birthday_on: date | None
    height_cm: float | None
    address: str
    occupation: str
    timezone: str
    language: str
    referral_source: str
    joined_on: date | None
    archive_reason: str
    tags: tuple[str, ...]
    primary_trainer_id: UUID | None
    trainer_ids: tuple[UUID, ...]
    photo: str
    """The SHA-256 of the picture's content, or empty."""

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)


class SessionLine(Struct, frozen=True):
    """A session of the client's."""

    id: UUID
    title: str
    kind: AppointmentKind
    status: AppointmentStatus
    start: datetime
    end: datetime


class Overview(Struct, frozen=True):
    """The client’s next and last sessions, and what they owe in minor units: None for those who may not see bills."""

    coming: tuple[SessionLine, ...]
    gone: tuple[SessionLine, ...]
    held: int
    owed: int | None


@query()
def profile(session: Session, client_id: UUID) -> Profile:
    """A client's profile; raises UserError where there is no such client."""
    found = find_profile(session, client_id)
    if found is None:
        raise UserError("This client is no longer there.")
    return found


@query()
def find_profile(session: Session, client_id: UUID) -> Profile | None:
    """A client's profile, or None where there is no such client (any more)."""
    today = practice_today(session)
    row = session.execute(
        sa.select(User, ClientProfile, state_on(today))
        .join(ClientProfile, ClientProfile.client_id == User.id)
        .where(User.id == client_id, User.user_type == UserType.CLIENT)
    ).first()
    if row is None:
        return None
    user, more, state = row
    links = sa.select(ClientTrainer.trainer_id, ClientTrainer.is_primary).where(ClientTrainer.client_id == client_id)
    trainers = session.execute(links.order_by(ClientTrainer.is_primary.desc())).all()
    return Profile(
        id=user.id,
        first_name=user.first_name,
        last_name=user.last_name,
        email=user.email or "",
        phone=user.phone or "",
        phone_typed=user.phone_typed or user.phone or "",
        state=ClientState(state),
        paused_until=_paused_until(session, client_id, today),
        kind=more.kind,
        sex=more.sex,
        date_of_birth=more.date_of_birth,
        age=age_on(today, more.date_of_birth),
        birthday_on=next_birthday(today, more.date_of_birth) if more.date_of_birth else None,
        height_cm=more.height_cm,
        address=more.address,
        occupation=more.occupation,
        timezone=more.timezone or "",
        language=str(more.preferences.get("language", "")),
        referral_source=more.referral_source,
        joined_on=more.joined_on,
        archive_reason=more.archive_reason,
        tags=tags_by_client(session, [client_id]).get(client_id, ()),
        primary_trainer_id=next((link.trainer_id for link in trainers if link.is_primary), None),
        trainer_ids=tuple(link.trainer_id for link in trainers),
        photo=photo_of(session, more.photo_id),
    )


@query()
def overview(session: Session, client_id: UUID) -> Overview:
    """What comes next, what was last; and what is owed, for those who may see bills."""
    asked = {"client_id": client_id, "now": session.now}
    return Overview(
        tuple(SessionLine(*row) for row in session.execute(_COMING, asked)),
        tuple(SessionLine(*row) for row in session.execute(_GONE, asked)),
        session.scalar(_HELD, asked) or 0,
        owed_by_client(session, client_id) if Right.BILLING in session.rights else None,
    )


def _paused_until(session: Session, client_id: UUID, today: date) -> date | None:
    covering = sa.select(ClientPause.ends_on).where(
        ClientPause.client_id == client_id, ClientPause.starts_on <= today, ClientPause.ends_on >= today
    )
    return session.scalar(covering)


_CLIENT, _NOW = sa.bindparam("client_id", type_=Guid()), sa.bindparam("now", type_=Instant())
_START, _END, _STATUS = Appointment.scheduled_start, Appointment.scheduled_end, Appointment.status


def _sessions(*conditions: sa.ColumnElement[bool]) -> tuple[sa.Select[UUID], ...]:
    """The client's own sessions that fit, and those of groups that they are in. Each are found apart, from an index
    alone; together, every session that there ever was would be fetched, from all over the file.
    """
    groups = sa.and_(Appointment.client_id.is_(None), in_groups_of(_CLIENT))
    return tuple(
        sa.select(Appointment.id).where(mine, *conditions) for mine in (Appointment.client_id == _CLIENT, groups)
    )


def _first(order: sa.ColumnExpressionArgument[Any], *conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The first few that fit."""
    parts = (part.order_by(order).limit(SHOWN).subquery() for part in _sessions(*conditions))
    found = sa.union_all(*(sa.select(part) for part in parts))
    columns: tuple[Any, ...] = (Appointment.id, Appointment.title, Appointment.kind, _STATUS, _START, _END)
    return sa.select(*columns).where(Appointment.id.in_(found)).order_by(order).limit(SHOWN)


# Put together once, which takes longer than asking.
_COMING = _first(_START, _NOW <= _END, _STATUS.in_(PLANNED))
_GONE = _first(_START.desc(), _NOW > _END, _STATUS != AppointmentStatus.RESCHEDULED)
_HELD = sa.select(sa.func.count()).select_from(
    sa.union_all(*_sessions(_NOW > _END, _STATUS == AppointmentStatus.COMPLETED)).subquery()
)
