"""What was done lately, by whom, and whom it was about: the change log as a list to read."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy.orm import aliased

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.history import ChangeLog, ChangeLogRow
from fitwell_desktop.core.store import query
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.clients.health_rows import logged_health
from fitwell_desktop.models.accounts import User
from fitwell_desktop.vocabulary import ChangeKind, Right

READ_FOR_ONE = 3
"""So many steps are read for each entry, since several may come to one."""
WITHIN = timedelta(minutes=10)


class RecentChange(Struct, frozen=True):
    """One step. `by` is empty where the program did it by itself; `about` is the client, where it is about one alone."""

    id: UUID
    name: str
    kind: ChangeKind
    at: datetime
    by: str
    about: str
    about_id: UUID | None
    clients: int
    """How many it is about."""
    rows: int

    def goes_on_in(self, later: "RecentChange") -> bool:
        """Whether the same person went on with the same shortly after. Of many clients, nobody knows if they are the same."""
        if self.clients > 1 or later.clients > 1:
            return False
        same = (self.name, self.kind, self.by, self.about_id) == (later.name, later.kind, later.by, later.about_id)
        return same and later.at - self.at < WITHIN


@query()
def recent_changes(session: Session, limit: int = 12) -> tuple[RecentChange, ...]:
    """The newest steps but those that touch nothing but health, the latest first. What one person did to one client
    again and again is one entry.
    """
    beside_health = sa.exists().where(ChangeLogRow.change_log_id == ChangeLog.id, ~logged_health())
    return _told_together(_steps(session, limit * READ_FOR_ONE, beside_health), limit)


@query(needs=Right.HEALTH)
def recent_changes_with_health(session: Session, limit: int = 12) -> tuple[RecentChange, ...]:
    """The newest steps, whatever they touch."""
    return _told_together(_steps(session, limit * READ_FOR_ONE, sa.true()), limit)


def _told_together(found: Iterable[RecentChange], limit: int) -> tuple[RecentChange, ...]:
    told: list[RecentChange] = []
    for change in found:
        if told and change.goes_on_in(told[-1]):
            told[-1] = replace(told[-1], rows=told[-1].rows + change.rows)
        else:
            told.append(change)
    return tuple(told[:limit])


def _steps(session: Session, limit: int, which: sa.ColumnElement[bool]) -> Iterator[RecentChange]:
    newest = (
        sa.select(ChangeLog)
        .where(which)
        .order_by(ChangeLog.created_at.desc(), ChangeLog.id.desc())
        .limit(limit)
        .subquery()
    )
    step = aliased(ChangeLog, newest)
    of_step = ChangeLogRow.change_log_id == step.id
    about = sa.select(sa.func.min(ChangeLogRow.subject_id)).where(of_step).scalar_subquery()
    clients = sa.select(sa.func.count(ChangeLogRow.subject_id.distinct())).where(of_step).scalar_subquery()
    count = sa.select(sa.func.count()).where(of_step).scalar_subquery()
    by, client = aliased(User), aliased(User)
    found = (
        sa.select(
            step.id, step.name, step.kind, step.created_at, count.label("rows"), clients.label("clients"),
            client.id.label("about_id"), by.first_name, by.last_name,
            client.first_name.label("about_first"), client.last_name.label("about_last"),
        )
        .outerjoin(by, by.id == step.created_by)
        .outerjoin(client, client.id == about)
        .order_by(step.created_at.desc(), step.id.desc())
        .execution_options(include_deleted=True)
    )  # fmt: skip
    for row in session.execute(found):
        yield _told(row)


def _told(row: Any) -> RecentChange:
    by, alone = full_name(row.first_name or "", row.last_name or ""), row.clients == 1
    about = full_name(row.about_first or "", row.about_last or "") if alone else ""
    about_id = row.about_id if alone else None
    return RecentChange(row.id, row.name, row.kind, row.created_at, by, about, about_id, row.clients, row.rows)
