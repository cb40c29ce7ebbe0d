"""The sample invoice shows the practice's own look, and nobody's data."""

from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.practice import TaxRate
from fitwell_desktop.domain.billing.sample import sample_document
from tests import builders


def test_a_sample_has_the_practices_look_currency_and_tax(store: Store) -> None:
    taxes = (TaxRate("VAT", 190_000), TaxRate("Reduced", 70_000))
    builders.practice(store, name="Harbour Strength", brand_color="#AA2200", currency="EUR", tax_rates=taxes)
    sample = store.ask(sample_document)
    assert (sample.issuer.name, sample.issuer.brand_color, sample.currency) == ("Harbour Strength", "#AA2200", "EUR")
    assert [tax.name for tax in sample.amounts.taxes] == ["VAT"]
    assert sample.issued_on <= sample.due_on


def test_a_practice_without_taxes_has_a_sample_without(store: Store) -> None:
    builders.practice(store, tax_rates=())
    assert store.ask(sample_document).amounts.total == 64_500
