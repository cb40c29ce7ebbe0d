"""Weights and lengths at the program's edge: kg and cm inside, lb and in for those who think in them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.numbers import parse_number, split_unit
from fitwell_desktop.ui.translation import translated


class Units(StrEnum):
    """The measuring system that a practice thinks in."""

    METRIC = "metric"
    US = "us"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: how it is written, how much of the inner unit it is, and its usual decimal places."""

    name: str
    size: Decimal
    places: int = 1
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is measured: its inner unit first, then the others."""

    name: str
    example: str
    units: tuple[Unit, ...]

    def unit(self, name: str) -> Unit:
        """The unit that is written so."""
        found = next((unit for unit in self.units if name == unit.name or name in unit.also), None)
        if found is None:
            known = translated(" or ").join(unit.name for unit in self.units)
            raise UserError(
                translated(
                    "“{0}” is not a unit of {1}. Type {2}, for example {3}.",
                    name,
                    translated(self.name),
                    known,
                    self.example,
                )
            )
        return found


WEIGHT = Quantity(
    "weight",
    "62.5 kg",
    (
        Unit("kg", Decimal(1), also=("kgs", "kilo", "kilos")),
        Unit("lb", Decimal("0.45359237"), also=("lbs", "pound", "pounds", "#")),
        Unit("g", Decimal("0.001"), places=0, also=("gram", "grams")),
        Unit("st", Decimal("6.35029318"), also=("stone",)),
    ),
)
LENGTH = Quantity(
    "length",
    "172 cm",
    (
        Unit("cm", Decimal(1)),
        Unit("in", Decimal("2.54"), also=("inch", "inches", '"', "″")),
        Unit("m", Decimal(100), places=2),
        Unit("mm", Decimal("0.1"), places=0),
        Unit("ft", Decimal("30.48"), places=2, also=("foot", "feet", "'", "′")),
    ),
)
_USUAL = {(WEIGHT.name, Units.METRIC): "kg", (WEIGHT.name, Units.US): "lb"} | {
    (LENGTH.name, Units.METRIC): "cm",
    (LENGTH.name, Units.US): "in",
}


def usual_unit(quantity: Quantity, units: Units) -> Unit:
    """The unit in which that measuring system gives this quantity."""
    return quantity.unit(_USUAL[quantity.name, units])


def to_inner(amount: Decimal, unit: Unit) -> Decimal:
    """From a unit to the inner one (kg, cm)."""
    return amount * unit.size


def from_inner(amount: Decimal, unit: Unit) -> Decimal:
    """From the inner unit (kg, cm) to another."""
    return amount / unit.size


def parse_quantity(text: str, quantity: Quantity, usual: Unit, decimal_sign: str = ".") -> Decimal:
    """What was typed, in the inner unit; a bare number is taken in the usual unit. Negative is refused."""
    feet = _feet_and_inches(text, decimal_sign) if quantity is LENGTH else None
    if feet is not None:
        return feet
    number, name = split_unit(text)
    amount = parse_number(number, decimal_sign)
    if amount < 0:
        raise UserError(
            translated(
                "A {0} can't be less than nothing. Type it like {1}.", translated(quantity.name), quantity.example
            )
        )
    return to_inner(amount, quantity.unit(name) if name else usual)


def _feet_and_inches(text: str, decimal_sign: str) -> Decimal | None:
    """5'11" or 5 ft 11 in cm, or None where the text is no such thing."""
    for mark in ("'", "′", "ft", "feet"):
        feet, found, inches = text.lower().partition(mark)
        rest = inches.replace("inches", "").replace("inch", "").replace("in", "").strip(' "″')
        if found and rest and feet.strip():
            whole, part = parse_number(feet, decimal_sign), parse_number(rest, decimal_sign)
            return whole * Decimal("30.48") + part * Decimal("2.54")
    return None
