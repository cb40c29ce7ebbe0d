"""People and the practice: users and their roles, how they sign in, the practice's own data, stored files."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column, validates

from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import Right, Role, UnitSystem, UserStatus, UserType, Weekday


class User(SoftDeleted, Table):
    """A person: someone who works here or a client. The list's index holds all that finding people looks at."""

    __tablename__ = "user"
    __table_args__ = (
        sa.Index(
            "uq_user_email",
            sa.text("lower(email)"),
            unique=True,
            sqlite_where=sa.text("deleted_at IS NULL"),
        ),
        sa.Index("ix_user_list", "user_type", "search_key", "status", "deleted_at", "id"),
    )
    subject = "id"
    health = False

    user_type: Mapped[UserType]
    status: Mapped[UserStatus] = mapped_column(default=UserStatus.ACTIVE)
    first_name: Mapped[str]
    last_name: Mapped[str] = mapped_column(default="")
    email: Mapped[str | None]
    phone: Mapped[str | None]
    """In the international form (E.164)."""
    phone_typed: Mapped[str | None]
    """As it was typed."""
    search_key: Mapped[str]
    """Last name, first name, e-mail and phone, folded; kept up by writing any of them. Sorts and searches."""
    last_login_at: Mapped[datetime | None]
    merged_into_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    """The client whom this one turned out to be, and with whom all that was known of this one is now."""

    @validates("first_name", "last_name", "email", "phone")
    def _refold(self, name: str, value: str | None) -> str | None:
        parts = {key: getattr(self, key) for key in ("last_name", "first_name", "email", "phone")} | {name: value}
        self.search_key = fold(*parts.values())
        return value


class UserRole(Table):
    """One role of a user. `permissions` adds rights to those of the role."""

    __tablename__ = "user_role"
    __table_args__ = (sa.UniqueConstraint("user_id", "role"),)

    user_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    role: Mapped[Role]
    permissions: Mapped[tuple[Right, ...]] = mapped_column(Json(tuple[Right, ...]), default=())


class Attachment(Table):
    """A file in the practice's media folder, found by the hash of its content."""

    __tablename__ = "attachment"
    __table_args__ = (sa.CheckConstraint("size_bytes >= 0", name="size"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID | None] = link("user.id", "CASCADE")
    content_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    name: Mapped[str]
    size_bytes: Mapped[int]
    media_type: Mapped[str]


class TaxRate(Struct, frozen=True):
    """A tax that the practice charges. The rate is in millionths: 19 % is 190,000."""

    name: str
    rate_ppm: int


class Practice(Table):
    """The practice itself: exactly one row."""

    __tablename__ = "practice"
    __table_args__ = (
        sa.UniqueConstraint("singleton"),
        sa.CheckConstraint("singleton = 1", name="one_row"),
        sa.CheckConstraint("payment_terms_days >= 0", name="payment_terms"),
        sa.CheckConstraint("session_minutes > 0", name="session_minutes"),
    )

    singleton: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    tax_number: Mapped[str] = mapped_column(default="")
    payment_details: Mapped[str] = mapped_column(default="")
    """Where to pay: printed on invoices."""
    currency: Mapped[str] = mapped_column(sa.String(3))
    unit_system: Mapped[UnitSystem] = mapped_column(default=UnitSystem.METRIC)
    time_zone: Mapped[str]
    locale: Mapped[str]
    week_start: Mapped[Weekday] = mapped_column(default=Weekday.MONDAY)
    session_minutes: Mapped[int] = mapped_column(default=60)
    """How long a session is unless something else is said."""
    clearance_blocks_booking: Mapped[bool] = mapped_column(default=False)
    """Whether a client whose medical clearance is missing can't be booked at all; else a stated reason is enough."""
    tax_rates: Mapped[tuple[TaxRate, ...]] = mapped_column(Json(tuple[TaxRate, ...]), default=())
    prices_include_tax: Mapped[bool] = mapped_column(default=True)
    payment_terms_days: Mapped[int] = mapped_column(default=14)
    logo_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    brand_color: Mapped[str] = mapped_column(sa.String(7), default="")
