"""Rows that have a counterpart at an outside service."""

from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.vocabulary import (
    Provider,
)


class Mirrored:
    """Mixed into tables whose rows may have a counterpart at an outside service. Test and live never mix."""

    provider: Mapped[Provider | None] = mapped_column(sort_order=80)
    provider_id: Mapped[str | None] = mapped_column(sort_order=81)
    livemode: Mapped[bool | None] = mapped_column(sort_order=82)
