"""What stands on an invoice's document stays as it was when the invoice was sent."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, send_invoice
from fitwell_desktop.domain.billing.document import invoice_document
from fitwell_desktop.models.accounts import Attachment, Practice, User
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import Right
from tests import builders


@command("Move house", needs=Right.PRACTICE)
def change_everything(session: Session, client_id: UUID) -> None:
    practice = session.scalars(sa.select(Practice)).one()
    practice.name, practice.address, practice.brand_color, practice.locale = "Other", "Elsewhere", "#000000", "de_DE"
    practice.payment_details, practice.logo_id = "Other bank", None
    session.get_one(User, client_id).last_name = "Married"
    profile = session.scalars(sa.select(ClientProfile).filter_by(client_id=client_id)).one()
    profile.address, profile.preferences = "Moved", {"language": "fr"}


def drafted(store: Store) -> tuple[UUID, UUID]:
    logo = builders.make(store, Attachment, content_hash="ab" * 32)
    builders.practice(store, address="Kai 1", brand_color="#0B5FA5", payment_details="IBAN", logo_id=logo)
    anna = builders.client(store, last_name="Berg", address="Hafenstr. 1", preferences={"language": "de"})
    return anna, store.do(draft_invoice, anna, [InvoiceLine("Session", 6_000, serviced_on=date(2026, 2, 3))])


def test_a_sent_invoice_keeps_names_addresses_and_look(checked_store: Store) -> None:
    anna, invoice_id = drafted(checked_store)
    checked_store.do(send_invoice, invoice_id)
    before = checked_store.ask(invoice_document, invoice_id)
    checked_store.do(change_everything, anna)
    assert checked_store.ask(invoice_document, invoice_id) == before
    assert (before.number, before.recipient.name, before.recipient.locale) == ("2026-0001", "Anna Berg", "de")
    assert (before.issuer.brand_color, before.logo_hash) == ("#0B5FA5", "ab" * 32)


def test_a_draft_shows_what_it_would_say_today(checked_store: Store) -> None:
    anna, invoice_id = drafted(checked_store)
    checked_store.do(change_everything, anna)
    shown = checked_store.ask(invoice_document, invoice_id)
    assert (shown.number, shown.issuer.name, shown.recipient.name) == ("", "Other", "Anna Married")
    assert (shown.issued_on, shown.due_on) == (date(2026, 3, 2), date(2026, 3, 16))


def test_whoever_pays_for_a_client_stands_on_the_invoice(checked_store: Store) -> None:
    builders.practice(checked_store)
    parent = builders.client(checked_store, first_name="Petra", last_name="Payer", address="At home")
    child = builders.client(checked_store, payer_id=parent)
    invoice_id = checked_store.do(draft_invoice, child, [InvoiceLine("Session", 6_000)])
    checked_store.do(send_invoice, invoice_id)
    shown = checked_store.ask(invoice_document, invoice_id)
    assert (shown.recipient.name, shown.recipient.address) == ("Petra Payer", "At home")
