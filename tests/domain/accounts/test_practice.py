"""The practice's settings are checked one by one, each refusal names its field, and each step can be undone."""

from typing import Any

import pytest

from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.accounts.practice import change_logo, change_practice, practice_settings
from fitwell_desktop.models.accounts import TaxRate
from fitwell_desktop.vocabulary import Right, UnitSystem, Weekday
from tests import builders
from tests.checked_store import CheckedStore

VAT = TaxRate("VAT", 190_000)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", "  Harbour \t Strength ", "Harbour Strength"),
        ("address", "1 Quay\r\nHamburg\n", "1 Quay\nHamburg"),
        ("email", "hello@harbour.example", "hello@harbour.example"),
        ("currency", "chf", "CHF"),
        ("time_zone", "Pacific/Auckland", "Pacific/Auckland"),
        ("locale", "de-CH", "de_CH"),
        ("unit_system", UnitSystem.IMPERIAL, UnitSystem.IMPERIAL),
        ("week_start", Weekday.SUNDAY, Weekday.SUNDAY),
        ("session_minutes", 45, 45),
        ("tax_rates", (VAT, TaxRate(" Reduced ", 70_000)), (VAT, TaxRate("Reduced", 70_000))),
        ("prices_include_tax", False, False),
        ("payment_terms_days", 30, 30),
        ("brand_color", "#0b7a63", "#0B7A63"),
    ],
)
def test_a_setting_is_kept_clean(checked_store: CheckedStore, field: str, typed: Any, kept: Any) -> None:
    builders.practice(checked_store)
    checked_store.do(change_practice, field, typed)
    assert getattr(checked_store.ask(practice_settings), field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("name", " \u200b ", "needs a name"),
        ("email", "hello@", "not an e-mail"),
        ("currency", "euro", "three letters"),
        ("time_zone", "Berlin", "Europe/Berlin"),
        ("time_zone", "../../etc/passwd", "not a time zone"),
        ("locale", "English", "en_GB"),
        ("session_minutes", 0, "from 5 to 1440"),
        ("payment_terms_days", 366, "from 0 to 365"),
        ("payment_terms_days", -1, "from 0 to 365"),
        ("tax_rates", (TaxRate("", 190_000),), "needs a name"),
        ("tax_rates", (TaxRate("VAT", 1_000_001),), "0 to 100"),
        ("tax_rates", (TaxRate("VAT", -1),), "0 to 100"),
        ("tax_rates", (VAT, VAT), "twice"),
        ("brand_color", "green", "#0B7A63"),
    ],
)
def test_what_can_t_be_is_refused_beside_its_field(
    checked_store: CheckedStore, field: str, typed: Any, why: str
) -> None:
    builders.practice(checked_store)
    before = checked_store.ask(practice_settings)
    with pytest.raises(UserError, match=why) as caught:
        checked_store.do(change_practice, field, typed)
    assert caught.value.field == field
    assert checked_store.ask(practice_settings) == before


def test_the_currency_stays_while_something_is_asked_for_in_it(checked_store: CheckedStore) -> None:
    builders.practice(checked_store)
    builders.invoice(checked_store)
    with pytest.raises(UserError, match="1 invoice is still a draft or not paid") as caught:
        checked_store.do(change_practice, "currency", "CHF")
    assert caught.value.field == "currency"
    checked_store.do(change_practice, "currency", "EUR")


def test_a_changed_currency_is_not_taken_back_beneath_a_draft(checked_store: CheckedStore) -> None:
    builders.practice(checked_store)
    checked_store.do(change_practice, "currency", "CHF")
    builders.invoice(checked_store, currency="CHF")
    with pytest.raises(UserError, match="before the currency changes"):
        checked_store.undo()
    assert checked_store.ask(practice_settings).currency == "CHF"
    assert checked_store.undo_name == "Change preferences", "it can be, when the draft is gone"


def test_a_logo_is_put_and_taken_away(checked_store: CheckedStore) -> None:
    builders.practice(checked_store)
    checked_store.do(change_logo, StoredFile("ab" * 32, "logo.png", 10, "image/png"))
    assert checked_store.ask(practice_settings).logo == "ab" * 32
    checked_store.do(change_logo, None)
    assert checked_store.ask(practice_settings).logo == ""


def test_what_is_no_picture_is_no_logo(checked_store: CheckedStore) -> None:
    builders.practice(checked_store)
    with pytest.raises(UserError, match="is not a picture"):
        checked_store.do(change_logo, StoredFile("ab" * 32, "notes.txt", 10, "text/plain"))
    assert checked_store.ask(practice_settings).logo == ""


def test_only_who_has_the_right_changes_the_practice(checked_store: CheckedStore) -> None:
    builders.practice(checked_store)
    owner = checked_store.signed_in
    checked_store.signed_in = SignedIn(owner.id, owner.name, owner.rights - {Right.PRACTICE})
    with pytest.raises(NotAllowed):
        checked_store.do(change_practice, "name", "Mine")
