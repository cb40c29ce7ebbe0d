"""When something was changed last: by it the computer's clock is judged."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.history import ChangeLog
from fitwell_desktop.core.store import query


@query()
def last_written(session: Session) -> datetime | None:
    """The moment of the change that was written last, whatever the clock showed then."""
    in_order = sa.literal_column("rowid", sa.BigInteger).desc()
    return session.scalar(sa.select(ChangeLog.created_at).select_from(ChangeLog).order_by(in_order).limit(1))


@query()
def newest_change(session: Session, margin: timedelta) -> datetime | None:
    """The newest moment at which something was changed, of those that are no further in the future than the margin."""
    return session.scalar(
        sa.select(sa.func.max(ChangeLog.created_at)).where(ChangeLog.created_at <= session.now + margin)
    )
