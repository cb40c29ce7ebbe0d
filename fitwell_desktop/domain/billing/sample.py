"""A sample of what the practice's invoices look like, for who chooses how they shall."""

from datetime import timedelta

from fitwell_desktop.core.clock import day_in
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.billing.amounts import InvoiceLine, totals
from fitwell_desktop.domain.billing.document import InvoiceDocument, logo_hash
from fitwell_desktop.domain.billing.drafts import practice_of
from fitwell_desktop.domain.billing.numbering import numbering
from fitwell_desktop.domain.billing.parties import issuer_of
from fitwell_desktop.models.billing import Party
from fitwell_desktop.vocabulary import Right

PAYER = Party("Alex Sample", "12 Example Street\nSampletown")
SOLD = (("10 sessions of personal training", 60_000), ("Fitness assessment", 4_500))
"""What is on it: text, and price in minor units."""


@query(needs=Right.PRACTICE)
def sample_document(session: Session) -> InvoiceDocument:
    """An invoice of nobody's, with the practice's own name, look, currency, first tax and next number, as if it were sent
    today.
    """
    practice = practice_of(session)
    tax = next(iter(practice.tax_rates), None)
    name, rate = (tax.name, tax.rate_ppm) if tax else ("", 0)
    lines = tuple(InvoiceLine(text, price, tax_name=name, tax_rate_ppm=rate) for text, price in SOLD)
    today = day_in(practice.time_zone, session.now)
    return InvoiceDocument(
        number=numbering(session, today).next_text,
        issued_on=today,
        due_on=today + timedelta(days=practice.payment_terms_days),
        currency=practice.currency,
        issuer=issuer_of(practice),
        recipient=PAYER,
        lines=lines,
        amounts=totals(lines, tax_included=practice.prices_include_tax),
        tax_included=practice.prices_include_tax,
        logo_hash=logo_hash(session, practice.logo_id),
    )
