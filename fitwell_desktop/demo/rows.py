"""Takes the demo's rows, completes them as the tables' own defaults and rules say, and writes them by the thousand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from fitwell_desktop.core.tables import Guid, Instant, Table, all_tables
from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.vocabulary import Word

Id = bytes
"""A row's id as the database keeps it: 16 bytes."""
BATCH = 2_000
PER_TRANSACTION = 50_000
DIALECT = sqlite.dialect()
STAMPS = ("created_at", "updated_at", "created_by", "updated_by")


class Ids:
    """Ids in the manner of UUIDv7: the moment first, then the dice."""

    def __init__(self, chance: Chance) -> None:
        self._bits = chance.getrandbits

    def at(self, moment: datetime) -> Id:
        """An id that was given at that moment."""
        bits = self._bits(74)
        head = int(moment.timestamp() * 1000) << 16 | 0x7000 | bits >> 62
        return (head << 64 | 0x8000000000000000 | bits & 0x3FFFFFFFFFFFFFFF).to_bytes(16)

    def run(self, moment: datetime, count: int) -> list[Id]:
        """So many ids of one moment, rising."""
        head = int(moment.timestamp() * 1000) << 16 | 0x7000
        bits = self._bits
        return [((head | n) << 64 | 0x8000000000000000 | bits(62)).to_bytes(16) for n in range(count)]


def moment_text(moment: datetime) -> str:
    """A moment in UTC, of whole seconds, as the database keeps it."""
    return f"{moment.isoformat()[:19]}.000000Z"


class Sink:
    """Where the rows of one table go: its statement, a row of its defaults, and how each column's value is written."""

    def __init__(self, kind: type[Table]) -> None:
        columns = [c for c in all_tables().tables[kind.__tablename__].columns if c.computed is None]
        self.kind = kind
        self.shapes: dict[str, tuple[int, Callable[[Any], Any] | None]] = {
            column.key: (index, _shape(column.type)) for index, column in enumerate(columns)
        }
        self.blank = [_default(column, self.shapes[column.key][1]) for column in columns]
        names = ", ".join(f'"{column.name}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        self.statement = f'INSERT INTO "{kind.__tablename__}" ({names}) VALUES ({marks})'  # noqa: S608 -- names of our own tables
        self.stamps = tuple(self.shapes[name][0] for name in STAMPS)
        self.derives = bool(sa.inspect(kind).validators)
        self.waiting: list[list[Any]] = []


@dataclass(slots=True)
class Rows:
    """The door through which all rows of the demo go. `connection` is the driver's own."""

    connection: Any
    ids: Ids
    count: int = 0
    _sinks: dict[type[Table], Sink] = field(default_factory=dict)
    _in_transaction: int = 0

    def add(self, kind: type[Table], at: datetime, by: Id | None = None, /, **values: Any) -> Id:
        """A row that `by` made at that moment; returns its id. Ids are bytes; all else is as the models declare it."""
        sink = self._sink(kind)
        row = sink.blank.copy()
        row_id: Id = values.get("id") or self.ids.at(at)
        values["id"] = row_id
        if sink.derives:
            values = _derived(kind, values) | values
        shapes = sink.shapes
        for name, value in values.items():
            index, shape = shapes[name]
            row[index] = value if shape is None or value is None else shape(value)
        stamp = moment_text(at)
        created, updated, creator, changer = sink.stamps
        row[created] = stamp
        row[updated] = row[updated] or stamp
        row[creator] = row[changer] = by
        sink.waiting.append(row)
        if len(sink.waiting) >= BATCH:
            self._write(sink)
        return row_id

    def finish(self) -> None:
        """Write what still waits."""
        for sink in self._sinks.values():
            self._write(sink)
        if self._in_transaction:
            self.connection.execute("COMMIT")
            self._in_transaction = 0

    def _sink(self, kind: type[Table]) -> Sink:
        sink = self._sinks.get(kind)
        if sink is None:
            sink = self._sinks[kind] = Sink(kind)
        return sink

    def _write(self, sink: Sink) -> None:
        if not sink.waiting:
            return
        if not self._in_transaction:
            self.connection.execute("BEGIN")
        self.connection.executemany(sink.statement, sink.waiting)
        self.count += len(sink.waiting)
        self._in_transaction += len(sink.waiting)
        sink.waiting = []
        if self._in_transaction + BATCH > PER_TRANSACTION:
            self.connection.execute("COMMIT")
            self._in_transaction = 0


def uuid(row_id: Id) -> UUID:
    """The id as JSON columns hold it."""
    return UUID(bytes=row_id)


def _derived(kind: type[Table], values: dict[str, Any]) -> dict[str, Any]:
    """What the model works out by itself while its values are written, such as the key to search by."""
    row = kind()
    before = set(sa.inspect(row).dict)
    for name in sa.inspect(kind).validators:
        if name in values:
            setattr(row, name, values[name])
    return {key: value for key, value in sa.inspect(row).dict.items() if key not in before and key != "id"}


def _shape(kind: sa.types.TypeEngine[Any]) -> Callable[[Any], Any] | None:
    if isinstance(kind, Guid):
        return None
    if isinstance(kind, Instant):
        return moment_text
    if isinstance(kind, sa.Enum):
        return _word
    if isinstance(kind, sa.Boolean):
        return int
    process: Callable[[Any], Any] | None = kind.dialect_impl(DIALECT).bind_processor(DIALECT)
    return process


def _word(word: Word) -> str:
    return str(word.value)


def _default(column: sa.Column[Any], shape: Callable[[Any], Any] | None) -> Any:
    default = column.default
    if default is None or column.key == "id":
        return None
    value = default.arg(None) if default.is_callable else default.arg  # type: ignore[attr-defined]
    return value if shape is None or value is None else shape(value)
