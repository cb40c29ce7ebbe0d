"""A practice closes in a moment, however much is in it."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from fitwell_desktop.core.database import Database

ROWS = 60_000
STEP = 100


def test_closing_a_large_practice_does_not_read_all_of_it(tmp_path: Path) -> None:
    database, steps = Database(tmp_path / "practice.db"), list[int]()
    with database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE reading (id INTEGER PRIMARY KEY, taken_on TEXT) STRICT")
        connection.exec_driver_sql("CREATE INDEX ix_reading ON reading (taken_on)")
        numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) "
        connection.exec_driver_sql(f"{numbers} INSERT INTO reading SELECT i, i % 700 FROM n")
    database.engine.dispose()

    def count(connection: Any, record: object) -> None:
        connection.set_progress_handler(lambda: steps.append(STEP), STEP)

    event.listen(database.engine, "connect", count)
    database.close()
    assert 0 < sum(steps) < ROWS
