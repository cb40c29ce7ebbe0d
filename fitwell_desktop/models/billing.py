"""Money: packages, subscriptions, credits, invoices, payments. Amounts are integer minor units of their currency."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import (
    BillingInterval,
    CreditReason,
    InvoiceKind,
    InvoiceStatus,
    PackageType,
    PaymentMethod,
    PaymentStatus,
    Provider,
    RefundStatus,
    SubscriptionStatus,
)


class Mirrored:
    """Mixed into tables whose rows may have a counterpart at an outside service. Test and live never mix."""

    provider: Mapped[Provider | None] = mapped_column(sort_order=80)
    provider_id: Mapped[str | None] = mapped_column(sort_order=81)
    livemode: Mapped[bool | None] = mapped_column(sort_order=82)


class Features(Struct, frozen=True):
    """What a package holds besides its sessions."""

    sessions_per_month: int | None = None
    nutrition_plan: bool = False
    form_checks: str = ""
    messaging: bool = False
    app_access: bool = False


class Package(Mirrored, SoftDeleted, Table):
    """Something that the practice sells."""

    __tablename__ = "package"
    __table_args__ = (
        sa.CheckConstraint("price >= 0", name="price"),
        sa.CheckConstraint("tax_rate_ppm >= 0", name="tax_rate"),
        sa.CheckConstraint("sessions_included >= 0", name="sessions"),
    )

    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    program_template_id: Mapped[UUID | None] = link("program_template.id", "SET NULL")
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    package_type: Mapped[PackageType]
    price: Mapped[int]
    currency: Mapped[str] = mapped_column(sa.String(3))
    tax_name: Mapped[str] = mapped_column(default="")
    tax_rate_ppm: Mapped[int] = mapped_column(default=0)
    billing_interval: Mapped[BillingInterval | None]
    sessions_included: Mapped[int] = mapped_column(default=0)
    """Credits that a purchase, or each billing of a subscription, grants."""
    credits_valid_days: Mapped[int | None]
    trial_days: Mapped[int] = mapped_column(default=0)
    features_included: Mapped[Features] = mapped_column(Json(Features), default=Features())
    is_active: Mapped[bool] = mapped_column(default=True)


class Discount(Table):
    """Money off: a share in millionths or an amount, by hand or by a voucher's code."""

    __tablename__ = "discount"
    __table_args__ = (
        sa.UniqueConstraint("code"),
        sa.CheckConstraint("(rate_ppm IS NULL) <> (amount IS NULL)", name="share_or_amount"),
        sa.CheckConstraint("rate_ppm BETWEEN 0 AND 1000000", name="rate"),
        sa.CheckConstraint("amount >= 0", name="amount"),
    )

    name: Mapped[str]
    code: Mapped[str | None]
    rate_ppm: Mapped[int | None]
    amount: Mapped[int | None]
    currency: Mapped[str] = mapped_column(sa.String(3), default="")
    valid_from_on: Mapped[date | None]
    valid_until_on: Mapped[date | None]
    uses_left: Mapped[int | None]
    is_active: Mapped[bool] = mapped_column(default=True)


class ClientSubscription(Mirrored, Table):
    """A client's running agreement, at the price that was agreed."""

    __tablename__ = "client_subscription"
    __table_args__ = (
        sa.Index(None, "client_id", "status"),
        sa.Index(None, "status", "next_billing_on"),
        sa.CheckConstraint("price >= 0", name="price"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "RESTRICT", index=False)
    package_id: Mapped[UUID] = link("package.id", "RESTRICT")
    discount_id: Mapped[UUID | None] = link("discount.id", "SET NULL")
    status: Mapped[SubscriptionStatus] = mapped_column(default=SubscriptionStatus.ACTIVE)
    price: Mapped[int]
    currency: Mapped[str] = mapped_column(sa.String(3))
    billing_interval: Mapped[BillingInterval]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    auto_renew: Mapped[bool] = mapped_column(default=True)
    next_billing_on: Mapped[date | None]
    paused_from_on: Mapped[date | None]
    paused_until_on: Mapped[date | None]
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str] = mapped_column(default="")
    failed_attempts: Mapped[int] = mapped_column(default=0)
    """Charges that failed in a row; dunning goes by it."""
    next_attempt_on: Mapped[date | None]


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


class CreditEntry(Table):
    """One line of a client's session credits. The balance is their sum; no line is ever changed."""

    __tablename__ = "credit_entry"
    __table_args__ = (
        sa.Index(None, "client_id", "expires_on"),
        sa.Index("ix_credit_entry_used", "client_id", "appointment_id", "reason", "amount"),
        sa.CheckConstraint("amount <> 0", name="amount"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "RESTRICT", index=False)
    reason: Mapped[CreditReason]
    amount: Mapped[int]
    grant_id: Mapped[UUID | None] = link("credit_entry.id", "RESTRICT")
    """The grant that this line draws on or gives back to."""
    package_id: Mapped[UUID | None] = link("package.id", "SET NULL")
    subscription_id: Mapped[UUID | None] = link("client_subscription.id", "SET NULL")
    payment_id: Mapped[UUID | None] = link("payment.id", "SET NULL")
    appointment_id: Mapped[UUID | None] = link("appointment.id", "SET NULL")
    entered_at: Mapped[datetime]
    expires_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class ProviderCustomer(Mirrored, Table):
    """A client as a payment provider knows them, and which card is on file there."""

    __tablename__ = "provider_customer"
    __table_args__ = (sa.UniqueConstraint("client_id", "provider", "livemode"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    payment_method_id: Mapped[str | None]
    payment_method_label: Mapped[str] = mapped_column(default="")
    """As it may be shown: `"Visa ending in 4242"`."""


class ProviderEvent(Table):
    """News from a provider that was seen; each is taken in once."""

    __tablename__ = "provider_event"
    __table_args__ = (sa.UniqueConstraint("provider", "event_id"), sa.Index(None, "provider", "occurred_at"))

    provider: Mapped[Provider]
    event_id: Mapped[str]
    event_type: Mapped[str]
    livemode: Mapped[bool]
    object_id: Mapped[str]
    occurred_at: Mapped[datetime]
    details: Mapped[dict[str, Any]] = mapped_column(Json(dict[str, Any]), default=dict)


class ProviderCursor(Table):
    """Up to which event a provider's news were read."""

    __tablename__ = "provider_cursor"
    __table_args__ = (sa.UniqueConstraint("provider", "livemode", "stream"),)

    provider: Mapped[Provider]
    livemode: Mapped[bool]
    stream: Mapped[str] = mapped_column(default="")
    event_id: Mapped[str]
    read_at: Mapped[datetime]
