"""A client's change history: who changed what, when, from what to what; the newest first, a page at a time."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.history import ChangeLog, ChangeLogRow
from fitwell_desktop.core.store import query
from fitwell_desktop.core.tables import Guid, all_tables
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.clients.health_rows import logged_health
from fitwell_desktop.domain.clients.history_words import Named, column_label, columns_of, table_label, value_text
from fitwell_desktop.models.accounts import User
from fitwell_desktop.vocabulary import ChangeKind, Right

PAGE = 30
ROWS = 60
"""So many rows of one step are told; an import or a merge has thousands."""
NAMES = ("name", "title")
"""The columns that a row of another table is known by."""


class Line(Struct, frozen=True):
    """One column of one row: what it is, and its value before and after."""

    what: str
    old: str
    new: str


class HistoryStep(Struct, frozen=True):
    """One step: who did it, when, under which name, and what it changed about this client."""

    id: UUID
    at: datetime
    who: str
    name: str
    kind: ChangeKind
    lines: tuple[Line, ...]


@query()
def client_history(session: Session, client_id: UUID, before: datetime | None = None) -> tuple[HistoryStep, ...]:
    """A page of a client's history without what touches health; `before` is where the last page ended."""
    return _history(session, client_id, before, ~logged_health())


@query(needs=Right.HEALTH)
def client_history_with_health(
    session: Session, client_id: UUID, before: datetime | None = None
) -> tuple[HistoryStep, ...]:
    """A page of a client's whole history."""
    return _history(session, client_id, before, sa.true())


def _history(
    session: Session, client_id: UUID, before: datetime | None, which: sa.ColumnElement[bool]
) -> tuple[HistoryStep, ...]:
    people = _who_became(session, client_id)
    about = sa.select(ChangeLogRow.change_log_id, sa.func.max(ChangeLogRow.created_at).label("at")).where(
        ChangeLogRow.subject_id.in_(people), which
    )
    if before:
        about = about.where(ChangeLogRow.created_at < before)
    page = about.group_by(ChangeLogRow.change_log_id).order_by(sa.desc("at")).limit(PAGE).subquery()
    steps = session.execute(
        sa.select(ChangeLog.id, ChangeLog.created_at, ChangeLog.name, ChangeLog.kind, User.first_name, User.last_name)
        .join(page, page.c.change_log_id == ChangeLog.id)
        .outerjoin(User, User.id == ChangeLog.created_by)
        .order_by(ChangeLog.created_at.desc(), ChangeLog.id.desc())
    ).all()
    named = _Names(session)
    return tuple(
        HistoryStep(
            step.id,
            step.created_at,
            full_name(step.first_name or "FitWell", step.last_name or ""),
            step.name,
            step.kind,
            tuple(_lines(session, people, step.id, which, named)),
        )
        for step in steps
    )


def _who_became(session: Session, client_id: UUID) -> Sequence[UUID]:
    """The client, and all who were merged into them: what happened to those happened to this one."""
    people = sa.select(sa.literal(client_id, Guid()).label("id")).cte(recursive=True)
    merged = sa.select(User.id).where(User.merged_into_id == people.c.id)
    found = sa.select(people.union(merged).c.id).execution_options(include_deleted=True)
    return session.scalars(found).all()


def _lines(
    session: Session, people: Sequence[UUID], step_id: UUID, which: sa.ColumnElement[bool], named: Named
) -> Iterable[Line]:
    kind = ChangeLogRow
    found = sa.select(kind.table_name, kind.old, kind.new).where(
        kind.change_log_id == step_id, kind.subject_id.in_(people), which
    )
    for row in session.execute(found.order_by(kind.id).limit(ROWS)):
        of = table_label(row.table_name)
        yield from (
            Line(
                f"{of} · {column_label(column)}",
                value_text(row.table_name, column, old, named),
                value_text(row.table_name, column, new, named),
            )
            for column, old, new in columns_of(row.old, row.new)
        )


class _Names:
    """Looks up what rows are called, each once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, table: str, row_id: str) -> str:
        key = (table, row_id)
        if key not in self._known:
            self._known[key] = self._look_up(all_tables().tables[table], UUID(row_id))
        return self._known[key]

    def _look_up(self, table: sa.Table, row_id: UUID) -> str:
        by = [table.c.first_name, table.c.last_name] if table.name == "user" else []
        by = by or [table.c[name] for name in NAMES if name in table.c][:1]
        if not by:
            return table_label(table.name)
        row = self._session.execute(sa.select(*by).where(table.c.id == row_id)).first()
        return " ".join(part for part in row if part) if row else ""
