"""Whether a practice's file has exactly the tables, indexes and triggers that this program makes, and no others."""

from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fitwell_desktop.core import migrate
from fitwell_desktop.core.database import Database, connect, look_at

_OBJECTS = """
    SELECT type || ' ' || name, sql FROM sqlite_master
    WHERE type NOT IN ('table', 'index') OR substr(name, 1, 7) <> 'sqlite_'
"""


def schema_differences(database: Path, key: bytes | None = None, form: str = migrate.SCHEMA) -> list[str]:
    """What is missing, foreign or different, a line each, in a file whose data has that form."""
    with closing(look_at(database, key)) as connection:
        found = _objects(connection)
    expected = _expected(form)
    return [
        *(f"the {name} is missing" for name in sorted(expected.keys() - found.keys())),
        *(f"the {name} is not FitWell’s" for name in sorted(found.keys() - expected.keys())),
        *(
            f"the {name} was altered"
            for name in sorted(found.keys() & expected.keys())
            if found[name] != expected[name]
        ),
    ]


@cache
def _expected(form: str) -> dict[str, str]:
    """What a practice that was made this moment, in that form, has; nothing for a form that there never was."""
    from alembic.util import CommandError

    with TemporaryDirectory(prefix="fitwell-schema-") as folder:
        fresh = Database(Path(folder) / "fresh.db")
        with suppress(CommandError), migrate.unchecked(fresh).begin() as connection:
            migrate.migrate(connection, form)
        with closing(connect(fresh.path)) as connection:
            return _objects(connection)


def _objects(connection: Any) -> dict[str, str]:
    return dict(connection.execute(_OBJECTS).fetchall())
