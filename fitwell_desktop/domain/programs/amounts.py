"""Amounts as a trainer types them, and the shortest text that gives exactly the same amount again."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from fitwell_desktop.vocabulary import UnitSystem

NUMBER = r"\d{1,9}(?:[.,]\d{1,25})?"
WEIGHTS: Mapping[str, Decimal] = {"kg": Decimal(1), "lb": Decimal("0.45359237")}
DISTANCES: Mapping[str, Decimal] = {
    "km": Decimal(1000),
    "m": Decimal(1),
    "mi": Decimal("1609.344"),
    "yd": Decimal("0.9144"),
    "ft": Decimal("0.3048"),
}
_PLACES = 3


def usual_weight(units: UnitSystem) -> str:
    """The unit in which a bare number is a weight."""
    return "lb" if units is UnitSystem.IMPERIAL else "kg"


def number(text: str) -> Decimal:
    """The number that a text matching NUMBER says."""
    return Decimal(text.replace(",", "."))


def write_number(value: float | Decimal) -> str:
    """Every digit that the value has, and none too many: 80, 62.5."""
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def ways_to_write(value: float, sizes: Mapping[str, Decimal], preferred: Sequence[str]) -> list[tuple[str, str]]:
    """Number and unit in each of the preferred units in which the value is a short number, at last in the inner one.

    What was typed in pounds comes back as the same pounds, and kilograms that are no round pounds stay kilograms.
    """
    shorts = [(_short(value, sizes[unit]), unit) for unit in preferred]
    exact = [(write_number(short), unit) for short, unit in shorts if float(short * sizes[unit]) == value]
    inner = next(unit for unit, size in sizes.items() if size == 1)
    return [*exact, (write_number(value), inner)]


def _short(value: float, size: Decimal) -> Decimal:
    return (Decimal(str(value)) / size).quantize(Decimal(1).scaleb(-_PLACES), ROUND_HALF_EVEN)
