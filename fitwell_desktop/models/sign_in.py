"""What proves who signs in."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Table, link
from fitwell_desktop.vocabulary import SecretKind


class SignInSecret(Table):
    """What a user signs in with, as a hash that can only be compared."""

    __tablename__ = "sign_in_secret"
    __table_args__ = (sa.UniqueConstraint("user_id", "kind"),)

    user_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    kind: Mapped[SecretKind]
    hash: Mapped[str]
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until_at: Mapped[datetime | None]
