"""Builds a demo practice in a file of its own, which takes its place when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.migrate import upgrade
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.life import live
from fitwell_desktop.demo.media import Media
from fitwell_desktop.demo.rows import Ids, Rows
from fitwell_desktop.demo.sizes import SIZES
from fitwell_desktop.demo.timeline import Timeline
from fitwell_desktop.demo.world import World

UNFINISHED = "unfinished.db"
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
    folder.create()
    if folder.holds_practice:
        raise UserError(f"There is a practice in “{folder.path}” already. Choose another folder for the demo.")
    _drop_unfinished(folder)
    database = Database(folder.path / UNFINISHED)
    try:
        upgrade(database, lambda: None)
        database.close()
        _fill(folder, database, size, seed, now, progress or Progress())
        database.close()
        database.path.rename(folder.database)
    finally:
        database.engine.dispose()
        _drop_unfinished(folder)


def _fill(folder: PracticeFolder, database: Database, size: str, seed: int, now: datetime, progress: Progress) -> None:
    facts = SIZES[size]
    today = now.astimezone(ZoneInfo(facts.zone)).date()
    word = f"{size} {seed} {today.isoformat()}"
    connection = database.open()
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
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


def _drop_unfinished(folder: PracticeFolder) -> None:
    for part in folder.path.glob(f"{UNFINISHED}*"):
        part.unlink()
