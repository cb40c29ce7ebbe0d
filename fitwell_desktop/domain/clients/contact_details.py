"""Phone numbers of clients: kept the international way and as they were typed."""

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.errors import UserError

LONGEST = 40


def parse_phone(text: str, region: str) -> str | None:
    """The number as +49301234567, or None where nothing was typed; without a country code it is one of the region."""
    import phonenumbers

    typed = clean_line(text)
    if not typed:
        return None
    wrong = UserError(f"“{typed[:LONGEST]}” is not a phone number. Type it like +49 30 1234567.", field="phone")
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        raise wrong from None
    if len(typed) > LONGEST or not phonenumbers.is_possible_number(number):
        raise wrong
    written: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written
