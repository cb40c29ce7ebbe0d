"""Steps that can be taken back: the recorded rows, played backwards where they are still as the step left them."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict
from fitwell_desktop.core.recorder import RowChange, kinds
from fitwell_desktop.core.tables import Table

DEPTH = 200
"""How many steps are kept."""
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One command's work: its name for the menu, its id in the change log, and its rows."""

    name: str
    log_id: UUID
    changes: tuple[RowChange, ...]

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

    def clear(self) -> None:
        """Forget all steps."""
        self.done.clear()
        self.undone.clear()


def replay(session: Session, changes: Sequence[RowChange]) -> None:
    """Bring each row from `old` to `new`. Raises Conflict, before anything is written, if a row is not as `old` says,
    or if rows that the changes don't know depend on one that would go.
    """
    for table_name, of_table in _by_table(changes):
        _ensure_untouched(session, kinds()[table_name], of_table)
    going = {c.row_id for c in changes if c.new is None}
    for is_new, is_gone, run in _runs(changes):
        if is_gone:
            _delete_all(session, run, going)
        elif is_new:
            _insert_all(session, run)
        else:
            _update_all(session, run)


def _runs(changes: Sequence[RowChange]) -> Iterator[tuple[bool, bool, list[RowChange]]]:
    """Neighbours that do the same. Their order is kept: what must be out of the way went first when it was recorded."""
    for (is_new, is_gone), run in groupby(changes, lambda c: (c.old is None, c.new is None)):
        yield is_new, is_gone, list(run)


def _delete_all(session: Session, changes: list[RowChange], going: set[UUID]) -> None:
    for table_name, of_table in reversed(list(_by_table(changes))):
        _ensure_alone(session, kinds()[table_name], [c.row_id for c in of_table], going)
        _delete(session, kinds()[table_name], [c.row_id for c in of_table])


def _insert_all(session: Session, changes: list[RowChange]) -> None:
    for table_name, of_table in _by_table(changes):
        session.connection().execute(sa.insert(_table(table_name)), [c.new or {} for c in of_table])


def _update_all(session: Session, changes: list[RowChange]) -> None:
    for change in changes:
        table = _table(change.table)
        session.connection().execute(sa.update(table).where(table.c.id == change.row_id).values(change.new or {}))


def _by_table(changes: Iterable[RowChange]) -> Iterator[tuple[str, list[RowChange]]]:
    """The changes of each table, tables that others refer to first."""
    grouped: dict[str, list[RowChange]] = defaultdict(list)
    for change in changes:
        grouped[change.table].append(change)
    for table in Table.metadata.sorted_tables:
        if table.name in grouped:
            yield table.name, grouped[table.name]


def _ensure_untouched(session: Session, kind: type[Table], changes: list[RowChange]) -> None:
    table = _table(kind.__tablename__)
    present: dict[UUID, Any] = {}
    for ids in _chunks([c.row_id for c in changes]):
        rows = session.connection().execute(sa.select(table).where(table.c.id.in_(ids))).mappings()
        present.update((row["id"], row) for row in rows)
    for change in changes:
        row = present.get(change.row_id)
        expected = change.old
        if (row is None) != (expected is None) or (row and expected and any(row[k] != v for k, v in expected.items())):
            raise Conflict(
                f"This {kind.__tablename__.replace('_', ' ')} has been changed since; the step can’t be taken back."
            )


def _ensure_alone(session: Session, kind: type[Table], row_ids: list[UUID], going: set[UUID]) -> None:
    for table in Table.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name != kind.__tablename__:
                continue
            for ids in _chunks(row_ids):
                found = sa.select(table.c.id).where(key.parent.in_(ids))
                if any(row_id not in going for row_id in session.connection().scalars(found)):
                    raise Conflict("Something newer depends on this; the step can’t be taken back.")


def _delete(session: Session, kind: type[Table], ids: list[UUID]) -> None:
    table = _table(kind.__tablename__)
    for chunk in _chunks(ids):
        session.connection().execute(sa.delete(table).where(table.c.id.in_(chunk)))


def _table(name: str) -> sa.Table:
    return Table.metadata.tables[name]


def _chunks(ids: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
