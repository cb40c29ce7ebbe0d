"""Opening a practice's database: one driver, the pragmas that lose nothing, and the session that all work goes through.

Figures behind each choice are in `docs/architecture.md`, under "The database".
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event, orm, pool
from sqlalchemy.sql.util import find_tables

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.recorder import Recorder, record
from fitwell_desktop.core.tables import SoftDeleted, Table
from fitwell_desktop.vocabulary import Right

PATIENCE_S = 5.0
"""So long a connection waits for one of another program."""

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a database in WAL mode (the WAL-reset race)."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA secure_delete = FAST",
    "PRAGMA cache_size = -65536",
)

# For each value but numbers and text, the driver looks for a way to adapt it, and takes long to find that there is
# none. These two change nothing and make writing rows twice as fast.
driver.register_adapter(bytes, bytes)
driver.register_adapter(type(None), {}.get)


class Session(orm.Session):
    """One transaction on the practice's database, and what its commands may know: the moment, who is at work, and what
    they may do.
    """

    def __init__(
        self,
        bind: sa.Engine,
        now: datetime,
        user_id: UUID | None,
        rights: frozenset[Right] = frozenset(),
        *,
        writes: bool,
    ) -> None:
        super().__init__(bind, autoflush=writes, expire_on_commit=False)
        self.now = now
        self.user_id = user_id
        self.rights = rights
        """The door has checked what a query or command needs; some tell or do more for who may do more."""
        self.writes = writes
        self.reads: set[str] = set()
        self.recorder = Recorder(now, user_id)

    def insert_rows(self, kind: type[Table], rows: list[dict[str, Any]]) -> None:
        """Insert many rows of one table at once: as well recorded as objects are, and ten times faster."""
        if rows:
            self.flush()
            complete = self.recorder.inserting(kind, rows)
            self.connection().execute(sa.insert(kind), complete)


class Database:
    """The engine of one practice's file. `key` (32 bytes) opens an encrypted one; None a plain one. Without `change`, it
    is only looked at: not a byte of it is written, neither now nor by closing.
    """

    def __init__(self, path: Path, key: bytes | None = None, *, change: bool = True) -> None:
        if driver.sqlite_version_info < OLDEST_SQLITE:
            raise UserError(f"FitWell needs SQLite 3.51.3 or newer; this one is {driver.sqlite_version}.")
        self.path = path
        self._key = key
        self._change = change
        self.engine = sa.create_engine(
            "sqlite://",
            module=driver,
            creator=self.open,
            poolclass=pool.QueuePool,
            pool_size=6,
            hide_parameters=True,
        )
        self._writing = self.engine.execution_options(writes=True)
        event.listen(self.engine, "begin", _begin)
        event.listen(self.engine, "after_cursor_execute", _note_tables)

    def open(self) -> Any:
        """A connection of the driver with the pragmas set, for those who bring their own engine."""
        if not self._change:
            return look_at(self.path, self._key)
        connection = connect(self.path, self._key)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    @contextmanager
    def reading(self, now: datetime, user_id: UUID | None, rights: frozenset[Right] = frozenset()) -> Iterator[Session]:
        """A session that sees one moment of the database and can't change it."""
        with Session(self.engine, now, user_id, rights, writes=False) as session:
            noted = session.connection().info
            noted["reads"] = session.reads
            try:
                yield session
            finally:
                noted.pop("reads")

    @contextmanager
    def writing(self, now: datetime, user_id: UUID | None, rights: frozenset[Right] = frozenset()) -> Iterator[Session]:
        """A session that holds the right to write from its first statement on; the caller commits."""
        with Session(self._writing, now, user_id, rights, writes=True) as session:
            yield session

    def close(self) -> None:
        """Fold the write-ahead log into the file, where that can be done, and close every connection."""
        try:
            if self._change:
                self._fold_in()
        finally:
            self.engine.dispose()

    def _fold_in(self) -> None:
        with self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            with suppress(sa.exc.DBAPIError):  # what SQLite notes of the tables' sizes helps the next opening, no more
                connection.exec_driver_sql(f"PRAGMA optimize = {ALL_TABLES}")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")


ALL_TABLES = 0x10012
"""Looks at every table, and reads some rows of those of which nothing is known or that have grown much: never all, which
would keep a large practice from closing.
"""
DAMAGE = ("malformed", "not a database")
TROUBLES = {
    "database or disk is full": "The disk is full. Nothing was saved just now; free some space and try again.",
    "disk i/o error": "The disk could not be written to. Nothing was saved just now; check it and try again.",
    "readonly database": "The practice’s file may not be written to. Nothing was saved just now.",
    "database is locked": "Another program holds the practice’s file. Nothing was saved just now; try again.",
    "unable to open database file": "The practice’s file can’t be opened. Mend its permissions, or free some space.",
    **dict.fromkeys(DAMAGE, "The practice’s file is damaged. Restore the newest backup."),
}


def trouble(error: sa.exc.DBAPIError | driver.Error) -> UserError | None:
    """What to tell the user of a storage error, or None where it is a mistake of ours."""
    said = _said(error)
    return next((UserError(sentence) for part, sentence in TROUBLES.items() if part in said), None)


def is_damage(error: sa.exc.DBAPIError | driver.Error) -> bool:
    """Whether the error says that the file itself is broken, and not merely out of reach at the moment."""
    return any(part in _said(error) for part in DAMAGE)


def _said(error: sa.exc.DBAPIError | driver.Error) -> str:
    return str(error.orig if isinstance(error, sa.exc.DBAPIError) else error).lower()


def sqlite_version() -> str:
    """The version of the SQLite that opens practices."""
    version: str = driver.sqlite_version
    return version


def connect(path: Path, key: bytes | None = None, *, create: bool = True, change: bool = True) -> Any:
    """A bare connection of the driver. Without `create`, a missing file is an error and none is made. Without `change`,
    the file stays as it is to the byte, also where closing would fold a write-ahead log into it.
    """
    mode = "ro" if not change else "rwc" if create else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=PATIENCE_S)
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def look_at(path: Path, key: bytes | None = None) -> Any:
    """A bare connection that reads, and leaves the file as it is to the byte; closing it does, too. Without a log there
    is nothing that closing could fold in, and a connection that may change nothing would leave an empty log behind.
    """
    has_log = path.with_name(f"{path.name}-wal").exists()
    connection = connect(path, key, create=False, change=not has_log)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_tables_of: WeakKeyDictionary[Any, frozenset[str]] = WeakKeyDictionary()
"""By compiled statement, which SQLAlchemy keeps for as long as it is in use."""


def _note_tables(
    connection: sa.Connection, cursor: Any, statement: str, parameters: Any, context: Any, executemany: bool
) -> None:
    """Tell the session that runs on this connection which tables the statement read."""
    noted = connection.info.get("reads")
    compiled = getattr(context, "compiled", None)
    if noted is None or compiled is None:
        return
    tables = _tables_of.get(compiled)
    if tables is None:
        found = find_tables(
            compiled.statement, include_joins=True, include_aliases=True, include_selects=True, check_columns=True
        )
        tables = _tables_of[compiled] = frozenset(table.name for table in found if isinstance(table, sa.Table))
    noted.update(tables)


@event.listens_for(Session, "do_orm_execute")
def _guard(state: orm.ORMExecuteState) -> None:
    session = state.session
    assert isinstance(session, Session)
    if state.is_select:
        if not state.execution_options.get("include_deleted"):
            state.statement = _guarded_once(state.statement)
    else:
        raise RuntimeError("update and delete statements leave no trace: load the rows and write on them")


_guarded: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
"""By statement: one that is put together once is guarded once, and SQLAlchemy knows it again without reading it."""


def _guarded_once(statement: Any) -> Any:
    guarded = _guarded.get(statement)
    if guarded is None:
        guarded = _guarded[statement] = statement.options(_leave_out_deleted)
    return guarded


_leave_out_deleted = orm.with_loader_criteria(
    SoftDeleted, lambda kind: kind.deleted_at.is_(None), include_aliases=True, propagate_to_loaders=False
)


@event.listens_for(Session, "before_flush")
def _record(session: orm.Session, context: object, instances: object) -> None:
    assert isinstance(session, Session)
    if not session.writes:
        raise RuntimeError("a query may not write")
    record(session, session.recorder)


@event.listens_for(Session, "after_flush")
def _record_new(session: orm.Session, context: object) -> None:
    assert isinstance(session, Session)
    session.recorder.added(session)
