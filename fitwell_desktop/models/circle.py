"""The people around a client: family, and whom to call in an emergency."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.vocabulary import FamilyTie


class FamilyLink(Table):
    """What one client is to another."""

    __tablename__ = "family_link"
    __table_args__ = (
        sa.UniqueConstraint("client_id", "relative_id"),
        sa.CheckConstraint("client_id <> relative_id", name="two_people"),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    relative_id: Mapped[UUID] = link("user.id", "CASCADE")
    tie: Mapped[FamilyTie]


class EmergencyContact(Table):
    """Whom to call; one of a client's contacts is the primary one."""

    __tablename__ = "emergency_contact"
    __table_args__ = (
        sa.Index(
            "uq_emergency_contact_primary",
            "client_id",
            unique=True,
            sqlite_where=sa.text("is_primary"),
        ),
    )
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    name: Mapped[str]
    relationship: Mapped[str] = mapped_column(default="")
    phone: Mapped[str]
    alternate_phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    is_primary: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(default="")
