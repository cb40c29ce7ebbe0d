"""What an invoice comes to: integer minor units, tax rounded half up on each line, sums that are sums of what is shown.

Quantities are in thousandths, tax rates and discount rates in millionths.
"""

from collections.abc import Sequence

from msgspec import Struct

from fitwell_desktop.models.billing import InvoiceLine, TaxLine

__all__ = ["LARGEST", "InvoiceLine", "LineAmounts", "Reduction", "TaxLine", "Totals", "line_price", "totals"]

THOUSAND = 1_000
MILLION = 1_000_000
LARGEST = 10**15
"""No invoice comes to more: thousands of them still add up within 64 bits."""


class Reduction(Struct, frozen=True):
    """Money off: a fixed amount, or a share where `rate_ppm` is given."""

    fixed: int = 0
    rate_ppm: int = 0

    def of(self, amount: int) -> int:
        """What it takes off the amount."""
        return rounded(amount * self.rate_ppm, MILLION) if self.rate_ppm else self.fixed


NOTHING_OFF = Reduction()


class LineAmounts(Struct, frozen=True):
    """One line worked out. `amount` is what stands on the line; `share` is its part of the invoice's discount.

    `amount` and `share` include the tax where prices do; `net` and `tax` are what remains after all discounts.
    """

    price: int
    discount: int
    amount: int
    share: int
    net: int
    tax: int


class Totals(Struct, frozen=True):
    """An invoice worked out.

    `amount` and `reduction` are the lines' amounts and shares summed, as they are printed; `subtotal` and `discount`
    are the same net of tax. Always: `total = subtotal - discount + tax`, and `total = net + tax` summed over the lines.
    """

    lines: tuple[LineAmounts, ...]
    amount: int
    reduction: int
    subtotal: int
    discount: int
    tax: int
    total: int
    taxes: tuple[TaxLine, ...]


def totals(lines: Sequence[InvoiceLine], reduction: Reduction = NOTHING_OFF, *, tax_included: bool) -> Totals:
    """Work out an invoice; `reduction` is taken off the lines in proportion, before tax is reckoned."""
    prices = [line_price(line) for line in lines]
    amounts = [price - _line_reduction(line).of(price) for line, price in zip(lines, prices, strict=True)]
    shares = divided(reduction.of(sum(amounts)), amounts)
    worked = tuple(
        LineAmounts(price, price - amount, amount, share, *net_and_tax(amount - share, line.tax_rate_ppm, tax_included))
        for line, price, amount, share in zip(lines, prices, amounts, shares, strict=True)
    )
    subtotal = sum(
        net_and_tax(w.amount, line.tax_rate_ppm, tax_included)[0] for line, w in zip(lines, worked, strict=True)
    )
    net, tax = sum(w.net for w in worked), sum(w.tax for w in worked)
    return Totals(worked, sum(amounts), sum(shares), subtotal, subtotal - net, tax, net + tax, _taxes(lines, worked))


def line_price(line: InvoiceLine) -> int:
    """Quantity times unit price, before any discount."""
    return rounded(line.quantity * line.unit_price, THOUSAND)


def net_and_tax(amount: int, rate_ppm: int, tax_included: bool) -> tuple[int, int]:
    """The amount without its tax, and the tax: taken out of it where prices include tax, else added to it."""
    if not tax_included:
        return amount, rounded(amount * rate_ppm, MILLION)
    tax = rounded(amount * rate_ppm, MILLION + rate_ppm)
    return amount - tax, tax


def divided(whole: int, weights: Sequence[int]) -> list[int]:
    """The whole in parts as large as the weights are; the units that rounding leaves go where they are missed most."""
    heap = sum(weights)
    if not heap:
        return [0] * len(weights)
    parts = [whole * weight // heap for weight in weights]
    missed = sorted(range(len(weights)), key=lambda i: -(whole * weights[i] % heap))
    for index in missed[: whole - sum(parts)]:
        parts[index] += 1
    return parts


def rounded(numerator: int, denominator: int) -> int:
    """The quotient of two numbers that are not negative, rounded half up to a whole unit."""
    return (2 * numerator + denominator) // (2 * denominator)


def _line_reduction(line: InvoiceLine) -> Reduction:
    return Reduction(line.discount, line.discount_rate_ppm)


def _taxes(lines: Sequence[InvoiceLine], worked: Sequence[LineAmounts]) -> tuple[TaxLine, ...]:
    """One line for each tax, in the order in which they first appear; lines without any tax have none."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for line, amounts in zip(lines, worked, strict=True):
        if line.tax_rate_ppm or line.tax_name:
            net, tax = found.get((line.tax_name, line.tax_rate_ppm), (0, 0))
            found[line.tax_name, line.tax_rate_ppm] = net + amounts.net, tax + amounts.tax
    return tuple(TaxLine(name, rate_ppm, *sums) for (name, rate_ppm), sums in found.items())
