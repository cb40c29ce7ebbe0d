"""All tables of the first version, as they stand in the two files beside this one."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    connection = op.get_bind()
    statements = Path(__file__).with_name(f"0001.{connection.dialect.name}.sql").read_text("utf-8")
    for statement in statements.split(";\n\n"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    connection = op.get_bind()
    quote = connection.dialect.identifier_preparer.quote
    cascade = "" if connection.dialect.name == "sqlite" else " CASCADE"
    for table in sa.inspect(connection).get_table_names():
        if table != "alembic_version":
            connection.exec_driver_sql(f"DROP TABLE {quote(table)}{cascade}")
