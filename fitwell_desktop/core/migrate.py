"""Brings a practice's database to this program's schema: a copy first, one transaction, all or nothing."""

from collections.abc import Callable

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event, pool

from fitwell_desktop.core import paths
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import DamagedError

SCHEMA = "0001"
"""The newest revision. Revisions are four digits, so that they sort."""


def schema_of(database: Database) -> str | None:
    """The revision of the database, or None where it holds nothing yet. Raises UserError if it is not a practice."""
    with database.engine.connect() as connection:
        return _revision(connection)


def upgrade(database: Database, back_up: Callable[[], object]) -> None:
    """Bring the database to SCHEMA, a new one as well. `back_up` is called before an older one is touched.

    Raises UserError, with nothing written, where a newer program has made the database.
    """
    found = schema_of(database)
    if found == SCHEMA:
        return
    if found is not None:
        if found > SCHEMA or not found.isdigit():
            raise UserError(
                f"This practice was made by a newer version of FitWell (its data has form {found}, this program knows"
                f" {SCHEMA}). Please update FitWell; nothing was changed."
            )
        back_up()
    _upgrade(database)
    if found is not None:
        _ensure_whole(database)


def migrate(connection: sa.Connection, revision: str = SCHEMA) -> None:
    """Go up or down to the revision ("base" is empty), within the connection's transaction, on either engine."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.shipped("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    if revision == "base" or revision < (_revision(connection) or ""):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def _upgrade(database: Database) -> None:
    engine = unchecked(database)
    with engine.begin() as connection:
        before = _counts(connection)
        migrate(connection)
        after = _counts(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        lost = [name for name, rows in before.items() if after.get(name, rows) < rows]
        if broken or lost:
            raise RuntimeError(f"the migration would lose rows: {lost or broken[:5]}")
    engine.dispose()


def _ensure_whole(database: Database) -> None:
    """Read what was just rewritten once more: a disk that fails is noticed while the copy from before is fresh."""
    try:
        with database.engine.connect() as connection:
            faults = connection.exec_driver_sql("PRAGMA quick_check(3)").scalars().all()
    except sa.exc.DBAPIError as error:
        faults = [str(error.orig)]
    if faults != ["ok"]:
        raise DamagedError(
            f"The practice’s file was damaged while it was brought to this version ({faults[0]}). Restore the newest "
            "backup, which was written just before, and have the disk looked at."
        )


def unchecked(database: Database) -> sa.Engine:
    """An engine whose connections do not follow foreign keys: a table that is rebuilt would take its dependents along.
    The pragma holds only if it is set before the transaction begins.
    """

    def connect() -> object:
        connection = database.open()
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    engine = sa.create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=pool.NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _revision(connection: sa.Connection) -> str | None:
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise UserError("This file is a database, but not a FitWell practice.")
    revision: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return revision


def _counts(connection: sa.Connection) -> dict[str, int]:
    quote = connection.dialect.identifier_preparer.quote
    names = sa.inspect(connection).get_table_names()
    return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {quote(name)}").scalar_one() for name in names}  # noqa: S608 -- names of our own tables
