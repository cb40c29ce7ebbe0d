"""Clients are found by what is typed, in the same way wherever one is looked for."""

import pytest

from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.client_search import active_clients
from fitwell_desktop.domain.billing.queries import invoices
from fitwell_desktop.domain.clients.roster import Wanted, find_clients, roster
from fitwell_desktop.vocabulary import UserStatus
from tests import builders


def names(store: Store, text: str) -> list[str]:
    return [found.name for found in store.ask(active_clients, text)]


def test_clients_are_found_by_parts_of_their_name_without_marks_and_archived_ones_are_not(store: Store) -> None:
    for first, last in (("Ruby", "Müller"), ("Gustava", "Berg"), ("Ava", "Nguyen")):
        builders.client(store, first_name=first, last_name=last)
    builders.client(store, first_name="Ava", last_name="Gone", status=UserStatus.INACTIVE)
    assert names(store, "mull") == ["Ruby Müller"]
    assert names(store, "ava") == ["Ava Nguyen", "Gustava Berg"]
    assert names(store, "ava ngu") == ["Ava Nguyen"]
    assert len(names(store, "")) == 3


def test_a_phone_number_is_found_however_it_is_written_in_every_place(store: Store) -> None:
    builders.practice(store)
    builders.client(store, first_name="Ava", last_name="Nguyen", phone="+491712345678")
    for typed in ("0171 234", "171 2345678", "+49 171 234"):
        assert names(store, typed) == ["Ava Nguyen"]
        assert [row.name for row in store.ask(roster, Wanted(typed)).rows] == ["Ava Nguyen"]
        assert [row.name for row in store.ask(find_clients, typed, 5)] == ["Ava Nguyen"]


@pytest.mark.parametrize("typed", ["a" * 100_000, "1" * 100_000, "_" * 100_000, "ava " * 30_000])
def test_a_text_that_was_pasted_by_mistake_is_looked_for_as_any_other(store: Store, typed: str) -> None:
    builders.practice(store)
    builders.client(store, first_name="Ava", last_name="Nguyen")
    expected = ["Ava Nguyen"] if typed.startswith("ava ") else []
    assert names(store, typed) == expected
    assert [row.name for row in store.ask(roster, Wanted(typed)).rows] == expected
    assert [row.name for row in store.ask(find_clients, typed, 5)] == expected
    assert store.ask(invoices, text=typed) == ()
