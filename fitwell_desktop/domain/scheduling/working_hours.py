"""When trainers work: weekly windows, less the time off. Outside of it the calendar is shaded and booking warns."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.scheduling.wall_time import practice_zone, start_of_day
from fitwell_desktop.models.availability import TimeOff, TrainerAvailability
from fitwell_desktop.vocabulary import Right, Weekday

DAY_MINUTES = 24 * 60
Minutes = tuple[int, int]
"""From when to when, in minutes of the day's wall clock."""


class WeeklyWindow(Struct, frozen=True, order=True):
    """A stretch of a weekday in which a trainer works."""

    day: Weekday
    start: time
    end: time


class OpenTime(Struct, frozen=True):
    """A stretch of one day in which a trainer can be booked, in minutes of the practice's wall clock."""

    trainer_id: UUID
    day: date
    from_minute: int
    until_minute: int


@query()
def working_hours(session: Session, trainer_id: UUID) -> tuple[WeeklyWindow, ...]:
    """A trainer's weekly windows, from Monday on."""
    found = sa.select(TrainerAvailability).where(TrainerAvailability.trainer_id == trainer_id)
    windows = [WeeklyWindow(row.day_of_week, row.start_time, row.end_time) for row in session.scalars(found)]
    return tuple(sorted(windows, key=lambda window: (list(Weekday).index(window.day), window.start)))


@command("Change working hours", needs=Right.SCHEDULE)
def set_working_hours(session: Session, trainer_id: UUID, windows: tuple[WeeklyWindow, ...]) -> None:
    """Let these be a trainer's windows; those that stay keep their rows."""
    _ensure_apart(windows)
    wanted = set(windows)
    for row in session.scalars(sa.select(TrainerAvailability).where(TrainerAvailability.trainer_id == trainer_id)):
        window = WeeklyWindow(row.day_of_week, row.start_time, row.end_time)
        if window in wanted:
            wanted.remove(window)
        else:
            session.delete(row)
    for window in sorted(wanted):
        session.add(
            TrainerAvailability(
                trainer_id=trainer_id, day_of_week=window.day, start_time=window.start, end_time=window.end
            )
        )


def _ensure_apart(windows: Iterable[WeeklyWindow]) -> None:
    ends: dict[Weekday, time] = {}
    for window in sorted(windows):
        label = window.day.label
        if window.end <= window.start:
            raise UserError(f"On {label} the hours end before they begin.", field=window.day)
        if window.day in ends and window.start < ends[window.day]:
            raise UserError(f"On {label} two stretches overlap. Make them one.", field=window.day)
        ends[window.day] = window.end


@query()
def open_times(session: Session, first: date, days: int, trainer_ids: tuple[UUID, ...]) -> tuple[OpenTime, ...]:
    """When each trainer can be booked on those days. One without any weekly window can be at any time."""
    zone = practice_zone(session)
    windows: dict[UUID, list[TrainerAvailability]] = defaultdict(list)
    for row in session.scalars(sa.select(TrainerAvailability).where(TrainerAvailability.trainer_id.in_(trainer_ids))):
        windows[row.trainer_id].append(row)
    off = _time_off(session, first, days, zone)
    found = []
    for day in (first + timedelta(days=offset) for offset in range(days)):
        for trainer_id in trainer_ids:
            at_work = _windows_on(windows[trainer_id], day) if windows[trainer_id] else [(0, DAY_MINUTES)]
            absent = [_within_day(start, end, day, zone) for who, start, end in off if who in {None, trainer_id}]
            found += [OpenTime(trainer_id, day, *stretch) for stretch in without(at_work, absent)]
    return tuple(found)


def is_open(session: Session, trainer_id: UUID, start: datetime, minutes: int) -> bool:
    """Whether a trainer works all through that stretch of time."""
    local = start.astimezone(practice_zone(session))
    begin = local.hour * 60 + local.minute
    until = min(begin + minutes, DAY_MINUTES)
    return any(
        time.from_minute <= begin and until <= time.until_minute
        for time in open_times(session, local.date(), 1, (trainer_id,))
    )


def without(stretches: Iterable[Minutes], taken: Iterable[Minutes]) -> list[Minutes]:
    """What is left of the stretches where the taken ones are cut out."""
    left = list(stretches)
    for begin, end in taken:
        left = (
            [
                part
                for start, stop in left
                for part in ((start, min(stop, begin)), (max(start, end), stop))
                if part[0] < part[1]
            ]
            if begin < end
            else left
        )
    return left


def _windows_on(rows: Iterable[TrainerAvailability], day: date) -> list[Minutes]:
    weekday = list(Weekday)[day.weekday()]
    return sorted(
        (row.start_time.hour * 60 + row.start_time.minute, row.end_time.hour * 60 + row.end_time.minute)
        for row in rows
        if row.day_of_week is weekday
        and (row.effective_from is None or row.effective_from <= day)
        and (row.effective_until is None or day <= row.effective_until)
    )


def _time_off(session: Session, first: date, days: int, zone: ZoneInfo) -> list[tuple[UUID | None, datetime, datetime]]:
    begin, end = start_of_day(first, zone), start_of_day(first + timedelta(days=days), zone)
    found = sa.select(TimeOff.trainer_id, TimeOff.starts_at, TimeOff.ends_at)
    found = found.where(TimeOff.starts_at < end, TimeOff.ends_at > begin)
    return [(who, starts_at, ends_at) for who, starts_at, ends_at in session.execute(found)]


def _within_day(start: datetime, end: datetime, day: date, zone: ZoneInfo) -> Minutes:
    return _minute_of(start.astimezone(zone), day), _minute_of(end.astimezone(zone), day)


def _minute_of(moment: datetime, day: date) -> int:
    """The minute of that day at which the clock shows the moment; the day's ends for moments before and after it."""
    if moment.date() != day:
        return 0 if moment.date() < day else DAY_MINUTES
    return moment.hour * 60 + moment.minute
