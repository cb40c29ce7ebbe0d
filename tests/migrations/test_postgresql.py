"""The same tables on PostgreSQL: nothing left to change, the same values back, the same refusals."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from fitwell_desktop.core.database import Database, Session
from fitwell_desktop.core.migrate import migrate
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.tables import Json, Table, all_tables
from fitwell_desktop.models.accounts import Practice, TaxRate
from fitwell_desktop.models.billing import Invoice, InvoiceLine, Party
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.models.exercises import Exercise
from fitwell_desktop.models.messaging import SenderLease
from fitwell_desktop.models.selling import Discount
from fitwell_desktop.models.series import RecurringPattern
from fitwell_desktop.models.videos import Mark, VideoAnnotation
from fitwell_desktop.models.workouts import SessionExercise, SetTarget, Tempo
from fitwell_desktop.vocabulary import SetKind
from tests import builders
from tests.builders import DAY, MORNING
from tests.models.schema import left_to_change

pytestmark = pytest.mark.contract


@pytest.fixture(scope="module")
def migrated(postgres: sa.Engine) -> sa.Engine:
    with postgres.begin() as connection:
        migrate(connection)
    return postgres


@pytest.fixture
def session(migrated: sa.Engine) -> Iterator[Session]:
    with Session(migrated, MORNING, None, writes=True) as session:
        yield session


def test_nothing_is_left_to_change(migrated: sa.Engine) -> None:
    with migrated.connect() as connection:
        assert left_to_change(connection) == []


def test_down_and_up_again(migrated: sa.Engine) -> None:
    with migrated.begin() as connection:
        migrate(connection, "base")
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]
        migrate(connection)
        assert left_to_change(connection) == []


def test_each_tables_rows_read_the_same_on_both(session: Session, database: Database) -> None:
    for name, kind in kinds().items():
        builders.build(session, kind, **every_value(kind) | RICH.get(kind, {}))
        session.flush()
        with database.writing(MORNING, None) as other:
            rows = rows_of(session, name)
            other.connection().execute(sa.insert(kind), rows)
            assert rows_of(other, name) == rows, name


def every_value(kind: type[Table]) -> dict[str, Any]:
    """A value for each column that could be left empty, but for references, JSON and what excludes something else."""
    return {
        column.name: builders.sample(column)
        for column in all_tables().tables[kind.__tablename__].columns
        if column.nullable and not column.foreign_keys and not isinstance(column.type, Json)
        if (kind, column.name) not in EXCLUDED and column.name not in {"created_by", "updated_by", "deleted_at"}
    }


EXCLUDED = {(Discount, "rate_ppm"), (Invoice, "number"), (Invoice, "invoice_number")}
RICH: dict[type[Table], dict[str, Any]] = {
    Practice: {"singleton": 1, "tax_rates": (TaxRate("VAT ½", 88_750),)},
    SenderLease: {"singleton": 1},
    Exercise: {"alternatives": (UUID(int=7), UUID(int=8)), "muscle_groups": ("Glutæus",)},
    SessionExercise: {
        "tempo": Tempo(3, 1, 0, 0, explosive=True),
        "set_targets": (SetTarget(SetKind.DROP, 8, rir=1.5),),
    },
    VideoAnnotation: {"position": Mark(((0.25, 0.1), (1.0, 0.3)), "#ff0000")},
    RecurringPattern: {"exception_dates": (DAY, DAY + timedelta(days=7))},
    Invoice: {
        "line_items": (InvoiceLine("10 × PT – “Zoë”", 5_000, 10_000, 100, "VAT", 190_000, DAY, UUID(int=3)),),
        "issuer": Party("Strong Studio", "Line 1\nLine 2"),
    },
    ClientProfile: {"preferences": {"b": [1, 2.5, None, {"deep": True}], "a": "x"}},
}


@pytest.mark.parametrize(
    ("offset", "status", "verdict"),
    [
        (0, "SCHEDULED", "refused"),
        (59, "CONFIRMED", "refused"),
        (-59, "COMPLETED", "refused"),
        (60, "SCHEDULED", "booked"),
        (-60, "SCHEDULED", "booked"),
        (0, "CANCELLED", "booked"),
        (0, "RESCHEDULED", "booked"),
        (0, "NO_SHOW", "booked"),
    ],
)
@pytest.mark.parametrize("person", ["trainer_id", "client_id"])
def test_double_booking_gets_the_same_verdict_on_both(
    session: Session, database: Database, person: str, offset: int, status: str, verdict: str
) -> None:
    with database.writing(MORNING, None) as other:
        assert [book(session, person, offset, status), book(other, person, offset, status)] == [verdict, verdict]


def book(session: Session, person: str, offset: int, status: str) -> str:
    """Book an hour, then another one that begins so many minutes later for the same person."""
    kind = kinds()["appointment"]
    who = {person: builders.build(session, kinds()["user"]).id}
    hour = {"scheduled_start": MORNING, "scheduled_end": MORNING + timedelta(hours=1)}
    builders.build(session, kind, **hour | who)
    session.flush()
    shift = timedelta(minutes=offset)
    later = {name: moment + shift for name, moment in hour.items()}
    builders.build(session, kind, status=status, **later | who)
    try:
        session.flush()
    except sa.exc.IntegrityError as error:
        return "refused" if f"ex_appointment_{person.removesuffix('_id')}" in str(error) else str(error)
    return "booked"


def rows_of(session: Session, name: str) -> list[dict[str, Any]]:
    table = all_tables().tables[name]
    columns = [column for column in table.columns if column.computed is None]
    found = session.connection().execute(sa.select(*columns).order_by(table.c.id))
    return [dict(row) for row in found.mappings()]
