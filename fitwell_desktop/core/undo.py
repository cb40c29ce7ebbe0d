"""Steps that can be taken back: the recorded rows, played backwards where they are still as the step left them."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict
from fitwell_desktop.core.progress import Tally
from fitwell_desktop.core.recorder import RowChange, Values, kinds
from fitwell_desktop.core.tables import STAMPS, Table, all_tables
from fitwell_desktop.vocabulary import Right
from fitwell_desktop.vocabulary.rows import row_word

DEPTH = 200
"""How many steps are kept."""
CHUNK = 500

BeforeUndo = Callable[[Session, Sequence[RowChange]], None]
"""Looks at what a step did, and raises Conflict where it may not be taken back any more."""


class Step(Struct, frozen=True):
    """One command's work: its name for the menu, its id in the change log, its rows; the rights it needs, and who did it."""

    name: str
    log_id: UUID
    changes: tuple[RowChange, ...]
    needs: frozenset[Right]
    by: UUID | None
    before_undo: BeforeUndo | None = None

    def reversed(self) -> tuple[RowChange, ...]:
        """The changes that take the step back, last first."""
        return tuple(change.reversed() for change in reversed(self.changes))


class Steps:
    """What can be undone and redone, newest last."""

    def __init__(self) -> None:
        self.done: deque[Step] = deque(maxlen=DEPTH)
        self.undone: deque[Step] = deque(maxlen=DEPTH)

    def add(self, step: Step) -> None:
        """A new step ends the possibility to redo."""
        self.done.append(step)
        self.undone.clear()

    def values(self, table: str, column: str) -> set[Any]:
        """What a column of a table holds, before or after, in any row that Undo or Redo would still write."""
        changes = (c for step in (*self.done, *self.undone) for c in step.changes if c.table == table)
        return {row[column] for c in changes for row in (c.old, c.new) if row and column in row}


def replay(session: Session, changes: Sequence[RowChange], told: Tally) -> None:
    """Bring each row from `old` to `new`. Raises Conflict, before anything is written, if a row is not as `old` says,
    or if rows that the changes don't know depend on one that would go. What has become of a row's other columns
    meanwhile is left as it is. Each row is counted twice: looked at, written.
    """
    touched: set[UUID] = set()
    for table_name, of_table in _by_table(changes):
        for part in _chunks(of_table):
            touched |= _touched_elsewhere(session, kinds()[table_name], part)
            told.add(len(part))
    going = {c.row_id for c in changes if c.new is None}
    for is_new, is_gone, run in _runs(changes):
        if is_gone:
            _delete_all(session, run, going, told)
        elif is_new:
            _insert_all(session, run, told)
        else:
            _update_all(session, run, touched, told)


def _runs(changes: Sequence[RowChange]) -> Iterator[tuple[bool, bool, list[RowChange]]]:
    """Neighbours that do the same. Their order is kept: what must be out of the way went first when it was recorded."""
    for (is_new, is_gone), run in groupby(changes, lambda c: (c.old is None, c.new is None)):
        yield is_new, is_gone, list(run)


def _delete_all(session: Session, changes: list[RowChange], going: set[UUID], told: Tally) -> None:
    for table_name, of_table in reversed(list(_by_table(changes))):
        kind, table = kinds()[table_name], _table(table_name)
        for part in _chunks(of_table):
            ids = [c.row_id for c in part]
            _ensure_alone(session, kind, ids, going)
            session.connection().execute(sa.delete(table).where(table.c.id.in_(ids)))
            told.add(len(part))


def _insert_all(session: Session, changes: list[RowChange], told: Tally) -> None:
    for table_name, of_table in _by_table(changes):
        for part in _chunks(of_table):
            session.connection().execute(sa.insert(_table(table_name)), [c.new or {} for c in part])
            told.add(len(part))


def _update_all(session: Session, changes: list[RowChange], touched: set[UUID], told: Tally) -> None:
    for part in _chunks(changes):
        for change in part:
            table, new = _table(change.table), change.new or {}
            if change.row_id in touched:  # the row's last change is another one's, and its stamps tell of that
                new = _without_stamps(new)
            if new:
                session.connection().execute(sa.update(table).where(table.c.id == change.row_id).values(new))
        told.add(len(part))


def _by_table(changes: Iterable[RowChange]) -> Iterator[tuple[str, list[RowChange]]]:
    """The changes of each table, tables that others refer to first."""
    grouped: dict[str, list[RowChange]] = defaultdict(list)
    for change in changes:
        grouped[change.table].append(change)
    for table in all_tables().sorted_tables:
        if table.name in grouped:
            yield table.name, grouped[table.name]


def _touched_elsewhere(session: Session, kind: type[Table], changes: list[RowChange]) -> set[UUID]:
    """The rows that are as `old` says but were changed in other columns since. Raises Conflict for one that is not."""
    touched: set[UUID] = set()
    table = _table(kind.__tablename__)
    found = sa.select(table).where(table.c.id.in_([c.row_id for c in changes]))
    present = {row["id"]: row for row in session.connection().execute(found).mappings()}
    for change in changes:
        row, expected = present.get(change.row_id), change.old
        differing = _differing(row, expected) if row and expected else set()
        if (row is None) != (expected is None) or differing - STAMPS:
            raise Conflict(f"This {row_word(kind.__tablename__)} has been changed since; the step can’t be taken back.")
        if differing:
            touched.add(change.row_id)
    return touched


def _ensure_alone(session: Session, kind: type[Table], row_ids: list[UUID], going: set[UUID]) -> None:
    for table in all_tables().sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name != kind.__tablename__:
                continue
            found = sa.select(table.c.id).where(key.parent.in_(row_ids))
            if any(row_id not in going for row_id in session.connection().scalars(found)):
                raise Conflict("Something newer depends on this; the step can’t be taken back.")


def _differing(row: sa.RowMapping, expected: Values) -> set[str]:
    """The columns that are not as expected. That a row was put in the bin concerns each of its columns."""
    found = {name for name, value in expected.items() if row[name] != value}
    return found | ({"deleted_at"} if row.get("deleted_at") and "deleted_at" not in expected else set())


def _without_stamps(values: Values) -> Values:
    return {k: v for k, v in values.items() if k not in STAMPS}


def _table(name: str) -> sa.Table:
    return all_tables().tables[name]


def _chunks(changes: list[RowChange]) -> Iterator[list[RowChange]]:
    for start in range(0, len(changes), CHUNK):
        yield changes[start : start + CHUNK]
