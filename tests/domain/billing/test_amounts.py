"""What an invoice comes to: worked examples, and what holds of every invoice."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.domain.billing.amounts import (
    InvoiceLine,
    Reduction,
    TaxLine,
    divided,
    line_price,
    net_and_tax,
    rounded,
    totals,
)

GERMAN, REDUCED, NONE = 190_000, 70_000, 0

rates = st.sampled_from([NONE, 50_000, REDUCED, GERMAN, 200_000, 77_500, 1_000_000])
reductions = st.one_of(st.just(Reduction()), st.integers(1, 1_000_000).map(lambda rate: Reduction(rate_ppm=rate)))


@st.composite
def lines(draw: st.DrawFn) -> InvoiceLine:
    line = InvoiceLine(
        "Training", draw(st.integers(0, 10**9)), draw(st.integers(1, 10**6)), tax_name="VAT", tax_rate_ppm=draw(rates)
    )
    share = draw(st.booleans())
    return InvoiceLine(
        line.text,
        line.unit_price,
        line.quantity,
        discount=0 if share else draw(st.integers(0, line_price(line))),
        discount_rate_ppm=draw(st.integers(0, 1_000_000)) if share else 0,
        tax_name=line.tax_name,
        tax_rate_ppm=line.tax_rate_ppm,
    )


invoices = st.lists(lines(), max_size=8)


def session(price: int, rate: int = GERMAN, quantity: int = 1_000, off_ppm: int = 0) -> InvoiceLine:
    return InvoiceLine(
        "Personal training", price, quantity, discount_rate_ppm=off_ppm, tax_name="VAT", tax_rate_ppm=rate
    )


def test_tax_goes_on_top_of_prices_without_it() -> None:
    worked = totals([session(6_000), session(2_500, REDUCED, quantity=2_000)], tax_included=False)
    assert (worked.subtotal, worked.tax, worked.total) == (11_000, 1_140 + 350, 12_490)
    assert worked.taxes == (TaxLine("VAT", GERMAN, 6_000, 1_140), TaxLine("VAT", REDUCED, 5_000, 350))


def test_tax_is_taken_out_of_prices_that_include_it() -> None:
    worked = totals([session(11_900)], tax_included=True)
    assert (worked.subtotal, worked.tax, worked.total) == (10_000, 1_900, 11_900)


def test_tax_is_rounded_on_each_line_and_the_sum_is_of_what_is_shown() -> None:
    half_a_cent_each = [session(50, 10_000), session(50, 10_000), session(50, 10_000)]
    assert totals(half_a_cent_each, tax_included=False).tax == 3


def test_an_hour_and_a_quarter_costs_an_hour_and_a_quarter() -> None:
    assert line_price(session(6_000, quantity=1_250)) == 7_500
    assert line_price(session(999, quantity=333)) == 333


def test_a_discount_on_the_invoice_lowers_the_tax_of_each_rate_in_proportion() -> None:
    worked = totals([session(10_000), session(10_000, NONE)], Reduction(fixed=1_000), tax_included=False)
    assert [line.share for line in worked.lines] == [500, 500]
    assert (worked.subtotal, worked.discount, worked.tax, worked.total) == (20_000, 1_000, 1_805, 20_805)


def test_a_discount_of_a_tenth_can_be_given_on_a_line() -> None:
    assert totals([session(6_000, off_ppm=100_000)], tax_included=True).total == 5_400


def test_everything_off_leaves_nothing_to_pay() -> None:
    worked = totals([session(6_000), session(1)], Reduction(rate_ppm=1_000_000), tax_included=False)
    assert (worked.tax, worked.total) == (0, 0)


def test_lines_without_tax_have_no_tax_line_but_exempt_ones_have() -> None:
    exempt = InvoiceLine("Therapy", 5_000, tax_name="Exempt")
    worked = totals([InvoiceLine("Towel", 300), exempt], tax_included=False)
    assert worked.taxes == (TaxLine("Exempt", 0, 5_000, 0),)


@pytest.mark.parametrize(("numerator", "whole"), [(0, 0), (1, 0), (2, 1), (3, 1), (5, 1), (6, 2)])
def test_halves_are_rounded_up(numerator: int, whole: int) -> None:
    assert rounded(numerator, 4) == whole


@given(invoices, reductions, st.booleans())
def test_no_unit_is_lost_or_made(of: list[InvoiceLine], reduction: Reduction, tax_included: bool) -> None:
    worked = totals(of, reduction, tax_included=tax_included)
    assert worked.total == worked.subtotal - worked.discount + worked.tax
    assert worked.total == sum(line.net + line.tax for line in worked.lines)
    assert worked.amount == sum(line.amount for line in worked.lines)
    assert worked.reduction == sum(line.share for line in worked.lines) == reduction.of(worked.amount)
    assert all(line.price == line.discount + line.amount for line in worked.lines)
    assert all(0 <= line.share <= line.amount for line in worked.lines)
    assert worked.discount >= 0
    if tax_included:
        assert worked.total == worked.amount - worked.reduction
    else:
        assert (worked.subtotal, worked.discount) == (worked.amount, worked.reduction)


@given(invoices, reductions, st.booleans())
def test_the_taxes_add_up_to_the_invoice(of: list[InvoiceLine], reduction: Reduction, tax_included: bool) -> None:
    worked = totals(of, reduction, tax_included=tax_included)
    assert sum(tax.tax for tax in worked.taxes) == worked.tax
    assert sum(tax.net for tax in worked.taxes) == worked.total - worked.tax


@given(st.integers(0, 10**12), rates)
def test_tax_taken_out_is_within_half_a_unit_of_the_truth(amount: int, rate: int) -> None:
    net, tax = net_and_tax(amount, rate, True)
    assert net + tax == amount
    assert abs(Fraction(amount * rate, 1_000_000 + rate) - tax) <= Fraction(1, 2)


@given(st.lists(st.integers(0, 10**9), min_size=1), st.data())
def test_parts_make_the_whole_and_none_is_larger_than_its_weight(weights: list[int], data: st.DataObject) -> None:
    whole = data.draw(st.integers(0, sum(weights)))
    parts = divided(whole, weights)
    assert sum(parts) == whole
    assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))
