"""What every table is made of: the base class, the column types, and the helpers that declare them.

The types mean the same on SQLite and on PostgreSQL. SQLite's tables are STRICT, so that both refuse the same values.
"""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cached_property
from importlib import import_module
from threading import Lock
from typing import Any, ClassVar, Generic, Literal, TypeVar
from uuid import UUID, SafeUUID

import msgspec
import sqlalchemy as sa
import uuid_utils
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from fitwell_desktop.vocabulary import Word

T = TypeVar("T")
OnDelete = Literal["CASCADE", "SET NULL", "RESTRICT"]


def new_id() -> UUID:
    """A UUIDv7: unique everywhere, and rising, so that new rows lie together on disk."""
    return known_id(uuid_utils.uuid7().bytes)


_SAFETY = SafeUUID.unknown


def known_id(raw: bytes) -> UUID:
    """As `UUID(bytes=raw)`, in half the time: it would look again whether these are 16 bytes, at every id of every row."""
    made = object.__new__(UUID)
    object.__setattr__(made, "int", int.from_bytes(raw))
    object.__setattr__(made, "is_safe", _SAFETY)
    return made


# One instance each: SQLAlchemy adapts a type to its dialect once, and would adapt a new one at each statement with IN.
BYTES, TEXT = sa.LargeBinary(16), sa.String(27)
NATIVE_ID, NATIVE_MOMENT = sa.Uuid(), sa.TIMESTAMP(timezone=True)


class Guid(sa.types.TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, `uuid` on PostgreSQL. There are several in each row: the processors are given to
    SQLAlchemy as they are, without the steps between that `process_result_value` and its like would take.
    """

    impl = sa.LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        return NATIVE_ID if dialect.name == "postgresql" else BYTES

    def bind_processor(self, dialect: sa.Dialect) -> Any:
        return super().bind_processor(dialect) if dialect.name == "postgresql" else _id_in

    def result_processor(self, dialect: sa.Dialect, coltype: Any) -> Any:
        return super().result_processor(dialect, coltype) if dialect.name == "postgresql" else _id_out


def _id_in(value: UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _id_out(value: bytes | None) -> UUID | None:
    return None if value is None else known_id(value)


ID = Guid()


class Instant(sa.types.TypeDecorator[datetime]):
    """A moment: aware in, UTC out. Text of fixed width on SQLite, so that it sorts; `timestamptz` on PostgreSQL."""

    impl = sa.String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        return NATIVE_MOMENT if dialect.name == "postgresql" else TEXT

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else instant_text(moment)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if isinstance(value, datetime) else datetime.fromisoformat(value)


def instant_text(moment: datetime) -> str:
    """The moment (in UTC) as SQLite stores it: `2026-11-05T09:30:00.000000Z`."""
    # Not strftime, which imports a module at each call: within a Qt program that takes ten times as long.
    return moment.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def _jsonb() -> sa.types.TypeEngine[Any]:
    from sqlalchemy.dialects.postgresql import JSONB  # not at each start: few practices are kept there

    return JSONB(none_as_null=True)


class Json(sa.types.TypeDecorator[T], Generic[T]):
    """A record (a frozen `Struct`, a tuple of them, or a plain mapping) as JSON. Values are replaced whole, never changed in place."""

    impl = sa.JSON
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__(none_as_null=True)
        self.shape = shape

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        return dialect.type_descriptor(_jsonb() if dialect.name == "postgresql" else sa.String())

    def plain(self, value: T | None) -> Any:
        """The value as JSON knows it: lists, dictionaries, numbers and text."""
        return None if value is None else msgspec.to_builtins(value, str_keys=True)

    def process_bind_param(self, value: T | None, dialect: sa.Dialect) -> Any:
        plain = self.plain(value)
        if plain is None or dialect.name == "postgresql":
            return plain
        return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> T | None:
        if value is None:
            return None
        shaped: T = self._decoder.decode(value) if isinstance(value, str) else self._of_plain(value)
        return shaped

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[T]:
        """Kept: to make one takes five times as long as to read a value. A start reads few of the shapes."""
        return msgspec.json.Decoder(self.shape)

    def _of_plain(self, value: Any) -> Any:
        """PostgreSQL's driver has read the text already."""
        return msgspec.convert(value, self.shape)


def words(kind: type[Word]) -> sa.Enum:
    """A closed set of words: text, held to the set by a check constraint on both engines."""
    return sa.Enum(kind, native_enum=False, validate_strings=True, length=40, values_callable=_values)


def _values(kind: type[Word]) -> list[str]:
    return [word.value for word in kind]


class Table(DeclarativeBase):
    """Base of all tables: an id, and who made and changed the row when (set by the store)."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: ID,
        datetime: Instant(),
        date: sa.Date(),
        time: sa.Time(),
        str: sa.String(),
        bytes: sa.LargeBinary(),
        bool: sa.Boolean(),
        int: sa.BigInteger(),
        float: sa.Double(),
        Word: words(Word),
    }

    __mapper_args__: dict[str, Any] = {  # noqa: RUF012 -- SQLAlchemy declares it so
        "confirm_deleted_rows": False
    }  # the database may have carried a deletion over before us

    subject: ClassVar[str] = ""
    """Name of the column that holds the client whom a row is about, for the client's change history."""
    health: ClassVar[bool] = True
    """Whether its rows tell of that client's health. Every table with a `subject` decides; who did not is kept back."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-10)
    created_at: Mapped[datetime] = mapped_column(sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(sort_order=91)
    created_by: Mapped[UUID | None] = mapped_column(sort_order=92)
    updated_by: Mapped[UUID | None] = mapped_column(sort_order=93)


STAMPS = frozenset({"created_at", "updated_at", "created_by", "updated_by"})
"""The columns that say who made or changed a row, and when: part of no one's work on it."""


class SoftDeleted:
    """Mixed into tables that history refers to: a row is marked, and queries leave it out without being told."""

    deleted_at: Mapped[datetime | None] = mapped_column(sort_order=95)
    is_deleted: Mapped[bool] = mapped_column(
        sa.Boolean(), sa.Computed("deleted_at IS NOT NULL", persisted=True), sort_order=96
    )


def link(target: str, on_delete: OnDelete, *, index: bool = True, unique: bool = False) -> Any:
    """A column that refers to `target` ("user.id"). Checked at commit, so that rows may be written in any order."""
    key = sa.ForeignKey(target, ondelete=on_delete, deferrable=True, initially="DEFERRED")
    # It says its type: SQLAlchemy would take the target's, and none as long as the target's module is not imported.
    return mapped_column(ID, key, index=index and not unique, unique=unique or None)


_modules = ["fitwell_desktop.core.history"]
"""Where tables are declared that perhaps nobody has needed yet."""
_declaring = Lock()


def declared_in(modules: Iterable[str]) -> None:
    """Tell where tables are declared, so that those whom nobody has needed yet can be imported when all must be known."""
    _modules.extend(modules)


def all_tables() -> sa.MetaData:
    """Every table. Who writes, or looks a table up by its name, asks here: declaring them all takes long, and a start
    reads only some.
    """
    if _modules:
        with _declaring:
            for module in _modules:
                import_module(module)
            _modules.clear()
    return Table.metadata


@sa.event.listens_for(Table.metadata, "before_create")
def _tighten_all(metadata: sa.MetaData, *_: object, **__: object) -> None:
    """What only the making of tables needs is not done at each start."""
    for table in metadata.tables.values():
        if not table.info.get("tight"):
            table.info["tight"] = True
            _tighten(table)


def _tighten(table: sa.Table) -> None:
    """SQLite's tables are STRICT, and words, lengths and truth values are held to their range on both engines."""
    table.dialect_options["sqlite"]["strict"] = True
    for column in table.columns:
        kind = column.type
        if isinstance(kind, sa.Enum):
            _check(table, "word", column, sa.cast(column, sa.String).in_(kind.enums))
        elif isinstance(kind, sa.String) and kind.length:
            _check(table, "length", column, sa.func.length(column) <= kind.length)
        elif isinstance(kind, sa.Boolean) and column.computed is None:
            _check(table, "truth", column, sa.cast(column, sa.BigInteger).in_((0, 1)), only="sqlite")


def _check(table: sa.Table, what: str, column: sa.Column[Any], rule: sa.ColumnElement[bool], only: str = "") -> None:
    constraint = sa.CheckConstraint(rule, name=f"{column.name}_{what}")
    table.append_constraint(constraint.ddl_if(dialect=only) if only else constraint)


@compiles(sa.schema.CreateIndex, "postgresql")
def _partial_index(create: sa.schema.CreateIndex, compiler: Any, **options: Any) -> str:
    """An index that leaves rows out leaves out the same on both engines; the models say it for SQLite."""
    where = create.element.dialect_options["sqlite"]["where"]
    create.element.dialect_options["postgresql"]["where"] = where
    text: str = compiler.visit_create_index(create, **options)
    return text


@compiles(sa.String, "sqlite")
@compiles(sa.Enum, "sqlite")
@compiles(sa.Date, "sqlite")
@compiles(sa.Time, "sqlite")
def _as_text(*_: object, **__: object) -> str:
    return "TEXT"


@compiles(sa.Boolean, "sqlite")
@compiles(sa.BigInteger, "sqlite")
def _as_integer(*_: object, **__: object) -> str:
    return "INTEGER"


@compiles(sa.Double, "sqlite")
def _as_real(*_: object, **__: object) -> str:
    return "REAL"
