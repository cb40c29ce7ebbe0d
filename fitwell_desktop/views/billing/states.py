"""How the states of invoices are shown, and the parts into which the list is divided."""

from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.vocabulary import InvoiceStatus

TONES = {
    InvoiceStatus.DRAFT: Tone.NEUTRAL,
    InvoiceStatus.SENT: Tone.INFO,
    InvoiceStatus.OVERDUE: Tone.BAD,
    InvoiceStatus.PAID: Tone.GOOD,
}

PARTS: tuple[tuple[str, str, tuple[InvoiceStatus, ...]], ...] = (
    ("all", "All", ()),
    ("drafts", "Drafts", (InvoiceStatus.DRAFT,)),
    ("sent", "Sent", (InvoiceStatus.SENT,)),
    ("overdue", "Overdue", (InvoiceStatus.OVERDUE,)),
    ("paid", "Paid", (InvoiceStatus.PAID,)),
)
"""Name, title and statuses; no status means every one."""


def pill_of(status: InvoiceStatus) -> tuple[str, Tone]:
    """The word and the tone of a status."""
    return status.label, TONES.get(status, Tone.NEUTRAL)
