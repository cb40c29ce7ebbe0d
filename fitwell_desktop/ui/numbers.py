"""Reads the numbers that people type and paste, whatever their decimal sign: "62,5", "1.234,50", "1 234.5"."""

import re
from decimal import ROUND_HALF_UP, Decimal

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.translation import translated

_SPACES = re.compile(r"[\s'’_]+")
_NUMBER = re.compile(r"[+-]?(\d[\d.,]*|[.,]\d+)")


def parse_number(text: str, decimal_sign: str = ".") -> Decimal:
    """The number that a text says. Where "1.234" could be either, the locale's decimal sign decides."""
    bare = _SPACES.sub("", text.strip()).replace("−", "-")
    if not _NUMBER.fullmatch(bare):
        raise UserError(translated("“{0}” is not a number. Type it like 62{1}5.", text.strip(), decimal_sign))
    return Decimal(_plain(bare, decimal_sign))


def split_unit(text: str) -> tuple[str, str]:
    """A typed amount as its number and the unit after it, in lower case: "62,5 kg" gives ("62,5", "kg")."""
    match = re.fullmatch(r"\s*([+\-−]?[\d.,\s'’_]*\d[.,]?)\s*([^\d]*?)\s*", text)
    return (match[1], match[2].lower().rstrip(".")) if match else (text.strip(), "")


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half up to that many decimal places, as people round by hand."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _plain(bare: str, decimal_sign: str) -> str:
    signs = [sign for sign in bare if sign in ".,"]
    if not signs:
        return bare
    last = signs[-1]
    other = "," if last == "." else "."
    if other in bare:
        return bare.replace(other, "").replace(last, ".")
    if len(signs) > 1 or (last != decimal_sign and _groups_thousands(bare, last)):
        return bare.replace(last, "")
    return bare.replace(last, ".")


def _groups_thousands(bare: str, sign: str) -> bool:
    whole, _, rest = bare.lstrip("+-").partition(sign)
    return len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0"
