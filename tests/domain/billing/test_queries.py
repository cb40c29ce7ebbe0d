"""The list of invoices, its sums, what a client owes, and money at a glance."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, record_payment, send_invoice
from fitwell_desktop.domain.billing.details import invoice, money_settings
from fitwell_desktop.domain.billing.overdue import mark_overdue
from fitwell_desktop.domain.billing.queries import (
    ORDERS,
    InvoiceRow,
    StatusSum,
    client_balance,
    figures,
    invoices,
    status_sums,
)
from fitwell_desktop.models.accounts import TaxRate, User
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod, UserStatus
from tests import builders
from tests.conftest import NOW

TODAY = date(2026, 3, 2)


@pytest.fixture
def people(store: Store) -> dict[str, UUID]:
    builders.practice(store, tax_rates=(TaxRate("VAT", 190_000),))
    return {name: builders.client(store, first_name=name, last_name="Müller") for name in ("Anna", "Ben")}


def send(store: Store, client_id: UUID, amount: int = 6_000) -> UUID:
    invoice_id = store.do(draft_invoice, client_id, [InvoiceLine("Session", amount)])
    store.do(send_invoice, invoice_id)
    return invoice_id


def rows(store: Store, **how: Any) -> tuple[InvoiceRow, ...]:
    return store.ask(invoices, **how)


def test_drafts_come_first_then_the_newest(store: Store, people: dict[str, UUID]) -> None:
    first, second = send(store, people["Anna"]), send(store, people["Ben"])
    draft = store.do(draft_invoice, people["Anna"])
    assert [row.id for row in rows(store)] == [draft, second, first]
    assert [row.id for row in rows(store, limit=1)] == [draft]


@pytest.mark.parametrize("order", ORDERS)
def test_in_every_order_the_same_invoices_are_found(store: Store, people: dict[str, UUID], order: str) -> None:
    made = {send(store, people["Anna"]), send(store, people["Ben"]), store.do(draft_invoice, people["Anna"])}
    for falling in (True, False):
        assert {row.id for row in rows(store, order=(order, falling))} == made
        assert len(rows(store, order=(order, falling), text="anna")) == 2


def test_what_has_no_number_comes_last_whichever_way_the_rest_is_turned(store: Store, people: dict[str, UUID]) -> None:
    draft = store.do(draft_invoice, people["Anna"])
    first, second = send(store, people["Anna"]), send(store, people["Ben"])
    assert [row.id for row in rows(store, order=("number", False))] == [first, second, draft]
    assert [row.id for row in rows(store, order=("number", True))] == [second, first, draft]


def test_invoices_are_found_by_status_client_name_and_number(store: Store, people: dict[str, UUID]) -> None:
    annas, bens = send(store, people["Anna"]), send(store, people["Ben"])
    store.do(draft_invoice, people["Ben"])
    assert [row.id for row in rows(store, statuses=[InvoiceStatus.SENT], text="ben muller")] == [bens]
    assert [row.id for row in rows(store, text="0001")] == [annas]
    assert [row.id for row in rows(store, client_id=people["Anna"])] == [annas]
    assert rows(store, text="100%_") == ()


def test_a_row_says_what_is_still_owed(store: Store, people: dict[str, UUID]) -> None:
    invoice_id = send(store, people["Anna"])
    store.do(record_payment, invoice_id, 2_500, PaymentMethod.CASH)
    (row,) = rows(store)
    assert row == InvoiceRow(
        invoice_id, "2026-0001", people["Anna"], "Anna Müller", TODAY, TODAY + timedelta(days=14),
        InvoiceStatus.SENT, "EUR", 6_000, 3_500, None,
    )  # fmt: skip


def test_each_status_has_its_count_and_sum(store: Store, people: dict[str, UUID]) -> None:
    send(store, people["Anna"], 1_000)
    send(store, people["Ben"], 2_000)
    store.do(draft_invoice, people["Ben"], [InvoiceLine("Session", 500)])
    sums = store.ask(status_sums)
    assert set(sums) == {
        StatusSum(InvoiceStatus.SENT, 2, 3_000),
        StatusSum(InvoiceStatus.DRAFT, 1, 500),
    }
    assert store.ask(status_sums, "anna") == (StatusSum(InvoiceStatus.SENT, 1, 1_000),)


def test_money_at_a_glance(store: Store, clock: FixedClock, people: dict[str, UUID]) -> None:
    early, late = send(store, people["Anna"], 1_000), send(store, people["Ben"], 4_000)
    store.do(record_payment, early, 1_000, PaymentMethod.CASH, date(2026, 2, 28))
    store.do(record_payment, late, 1_500, PaymentMethod.CARD)
    due = TODAY + timedelta(days=14)
    assert store.ask(figures, due).overdue_count == 0
    seen = store.ask(figures, due + timedelta(days=1))
    assert (seen.owed, seen.open_count, seen.overdue, seen.overdue_count) == (2_500, 1, 2_500, 1)
    assert seen.paid_this_month == 1_500
    assert store.ask(client_balance, people["Ben"]) == 2_500
    assert store.ask(client_balance, people["Anna"]) == 0
    store.do(mark_overdue, due + timedelta(days=1))
    assert store.ask(client_balance, people["Ben"]) == 2_500


def test_the_invoices_of_a_client_who_is_gone_stay(store: Store, people: dict[str, UUID]) -> None:
    invoice_id = send(store, people["Anna"])
    gone = builders.make(
        store, User, first_name="Gone", last_name="Long", deleted_at=datetime(2026, 1, 1, tzinfo=UTC),
        status=UserStatus.INACTIVE,
    )  # fmt: skip
    kept = builders.invoice(store, client_id=gone)
    assert {row.id for row in rows(store)} == {invoice_id, kept}
    assert [row.id for row in rows(store, text="gone")] == [kept]
    found = store.ask(invoice, kept)
    assert found is not None
    assert found.client_name == "Gone Long"


def test_a_new_invoice_starts_from_the_practices_taxes(store: Store, people: dict[str, UUID]) -> None:
    settings = store.ask(money_settings)
    assert [(tax.name, tax.rate_ppm) for tax in settings.taxes] == [("VAT", 190_000)]
    assert (settings.currency, settings.payment_terms_days) == ("EUR", 14)
    assert NOW.date() == TODAY
