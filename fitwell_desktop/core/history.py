"""The change log: who did what, when, and each row's values before and after. It is only ever added to."""

import json
from collections.abc import Sequence
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.progress import Tally
from fitwell_desktop.core.recorder import RowChange
from fitwell_desktop.core.tables import STAMPS, Json, Table, all_tables, link, new_id
from fitwell_desktop.vocabulary import ChangeKind

CHUNK = 500
"""So many rows are written at once."""


class ChangeLog(Table):
    """One step: a command that was done, undone or redone."""

    __tablename__ = "change_log"
    __table_args__ = (sa.Index(None, "created_at"),)

    name: Mapped[str]
    kind: Mapped[ChangeKind]
    undoes_id: Mapped[UUID | None]


class ChangeLogRow(Table):
    """One row that a step wrote. `old` and `new` are JSON objects of the changed columns, in plain text forms."""

    __tablename__ = "change_log_row"
    __table_args__ = (
        sa.Index("ix_change_log_row_step", "change_log_id", "subject_id"),
        sa.Index("ix_change_log_row_row", "row_id"),
        sa.Index("ix_change_log_row_subject", "subject_id", "created_at"),
    )

    change_log_id: Mapped[UUID] = link("change_log.id", "CASCADE", index=False)
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    subject_id: Mapped[UUID | None]
    old: Mapped[str | None]
    new: Mapped[str | None]


def write_log(
    session: Session,
    name: str,
    kind: ChangeKind,
    changes: Sequence[RowChange],
    undoes: UUID | None = None,
    told: Tally | None = None,
) -> UUID:
    """Write one step with its rows, in the transaction that made it; returns the step's id. `told` counts the rows."""
    stamps = {"created_at": session.now, "updated_at": session.now, "created_by": session.user_id, "updated_by": None}
    step_id = new_id()
    connection = session.connection()
    step = {"id": step_id, "name": name, "kind": kind, "undoes_id": undoes, **stamps}
    connection.execute(sa.insert(ChangeLog), step)
    for start in range(0, len(changes), CHUNK):
        rows = [{**_logged(c), "change_log_id": step_id, **stamps} for c in changes[start : start + CHUNK]]
        connection.execute(sa.insert(ChangeLogRow), rows)
        if told:
            told.add(len(rows))
    return step_id


def _logged(change: RowChange) -> dict[str, Any]:
    return {
        "id": new_id(),
        "table_name": change.table,
        "row_id": change.row_id,
        "subject_id": change.subject_id,
        "old": _written(change.table, change.old),
        "new": _written(change.table, change.new),
    }


def _written(table: str, values: dict[str, Any] | None) -> str | None:
    if values is None:
        return None
    columns = all_tables().tables[table].columns
    plain = {k: plain_value(columns[k], v) for k, v in values.items() if k not in STAMPS}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def plain_value(column: sa.Column[Any], value: Any) -> Any:
    """The value as the log keeps it: numbers, booleans and text as they are, JSON as JSON, all else as text."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(column.type, Json):
        return column.type.plain(value)
    return value
