"""Which lines and discounts an invoice may have: what is wrong is said with the line's number and the reason."""

from collections.abc import Iterator, Sequence

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.billing.amounts import LARGEST, MILLION, InvoiceLine, Reduction, line_price, totals

LARGEST_QUANTITY = 1_000_000_000
"""A million pieces, in thousandths."""


def ensure_lines(lines: Sequence[InvoiceLine], reduction: Reduction, *, tax_included: bool) -> None:
    """Raise a UserError that names the first thing wrong; its field is like `lines.2.unit_price`, counted from 0."""
    for index, line in enumerate(lines):
        for column, sentence in _wrong_in(line):
            raise UserError(f"Line {index + 1}: {sentence}", field=f"lines.{index}.{column}")
    _ensure_reduction(reduction, totals(lines, tax_included=tax_included).amount)
    if totals(lines, reduction, tax_included=tax_included).total > LARGEST:
        raise UserError("This invoice comes to more than FitWell can keep. Please split it.", field="lines")


def ensure_sendable(lines: Sequence[InvoiceLine]) -> None:
    """Raise a UserError where a draft lacks what an invoice must have."""
    if not lines:
        raise UserError("An invoice needs at least one line.", field="lines")
    for index, line in enumerate(lines):
        if not line.text.strip():
            raise UserError(f"Line {index + 1} needs a description.", field=f"lines.{index}.text")


def _wrong_in(line: InvoiceLine) -> Iterator[tuple[str, str]]:
    price = line_price(line)
    if line.quantity <= 0:
        yield "quantity", "the quantity must be more than 0."
    if line.quantity > LARGEST_QUANTITY:
        yield "quantity", "the quantity is too large."
    if line.unit_price < 0:
        yield "unit_price", "the price can’t be negative. To take money off, give a discount."
    if price > LARGEST:
        yield "unit_price", "the price is too large."
    if line.tax_rate_ppm < 0:
        yield "tax_rate_ppm", "the tax can’t be negative."
    if line.tax_rate_ppm > MILLION:
        yield "tax_rate_ppm", "the tax can’t be more than 100 %."
    yield from (("discount", f"the discount {reason}") for reason in _wrong_off(_off(line), price))


def _ensure_reduction(reduction: Reduction, amount: int) -> None:
    for reason in _wrong_off(reduction, amount):
        raise UserError(f"The invoice’s discount {reason}", field="discount")


def _wrong_off(reduction: Reduction, amount: int) -> Iterator[str]:
    if reduction.fixed < 0 or reduction.rate_ppm < 0:
        yield "can’t be negative."
    if reduction.fixed and reduction.rate_ppm:
        yield "is either an amount or a share, not both."
    if reduction.rate_ppm > MILLION:
        yield "can’t be more than 100 %."
    if reduction.fixed > max(amount, 0):
        yield "can’t be more than the amount that it is taken off."


def _off(line: InvoiceLine) -> Reduction:
    return Reduction(line.discount, line.discount_rate_ppm)
