"""Writes the models' tables down as SQL, one file for each engine: `python -m migrations.freeze`.

Revision 0001 is made of them. Until the first release it is made anew when the models change; from then on it stays,
and changes are revisions of their own.
"""

from itertools import groupby
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import fitwell_desktop.models
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.tables import all_tables
from fitwell_desktop.models import MODULES

HEAD = {"sqlite": [], "postgresql": ["CREATE EXTENSION IF NOT EXISTS btree_gist"]}
DRIVER = {"sqlite": "sqlite://", "postgresql": "postgresql+psycopg://"}


def statements(engine: str) -> list[str]:
    """What creates all tables on the engine."""
    found = list(HEAD[engine])

    def keep(statement: Any, *_: Any) -> None:
        lines = str(statement.compile(dialect=mock.dialect)).strip().splitlines()
        found.append("\n".join(line.rstrip() for line in lines))

    mock = sa.create_mock_engine(DRIVER[engine], keep)
    all_tables().create_all(mock, tables=_in_order(), checkfirst=False)
    return _sorted(found)


def _in_order() -> list[sa.Table]:
    """The tables as their modules declare them, whichever of these was imported first."""
    modules = ["fitwell_desktop.core.history", *(f"{fitwell_desktop.models.__name__}.{name}" for name in MODULES)]
    place = {name: modules.index(kind.__module__) for name, kind in kinds().items()}
    return sorted(all_tables().tables.values(), key=lambda table: place[table.name])


def _sorted(found: list[str]) -> list[str]:
    """The statements, with each table's indexes, which come in no order, in order."""
    runs = groupby(found, lambda statement: statement.startswith(("CREATE INDEX", "CREATE UNIQUE INDEX")))
    return [statement for is_index, run in runs for statement in (sorted(run) if is_index else run)]


if __name__ == "__main__":
    for engine in HEAD:
        file = Path(__file__).parent / "versions" / f"0001.{engine}.sql"
        file.write_text(";\n\n".join(statements(engine)) + "\n", "utf-8")
