"""What a proper invoice has and a draft lacks. It may be sent all the same: what the law wants differs by country."""

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.drafts import practice_of
from fitwell_desktop.domain.billing.parties import issuer_of, recipient_of
from fitwell_desktop.models.billing import Invoice, Party
from fitwell_desktop.vocabulary import Right


class Gaps(Struct, frozen=True):
    """A sentence for each thing that is missing, by where it is mended."""

    practice: tuple[str, ...]
    recipient: tuple[str, ...]
    recipient_id: UUID
    """The client, or whoever pays for them."""


@query(needs=Right.BILLING)
def invoice_gaps(session: Session, invoice_id: UUID) -> Gaps:
    """What an invoice would lack if it were sent now."""
    invoice = session.get_one(Invoice, invoice_id)
    issuer, recipient = issuer_of(practice_of(session)), recipient_of(session, invoice)
    return Gaps(
        missing_of_issuer(issuer, invoice.line_items),
        missing_of_recipient(recipient),
        invoice.payer_id or invoice.client_id,
    )


def missing_of_issuer(issuer: Party, lines: Sequence[InvoiceLine]) -> tuple[str, ...]:
    """What the practice has to fill in about itself."""
    missing = []
    if not issuer.address.strip():
        missing.append("Your practice’s address is missing.")
    if not issuer.tax_number.strip() and any(line.tax_rate_ppm > 0 for line in lines):
        missing.append("You charge tax, but your tax number is missing.")
    return tuple(missing)


def missing_of_recipient(recipient: Party) -> tuple[str, ...]:
    """What is to be known of whom the invoice is for."""
    return () if recipient.address.strip() else (f"The address of {recipient.name} is missing.",)
