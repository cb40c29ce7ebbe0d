"""The numbers of invoices."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table
from fitwell_desktop.vocabulary import InvoiceKind


class InvoiceSeries(Table):
    """Numbers without a gap: each is taken when an invoice is sent, never given back."""

    __tablename__ = "invoice_series"
    __table_args__ = (
        sa.UniqueConstraint("kind", "prefix", "year"),
        sa.CheckConstraint("first_number > 0", name="first_number"),
        sa.CheckConstraint("next_number >= first_number", name="next_number"),
        sa.CheckConstraint("digits BETWEEN 1 AND 12", name="digits"),
    )

    name: Mapped[str]
    kind: Mapped[InvoiceKind] = mapped_column(default=InvoiceKind.INVOICE)
    prefix: Mapped[str] = mapped_column(default="")
    year: Mapped[int] = mapped_column(default=0)
    """The year whose numbers these are, where each year begins again at 1; else 0."""
    digits: Mapped[int] = mapped_column(default=4)
    first_number: Mapped[int] = mapped_column(default=1)
    """Where the series began, so that a gap at its beginning is seen too."""
    next_number: Mapped[int] = mapped_column(default=1)
    is_default: Mapped[bool] = mapped_column(default=False)
