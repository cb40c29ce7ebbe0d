"""Money: invoices, payments, refunds. Amounts are integer minor units of their currency."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.models.mirrored import Mirrored
from fitwell_desktop.vocabulary import InvoiceKind, InvoiceStatus, PaymentMethod, PaymentStatus, RefundStatus


class InvoiceLine(Struct, frozen=True):
    """One line: `quantity` in thousandths, unit price and discount in minor units, tax in millionths."""

    text: str
    unit_price: int
    quantity: int = 1000
    discount: int = 0
    tax_name: str = ""
    tax_rate_ppm: int = 0
    serviced_on: date | None = None
    package_id: UUID | None = None
    appointment_id: UUID | None = None
    discount_rate_ppm: int = 0
    """A share in millionths, instead of `discount`."""


class TaxLine(Struct, frozen=True):
    """What one tax comes to on an invoice."""

    name: str
    rate_ppm: int
    net: int
    tax: int


class Party(Struct, frozen=True):
    """Who stands on an invoice, and how it looks, as it was when the invoice was sent."""

    name: str
    address: str = ""
    email: str = ""
    phone: str = ""
    tax_number: str = ""
    payment_details: str = ""
    website: str = ""
    locale: str = ""
    """In whose language the document is written: the recipient's."""
    brand_color: str = ""
    logo_id: UUID | None = None


_NO_DAY = sa.text("(issued_on IS NULL)")
"""The list of invoices begins with the drafts, which have no day yet; an index can't put them there by itself."""


class Invoice(Mirrored, Table):
    """What is owed. A draft changes freely; from sending on it has a number and stays as it is."""

    __tablename__ = "invoice"
    __table_args__ = (
        sa.UniqueConstraint("invoice_number"),
        sa.UniqueConstraint("series_id", "number"),
        sa.Index(None, "client_id", "status"),
        sa.Index(None, "client_id", "id"),
        sa.Index("ix_invoice_list", _NO_DAY, "issued_on", "number", "id", "status", "client_id", "invoice_number"),
        sa.Index("ix_invoice_sums", "status", "due_on", "currency", "total", "client_id", "invoice_number"),
        sa.CheckConstraint("(status = 'DRAFT') = (invoice_number IS NULL)", name="numbered_when_sent"),
        sa.CheckConstraint("(number IS NULL) = (invoice_number IS NULL)", name="numbers_agree"),
        sa.CheckConstraint("total = subtotal - discount_amount + tax_amount", name="total"),
        sa.CheckConstraint("discount_rate_ppm BETWEEN 0 AND 1000000", name="discount_rate"),
        sa.CheckConstraint("discount_fixed >= 0", name="discount_fixed"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "RESTRICT", index=False)
    payer_id: Mapped[UUID | None] = link("user.id", "RESTRICT")
    kind: Mapped[InvoiceKind] = mapped_column(default=InvoiceKind.INVOICE)
    series_id: Mapped[UUID | None] = link("invoice_series.id", "RESTRICT", index=False)
    number: Mapped[int | None]
    invoice_number: Mapped[str | None]
    status: Mapped[InvoiceStatus] = mapped_column(default=InvoiceStatus.DRAFT)
    client_subscription_id: Mapped[UUID | None] = link("client_subscription.id", "SET NULL")
    credited_invoice_id: Mapped[UUID | None] = link("invoice.id", "RESTRICT")
    """The invoice that this credit note takes back."""
    issued_on: Mapped[date | None]
    due_on: Mapped[date | None]
    currency: Mapped[str] = mapped_column(sa.String(3))
    prices_include_tax: Mapped[bool] = mapped_column(default=True)
    line_items: Mapped[tuple[InvoiceLine, ...]] = mapped_column(Json(tuple[InvoiceLine, ...]), default=())
    taxes: Mapped[tuple[TaxLine, ...]] = mapped_column(Json(tuple[TaxLine, ...]), default=())
    subtotal: Mapped[int] = mapped_column(default=0)
    """Net of tax, before the discount."""
    discount_rate_ppm: Mapped[int] = mapped_column(default=0)
    discount_fixed: Mapped[int] = mapped_column(default=0)
    """The discount as it was given, a share or an amount (with tax where prices include it)."""
    discount_amount: Mapped[int] = mapped_column(default=0)
    """What the discount comes to, net of tax."""
    discount_reason: Mapped[str] = mapped_column(default="")
    tax_amount: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    issuer: Mapped[Party | None] = mapped_column(Json(Party))
    recipient: Mapped[Party | None] = mapped_column(Json(Party))
    notes: Mapped[str] = mapped_column(default="")
    document_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    document_url: Mapped[str] = mapped_column(default="")
    """The provider's own page for it."""
    sent_at: Mapped[datetime | None]
    handed_out_at: Mapped[datetime | None]
    """When its document first left the program; from then on its sending can't be undone."""
    paid_at: Mapped[datetime | None]


class Payment(Mirrored, Table):
    """Money that came, or was tried to get. It may belong to an invoice, a subscription, an appointment, a program."""

    __tablename__ = "payment"
    __table_args__ = (
        sa.Index(None, "client_id", "status"),
        sa.Index(None, "status", "paid_at"),
        sa.UniqueConstraint("provider", "livemode", "provider_id"),
        sa.UniqueConstraint("idempotency_key"),
        sa.CheckConstraint("amount >= 0", name="amount"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "RESTRICT", index=False)
    payer_id: Mapped[UUID | None] = link("user.id", "RESTRICT")
    invoice_id: Mapped[UUID | None] = link("invoice.id", "RESTRICT")
    subscription_id: Mapped[UUID | None] = link("client_subscription.id", "SET NULL")
    appointment_id: Mapped[UUID | None] = link("appointment.id", "SET NULL")
    client_program_id: Mapped[UUID | None] = link("client_program.id", "SET NULL")
    package_id: Mapped[UUID | None] = link("package.id", "SET NULL")
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(sa.String(3))
    fee: Mapped[int] = mapped_column(default=0)
    status: Mapped[PaymentStatus] = mapped_column(default=PaymentStatus.PENDING)
    method: Mapped[PaymentMethod]
    paid_at: Mapped[datetime | None]
    reference: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    idempotency_key: Mapped[str | None]
    failure_code: Mapped[str] = mapped_column(default="")
    failure_reason: Mapped[str] = mapped_column(default="")


class Refund(Mirrored, Table):
    """Money given back of a payment, whole or in part."""

    __tablename__ = "refund"
    __table_args__ = (sa.CheckConstraint("amount > 0", name="amount"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "RESTRICT")
    payment_id: Mapped[UUID] = link("payment.id", "RESTRICT")
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(sa.String(3))
    status: Mapped[RefundStatus] = mapped_column(default=RefundStatus.PENDING)
    reason: Mapped[str] = mapped_column(default="")
    refunded_at: Mapped[datetime | None]
