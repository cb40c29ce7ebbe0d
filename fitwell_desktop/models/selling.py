"""What the practice sells: packages, discounts, subscriptions, credits. Amounts are integer minor units of their currency."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.models.mirrored import Mirrored
from fitwell_desktop.vocabulary import (
    BillingInterval,
    CreditReason,
    PackageType,
    SubscriptionStatus,
)


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
