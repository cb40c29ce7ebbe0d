"""What saved lists may ask of a client: each condition as a test that the database does."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.domain.accounts.today import practice_today, practice_zone
from fitwell_desktop.domain.clients.ages import birthdays_within
from fitwell_desktop.domain.clients.attendance import came_between
from fitwell_desktop.domain.clients.clearance import NOTICE
from fitwell_desktop.domain.clients.on_track import trajectory
from fitwell_desktop.domain.clients.states import in_state
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.models.clients import (
    ClientProfile,
    ClientTag,
    ClientTagLink,
    ClientTrainer,
    Condition,
    HealthHistory,
)
from fitwell_desktop.vocabulary import (
    Band,
    Clearance,
    ClearanceState,
    ClientKind,
    ClientState,
    CompletionStatus,
    GoalStatus,
    InvoiceStatus,
    ListField,
    Right,
)

Test = sa.ColumnElement[bool]
HEALTH_FIELDS = {ListField.CLEARANCE}
"""What only those may ask who may see health data."""
MONEY_FIELDS = {ListField.INVOICE}
"""What only those may ask who may see bills: whether something is owed is no less a secret than how much."""
IS, IS_NOT = "IS", "IS_NOT"
MOST_DAYS = 3650
__all__ = [
    "CHOICES", "DAYS", "HEALTH_FIELDS", "IS", "IS_NOT", "MONEY_FIELDS", "Condition", "check_condition", "condition", "is_days", "may_ask", "needs_health", "tests_of",
]  # fmt: skip


class Asked(Struct, frozen=True):
    """What a condition's value is compared with: the session, and the practice's day and zone."""

    session: Session
    today: date
    zone: ZoneInfo

    def midnight(self, days_ago: int) -> datetime:
        """The moment at which the day so many days ago began here."""
        return datetime.combine(self.today - timedelta(days=days_ago), time(), self.zone).astimezone(UTC)


def condition(field: ListField, value: str, test: str = IS) -> Condition:
    """One test of a list; `IS_NOT` turns it round."""
    return Condition(field.value, test, value)


def needs_health(conditions: tuple[Condition, ...]) -> bool:
    """Whether only those may ask this who may see health data."""
    return any(one.field in HEALTH_FIELDS for one in conditions)


def may_ask(session: Session, conditions: tuple[Condition, ...]) -> bool:
    """Whether who is at work may see the bills that this asks about, if it does."""
    return Right.BILLING in session.rights or not any(one.field in MONEY_FIELDS for one in conditions)


def tests_of(session: Session, conditions: tuple[Condition, ...]) -> list[Test]:
    """The conditions as tests over users with their profiles; all have to hold."""
    if not conditions:
        return []
    if not may_ask(session, conditions):
        raise NotAllowed(f"This list asks about bills. It needs the right “{Right.BILLING.label}”.")
    zone = ZoneInfo(practice_zone(session))
    asked = Asked(session, practice_today(session), zone)
    return [_test(asked, one) for one in conditions]


def check_condition(one: Condition) -> None:
    """Raise UserError where a condition can't be asked."""
    field = ListField(one.field)
    if field in DAYS and not is_days(one.value):
        raise UserError(f"“{field.label}” needs a number of days, such as 14.", field="value")
    if not one.value:
        raise UserError(f"Choose what “{field.label}” should be.", field="value")


def is_days(value: str) -> bool:
    """Whether a condition can be asked of so many days."""
    return value.isdecimal() and len(value) <= len(str(MOST_DAYS)) and int(value) <= MOST_DAYS


def _test(asked: Asked, one: Condition) -> Test:
    test = TESTS[ListField(one.field)](asked, one.value)
    return ~test if one.test == IS_NOT else test


def _tag(asked: Asked, value: str) -> Test:
    worn = sa.select(ClientTagLink.client_id).join(ClientTag, ClientTag.id == ClientTagLink.client_tag_id)
    return User.id.in_(worn.where(ClientTag.name == value))


def _trainer(asked: Asked, value: str) -> Test:
    return User.id.in_(sa.select(ClientTrainer.client_id).where(ClientTrainer.trainer_id == UUID(value)))


def _no_session(asked: Asked, value: str) -> Test:
    return ~came_between(asked.midnight(int(value)), asked.session.now)


def _no_workout(asked: Asked, value: str) -> Test:
    from fitwell_desktop.models.workouts import WorkoutCompletion  # nothing else that a start shows asks of workouts

    return ~sa.exists().where(
        WorkoutCompletion.client_id == User.id,
        WorkoutCompletion.completed_at >= asked.midnight(int(value)),
        WorkoutCompletion.status != CompletionStatus.SKIPPED,
    )


def _clearance(asked: Asked, value: str) -> Test:
    kind, today = HealthHistory, asked.today
    ends, cleared = kind.clearance_expires_on, kind.medical_clearance == Clearance.CLEARED
    rules: dict[str, Test] = {
        ClearanceState.MISSING: kind.medical_clearance == Clearance.REQUIRED,
        ClearanceState.EXPIRED: sa.and_(cleared, sa.or_(ends.is_(None), ends < today)),
        ClearanceState.EXPIRING: sa.and_(cleared, ends >= today, ends <= today + NOTICE),
        ClearanceState.CLEARED: sa.and_(cleared, ends > today + NOTICE),
        ClearanceState.NOT_REQUIRED: kind.medical_clearance == Clearance.NOT_REQUIRED,
    }
    found = User.id.in_(sa.select(kind.client_id).where(rules[ClearanceState(value)]))
    if value == ClearanceState.NOT_REQUIRED:
        return sa.or_(found, ~sa.exists().where(kind.client_id == User.id))
    return found


def _birthday(asked: Asked, value: str) -> Test:
    born = ClientProfile.date_of_birth
    number = sa.extract("month", born) * 100 + sa.extract("day", born)
    return number.in_(birthdays_within(asked.today, int(value)))


def _goal(asked: Asked, value: str) -> Test:
    """Clients with an active goal in that band. The line from start to target is drawn in Python, the same for all."""
    from fitwell_desktop.models.goals import ClientGoal  # not at each start

    kind = ClientGoal
    found = sa.select(
        kind.client_id,
        kind.start_value,
        kind.current_progress,
        kind.target_value,
        kind.started_on,
        kind.target_date,
    ).where(kind.status == GoalStatus.ACTIVE)
    wanted = {row[0] for row in asked.session.execute(found) if trajectory(*row[1:], asked.today).band == value}
    return User.id.in_(wanted)


def _invoice(asked: Asked, value: str) -> Test:
    late = sa.and_(Invoice.status == InvoiceStatus.SENT, Invoice.due_on < asked.today)
    overdue = sa.or_(Invoice.status == InvoiceStatus.OVERDUE, late)
    is_open = Invoice.status.in_((InvoiceStatus.SENT, InvoiceStatus.OVERDUE))
    return User.id.in_(sa.select(Invoice.client_id).where(overdue if value == "OVERDUE" else is_open))


TESTS: dict[ListField, Callable[[Asked, str], Test]] = {
    ListField.STATE: lambda asked, value: in_state(ClientState(value), asked.today),
    ListField.KIND: lambda asked, value: ClientProfile.kind == ClientKind(value),
    ListField.TAG: _tag,
    ListField.TRAINER: _trainer,
    ListField.NO_SESSION: _no_session,
    ListField.NO_WORKOUT: _no_workout,
    ListField.CLEARANCE: _clearance,
    ListField.BIRTHDAY: _birthday,
    ListField.GOAL: _goal,
    ListField.INVOICE: _invoice,
}
DAYS = {ListField.NO_SESSION, ListField.NO_WORKOUT, ListField.BIRTHDAY}
CHOICES: dict[ListField, tuple[tuple[str, str], ...]] = {
    ListField.STATE: tuple((word.value, word.label) for word in ClientState),
    ListField.KIND: tuple((word.value, word.label) for word in ClientKind),
    ListField.CLEARANCE: tuple((word.value, word.label) for word in ClearanceState),
    ListField.GOAL: tuple((word.value, word.label) for word in Band),
    ListField.INVOICE: (("OVERDUE", "Overdue"), ("OPEN", "Open")),
}
"""The values to choose from, and how each reads. Tags and trainers are the practice's own."""
