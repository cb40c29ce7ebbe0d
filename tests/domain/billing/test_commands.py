"""An invoice's life: drafted, edited, sent, paid, overdue; and what undo may take back of it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import Conflict, NotAllowed, UserError
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.analytics.attention import money_attention
from fitwell_desktop.domain.billing.amounts import InvoiceLine, Reduction
from fitwell_desktop.domain.billing.commands import (
    delete_draft,
    draft_invoice,
    edit_draft,
    hand_out,
    record_payment,
    remove_payment,
    send_invoice,
)
from fitwell_desktop.domain.billing.details import InvoiceDetails, invoice
from fitwell_desktop.domain.billing.drafts import Draft
from fitwell_desktop.domain.billing.invariants import invariants
from fitwell_desktop.domain.billing.overdue import mark_overdue
from fitwell_desktop.domain.billing.queries import client_balance, figures
from fitwell_desktop.models.billing import Payment, Refund
from fitwell_desktop.vocabulary import InvoiceStatus, PaymentMethod, PaymentStatus, Provider, Right
from tests import builders
from tests.conftest import NOW

SESSION = InvoiceLine("Personal training", 6_000, tax_name="VAT", tax_rate_ppm=190_000)
TODAY = date(2026, 3, 2)


@pytest.fixture
def anna(checked_store: Store) -> UUID:
    builders.practice(checked_store, prices_include_tax=True, payment_terms_days=14)
    return builders.client(checked_store, first_name="Anna", last_name="Berg", address="Hafenstr. 1\n20457 Hamburg")


def details(store: Store, invoice_id: UUID) -> InvoiceDetails:
    found = store.ask(invoice, invoice_id)
    assert found is not None
    return found


def sent(store: Store, client_id: UUID, *lines: InvoiceLine) -> UUID:
    invoice_id = store.do(draft_invoice, client_id, lines or (SESSION,))
    store.do(send_invoice, invoice_id)
    return invoice_id


def test_a_draft_takes_currency_and_tax_from_the_practice(checked_store: Store, anna: UUID) -> None:
    found = details(checked_store, checked_store.do(draft_invoice, anna, [SESSION]))
    assert (found.status, found.number, found.currency) == (InvoiceStatus.DRAFT, "", "EUR")
    assert (found.amounts.total, found.amounts.tax) == (6_000, 958)
    assert found.client_name == "Anna Berg"


def test_what_is_typed_on_a_draft_is_kept(checked_store: Store, anna: UUID) -> None:
    invoice_id = checked_store.do(draft_invoice, anna)
    draft = Draft(anna, (SESSION, SESSION), Reduction(rate_ppm=100_000), "Friend", False, date(2026, 4, 1), "Thank you")
    checked_store.do(edit_draft, invoice_id, draft)
    found = details(checked_store, invoice_id)
    assert found.draft == draft
    assert found.amounts.total == 12_852


SPOILED, CLEANED = "\ud800In\x00voice\u202e", "Invoice"
"""Half a character, one that ends text, and one that turns the direction of writing: and what is left."""


def test_what_hides_or_breaks_text_is_taken_out_where_it_comes_in(checked_store: Store, anna: UUID) -> None:
    invoice_id = checked_store.do(draft_invoice, anna, [replace(SESSION, text=SPOILED, tax_name=SPOILED)])
    draft = details(checked_store, invoice_id).draft
    assert (draft.lines[0].text, draft.lines[0].tax_name) == (CLEANED, CLEANED)
    checked_store.do(edit_draft, invoice_id, replace(draft, notes=SPOILED, reduction_reason=SPOILED))
    draft = details(checked_store, invoice_id).draft
    assert (draft.notes, draft.reduction_reason) == (CLEANED, CLEANED)
    checked_store.do(send_invoice, invoice_id)
    checked_store.do(record_payment, invoice_id, 100, PaymentMethod.CASH, reference=SPOILED)
    assert details(checked_store, invoice_id).payments[0].reference == CLEANED


def test_an_invoice_is_for_a_client(checked_store: Store, anna: UUID) -> None:
    trainer = builders.trainer(checked_store)
    with pytest.raises(UserError) as refused:
        checked_store.do(draft_invoice, trainer)
    assert refused.value.field == "client_id"


def test_a_draft_can_be_deleted_and_a_sent_invoice_can_not(checked_store: Store, anna: UUID) -> None:
    draft_id = checked_store.do(draft_invoice, anna)
    checked_store.do(delete_draft, draft_id)
    assert checked_store.ask(invoice, draft_id) is None
    sent_id = sent(checked_store, anna)
    with pytest.raises(UserError, match="was sent and can’t be changed"):
        checked_store.do(delete_draft, sent_id)
    with pytest.raises(UserError, match="was sent and can’t be changed"):
        checked_store.do(edit_draft, sent_id, Draft(anna))


def test_sending_gives_number_date_and_due_day(checked_store: Store, anna: UUID) -> None:
    found = details(checked_store, sent(checked_store, anna))
    assert (found.number, found.status) == ("2026-0001", InvoiceStatus.SENT)
    assert (found.issued_on, found.draft.due_on) == (TODAY, TODAY + timedelta(days=14))
    assert found.owed == 6_000


def test_the_day_of_an_invoice_is_the_practices_own(checked_store: Store, clock: FixedClock, anna: UUID) -> None:
    clock.moment = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    found = details(checked_store, sent(checked_store, anna))
    assert (found.number, found.issued_on) == ("2027-0001", date(2027, 1, 1))


def test_an_invoice_that_is_due_before_it_is_sent_is_refused(checked_store: Store, anna: UUID) -> None:
    invoice_id = checked_store.do(draft_invoice, anna, [SESSION])
    checked_store.do(edit_draft, invoice_id, Draft(anna, (SESSION,), due_on=date(2026, 3, 1)))
    with pytest.raises(UserError) as refused:
        checked_store.do(send_invoice, invoice_id)
    assert refused.value.field == "due_on"


def test_an_invoice_over_nothing_is_paid_when_it_is_sent(checked_store: Store, anna: UUID) -> None:
    found = details(checked_store, sent(checked_store, anna, InvoiceLine("First session, free", 0)))
    assert (found.status, found.owed) == (InvoiceStatus.PAID, 0)


def test_sending_can_be_undone_while_it_is_the_newest_number(store: Store) -> None:
    builders.practice(store)
    anna = builders.client(store)
    first = sent(store, anna)
    assert store.undo() == "Send invoice"
    assert details(store, first).status is InvoiceStatus.DRAFT
    store.do(send_invoice, first)
    assert details(store, first).number == "2026-0001"


def test_sending_can_not_be_undone_beneath_a_newer_number(store: Store) -> None:
    builders.practice(store)
    anna = builders.client(store)
    first = sent(store, anna)
    second_desk = Store(store.database, store.clock, store.signed_in)
    sent(second_desk, anna)
    with pytest.raises(Conflict):
        store.undo()
    assert details(store, first).number == "2026-0001"
    assert store.ask(invariants) == ()


def drafted_then_sent(store: Store, clock: FixedClock) -> UUID:
    builders.practice(store)
    invoice_id = store.do(draft_invoice, builders.client(store), [SESSION])
    clock.moment += timedelta(minutes=1)
    store.do(send_invoice, invoice_id)
    clock.moment += timedelta(minutes=1)
    return invoice_id


def test_sending_can_not_be_undone_once_the_document_left_even_in_the_same_moment(store: Store) -> None:
    builders.practice(store)
    invoice_id = sent(store, builders.client(store))
    store.do(hand_out, invoice_id)
    with pytest.raises(Conflict, match=r"Invoice 2026-0001 has been saved or printed since"):
        store.undo()
    assert details(store, invoice_id).status is InvoiceStatus.SENT
    assert store.undo_name != "Send invoice", "what can never be taken back is offered no more"


def test_what_a_client_has_is_not_altered_by_undoing_further_than_the_sending(checked_store: Store, anna: UUID) -> None:
    invoice_id = checked_store.do(draft_invoice, anna, [SESSION])
    checked_store.do(edit_draft, invoice_id, Draft(anna, (InvoiceLine("Package", 9_000),)))
    checked_store.do(send_invoice, invoice_id)
    checked_store.do(hand_out, invoice_id)
    for reason in ("saved or printed", "has been sent since", "has been sent since"):
        with pytest.raises(Conflict, match=reason):
            checked_store.undo()
    found = details(checked_store, invoice_id)
    assert (found.status, found.amounts.total) == (InvoiceStatus.SENT, 9_000)


def test_sending_can_not_be_undone_beneath_a_part_payment(store: Store, clock: FixedClock) -> None:
    invoice_id = drafted_then_sent(store, clock)
    second_desk = Store(store.database, clock, store.signed_in)
    second_desk.do(record_payment, invoice_id, 1_000, PaymentMethod.CASH)
    with pytest.raises(Conflict):
        store.undo()


def test_an_invoice_is_paid_when_all_of_it_came_in(checked_store: Store, anna: UUID) -> None:
    invoice_id = sent(checked_store, anna)
    checked_store.do(record_payment, invoice_id, 2_000, PaymentMethod.CASH)
    found = details(checked_store, invoice_id)
    assert (found.status, found.owed) == (InvoiceStatus.SENT, 4_000)
    checked_store.do(record_payment, invoice_id, 4_000, PaymentMethod.BANK_TRANSFER, date(2026, 3, 1), " RF18 ")
    found = details(checked_store, invoice_id)
    assert (found.status, found.owed) == (InvoiceStatus.PAID, 0)
    assert [(p.amount, p.reference) for p in found.payments] == [(4_000, "RF18"), (2_000, "")]
    assert found.paid_at == NOW, "though the other part came a day earlier"
    assert checked_store.ask(invariants) == ()


def test_a_payment_can_be_undone(store: Store) -> None:
    builders.practice(store)
    invoice_id = sent(store, builders.client(store))
    store.do(record_payment, invoice_id, 6_000, PaymentMethod.CASH)
    store.undo()
    found = details(store, invoice_id)
    assert (found.status, found.owed, found.payments) == (InvoiceStatus.SENT, 6_000, ())


def test_a_payment_can_be_undone_after_the_document_was_saved_and_after_it_fell_due(
    store: Store, clock: FixedClock
) -> None:
    invoice_id = drafted_then_sent(store, clock)
    store.do(record_payment, invoice_id, 6_000, PaymentMethod.CASH)
    clock.moment += timedelta(minutes=1)
    store.do(hand_out, invoice_id)
    store.undo()
    found = details(store, invoice_id)
    assert (found.status, found.owed, found.paid_at) == (InvoiceStatus.SENT, 6_000, None)
    with pytest.raises(Conflict, match="saved or printed since"):
        store.undo()
    store.do(record_payment, invoice_id, 1_000, PaymentMethod.CASH)
    clock.moment += timedelta(days=20)
    store.do(mark_overdue, TODAY + timedelta(days=20))
    store.undo()
    found = details(store, invoice_id)
    assert (found.status, found.owed) == (InvoiceStatus.OVERDUE, 6_000)


def test_a_part_payment_can_not_be_undone_when_another_desk_took_the_rest(store: Store, clock: FixedClock) -> None:
    invoice_id = drafted_then_sent(store, clock)
    store.do(record_payment, invoice_id, 1_000, PaymentMethod.CASH)
    Store(store.database, clock, store.signed_in).do(record_payment, invoice_id, 5_000, PaymentMethod.CARD)
    with pytest.raises(Conflict, match="Other payments for invoice 2026-0001"):
        store.undo()
    assert details(store, invoice_id).status is InvoiceStatus.PAID


def test_a_payment_that_was_removed_is_owed_again(checked_store: Store, anna: UUID) -> None:
    invoice_id = sent(checked_store, anna)
    part = checked_store.do(record_payment, invoice_id, 2_000, PaymentMethod.CASH)
    rest = checked_store.do(record_payment, invoice_id, 4_000, PaymentMethod.CARD)
    checked_store.do(remove_payment, part)
    found = details(checked_store, invoice_id)
    assert (found.status, found.owed, found.paid_at) == (InvoiceStatus.SENT, 2_000, None)
    assert [payment.id for payment in found.payments] == [rest]
    assert checked_store.ask(client_balance, anna) == 2_000
    assert checked_store.ask(figures, TODAY).paid_this_month == 4_000
    checked_store.do(remove_payment, rest)
    assert details(checked_store, invoice_id).owed == 6_000
    with pytest.raises(UserError, match="can’t become “Cancelled”"):
        checked_store.do(remove_payment, rest)
    assert checked_store.ask(invariants) == ()


def test_an_invoice_whose_payment_is_removed_too_late_is_overdue(
    checked_store: Store, anna: UUID, clock: FixedClock
) -> None:
    invoice_id = sent(checked_store, anna)
    payment_id = checked_store.do(record_payment, invoice_id, 6_000, PaymentMethod.CASH)
    clock.moment += timedelta(days=20)
    checked_store.do(remove_payment, payment_id)
    assert details(checked_store, invoice_id).status is InvoiceStatus.OVERDUE
    (late,) = checked_store.ask(money_attention)
    assert (late.item_id, late.amount) == (invoice_id, 6_000)


def test_a_removal_can_not_be_undone_when_another_desk_took_the_money(store: Store, clock: FixedClock) -> None:
    invoice_id = drafted_then_sent(store, clock)
    part = store.do(record_payment, invoice_id, 1_000, PaymentMethod.CASH)
    store.do(remove_payment, part)
    Store(store.database, clock, store.signed_in).do(record_payment, invoice_id, 6_000, PaymentMethod.CARD)
    with pytest.raises(Conflict, match="Other payments for invoice 2026-0001"):
        store.undo()
    assert store.ask(invariants) == ()


def test_what_was_given_back_or_came_through_a_provider_is_not_removed(checked_store: Store, anna: UUID) -> None:
    invoice_id = sent(checked_store, anna)
    payment_id = checked_store.do(record_payment, invoice_id, 3_000, PaymentMethod.CASH)
    builders.make(checked_store, Refund, client_id=anna, payment_id=payment_id, amount=1, currency="EUR")
    with pytest.raises(UserError, match="given back already"):
        checked_store.do(remove_payment, payment_id)
    online = builders.make(
        checked_store, Payment, client_id=anna, invoice_id=invoice_id, amount=3_000, currency="EUR",
        status=PaymentStatus.COMPLETED, method=PaymentMethod.ONLINE, provider=Provider.STRIPE,
    )  # fmt: skip
    with pytest.raises(UserError, match="came in through Stripe"):
        checked_store.do(remove_payment, online)


@pytest.mark.parametrize(
    ("amount", "reason"), [(0, "more than 0"), (-1, "more than 0"), (6_001, "more than is still owed")]
)
def test_an_amount_that_is_not_owed_is_refused(checked_store: Store, anna: UUID, amount: int, reason: str) -> None:
    invoice_id = sent(checked_store, anna)
    with pytest.raises(UserError, match=reason) as refused:
        checked_store.do(record_payment, invoice_id, amount, PaymentMethod.CASH)
    assert refused.value.field == "amount"


def test_nothing_is_paid_on_drafts_on_paid_invoices_or_tomorrow(checked_store: Store, anna: UUID) -> None:
    draft_id = checked_store.do(draft_invoice, anna, [SESSION])
    with pytest.raises(UserError, match="still a draft"):
        checked_store.do(record_payment, draft_id, 1, PaymentMethod.CASH)
    paid_id = sent(checked_store, anna)
    with pytest.raises(UserError, match="has not come yet"):
        checked_store.do(record_payment, paid_id, 6_000, PaymentMethod.CASH, TODAY + timedelta(days=1))
    checked_store.do(record_payment, paid_id, 6_000, PaymentMethod.CASH)
    with pytest.raises(UserError, match="nothing is owed"):
        checked_store.do(record_payment, paid_id, 1, PaymentMethod.CASH)


def test_an_invoice_is_overdue_from_the_day_after_it_was_due(checked_store: Store, anna: UUID) -> None:
    invoice_id = sent(checked_store, anna)
    due = TODAY + timedelta(days=14)
    assert checked_store.do(mark_overdue, due) == 0
    assert checked_store.do(mark_overdue, due + timedelta(days=1)) == 1
    assert checked_store.do(mark_overdue, due + timedelta(days=1)) == 0
    assert details(checked_store, invoice_id).status is InvoiceStatus.OVERDUE
    checked_store.do(record_payment, invoice_id, 6_000, PaymentMethod.CARD)
    assert details(checked_store, invoice_id).status is InvoiceStatus.PAID


def test_without_the_right_nothing_is_invoiced(store: Store) -> None:
    builders.practice(store)
    anna = builders.client(store)
    store.signed_in = SignedIn(None, "Rita Reader", frozenset({Right.LOOK}))
    with pytest.raises(NotAllowed):
        store.do(draft_invoice, anna)
