"""Builds a demo practice in a file of its own, which takes its place when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from fitwell_desktop.core.database import Database
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.opening import create_practice
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.life import live
from fitwell_desktop.demo.media import Media
from fitwell_desktop.demo.rows import Ids, Rows
from fitwell_desktop.demo.sizes import SIZES
from fitwell_desktop.demo.timeline import Timeline
from fitwell_desktop.demo.world import World

GUARDED = "appointment"
"""The table that keeps its indexes while rows come: its triggers refuse double bookings, and look them up there."""


def build(
    folder: PracticeFolder,
    size: Literal["solo", "studio", "gym", "tiny"],
    seed: int,
    now: datetime,
    progress: Progress | None = None,
) -> None:
    """Make a demo practice in a folder that holds none. The same size, seed and day give the same rows, to the byte.

    Raises UserError where there is a practice already; whatever else goes wrong, none is there afterwards.
    """
    create_practice(folder, lambda database: _fill(folder, database, size, seed, now, progress or Progress()))


def _fill(folder: PracticeFolder, database: Database, size: str, seed: int, now: datetime, progress: Progress) -> None:
    facts = SIZES[size]
    today = now.astimezone(ZoneInfo(facts.zone)).date()
    word = f"{size} {seed} {today.isoformat()}"
    database.close()
    connection = database.open()
    try:
        # Nobody sees the file before it is whole, so nothing has to outlive a power cut.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        with _without_indexes(connection):
            rows = Rows(connection, Ids(Chance(f"{word} ids")))
            media = Media(folder.media, rows)
            live(World(facts, word, rows, media, Timeline(facts.zone, today, facts.weeks), progress))
            rows.finish()
        connection.execute("ANALYZE")
        _ensure_whole(connection)
    finally:
        connection.close()


@contextmanager
def _without_indexes(connection: Any) -> Iterator[None]:
    """Indexes are made anew when all rows are there: that is several times faster than keeping them up."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> ?", (GUARDED,)
    ).fetchall()
    for name, _ in found:
        connection.execute(f'DROP INDEX "{name}"')
    yield
    for _, statement in found:
        connection.execute(statement)


def _ensure_whole(connection: Any) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(5)
    if broken:
        raise RuntimeError(f"the demo's rows refer to nothing: {broken}")
