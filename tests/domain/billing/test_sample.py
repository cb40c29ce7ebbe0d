"""The sample invoice shows the practice's own look, and nobody's data."""

from datetime import UTC, date, datetime

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.practice import TaxRate
from fitwell_desktop.domain.billing.numbering import set_numbering
from fitwell_desktop.domain.billing.sample import sample_document
from fitwell_desktop.models.accounts import Attachment
from tests import builders


def test_a_sample_has_the_practices_look_currency_and_tax(store: Store) -> None:
    taxes = (TaxRate("VAT", 190_000), TaxRate("Reduced", 70_000))
    builders.practice(store, name="Harbour Strength", brand_color="#AA2200", currency="EUR", tax_rates=taxes)
    sample = store.ask(sample_document)
    assert (sample.issuer.name, sample.issuer.brand_color, sample.currency) == ("Harbour Strength", "#AA2200", "EUR")
    assert [tax.name for tax in sample.amounts.taxes] == ["VAT"]


def test_a_sample_is_as_if_sent_today_with_the_next_number_and_the_logo(store: Store, clock: FixedClock) -> None:
    clock.moment = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # in Berlin the new year has begun
    logo = builders.make(store, Attachment, content_hash="ab" * 32)
    builders.practice(store, time_zone="Europe/Berlin", payment_terms_days=10, logo_id=logo)
    store.do(set_numbering, date(2027, 1, 1), "FW-", by_year=True, digits=6, next_number=7)
    sample = store.ask(sample_document)
    assert sample.number == "FW-2027-000007"
    assert (sample.issued_on, sample.due_on) == (date(2027, 1, 1), date(2027, 1, 11))
    assert sample.logo_hash == "ab" * 32


def test_a_practice_without_taxes_has_a_sample_without(store: Store) -> None:
    builders.practice(store, tax_rates=())
    assert store.ask(sample_document).amounts.total == 64_500
