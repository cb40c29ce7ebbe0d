"""Records every row that a command writes: what it was, what it became. Undo, history and refresh are made of this."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import orm

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.tables import Table, all_tables
from fitwell_desktop.vocabulary.rows import row_word

Values = dict[str, Any]


class RowChange(Struct, frozen=True):
    """One row, before and after: `old` is None where the row is new, `new` where it is gone. Only changed columns,
    but all of them where the row is new or gone.
    """

    table: str
    row_id: UUID
    old: Values | None
    new: Values | None
    subject_id: UUID | None = None

    def reversed(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.row_id, self.new, self.old, self.subject_id)


def kinds() -> dict[str, type[Table]]:
    """Each table's class, by the table's name."""
    all_tables()
    return {mapper.local_table.name: mapper.class_ for mapper in Table.registry.mappers}  # type: ignore[attr-defined]


class Recorder:
    """Collects the changes of one transaction. Several changes of one row become one."""

    def __init__(self, now: datetime, user_id: UUID | None) -> None:
        self._now = now
        self._user_id = user_id
        self._changes: dict[tuple[str, UUID], RowChange] = {}

    def changes(self) -> tuple[RowChange, ...]:
        """What the transaction did, row by row, in the order in which the rows were first touched."""
        return tuple(c for c in self._changes.values() if c.old != c.new)

    def note(self, change: RowChange) -> None:
        """Add one change, joined to what is known of its row."""
        key = (change.table, change.row_id)
        before = self._changes.get(key)
        self._changes[key] = _joined(before, change) if before else change

    def stamp(self, row: Table, *, is_new: bool) -> None:
        """Write on the row who made or changed it, and when."""
        row.updated_at, row.updated_by = self._now, self._user_id
        if is_new:
            row.created_at, row.created_by = self._now, self._user_id

    def added(self, session: orm.Session) -> None:
        """After a flush: note the rows that it inserted, with the values that defaults gave them."""
        for row in session.new:
            new = {c.key: getattr(row, c.key) for c in _columns(type(row))}
            for name in new.keys() - vars(row).keys():  # never written: else its next value would have no old one
                orm.attributes.set_committed_value(row, name, new[name])
            self.note(RowChange(row.__tablename__, row.id, None, new, _subject(type(row), new)))

    def inserting(self, kind: type[Table], rows: Iterable[Values]) -> list[Values]:
        """The rows, completed with defaults and stamps, noted as inserted."""
        complete = [self._complete(kind, row) for row in rows]
        for row in complete:
            self.note(RowChange(kind.__tablename__, row["id"], None, row, _subject(kind, row)))
        return complete

    def _complete(self, kind: type[Table], row: Values) -> Values:
        stamps = {
            "created_at": self._now,
            "updated_at": self._now,
            "created_by": self._user_id,
            "updated_by": self._user_id,
        }
        return {c.key: row[c.key] if c.key in row else stamps.get(c.key, _default(c)) for c in _columns(kind)}


def record(session: orm.Session, recorder: Recorder) -> None:
    """Before a flush: stamp rows, carry deletions to the rows that depend on them, note old and new values."""
    for row in list(session.deleted):
        _carry_deletion(session, row)
    for row in session.new:
        recorder.stamp(row, is_new=True)
    for row in list(session.dirty):
        if session.is_modified(row) and row not in session.deleted:
            recorder.stamp(row, is_new=False)
            recorder.note(_changed(row))
    for row in session.deleted:
        old = {c.key: _committed(row, c.key) for c in _columns(type(row))}
        recorder.note(RowChange(row.__tablename__, row.id, old, None, _subject(type(row), old)))


def _changed(row: Table) -> RowChange:
    old: Values = {}
    new: Values = {}
    for column in _columns(type(row)):
        if sa.inspect(row).attrs[column.key].history.has_changes():
            old[column.key], new[column.key] = _committed(row, column.key), getattr(row, column.key)
    return RowChange(row.__tablename__, row.id, old, new, _subject_of(row))


def _committed(row: Table, name: str) -> Any:
    """A column's value as the database has it, whatever was written on the row since."""
    past = sa.inspect(row).attrs[name].history
    if not past.has_changes():
        return getattr(row, name)
    if not past.deleted:
        raise RuntimeError(f"{row.__tablename__}.{name} was written before it was loaded")
    return next(iter(past.deleted))


def _carry_deletion(session: orm.Session, row: Table) -> None:
    """Do what the foreign keys say, in objects, so that the rows that the database would remove unseen are recorded."""
    for kind, column, rule in _dependents(row.__tablename__):
        _carry_over(session, row, kind, column, rule)


@cache
def _dependents(table: str) -> tuple[tuple[type[Table], str, str], ...]:
    """Who refers to a table: the class, its column, and what becomes of its rows."""
    keys = ((kind, key) for kind in kinds().values() for key in kind.__table__.foreign_keys)
    return tuple((kind, key.parent.key, str(key.ondelete)) for kind, key in keys if key.column.table.name == table)


def _carry_over(session: orm.Session, row: Table, kind: type[Table], column: str, rule: str) -> None:
    found = sa.select(kind).where(getattr(kind, column) == row.id).execution_options(include_deleted=True)
    with session.no_autoflush:
        dependents = [d for d in session.scalars(found) if d not in session.deleted]
    for dependent in dependents:
        if rule == "CASCADE":
            session.delete(dependent)
            _carry_deletion(session, dependent)
        elif rule == "SET NULL":
            setattr(dependent, column, None)
        else:
            raise UserError(f"This can’t be deleted: at least one {row_word(kind.__tablename__)} needs it.")


def _columns(kind: type[Table]) -> list[sa.Column[Any]]:
    return [c for c in kind.__table__.columns if c.computed is None]  # type: ignore[misc]


def _default(column: sa.Column[Any]) -> Any:
    default = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg  # type: ignore[attr-defined]


def _subject(kind: type[Table], values: Values) -> UUID | None:
    return values.get(kind.subject) if kind.subject else None


def _subject_of(row: Table) -> UUID | None:
    return getattr(row, row.subject) if row.subject else None


def _joined(first: RowChange, then: RowChange) -> RowChange:
    old = None if first.old is None else {**(then.old or {}), **first.old}
    new = None if then.new is None else {**(first.new or {}), **then.new}
    if old is not None and new is not None:
        old = {k: v for k, v in old.items() if k in new and v != new[k]}
        new = {k: new[k] for k in old}
    return RowChange(first.table, first.row_id, old, new, then.subject_id or first.subject_id)
