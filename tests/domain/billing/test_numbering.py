"""Numbers: gapless, by year or running on, as the practice set them."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, send_invoice
from fitwell_desktop.domain.billing.invariants import invariants
from fitwell_desktop.domain.billing.numbering import may_meet, number_text, numbering, set_numbering
from tests import builders

TODAY = date(2026, 3, 2)


@pytest.fixture
def anna(checked_store: Store) -> UUID:
    builders.practice(checked_store)
    return builders.client(checked_store)


def send(store: Store, client_id: UUID) -> str:
    return store.do(send_invoice, store.do(draft_invoice, client_id, [InvoiceLine("Session", 6_000)]))


def test_numbers_follow_each_other_and_begin_again_each_year(
    checked_store: Store, clock: FixedClock, anna: UUID
) -> None:
    assert [send(checked_store, anna) for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]
    clock.moment = datetime(2027, 1, 5, tzinfo=UTC)
    assert [send(checked_store, anna) for _ in range(2)] == ["2027-0001", "2027-0002"]
    assert checked_store.ask(numbering, date(2027, 1, 5)).next_text == "2027-0003"
    assert checked_store.ask(invariants) == ()


@pytest.mark.parametrize("wrong", [2**63, 10**12, -1])
def test_a_number_that_no_invoice_can_have_is_refused_in_words(checked_store: Store, anna: UUID, wrong: int) -> None:
    with pytest.raises(UserError, match="up to 12 digits") as refused:
        checked_store.do(set_numbering, TODAY, "FW-", by_year=False, next_number=wrong)
    assert refused.value.field == "next_number"
    checked_store.do(set_numbering, TODAY, "FW-", by_year=False, next_number=10**12 - 1)
    assert send(checked_store, anna) == "FW-999999999999"


def test_the_practice_chooses_prefix_digits_and_first_number(checked_store: Store, anna: UUID) -> None:
    checked_store.do(set_numbering, TODAY, "FW-", by_year=False, digits=5, next_number=120)
    assert checked_store.ask(numbering, TODAY).next_text == "FW-00120"
    assert [send(checked_store, anna) for _ in range(2)] == ["FW-00120", "FW-00121"]
    assert checked_store.ask(invariants) == ()


def test_a_series_in_use_can_not_jump(checked_store: Store, anna: UUID) -> None:
    send(checked_store, anna)
    with pytest.raises(UserError, match="must have no gap") as refused:
        checked_store.do(set_numbering, TODAY, "", by_year=True, next_number=50)
    assert refused.value.field == "next_number"


def test_a_series_can_be_left_and_taken_up_again(checked_store: Store, anna: UUID) -> None:
    send(checked_store, anna)
    checked_store.do(set_numbering, TODAY, "N-", by_year=True)
    assert send(checked_store, anna) == "N-2026-0001"
    checked_store.do(set_numbering, TODAY, "", by_year=True)
    assert send(checked_store, anna) == "2026-0002"
    assert checked_store.ask(invariants) == ()


def test_a_series_without_years_runs_on(checked_store: Store, clock: FixedClock, anna: UUID) -> None:
    builders.series(checked_store, prefix="R", next_number=41)
    assert send(checked_store, anna) == "R0041"
    clock.moment = datetime(2027, 1, 5, tzinfo=UTC)
    assert send(checked_store, anna) == "R0042"


def test_a_clock_that_went_back_sends_nothing(checked_store: Store, clock: FixedClock, anna: UUID) -> None:
    send(checked_store, anna)
    clock.moment = datetime(2026, 2, 1, tzinfo=UTC)
    with pytest.raises(UserError, match="set the clock right"):
        send(checked_store, anna)


@pytest.mark.parametrize(
    ("prefix", "digits", "field"),
    [("x" * 21, 4, "prefix"), ("a\n", 4, ""), ("\ud800a\x00b\u202e", 4, ""), ("A", 0, "digits")],
)
def test_a_form_that_can_not_be_printed_is_refused(
    checked_store: Store, anna: UUID, prefix: str, digits: int, field: str
) -> None:
    if not field:
        checked_store.do(set_numbering, TODAY, prefix, by_year=True, digits=digits)
        return
    with pytest.raises(UserError) as refused:
        checked_store.do(set_numbering, TODAY, prefix, by_year=True, digits=digits)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("prefix", "by_year"), [("2026-", False), ("2031-", False), ("", True), ("CN-", True), ("CN-2026-", False)]
)
def test_a_form_that_could_write_a_number_of_another_series_is_refused(
    checked_store: Store, anna: UUID, prefix: str, by_year: bool
) -> None:
    send(checked_store, anna)
    if (prefix, by_year) == ("", True):
        checked_store.do(set_numbering, TODAY, prefix, by_year=by_year, digits=6)
        return
    with pytest.raises(UserError, match="both could come to the same number") as refused:
        checked_store.do(set_numbering, TODAY, prefix, by_year=by_year)
    assert refused.value.field == "prefix"
    assert send(checked_store, anna) == "2026-0002"


def test_digits_after_a_prefix_in_use_are_refused_and_what_nobody_used_hinders_none(
    checked_store: Store, anna: UUID
) -> None:
    checked_store.do(set_numbering, TODAY, "B", by_year=False)
    checked_store.do(set_numbering, TODAY, "A", by_year=False)
    assert send(checked_store, anna) == "A0001"
    with pytest.raises(UserError, match="Invoices are numbered like A0001 already"):
        checked_store.do(set_numbering, TODAY, "A0", by_year=False, digits=3)
    checked_store.do(set_numbering, TODAY, "B0", by_year=False, digits=3)
    assert send(checked_store, anna) == "B0001"


def test_a_number_that_is_taken_all_the_same_is_told_in_a_sentence(checked_store: Store, anna: UUID) -> None:
    builders.series(checked_store, prefix="2026-")
    assert send(checked_store, anna) == "2026-0001"
    builders.series(checked_store, prefix="", year=2026)
    with pytest.raises(UserError, match="Number 2026-0001 was given before"):
        send(checked_store, anna)


@given(st.text("A0-", max_size=4), st.text("A0-", max_size=4), st.integers(1, 999), st.integers(1, 4), st.booleans())
def test_forms_that_are_kept_apart_never_write_the_same(
    one: str, other: str, number: int, digits: int, by_year: bool
) -> None:
    assume(not may_meet((one, by_year), (other, False)))
    text = number_text(one, 2026 if by_year else 0, 4, number)
    counter = text.removeprefix(other)
    could_write = text.startswith(other) and counter.isdigit() and number_text(other, 0, digits, int(counter)) == text
    assert not could_write


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 12))
def test_two_numbers_of_a_series_are_never_written_the_same(one: int, other: int, digits: int) -> None:
    assert (number_text("A", 2026, digits, one) == number_text("A", 2026, digits, other)) == (one == other)
