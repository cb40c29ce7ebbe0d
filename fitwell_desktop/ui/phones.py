"""Telephone numbers: kept the international way, read and shown as they are written at home."""

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.translation import translated


def parse_phone(text: str, region: str) -> str:
    """The number as +49301234567; without a country code it is one of the region ("DE", "US")."""
    import phonenumbers

    wrong = UserError(
        translated("“{0}” is not a phone number. Type it with its area code, or as +49 30 1234567.", text.strip())
    )
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise wrong from None
    if not phonenumbers.is_possible_number(number):
        raise wrong
    written: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written


def phone_text(kept: str, region: str) -> str:
    """A kept number as it is written in its own country, with the country code if that is another; else as it stands."""
    import phonenumbers

    try:
        number = phonenumbers.parse(kept, region)
    except phonenumbers.NumberParseException:
        return kept
    # a number that its country does not know has no way of being written there, and would lose its leading 0
    home = phonenumbers.region_code_for_number(number) == region and phonenumbers.is_valid_number(number)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    written: str = phonenumbers.format_number(number, style)
    return written
