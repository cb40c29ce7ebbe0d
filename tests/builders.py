"""Valid rows with one call. What a test does not name gets a sensible value; rows that a row must refer to are made.

`builders.client(store, first_name="Anna")` returns the new row's id, and leaves no step to undo.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.core.tables import Guid, Instant, Table, all_tables, new_id
from fitwell_desktop.models.accounts import Practice, User, UserRole
from fitwell_desktop.models.availability import TimeOff, TrainerAvailability
from fitwell_desktop.models.billing import Invoice, InvoiceLine, Payment
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.models.exercises import Exercise
from fitwell_desktop.models.messaging import Message, MessageThread
from fitwell_desktop.models.numbering import InvoiceSeries
from fitwell_desktop.models.programs import ClientProgram, ProgramTemplate
from fitwell_desktop.models.scheduling import Appointment, GroupSession
from fitwell_desktop.models.selling import ClientSubscription, CreditEntry, Discount, Package
from fitwell_desktop.models.series import RecurrenceRules, RecurringPattern
from fitwell_desktop.models.videos import Video
from fitwell_desktop.models.workouts import WorkoutSession
from fitwell_desktop.vocabulary import AppointmentKind, Right, Role, UserType

T = TypeVar("T", bound=Table)
Values = dict[str, Any]

DAY = date(2026, 3, 2)
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_numbers = count(1)
_FILLED_IN = {"id", "created_at", "updated_at", "search_key"}
"""Columns that the tables or the store fill in themselves."""


def make(store: Store, kind: type[Table], /, **values: Any) -> UUID:
    """Add a row of any table and return its id."""
    return store.do(_make, kind, values)


def build(session: Session, kind: type[T], /, **values: Any) -> T:
    """As `make`, within a session that is open already."""
    complete = _usual(session, kind) | values
    for column in all_tables().tables[kind.__tablename__].columns:
        if column.key not in complete and column.key not in _FILLED_IN and _is_required(column):
            complete[column.key] = _reference(session, column) if column.foreign_keys else sample(column)
    row = kind(**{"id": new_id()} | complete)
    session.add(row)
    return row


def practice(store: Store, **values: Any) -> UUID:
    """The practice's own row."""
    usual = {"name": "Strong Studio", "currency": "EUR", "time_zone": "Europe/Berlin", "locale": "en_GB"}
    return make(store, Practice, **usual | values)


def owner(store: Store, **values: Any) -> UUID:
    """The person who owns the practice and trains."""
    user_id = trainer(store, **{"first_name": "Olivia", "last_name": "Owner"} | values)
    make(store, UserRole, user_id=user_id, role=Role.OWNER)
    return user_id


def trainer(store: Store, **values: Any) -> UUID:
    """A trainer."""
    usual = {"user_type": UserType.TRAINER, "first_name": "Tom", "last_name": "Trainer"}
    return make(store, User, **usual | values)


def client(store: Store, **values: Any) -> UUID:
    """A client with a profile; values of either."""
    of_profile = {key: values.pop(key) for key in list(values) if key in ClientProfile.__table__.columns}
    client_id = make(store, User, **values)
    make(store, ClientProfile, client_id=client_id, **of_profile)
    return client_id


def appointment(store: Store, **values: Any) -> UUID:
    """An hour with a client, each on a day of its own unless told when."""
    return make(store, Appointment, **values)


def group(store: Store, **values: Any) -> UUID:
    """A group session for eight, with its appointment."""
    if "appointment_id" not in values:
        values["appointment_id"] = make(store, Appointment, client_id=None, kind=AppointmentKind.GROUP)
    return make(store, GroupSession, **{"max_participants": 8} | values)


def exercise(store: Store, **values: Any) -> UUID:
    """An exercise of the library."""
    return make(store, Exercise, **values)


def template(store: Store, **values: Any) -> UUID:
    """A program template of four weeks."""
    return make(store, ProgramTemplate, **values)


def program(store: Store, **values: Any) -> UUID:
    """A client's program."""
    return make(store, ClientProgram, **values)


def workout(store: Store, **values: Any) -> UUID:
    """A workout planned for a client."""
    return make(store, WorkoutSession, **values)


def video(store: Store, **values: Any) -> UUID:
    """A form video that waits to be reviewed."""
    return make(store, Video, **values)


def thread(store: Store, **values: Any) -> UUID:
    """A thread with a client."""
    return make(store, MessageThread, **{"client_id": values.pop("client_id", None) or client(store)} | values)


def message(store: Store, **values: Any) -> UUID:
    """A message in a thread."""
    return make(store, Message, **values)


def package(store: Store, **values: Any) -> UUID:
    """Ten sessions for 500.00."""
    return make(store, Package, **{"name": "Ten sessions", "price": 50_000, "sessions_included": 10} | values)


def subscription(store: Store, **values: Any) -> UUID:
    """A running subscription."""
    return make(store, ClientSubscription, **{"price": 12_000} | values)


def credit(store: Store, **values: Any) -> UUID:
    """A grant of ten session credits."""
    return make(store, CreditEntry, **{"amount": 10} | values)


def series(store: Store, **values: Any) -> UUID:
    """The series that invoices take their numbers from."""
    return make(store, InvoiceSeries, **{"name": "Invoices", "prefix": "2026-", "is_default": True} | values)


def invoice(store: Store, **values: Any) -> UUID:
    """A draft over one session of 60.00 without tax."""
    line = InvoiceLine("Personal training", 6_000)
    return make(store, Invoice, **{"line_items": (line,), "subtotal": 6_000, "total": 6_000} | values)


def payment(store: Store, **values: Any) -> UUID:
    """60.00 that are still to come."""
    return make(store, Payment, **{"amount": 6_000} | values)


@command("Build", needs=Right.PRACTICE, undoable=False)
def _make(session: Session, kind: type[Table], values: Values) -> UUID:
    return build(session, kind, **values).id


def _usual(session: Session, kind: type[Table]) -> Values:
    """Values that make sense only together, or that no rule could guess."""
    usual: dict[type[Table], Callable[[], Values]] = {
        User: lambda: {"user_type": UserType.CLIENT, "first_name": "Anna", "last_name": f"Client {next(_numbers)}"},
        Appointment: lambda: _hour("scheduled_start", "scheduled_end") | {"client_id": _someone(session)},
        TimeOff: lambda: _hour("starts_at", "ends_at"),
        TrainerAvailability: lambda: {"start_time": time(8), "end_time": time(18)},
        RecurringPattern: lambda: {"rules": RecurrenceRules("FREQ=WEEKLY", "18:00", 60)},
        WorkoutSession: lambda: {"client_id": _someone(session)},
        Discount: lambda: {"amount": 1_000},
    }
    return usual[kind]() if kind in usual else {}


def _hour(start: str, end: str) -> Values:
    begins = MORNING + timedelta(days=next(_numbers))
    return {start: begins, end: begins + timedelta(hours=1)}


def _is_required(column: sa.Column[Any]) -> bool:
    return not column.nullable and column.default is None and column.computed is None


def _reference(session: Session, column: sa.Column[Any]) -> UUID:
    target = kinds()[next(iter(column.foreign_keys)).column.table.name]
    return _someone(session) if target is User else build(session, target).id


def _someone(session: Session) -> UUID:
    """Whoever has to be named where it does not matter: no client, who would have a profile and stand in the list."""
    return build(session, User, user_type=UserType.TRAINER).id


def sample(column: sa.Column[Any]) -> Any:
    """Some valid value of the column's type."""
    kind = column.type
    if isinstance(kind, sa.Enum):
        return next(iter(kind.enum_class or ()))
    if isinstance(kind, sa.String) and kind.length == 3:
        return "EUR"
    for type_, value in _SAMPLES.items():
        if isinstance(kind, type_):
            return value()
    raise AssertionError(f"no sample for {column}")


_SAMPLES: dict[type[Any], Callable[[], Any]] = {
    Guid: new_id,
    Instant: lambda: MORNING,
    sa.String: lambda: f"text {next(_numbers)}",
    sa.Date: lambda: DAY,
    sa.Time: lambda: time(9),
    sa.Boolean: lambda: False,
    sa.Integer: lambda: 1,
    sa.Float: lambda: 1.0,
    sa.LargeBinary: lambda: b"bytes",
}
