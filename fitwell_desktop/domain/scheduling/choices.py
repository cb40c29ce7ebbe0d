"""What there is to choose from when booking: clients, rooms, and the next time that is free."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.client_search import ClientChoice
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.scheduling.availability import LONGEST, TAKEN
from fitwell_desktop.domain.scheduling.wall_time import minute_of_day, practice_zone, start_of_day
from fitwell_desktop.domain.scheduling.working_hours import DAY_MINUTES, OpenTime, open_times
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Appointment, Room
from fitwell_desktop.vocabulary import UserStatus, UserType

SEARCHED_DAYS = 28
DAYTIME = (6 * 60, 22 * 60)
"""Where nobody said when a trainer works, no time is proposed outside of this, in minutes of the day."""
SNAP_MINUTES = 15


class Choice(Struct, frozen=True):
    """Something to choose, by the name that is shown."""

    id: UUID
    name: str


@query()
def client_choice(session: Session, client_id: UUID) -> ClientChoice | None:
    """That client, where they can be booked; else None."""
    found = sa.select(User.id, User.first_name, User.last_name).where(
        User.id == client_id, User.user_type == UserType.CLIENT, User.status == UserStatus.ACTIVE
    )
    row = session.execute(found).one_or_none()
    return ClientChoice(row.id, full_name(row.first_name, row.last_name)) if row else None


@query()
def bookable_rooms(session: Session) -> tuple[Choice, ...]:
    """The rooms in use, by name."""
    found = sa.select(Room.id, Room.name).where(Room.is_active).order_by(Room.name)
    return tuple(Choice(row.id, row.name) for row in session.execute(found))


@query()
def next_free(session: Session, trainer_id: UUID, minutes: int, after: datetime) -> datetime | None:
    """When that trainer next has so much time, within four weeks."""
    zone = practice_zone(session)
    first = after.astimezone(zone).date()
    until = start_of_day(first + timedelta(days=SEARCHED_DAYS), zone)
    taken = sa.select(Appointment.scheduled_start, Appointment.scheduled_end).where(
        Appointment.trainer_id == trainer_id,
        Appointment.status.in_(TAKEN),
        Appointment.scheduled_start > after - LONGEST,
        Appointment.scheduled_start < until,
    )
    busy = [(start, end) for start, end in session.execute(taken.order_by(Appointment.scheduled_start))]
    return first_gap(open_times(session, first, SEARCHED_DAYS, (trainer_id,)), busy, minutes, after, zone)


def first_gap(
    open_times: Iterable[OpenTime],
    busy: Iterable[tuple[datetime, datetime]],
    minutes: int,
    after: datetime,
    zone: ZoneInfo,
) -> datetime | None:
    """The first quarter of an hour, not before `after`, at which so much open time begins that nothing is in yet.
    `open_times` and `busy` are in order.
    """
    taken = list(busy)
    for open_time in open_times:
        opens, closes = (minute_of_day(open_time.day, minute, zone) for minute in _daytime(open_time))
        start = max(opens, _snapped_up(after))
        for begin, end in taken:
            if begin < start + timedelta(minutes=minutes) and end > start:
                start = _snapped_up(end)
        if start + timedelta(minutes=minutes) <= closes:
            return start
    return None


def _daytime(open_time: OpenTime) -> tuple[int, int]:
    whole_day = (open_time.from_minute, open_time.until_minute) == (0, DAY_MINUTES)
    return DAYTIME if whole_day else (open_time.from_minute, open_time.until_minute)


def _snapped_up(moment: datetime) -> datetime:
    over = timedelta(minutes=moment.minute % SNAP_MINUTES, seconds=moment.second, microseconds=moment.microsecond)
    return moment + timedelta(minutes=SNAP_MINUTES) - over if over else moment
