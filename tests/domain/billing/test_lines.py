"""Lines that no invoice may have are refused, with the line, the field and the reason."""

import pytest

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.billing.amounts import NOTHING_OFF, InvoiceLine, Reduction
from fitwell_desktop.domain.billing.lines import ensure_lines, ensure_sendable

GOOD = InvoiceLine("Personal training", 6_000)


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        (InvoiceLine("x", -1), "unit_price", "negative"),
        (InvoiceLine("x", 6_000, quantity=0), "quantity", "more than 0"),
        (InvoiceLine("x", 6_000, quantity=-1_000), "quantity", "more than 0"),
        (InvoiceLine("x", 1, quantity=10**10), "quantity", "too large"),
        (InvoiceLine("x", 2**63), "unit_price", "too large"),
        (InvoiceLine("x", 6_000, discount=-1), "discount", "negative"),
        (InvoiceLine("x", 6_000, discount=6_001), "discount", "more than the amount"),
        (InvoiceLine("x", 6_000, discount_rate_ppm=1_000_001), "discount", "100 %"),
        (InvoiceLine("x", 6_000, discount=1, discount_rate_ppm=1), "discount", "not both"),
        (InvoiceLine("x", 6_000, tax_rate_ppm=-1), "tax_rate_ppm", "negative"),
        (InvoiceLine("x", 6_000, tax_rate_ppm=1_000_001), "tax_rate_ppm", "100 %"),
    ],
)
def test_a_wrong_line_is_refused_by_number_field_and_reason(line: InvoiceLine, field: str, reason: str) -> None:
    with pytest.raises(UserError, match=rf"^Line 2: .*{reason}") as refused:
        ensure_lines([GOOD, line], NOTHING_OFF, tax_included=False)
    assert refused.value.field == f"lines.1.{field}"


@pytest.mark.parametrize(
    "reduction", [Reduction(fixed=6_001), Reduction(fixed=-1), Reduction(rate_ppm=-1), Reduction(rate_ppm=1_000_001)]
)
def test_a_wrong_discount_on_the_invoice_is_refused(reduction: Reduction) -> None:
    with pytest.raises(UserError, match=r"^The invoice’s discount") as refused:
        ensure_lines([GOOD], reduction, tax_included=False)
    assert refused.value.field == "discount"


def test_an_invoice_that_would_not_fit_into_64_bits_is_refused() -> None:
    largest = InvoiceLine("x", 10**15)
    ensure_lines([largest], NOTHING_OFF, tax_included=False)
    with pytest.raises(UserError, match="more than FitWell can keep"):
        ensure_lines([largest] * 10_000, NOTHING_OFF, tax_included=False)


def test_a_draft_without_lines_or_descriptions_is_not_sent() -> None:
    with pytest.raises(UserError, match="at least one line"):
        ensure_sendable([])
    with pytest.raises(UserError, match="Line 2 needs a description") as refused:
        ensure_sendable([GOOD, InvoiceLine(" ", 1)])
    assert refused.value.field == "lines.1.text"
