"""Migrations end at the models, go up, down and up again, and take a copy before they touch a practice."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.migrate import SCHEMA, migrate, schema_of, unchecked, upgrade
from migrations.freeze import statements
from tests.models.schema import left_to_change

VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"


def nothing_to_copy() -> None:
    pytest.fail("a new database needs no copy")


def test_the_newest_schema_is_that_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        assert left_to_change(connection) == []


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_frozen_tables_are_those_of_the_models(engine: str) -> None:
    frozen = (VERSIONS / f"0001.{engine}.sql").read_text("utf-8")
    assert frozen.strip().split(";\n\n") == statements(engine), "run: python -m migrations.freeze"


def test_a_new_database_goes_through_the_migrations(tmp_path: Path) -> None:
    database = Database(tmp_path / "practice.db")
    assert schema_of(database) is None
    upgrade(database, nothing_to_copy)
    assert schema_of(database) == SCHEMA
    upgrade(database, nothing_to_copy)
    database.close()


def test_down_and_up_again_leaves_the_same_schema(database: Database) -> None:
    before = ddl(database)
    with unchecked(database).begin() as connection:
        migrate(connection, "base")
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]
        migrate(connection)
    assert ddl(database) == before


def test_an_older_practice_is_copied_before_it_is_touched(database: Database) -> None:
    with unchecked(database).begin() as connection:
        migrate(connection, "base")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0000')")
    seen: list[str | None] = []
    with pytest.raises(Exception, match="0000"):  # no such revision was ever released
        upgrade(database, lambda: seen.append(schema_of(database)))
    assert seen == ["0000"]


@pytest.mark.parametrize("newer", ["0002", "9999", "someone-elses"])
def test_a_practice_of_a_newer_version_is_refused_untouched(database: Database, newer: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{newer}'")
    before = ddl(database)
    with pytest.raises(UserError, match="newer version of FitWell"):
        upgrade(database, nothing_to_copy)
    assert ddl(database) == before
    assert schema_of(database) == newer


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    database = Database(tmp_path / "recipes.db")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE recipe (id INTEGER)")
    with pytest.raises(UserError, match="not a FitWell practice"):
        upgrade(database, nothing_to_copy)
    database.close()


def ddl(database: Database) -> list[tuple[str, str]]:
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return [(row.name, row.sql) for row in rows]


def test_a_migration_that_fails_does_not_write_into_the_log_what_clients_told(database: Database) -> None:
    with unchecked(database).begin() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(sa.text("INSERT INTO client (health) VALUES (:health)"), {"health": "a heart condition"})
    assert "heart" not in str(caught.value)
