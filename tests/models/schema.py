"""What alembic finds different between the models and a database."""

import warnings
from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from fitwell_desktop.core.tables import all_tables


def left_to_change(connection: sa.Connection) -> list[Any]:
    """The differences, which should be none."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    with warnings.catch_warnings():
        # SQLite can't read an index over an expression back; the test of the seed looks at its text.
        warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based index")
        warnings.filterwarnings("ignore", "autogenerate skipping metadata-specified expression-based index")
        differences: list[Any] = compare_metadata(context, all_tables())
        return differences
