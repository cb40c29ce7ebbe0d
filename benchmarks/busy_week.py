"""A week of 500 appointments, ten trainers at work side by side: more than any screen of the calendar should have to show."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import command
from fitwell_desktop.core.tables import new_id
from fitwell_desktop.models.accounts import User, UserRole
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import AppointmentKind, Right, Role, UserType

KINDS = (AppointmentKind.TRAINING, AppointmentKind.ASSESSMENT, AppointmentKind.REMOTE, AppointmentKind.CONSULTATION)
ZONE = ZoneInfo("Europe/Berlin")
FIRST_HOUR = 7


@command("Fill a week", needs=Right.SCHEDULE, undoable=False)
def fill_week(session: Session, monday: date, trainers: int, each: int) -> None:
    """So many trainers, with so many sessions in that week each, none of them at once with another of the same client."""
    added = [_trainer(number) for number in range(trainers)]
    session.insert_rows(User, added)
    session.insert_rows(UserRole, [{"user_id": trainer["id"], "role": Role.TRAINER} for trainer in added])
    people = iter(session.scalars(sa.select(User.id).where(User.user_type == UserType.CLIENT).limit(trainers * each)))
    session.insert_rows(
        Appointment,
        [
            _session(UUID(str(trainer["id"])), next(people), start, number)
            for trainer in added
            for number, start in enumerate(_starts(monday, each))
        ],
    )


def _trainer(number: int) -> dict[str, object]:
    name = f"No. {number + 1}"
    return {
        "id": new_id(),
        "user_type": UserType.TRAINER,
        "first_name": "Coach",
        "last_name": name,
        "search_key": fold(name, "Coach"),
    }


def _starts(monday: date, each: int) -> Iterator[datetime]:
    """So many full hours of the week, one after another on each day, and as many on each day as on any other."""
    for number in range(each):
        day, hour = monday + timedelta(days=number % 7), FIRST_HOUR + number // 7
        yield datetime.combine(day, time(hour), ZONE)


def _session(trainer_id: UUID, client_id: UUID, start: datetime, number: int) -> dict[str, object]:
    return {
        "id": new_id(),
        "trainer_id": trainer_id,
        "client_id": client_id,
        "kind": KINDS[number % len(KINDS)],
        "scheduled_start": start,
        "scheduled_end": start + timedelta(minutes=60),
        "location": "Studio 2",
    }
