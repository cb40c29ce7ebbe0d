"""The worklist says who needs what and why, and leaves out whom it does not concern."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import NotAllowed
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.analytics.attention import (
    MOST_NOT_BOOKED,
    NEW_DAYS,
    Attention,
    health_attention,
    money_attention,
    people_attention,
)
from fitwell_desktop.models.assessments import FitnessAssessment
from fitwell_desktop.models.billing import Refund
from fitwell_desktop.models.clients import ClientPause, HealthHistory
from fitwell_desktop.models.screening import Questionnaire, QuestionnaireReply
from fitwell_desktop.vocabulary import (
    AppointmentStatus,
    Clearance,
    ClientKind,
    Concern,
    InvoiceStatus,
    PaymentStatus,
    QuestionnaireKind,
    RefundStatus,
    Right,
    UserStatus,
)
from tests import builders
from tests.conftest import NOW

TODAY = date(2026, 3, 2)


def days(count: int) -> timedelta:
    return timedelta(days=count)


@pytest.fixture
def ava(store: Store, clock: FixedClock) -> UUID:
    """A client since a hundred days, as long as the program is used."""
    clock.moment = NOW - days(100)
    builders.practice(store)
    made = builders.client(store, first_name="Ava", last_name="Nguyen", joined_on=TODAY - days(100))
    clock.moment = NOW
    return made


def book(store: Store, client: UUID, in_days: int, status: AppointmentStatus) -> None:
    start = NOW + days(in_days) + timedelta(hours=2)
    builders.appointment(
        store, client_id=client, scheduled_start=start, scheduled_end=start + timedelta(hours=1), status=status
    )


def send(store: Store, client: UUID, due: date, **values: Any) -> UUID:
    series = builders.series(store, prefix=f"{due}-")
    sent = {"status": InvoiceStatus.SENT, "series_id": series, "number": 1, "invoice_number": f"{due}-1"}
    return builders.invoice(store, client_id=client, due_on=due, **sent | values)


def told(entries: tuple[Attention, ...]) -> list[tuple[Concern, str, int]]:
    return [(entry.concern, entry.name, entry.days) for entry in entries]


def test_an_invoice_is_listed_from_the_day_after_it_is_due_with_what_is_still_owed(store: Store, ava: UUID) -> None:
    late = send(store, ava, TODAY - days(12))
    send(store, ava, TODAY)
    builders.payment(store, client_id=ava, invoice_id=late, amount=1_000, status=PaymentStatus.COMPLETED)
    builders.payment(store, client_id=ava, invoice_id=late, amount=9_000, status=PaymentStatus.FAILED)
    (entry,) = store.ask(money_attention)
    assert (entry.concern, entry.name, entry.days) == (Concern.OVERDUE, "Ava Nguyen", -12)
    assert (entry.item_id, entry.amount, entry.currency) == (late, 5_000, "EUR")
    assert entry.text == "2026-02-18-1"


def test_a_paid_invoice_needs_nobody(store: Store, ava: UUID) -> None:
    send(store, ava, TODAY - days(12), status=InvoiceStatus.PAID)
    assert store.ask(money_attention) == ()


def test_a_draft_is_listed_once_it_was_left_lying(store: Store, ava: UUID, clock: Any) -> None:
    draft = builders.invoice(store, client_id=ava)
    assert store.ask(money_attention) == ()
    clock.moment = NOW + days(3)
    (entry,) = store.ask(money_attention)
    assert (entry.concern, entry.item_id, entry.days) == (Concern.DRAFT, draft, -3)


@pytest.mark.parametrize(
    ("clearance", "expires", "expected"),
    [
        (Clearance.REQUIRED, None, [(Concern.CLEARANCE_MISSING, "Ava Nguyen", 0)]),
        (Clearance.CLEARED, TODAY - days(1), [(Concern.CLEARANCE_EXPIRES, "Ava Nguyen", -1)]),
        (Clearance.CLEARED, TODAY + days(30), [(Concern.CLEARANCE_EXPIRES, "Ava Nguyen", 30)]),
        (Clearance.CLEARED, TODAY + days(31), []),
        (Clearance.NOT_REQUIRED, TODAY - days(1), []),
    ],
)
def test_a_clearance_is_listed_a_month_before_it_ends(
    store: Store, ava: UUID, clearance: Clearance, expires: date | None, expected: list[object]
) -> None:
    builders.make(store, HealthHistory, client_id=ava, medical_clearance=clearance, clearance_expires_on=expires)
    assert told(store.ask(health_attention)) == expected


def test_the_newest_screening_decides(store: Store, ava: UUID) -> None:
    form = builders.make(store, Questionnaire, kind=QuestionnaireKind.PAR_Q)
    for expires in (TODAY - days(300), TODAY + days(10)):
        builders.make(store, QuestionnaireReply, client_id=ava, questionnaire_id=form, expires_on=expires)
    assert told(store.ask(health_attention)) == [(Concern.SCREENING_EXPIRES, "Ava Nguyen", 10)]
    builders.make(store, QuestionnaireReply, client_id=ava, questionnaire_id=form, expires_on=TODAY + days(200))
    assert store.ask(health_attention) == ()


def test_a_retest_is_due_until_it_is_done(store: Store, ava: UUID) -> None:
    first = {"client_id": ava, "assessment_type": "Plank", "assessed_on": TODAY - days(90)}
    builders.make(store, FitnessAssessment, retest_due_on=TODAY - days(5), **first)
    (entry,) = store.ask(health_attention)
    assert (entry.concern, entry.text, entry.days) == (Concern.RETEST, "Plank", -5)
    builders.make(store, FitnessAssessment, **first | {"assessed_on": TODAY, "retest_due_on": TODAY + days(90)})
    assert store.ask(health_attention) == ()


def test_what_was_given_back_is_owed_again(store: Store, ava: UUID) -> None:
    sent = send(store, ava, TODAY - days(3))
    paid = builders.payment(store, invoice_id=sent, client_id=ava, amount=6_000, status=PaymentStatus.REFUNDED)
    builders.make(
        store, Refund, client_id=ava, payment_id=paid, amount=2_500, currency="EUR", status=RefundStatus.COMPLETED
    )
    (entry,) = store.ask(money_attention)
    assert entry.amount == 2_500


def test_a_client_without_a_next_session_is_listed_by_when_they_were_last_seen(store: Store, ava: UUID) -> None:
    book(store, ava, -3, AppointmentStatus.COMPLETED)
    assert told(store.ask(people_attention)) == [(Concern.NOT_BOOKED, "Ava Nguyen", -3)]
    book(store, ava, 5, AppointmentStatus.CANCELLED)
    assert len(store.ask(people_attention)) == 1
    book(store, ava, 6, AppointmentStatus.SCHEDULED)
    assert store.ask(people_attention) == ()


def test_who_was_not_seen_for_a_fortnight_is_told_apart_and_comes_first(store: Store, ava: UUID) -> None:
    leo = builders.client(store, first_name="Leo", last_name="Silva")
    book(store, ava, -2, AppointmentStatus.COMPLETED)
    book(store, leo, -20, AppointmentStatus.COMPLETED)
    book(store, leo, -1, AppointmentStatus.NO_SHOW)
    assert told(store.ask(people_attention)) == [
        (Concern.NOT_SEEN, "Leo Silva", -20),
        (Concern.NOT_BOOKED, "Ava Nguyen", -2),
    ]


def test_who_never_came_counts_from_joining(store: Store, ava: UUID) -> None:
    (entry,) = store.ask(people_attention)
    assert (entry.concern, entry.days, entry.text) == (Concern.NOT_SEEN, -100, "never")


def test_archived_paused_and_remote_clients_are_left_in_peace(store: Store, ava: UUID) -> None:
    builders.make(store, ClientPause, client_id=ava, starts_on=TODAY - days(5), ends_on=TODAY)
    builders.client(store, first_name="Gone", status=UserStatus.INACTIVE)
    builders.client(store, first_name="Far", kind=ClientKind.REMOTE)
    assert store.ask(people_attention) == ()


def test_birthdays_of_the_coming_week_tell_the_age(store: Store, ava: UUID) -> None:
    book(store, ava, 1, AppointmentStatus.SCHEDULED)
    for name, born in [("Zoe", date(1990, 3, 8)), ("Max", date(2000, 3, 2)), ("Eli", date(1990, 3, 9))]:
        builders.client(store, first_name=name, last_name="", kind=ClientKind.REMOTE, date_of_birth=born)
    found = [(entry.name, entry.days, entry.text) for entry in store.ask(people_attention)]
    assert found == [("Max", 0, "26"), ("Zoe", 6, "36")]


def test_the_front_desk_never_learns_of_health(store: Store, ava: UUID) -> None:
    store.signed_in = SignedIn(store.signed_in.id, "Desk", frozenset(Right) - {Right.HEALTH})
    with pytest.raises(NotAllowed):
        store.ask(health_attention)


def test_of_very_many_without_a_session_those_longest_unseen_are_named(store: Store, clock: FixedClock) -> None:
    for number in range(MOST_NOT_BOOKED + 2):
        builders.client(store, last_name=f"No. {number}", joined_on=TODAY - days(number))
    clock.moment = NOW + days(NEW_DAYS)
    entries = store.ask(people_attention)
    assert len(entries) == MOST_NOT_BOOKED
    assert min(-entry.days for entry in entries) == 2 + NEW_DAYS


def test_who_was_just_entered_is_not_missed_for_a_week(store: Store, clock: FixedClock) -> None:
    builders.client(store, first_name="Ava", joined_on=TODAY - days(100))
    assert store.ask(people_attention) == ()
    clock.moment = NOW + days(NEW_DAYS)
    assert [entry.concern for entry in store.ask(people_attention)] == [Concern.NOT_SEEN]
