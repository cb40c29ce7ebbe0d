"""`invariants` finds what is wrong with a practice's invoices, and nothing where all is well."""

from datetime import date

import pytest

from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.billing.invariants import invariants
from fitwell_desktop.models.billing import InvoiceLine, Party
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod, PaymentStatus
from tests import builders

SENT = {
    "status": InvoiceStatus.SENT,
    "issued_on": date(2026, 3, 2),
    "issuer": Party("Strong Studio"),
    "recipient": Party("Anna"),
}


@pytest.fixture
def series(store: Store) -> object:
    builders.practice(store)
    return builders.series(store, next_number=3)


def numbered(store: Store, series: object, number: int, **values: object) -> object:
    text = f"2026-{number:04}"
    return builders.invoice(store, **{**SENT, "series_id": series, "number": number, "invoice_number": text, **values})


def test_all_is_well_where_all_is_well(store: Store, series: object) -> None:
    numbered(store, series, 1)
    numbered(store, series, 2)
    builders.invoice(store)
    assert store.ask(invariants) == ()


def test_a_gap_is_found(store: Store, series: object) -> None:
    numbered(store, series, 1)
    assert store.ask(invariants) == ("Series “2026-0003” has a gap: 2 missing.",)


@pytest.mark.parametrize("kept", [(2,), ()])
def test_a_gap_at_the_beginning_is_found(store: Store, series: object, kept: tuple[int, ...]) -> None:
    for number in kept:
        numbered(store, series, number)
    missing = ", ".join(str(number) for number in (1, 2) if number not in kept)
    assert store.ask(invariants) == (f"Series “2026-0003” has a gap: {missing} missing.",)


def test_a_number_that_would_be_given_twice_is_found(store: Store, series: object) -> None:
    for number in (1, 2, 3):
        numbered(store, series, number)
    assert store.ask(invariants) == ("Series “2026-0003” would give a number again that is taken.",)


def test_totals_that_are_not_the_lines_are_found(store: Store, series: object) -> None:
    numbered(store, series, 1, line_items=(InvoiceLine("Session", 5_999),))
    numbered(store, series, 2)
    assert store.ask(invariants) == ("Invoice 2026-0001 does not add up to its lines.",)


def test_paid_without_money_and_money_without_paid_are_found(store: Store, series: object) -> None:
    numbered(store, series, 1, status=InvoiceStatus.PAID)
    settled = numbered(store, series, 2)
    builders.payment(store, invoice_id=settled, status=PaymentStatus.COMPLETED, method=PaymentMethod.CASH)
    found = store.ask(invariants)
    assert set(found) == {
        "Invoice 2026-0001 is paid, but 0 came in for 6000.",
        "Invoice 2026-0002 is settled, but not marked as paid.",
    }


def test_a_sent_invoice_without_names_is_found(store: Store, series: object) -> None:
    numbered(store, series, 1, issuer=None)
    numbered(store, series, 2)
    assert store.ask(invariants) == ("Invoice 2026-0001 was sent without its date or the names on it.",)
