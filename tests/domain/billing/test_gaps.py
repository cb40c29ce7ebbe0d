"""What a draft lacks for a proper invoice is told, and keeps nobody from sending it."""

from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, send_invoice
from fitwell_desktop.domain.billing.gaps import Gaps, invoice_gaps, missing_of_issuer, missing_of_recipient
from fitwell_desktop.models.billing import Party
from tests import builders

PRACTICE = Party("Harbour Strength", address="Am Kai 12\n20457 Hamburg", tax_number="27/123/45678")
UNTAXED = InvoiceLine("Towel", 500)
TAXED = InvoiceLine("Personal training", 6_000, tax_name="VAT", tax_rate_ppm=190_000)
NO_ADDRESS = "Your practice’s address is missing."
NO_NUMBER = "You charge tax, but your tax number is missing."


@pytest.mark.parametrize(
    ("changes", "lines", "missing"),
    [
        ({}, [TAXED], ()),
        ({"address": ""}, [UNTAXED], (NO_ADDRESS,)),
        ({"address": " \n "}, [UNTAXED], (NO_ADDRESS,)),
        ({"tax_number": ""}, [UNTAXED], ()),
        ({"tax_number": ""}, [], ()),
        ({"tax_number": " "}, [UNTAXED, TAXED], (NO_NUMBER,)),
        ({"address": "", "tax_number": ""}, [TAXED], (NO_ADDRESS, NO_NUMBER)),
    ],
)
def test_what_the_practice_lacks(changes: dict[str, Any], lines: list[InvoiceLine], missing: tuple[str, ...]) -> None:
    assert missing_of_issuer(replace(PRACTICE, **changes), lines) == missing


@pytest.mark.parametrize(("address", "missing"), [("Hafenstr. 1", ()), ("", ("The address of Anna Berg is missing.",))])
def test_what_is_to_be_known_of_whom_it_is_for(address: str, missing: tuple[str, ...]) -> None:
    assert missing_of_recipient(Party("Anna Berg", address=address)) == missing


@pytest.fixture
def anna(checked_store: Store) -> UUID:
    builders.practice(checked_store)
    return builders.client(checked_store, first_name="Anna", last_name="Berg")


def test_a_draft_lacks_what_is_not_filled_in_and_can_be_sent_all_the_same(checked_store: Store, anna: UUID) -> None:
    draft_id = checked_store.do(draft_invoice, anna, [TAXED])
    lacks = Gaps((NO_ADDRESS, NO_NUMBER), ("The address of Anna Berg is missing.",), anna)
    assert checked_store.ask(invoice_gaps, draft_id) == lacks
    checked_store.do(change_practice, "address", "Am Kai 12")
    assert checked_store.ask(invoice_gaps, draft_id).practice == (NO_NUMBER,)
    assert checked_store.do(send_invoice, draft_id) == "2026-0001"


def test_the_address_of_whoever_pays_is_what_counts(checked_store: Store, anna: UUID) -> None:
    child = builders.client(checked_store, address="Hafenstr. 1", payer_id=anna)
    gaps = checked_store.ask(invoice_gaps, checked_store.do(draft_invoice, child, [TAXED]))
    assert (gaps.recipient, gaps.recipient_id) == (("The address of Anna Berg is missing.",), anna)
