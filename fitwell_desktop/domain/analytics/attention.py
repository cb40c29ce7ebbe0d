"""What needs someone's attention, and why: each entry carries the facts that put it on the list.

Which facts a person gets depends on their rights, so there is one query for each right.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import aliased

from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.core.tables import Instant
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.accounts.today import practice_today, practice_zone
from fitwell_desktop.domain.billing.money_in import paid_for
from fitwell_desktop.domain.clients.ages import next_birthday
from fitwell_desktop.domain.clients.attendance import RECENT, last_in_groups, last_session, next_session
from fitwell_desktop.domain.clients.states import paused_on
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.assessments import FitnessAssessment
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.models.clients import ClientProfile, HealthHistory
from fitwell_desktop.models.screening import Questionnaire, QuestionnaireReply
from fitwell_desktop.vocabulary import (
    Clearance,
    ClientKind,
    Concern,
    InvoiceKind,
    InvoiceStatus,
    QuestionnaireKind,
    Right,
    UserStatus,
    UserType,
)

BIRTHDAYS_AHEAD_DAYS = 7
LEAP_DAY = 229
"""Month and day of those who have their birthday on another day in most years."""
CLEARANCE_AHEAD_DAYS = 30
RETEST_AHEAD_DAYS = 7
DRAFT_RESTS_DAYS = 2
UNSEEN_DAYS = 14
NEW_DAYS = 7
"""So long nobody who was never here is missed: they were just entered, perhaps with a whole list."""
MOST_NOT_BOOKED = 100
"""No more of those without a next session are named, the longest unseen first: who has just taken in thousands of
clients needs no list of them all.
"""


class Attention(Struct, frozen=True):
    """One entry of the worklist. `item_id` is what it is about: an invoice, else the client.

    `on` is the day that matters (due, expiry, birthday, last seen), `days` how far that is from today, negative in
    the past; `amount` is in minor units of `currency`; `text` is a number or a name that belongs to the reason.
    """

    id: str
    concern: Concern
    client_id: UUID
    name: str
    item_id: UUID
    on: date | None = None
    days: int = 0
    amount: int = 0
    currency: str = ""
    text: str = ""


@query(needs=Right.BILLING)
def money_attention(session: Session) -> tuple[Attention, ...]:
    """Invoices that are due and not paid, and drafts that were left lying."""
    today = practice_today(session)
    return (*_overdue(session, today), *_drafts(session, today))


@query(needs=Right.HEALTH)
def health_attention(session: Session) -> tuple[Attention, ...]:
    """Medical clearances and screenings that are missing or run out, and assessments that are to be repeated."""
    today = practice_today(session)
    return (*_clearances(session, today), *_screenings(session, today), *_retests(session, today))


@query()
def people_attention(session: Session) -> tuple[Attention, ...]:
    """Clients who have no next session, and birthdays to come."""
    today = practice_today(session)
    return (*_not_booked(session, today), *_birthdays(session, today))


def _overdue(session: Session, today: date) -> Iterator[Attention]:
    waiting = sa.select(Invoice.id, *_WHO, Invoice.due_on, Invoice.currency, Invoice.invoice_number, Invoice.total)
    found = _of_clients(waiting.add_columns(paid_for(Invoice.id).label("paid")), Invoice.client_id).where(
        Invoice.status.in_((InvoiceStatus.SENT, InvoiceStatus.OVERDUE)),
        Invoice.due_on < today,
        Invoice.kind == InvoiceKind.INVOICE,
    )
    for row in session.execute(found.order_by(Invoice.due_on).execution_options(include_deleted=True)):
        yield _entry(
            Concern.OVERDUE, row, today, row.due_on, row.id,
            amount=row.total - row.paid, currency=row.currency, text=row.invoice_number,
        )  # fmt: skip


def _drafts(session: Session, today: date) -> Iterator[Attention]:
    drafts = sa.select(Invoice.id, *_WHO, Invoice.updated_at, Invoice.currency, Invoice.total)
    rested = session.now - timedelta(days=DRAFT_RESTS_DAYS)
    found = _of_clients(drafts, Invoice.client_id).where(
        Invoice.status == InvoiceStatus.DRAFT, Invoice.updated_at < rested
    )
    zone = practice_zone(session)
    for row in session.execute(found.order_by(Invoice.updated_at).execution_options(include_deleted=True)):
        since = day_in(zone, row.updated_at)
        yield _entry(Concern.DRAFT, row, today, since, row.id, amount=row.total, currency=row.currency)


def _clearances(session: Session, today: date) -> Iterator[Attention]:
    history = sa.select(*_WHO, HealthHistory.medical_clearance, HealthHistory.clearance_expires_on)
    found = _active(_of_clients(history, HealthHistory.client_id)).where(
        sa.or_(
            HealthHistory.medical_clearance == Clearance.REQUIRED,
            sa.and_(
                HealthHistory.medical_clearance == Clearance.CLEARED,
                HealthHistory.clearance_expires_on <= today + timedelta(days=CLEARANCE_AHEAD_DAYS),
            ),
        )
    )
    for row in session.execute(found.order_by(HealthHistory.clearance_expires_on)):
        if row.medical_clearance is Clearance.REQUIRED:
            yield _entry(Concern.CLEARANCE_MISSING, row, today)
        else:
            yield _entry(Concern.CLEARANCE_EXPIRES, row, today, row.clearance_expires_on)


def _screenings(session: Session, today: date) -> Iterator[Attention]:
    """The newest screening decides: an older one that has run out is history."""
    newest = sa.func.max(QuestionnaireReply.expires_on).label("expires_on")
    replies = sa.select(*_WHO, newest).join(Questionnaire, Questionnaire.id == QuestionnaireReply.questionnaire_id)
    found = (
        _active(_of_clients(replies.select_from(QuestionnaireReply), QuestionnaireReply.client_id))
        .where(Questionnaire.kind == QuestionnaireKind.PAR_Q)
        .group_by(*_WHO)
        .having(newest <= today + timedelta(days=CLEARANCE_AHEAD_DAYS))
    )
    for row in session.execute(found.order_by(newest)):
        yield _entry(Concern.SCREENING_EXPIRES, row, today, row.expires_on)


def _retests(session: Session, today: date) -> Iterator[Attention]:
    """The newest assessment of each kind decides."""
    later = aliased(FitnessAssessment)
    repeated = sa.exists().where(
        later.client_id == FitnessAssessment.client_id,
        later.assessment_type == FitnessAssessment.assessment_type,
        later.assessed_on > FitnessAssessment.assessed_on,
    )
    tests = sa.select(*_WHO, FitnessAssessment.assessment_type, FitnessAssessment.retest_due_on)
    found = _active(_of_clients(tests, FitnessAssessment.client_id)).where(
        FitnessAssessment.retest_due_on <= today + timedelta(days=RETEST_AHEAD_DAYS), ~repeated
    )
    for row in session.execute(found.order_by(FitnessAssessment.retest_due_on)):
        yield _entry(Concern.RETEST, row, today, row.retest_due_on, text=row.assessment_type)


def _not_booked(session: Session, today: date) -> Iterator[Attention]:
    """Clients who train in person, are not paused, and have no session ahead. Those never seen count from joining."""
    seen = last_session(session.now, session.now - RECENT, running=True)
    known = sa.or_(seen.is_not(None), User.created_at <= session.now - timedelta(days=NEW_DAYS))
    people = sa.select(*_WHO, seen.label("seen"), ClientProfile.joined_on, User.created_at)
    found = _active(_of_clients(people.select_from(ClientProfile), ClientProfile.client_id)).where(
        ClientProfile.kind == ClientKind.IN_PERSON, next_session(session.now).is_(None), ~paused_on(today), known
    )
    zone = practice_zone(session)
    entries = []
    longest_first = sa.func.coalesce(seen, sa.cast(ClientProfile.joined_on, Instant()), User.created_at)
    rows = session.execute(found.order_by(longest_first).limit(MOST_NOT_BOOKED)).all()
    long_ago = last_in_groups(session, [row.client_id for row in rows if row.seen is None])
    for row in rows:
        last = row.seen or long_ago.get(row.client_id)
        since = day_in(zone, last) if last else row.joined_on or day_in(zone, row.created_at)
        unseen = (today - since).days >= UNSEEN_DAYS
        concern = Concern.NOT_SEEN if unseen else Concern.NOT_BOOKED
        entries.append(_entry(concern, row, today, since, text="" if last else "never"))
    yield from sorted(entries, key=lambda entry: (entry.days, entry.name))


def _birthdays(session: Session, today: date) -> Iterator[Attention]:
    born = sa.select(*_WHO, ClientProfile.date_of_birth).select_from(ClientProfile)
    month, day = (sa.extract(part, ClientProfile.date_of_birth) for part in ("month", "day"))
    ahead = (today + timedelta(days=days) for days in range(BIRTHDAYS_AHEAD_DAYS))
    soon = {on.month * 100 + on.day for on in ahead} | {LEAP_DAY}
    found = _active(_of_clients(born, ClientProfile.client_id)).where((month * 100 + day).in_(soon))
    entries = []
    for row in session.execute(found):
        on = next_birthday(today, row.date_of_birth)
        if (on - today).days < BIRTHDAYS_AHEAD_DAYS:
            entries.append(_entry(Concern.BIRTHDAY, row, today, on, text=str(on.year - row.date_of_birth.year)))
    yield from sorted(entries, key=lambda entry: (entry.days, entry.name))


_WHO = (User.id.label("client_id"), User.first_name, User.last_name)


def _of_clients(found: Any, client_id: Any) -> Any:
    return found.join(User, User.id == client_id)


def _active(found: Any) -> Any:
    return found.where(User.user_type == UserType.CLIENT, User.status == UserStatus.ACTIVE)


def _entry(
    concern: Concern, row: Any, today: date, on: date | None = None, item_id: UUID | None = None, **facts: Any
) -> Attention:
    item = item_id or row.client_id
    days = (on - today).days if on else 0
    key = f"{concern}:{item}:{facts.get('text', '')}"
    name = full_name(row.first_name, row.last_name)
    return Attention(key, concern, row.client_id, name, item, on, days, **facts)
