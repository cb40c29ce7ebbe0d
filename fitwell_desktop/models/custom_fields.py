"""What a practice keeps of its clients in fields of its own."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import FieldKind


class CustomField(Table):
    """A field that this practice added to its clients."""

    __tablename__ = "custom_field"
    __table_args__ = (sa.UniqueConstraint("name"),)

    name: Mapped[str]
    kind: Mapped[FieldKind] = mapped_column(default=FieldKind.TEXT)
    choices: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    position: Mapped[int] = mapped_column(default=0)


class CustomFieldValue(Table):
    """A client's value of a custom field: numbers with a point, days as ISO 8601, yes or no as 1 or 0."""

    __tablename__ = "custom_field_value"
    __table_args__ = (sa.UniqueConstraint("client_id", "custom_field_id"),)
    subject = "client_id"
    health = False

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    custom_field_id: Mapped[UUID] = link("custom_field.id", "CASCADE")
    value: Mapped[str]
