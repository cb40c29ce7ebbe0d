"""Sessions that were given are invoiced once, and only those that nothing else has paid for."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import (
    delete_draft,
    draft_from_sessions,
    draft_invoice,
    edit_draft,
    record_payment,
    send_invoice,
)
from fitwell_desktop.domain.billing.details import SessionBilling, invoice, unbilled_sessions
from fitwell_desktop.models.accounts import TaxRate
from fitwell_desktop.models.scheduling import SessionParticipant
from fitwell_desktop.vocabulary import (
    AppointmentStatus,
    AttendanceStatus,
    CreditReason,
    PackageType,
    PaymentMethod,
    PaymentStatus,
)
from tests import builders

START = datetime(2026, 2, 2, 17, tzinfo=UTC)


@pytest.fixture
def anna(checked_store: Store) -> UUID:
    builders.practice(checked_store, tax_rates=(TaxRate("VAT", 190_000),))
    return builders.client(checked_store)


def had(store: Store, client_id: UUID, day: int, status: AppointmentStatus = AppointmentStatus.COMPLETED) -> UUID:
    start = START + timedelta(days=day)
    return builders.appointment(
        store, client_id=client_id, status=status, scheduled_start=start, scheduled_end=start + timedelta(minutes=45)
    )


def open_for(store: Store, client_id: UUID) -> SessionBilling:
    return store.ask(unbilled_sessions, client_id)


def open_ids(store: Store, client_id: UUID) -> list[UUID]:
    return [row.appointment_id for row in open_for(store, client_id).sessions]


def test_completed_sessions_wait_for_an_invoice_oldest_first(checked_store: Store, anna: UUID) -> None:
    second, first = had(checked_store, anna, 5), had(checked_store, anna, 1)
    had(checked_store, anna, 9, AppointmentStatus.SCHEDULED)
    had(checked_store, builders.client(checked_store), 3)
    assert open_ids(checked_store, anna) == [first, second]


def test_invoiced_sessions_become_lines_and_no_longer_wait(checked_store: Store, anna: UUID) -> None:
    second, first = had(checked_store, anna, 5), had(checked_store, anna, 1)
    invoice_id = checked_store.do(draft_from_sessions, anna, [second, first], 6_000, "VAT", 190_000)
    found = checked_store.ask(invoice, invoice_id)
    assert found is not None
    assert [(line.text, line.unit_price, line.appointment_id) for line in found.draft.lines] == [
        ("Personal training, 45 min", 6_000, first),
        ("Personal training, 45 min", 6_000, second),
    ]
    assert [str(line.serviced_on) for line in found.draft.lines] == ["2026-02-03", "2026-02-07"]
    assert open_ids(checked_store, anna) == []


def test_a_session_is_never_on_two_invoices(checked_store: Store, anna: UUID) -> None:
    only = had(checked_store, anna, 1)
    checked_store.do(draft_from_sessions, anna, [only], 6_000)
    with pytest.raises(Conflict):
        checked_store.do(draft_from_sessions, anna, [only], 6_000)
    with pytest.raises(UserError, match="at least one session"):
        checked_store.do(draft_from_sessions, anna, [], 6_000)


def test_a_session_chosen_twice_is_one_line(checked_store: Store, anna: UUID) -> None:
    only = had(checked_store, anna, 1)
    found = checked_store.ask(invoice, checked_store.do(draft_from_sessions, anna, [only, only], 6_000))
    assert found is not None
    assert [line.appointment_id for line in found.draft.lines] == [only]


def test_sessions_stay_with_their_client_when_a_draft_becomes_anothers(checked_store: Store, anna: UUID) -> None:
    only, ben = had(checked_store, anna, 1), builders.client(checked_store)
    draft_id = checked_store.do(draft_from_sessions, anna, [only], 6_000)
    found = checked_store.ask(invoice, draft_id)
    assert found is not None
    mat = InvoiceLine("Exercise mat", 2_000)
    kept = checked_store.do(edit_draft, draft_id, replace(found.draft, client_id=ben, lines=(*found.draft.lines, mat)))
    assert kept.lines == (mat,)
    assert open_ids(checked_store, anna) == [only]
    found = checked_store.ask(invoice, draft_id)
    assert found is not None
    assert (found.draft, found.amounts.total) == (kept, 2_000)


def test_sessions_of_a_deleted_draft_wait_again(checked_store: Store, anna: UUID) -> None:
    only = had(checked_store, anna, 1)
    checked_store.do(delete_draft, checked_store.do(draft_from_sessions, anna, [only], 6_000))
    assert open_ids(checked_store, anna) == [only]


def test_what_a_credit_or_a_payment_covers_is_not_invoiced(checked_store: Store, anna: UUID) -> None:
    by_credit, returned, paid = (had(checked_store, anna, day) for day in (1, 2, 3))
    for appointment_id, amount, reason in (
        (by_credit, -1, CreditReason.USE),
        (returned, -1, CreditReason.USE),
        (returned, 1, CreditReason.RETURN),
    ):
        builders.credit(checked_store, client_id=anna, appointment_id=appointment_id, amount=amount, reason=reason)
    builders.payment(
        checked_store, client_id=anna, appointment_id=paid, status=PaymentStatus.COMPLETED, method=PaymentMethod.CASH
    )
    assert open_ids(checked_store, anna) == [returned]


def test_a_group_that_was_attended_has_its_own_price(checked_store: Store, anna: UUID) -> None:
    group = builders.group(checked_store, name="Yoga", price_per_person=1_500)
    builders.make(
        checked_store, SessionParticipant, group_session_id=group, client_id=anna, status=AttendanceStatus.ATTENDED
    )
    (session,) = open_for(checked_store, anna).sessions
    assert (session.title, session.price) == ("Yoga", 1_500)
    invoice_id = checked_store.do(draft_from_sessions, anna, [session.appointment_id], 6_000)
    found = checked_store.ask(invoice, invoice_id)
    assert found is not None
    assert found.amounts.total == 1_500


def test_the_price_is_the_last_one_asked_else_the_practices(checked_store: Store, anna: UUID) -> None:
    first, second = had(checked_store, anna, 1), had(checked_store, anna, 2)
    assert open_for(checked_store, anna).unit_price == 0
    builders.package(checked_store, package_type=PackageType.PER_SESSION, price=5_500)
    asked = open_for(checked_store, anna)
    assert (asked.unit_price, asked.tax_name, asked.tax_rate_ppm) == (5_500, "VAT", 190_000)
    checked_store.do(draft_from_sessions, anna, [first], 7_000)
    checked_store.do(draft_invoice, anna)
    asked = open_for(checked_store, anna)
    assert ([row.appointment_id for row in asked.sessions], asked.unit_price, asked.tax_rate_ppm) == (
        [second],
        7_000,
        0,
    )


def test_a_price_in_another_currency_is_no_price(checked_store: Store, anna: UUID) -> None:
    first = had(checked_store, anna, 1)
    had(checked_store, anna, 2)
    builders.package(checked_store, package_type=PackageType.PER_SESSION, price=5_500)
    draft_id = checked_store.do(draft_from_sessions, anna, [first], 7_000)
    checked_store.do(send_invoice, draft_id)
    checked_store.do(record_payment, draft_id, 7_000, PaymentMethod.CASH)
    checked_store.do(change_practice, "currency", "JPY")
    asked = open_for(checked_store, anna)
    assert (asked.unit_price, asked.currency) == (0, "JPY")
