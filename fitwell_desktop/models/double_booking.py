"""Refuses, in the database itself, that one person has two appointments at once."""

import sqlalchemy as sa

from fitwell_desktop.core.tables import Table
from fitwell_desktop.vocabulary import AppointmentStatus

TAKEN = ", ".join(f"'{status}'" for status in AppointmentStatus if status.takes_time)

EXCLUSION = """
ALTER TABLE appointment ADD CONSTRAINT {name}
EXCLUDE USING gist ({person} WITH =, tstzrange(scheduled_start, scheduled_end) WITH &&) WHERE (status IN ({taken}))
"""
"""PostgreSQL's own way; SQLite has triggers for it."""

# As no two of a person's appointments overlap, only the last that begins before the new one ends can overlap it.
TRIGGER = """
CREATE TRIGGER {name}_{event} BEFORE {moment} ON appointment
WHEN NEW.{person} IS NOT NULL AND NEW.status IN ({taken})
BEGIN
    SELECT RAISE(ABORT, '{name}') FROM (
        SELECT scheduled_end FROM appointment
        WHERE {person} = NEW.{person} AND id <> NEW.id AND status IN ({taken})
        AND scheduled_start < NEW.scheduled_end
        ORDER BY scheduled_start DESC LIMIT 1
    ) WHERE scheduled_end > NEW.scheduled_start;
END
"""
MOMENTS = {"insert": "INSERT", "update": "UPDATE OF {person}, scheduled_start, scheduled_end, status"}


def forbid_overlaps(kind: type[Table], person: str, name: str) -> None:
    """Let an overlap of two appointments with the same `person` (a column) fail with the error `name`."""
    _after_create(kind, "postgresql", EXCLUSION.format(name=name, person=person, taken=TAKEN))
    for event, moment in MOMENTS.items():
        text = TRIGGER.format(name=name, event=event, moment=moment.format(person=person), person=person, taken=TAKEN)
        _after_create(kind, "sqlite", text)


def _after_create(kind: type[Table], engine: str, text: str) -> None:
    statement = sa.DDL(text.strip())  # type: ignore[no-untyped-call]  # SQLAlchemy's own gap
    sa.event.listen(kind.__table__, "after_create", statement.execute_if(dialect=engine))
