"""Telephone numbers are kept in one form, whoever types them where."""

import pytest

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.phones import parse_phone, phone_text


@pytest.mark.parametrize(
    ("typed", "region", "kept"),
    [
        ("030 1234567", "DE", "+49301234567"),
        ("+49 30 1234567", "US", "+49301234567"),
        (" (212) 555-0147\n", "US", "+12125550147"),
        ("  ", "DE", ""),
    ],
)
def test_a_number_is_kept_the_international_way(typed: str, region: str, kept: str) -> None:
    assert parse_phone(typed, region) == kept


@pytest.mark.parametrize("typed", ["by mail", "030 1234567" + " " * 30 + "and ask for Ava, who is at the desk"])
def test_what_can_not_be_dialled_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(UserError, match="Type it with its area code") as refusal:
        parse_phone(typed, "DE", "alternate_phone")
    assert refusal.value.field == "alternate_phone"


def test_a_number_is_shown_as_at_home() -> None:
    assert phone_text("+49301234567", "DE") == "030 1234567"
    assert phone_text("+49301234567", "US") == "+49 30 1234567"
    assert phone_text("ask Ava", "DE") == "ask Ava"
