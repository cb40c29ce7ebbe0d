"""A payment provider: whom it knows as which client, and how far its news were read."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.models.mirrored import Mirrored
from fitwell_desktop.vocabulary import (
    Provider,
)


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
