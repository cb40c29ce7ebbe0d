"""Telephone numbers: kept the international way, read and shown as they are written at home."""

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.errors import UserError

LONGEST = 40


def parse_phone(text: str, region: str, field: str = "phone") -> str:
    """The number as +49301234567; without a country code it is one of the region ("DE", "US"). Nothing stays nothing."""
    import phonenumbers

    typed = clean_line(text)
    if not typed:
        return ""
    wrong = UserError(
        f"“{typed[:LONGEST]}” is not a phone number. Type it with its area code, or as +49 30 1234567.", field=field
    )
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        raise wrong from None
    if len(typed) > LONGEST or not phonenumbers.is_possible_number(number):
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
