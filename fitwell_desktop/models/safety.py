"""Warnings that someone went past."""

from uuid import UUID

from sqlalchemy.orm import Mapped

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.vocabulary import Hazard


class SafetyOverride(Table):
    """A warning that someone went past, and why."""

    __tablename__ = "safety_override"
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    hazard: Mapped[Hazard]
    reason: Mapped[str]
    entity_type: Mapped[str | None]
    entity_id: Mapped[UUID | None]
