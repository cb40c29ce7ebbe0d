"""Money as people write it and as it is kept: integer minor units, as many to one as the currency has."""

import re
from decimal import Decimal

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.numbers import parse_number
from fitwell_desktop.ui.translation import translated


def decimals(currency: str) -> int:
    """How many decimal places that currency has: 2 for EUR, 0 for JPY, 3 for KWD."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def money_text(minor: int, currency: str, locale: str, *, whole: bool = False) -> str:
    """An amount with its currency, as that locale writes it; `whole` leaves the decimals out (for figures at a glance)."""
    from babel.numbers import format_currency

    amount = Decimal(minor).scaleb(-decimals(currency))
    pattern = _whole_pattern(locale) if whole else None
    return format_currency(amount, currency, pattern, locale=locale, currency_digits=not whole)


def parse_money(text: str, currency: str, decimal_sign: str = ".") -> int:
    """What was typed, in minor units; a currency's sign or code around the number is allowed."""
    places = decimals(currency)
    bare = re.sub(r"[^\d.,+\-−\s'’]", "", text.replace("\u200e", "").replace("\u200f", "")).strip(" \u00a0\u202f")
    if not bare:
        raise UserError(
            translated("“{0}” is not an amount of money. Type it like 49{1}90.", text.strip(), decimal_sign)
        )
    minor = parse_number(bare, decimal_sign).scaleb(places)
    if minor != int(minor):
        allowed = translated("{0} decimals", places) if places else translated("no decimals")
        raise UserError(translated("“{0}” has too many decimals: {1} has {2}.", text.strip(), currency, allowed))
    if abs(minor) >= 10**15:
        raise UserError(translated("“{0}” is too large an amount.", text.strip()))
    return int(minor)


def _whole_pattern(locale: str) -> str:
    from babel import Locale

    pattern: str = Locale.parse(locale).currency_formats["standard"].pattern
    return pattern.replace("0.00", "0")
