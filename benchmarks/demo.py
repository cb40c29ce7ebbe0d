"""The demo practice of size S, built from nothing: what somebody waits for who tries the program out."""

from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.practices import demo
from benchmarks.samples import elapsed_ms
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.tables import all_tables


def _measure(conditions: Conditions) -> Measured:
    with TemporaryDirectory() as place:
        folder = PracticeFolder(Path(place) / "practice")
        seconds = elapsed_ms(lambda: demo(folder, "tiny" if conditions.quick else "solo")) / 1000
        rows, megabytes = _rows(folder), folder.database.stat().st_size / 1e6
    return Measured({"built": seconds, "rows": rows / seconds, "size": megabytes}, [f"{rows:,} rows"])


def _rows(folder: PracticeFolder) -> int:
    """How many rows there are in all tables."""
    database = Database(folder.database)
    counts = [sa.select(sa.func.count()).select_from(table) for table in all_tables().sorted_tables]
    with database.engine.connect() as connection:
        found = sum(connection.scalar(count) or 0 for count in counts)
    database.close()
    return found


BENCHMARK = Benchmark(
    "demo",
    "the demo practice of size S",
    (
        Figure("built", "s", "from nothing to the whole practice", at_most=60),
        Figure("rows", "rows/s", "  rows a second"),
        Figure("size", "MB", "  size of its database"),
    ),
    _measure,
)
