"""Makes entries as the calendar's query returns them, without a database."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.vocabulary import AppointmentKind, AppointmentStatus

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 2)
TRAINER = UUID(int=1)


def entry(
    name: str,
    day: date,
    wall: str,
    minutes: int = 60,
    *,
    trainer_id: UUID = TRAINER,
    kind: AppointmentKind = AppointmentKind.TRAINING,
    status: AppointmentStatus = AppointmentStatus.SCHEDULED,
) -> CalendarEntry:
    """A session with the client of that name, at that wall time in Berlin."""
    start = datetime.combine(day, time.fromisoformat(wall), BERLIN).astimezone(UTC)
    client_id = uuid5(TRAINER, name)
    return CalendarEntry(
        id=uuid5(client_id, f"{start}"),
        trainer_id=trainer_id,
        client_id=client_id,
        client_name=name,
        kind=kind,
        title="PT session",
        status=status,
        start=start,
        end=start + timedelta(minutes=minutes),
        place="Studio A",
        client_ids=frozenset({client_id}),
    )
