"""Clients are found by the palette, and what the list says of them."""

import pytest

from fitwell_desktop.core.errors import NotAllowed
from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.billing.invariants import invariants
from fitwell_desktop.domain.clients.commands import edit_client
from fitwell_desktop.domain.clients.overview import overview
from fitwell_desktop.domain.clients.roster import Wanted, find_clients, roster
from fitwell_desktop.domain.clients.tags import set_tags
from fitwell_desktop.models.numbering import InvoiceSeries
from fitwell_desktop.vocabulary import InvoiceStatus, Right, RosterOrder
from tests import builders
from tests.checked_store import CheckedStore


def found(store: CheckedStore, text: str, limit: int = 8) -> list[str]:
    return [row.name for row in store.ask(find_clients, text, limit)]


def test_the_palette_finds_last_names_first_then_first_names_then_all_else(checked_store: CheckedStore) -> None:
    for first, last in (("Eva", "Adams"), ("Vera", "Baker"), ("Ivan", "Vance"), ("Olga", "Zorn")):
        builders.client(checked_store, first_name=first, last_name=last)
    assert found(checked_store, "v") == ["Ivan Vance", "Vera Baker", "Eva Adams"]


def test_the_palette_names_nobody_twice_and_no_more_than_it_shows(checked_store: CheckedStore) -> None:
    for number in range(5):
        builders.client(checked_store, first_name="Vera", last_name=f"Vance {number}")
    assert found(checked_store, "vance", 8) == [f"Vera Vance {number}" for number in range(5)]
    assert found(checked_store, "vance", 3) == [f"Vera Vance {number}" for number in range(3)]


def test_the_palette_finds_several_words_in_any_order_and_tags(checked_store: CheckedStore) -> None:
    ava = builders.client(checked_store, first_name="Ava", last_name="Nguyen")
    builders.client(checked_store, first_name="Ben", last_name="Nguyen")
    assert found(checked_store, "ava ngu") == ["Ava Nguyen"]
    checked_store.do(set_tags, ava, ("Strength",))
    assert found(checked_store, "stren") == ["Ava Nguyen"]
    assert found(checked_store, "nobody") == []


def test_the_list_counts_all_however_few_it_shows(checked_store: CheckedStore) -> None:
    for number in range(5):
        builders.client(checked_store, last_name=f"Vance {number}")
    shown = checked_store.ask(roster, Wanted("vance"), 2, 2)
    assert ([row.name.split()[-1] for row in shown.rows], shown.total) == (["2", "3"], 5)
    assert checked_store.ask(roster, Wanted("vance"), 4, 2).total == 5
    assert checked_store.ask(roster, Wanted("vance"), 8, 2).total == 5


def test_what_is_owed_is_told_in_the_practices_currency(checked_store: CheckedStore) -> None:
    builders.practice(checked_store, currency="EUR")
    ava = builders.client(checked_store, first_name="Ava", last_name="Nguyen")
    series = builders.make(checked_store, InvoiceSeries, name="Invoices")
    for number, currency in enumerate(("EUR", "USD"), start=1):
        builders.invoice(
            checked_store,
            client_id=ava,
            status=InvoiceStatus.SENT,
            number=number,
            invoice_number=str(number),
            series_id=series,
            currency=currency,
        )
    (row,) = checked_store.ask(roster, Wanted("ava")).rows
    assert row.owed == 6_000


def test_what_is_owed_is_told_to_those_who_may_see_bills(checked_store: CheckedStore) -> None:
    builders.practice(checked_store, currency="EUR")
    ava = builders.client(checked_store, first_name="Ava", last_name="Nguyen")
    ben = builders.client(checked_store, first_name="Ben", last_name="Berg")
    series = builders.make(checked_store, InvoiceSeries, name="Invoices")
    builders.invoice(
        checked_store, client_id=ava, status=InvoiceStatus.SENT, number=1, invoice_number="1", series_id=series
    )
    by_owed = Wanted(order=RosterOrder.OWED, descending=True)
    assert [row.id for row in checked_store.ask(roster, by_owed).rows] == [ava, ben]
    assert checked_store.ask(overview, ava).owed == 6_000
    checked_store.signed_in = SignedIn(None, "Rita Reader", frozenset(Right) - {Right.BILLING})
    rows = checked_store.ask(roster, by_owed).rows
    assert {row.owed for row in (*rows, *checked_store.ask(find_clients, "ava", 5))} == {None}
    assert checked_store.ask(overview, ava).owed is None
    checked_store.do(edit_client, ben, last_name="Zander")
    shown = checked_store.ask(roster, by_owed).rows
    assert [row.id for row in shown] == [ben, ava], "they are in the order of their names"
    with pytest.raises(NotAllowed):
        checked_store.ask(invariants)
