"""Which of the automatic backups are worth keeping: the newer, the closer together."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

PRE_UPGRADE = "pre-upgrade"
"""What the names of backups begin with that were made before the data was brought to a newer form."""

KEEP_ALL = timedelta(hours=48)
KEEP_PRE_UPGRADE = timedelta(days=90)
LADDER: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
    (timedelta(days=14), lambda at: at.date()),
    (timedelta(weeks=10), lambda at: at.isocalendar()[:2]),
    (timedelta(days=366), lambda at: (at.year, at.month)),
)
"""For how long the newest backup of each day, each week and each month is kept."""

_NAME = re.compile(r"(?:practice|pre-upgrade)-(\d{4}-\d\d-\d\d-\d{6})\.fwbackup")

Dated = tuple[Path, datetime]


def thinned(backups: Iterable[Dated], now: datetime) -> list[Path]:
    """Those of the backups that are worth keeping: all of 48 hours, then one a day for 14 days, one a week for 10
    weeks, one a month for 12 months; the newest in any case, and what was made before an upgrade for 90 days.
    """
    newest_first = sorted(backups, key=lambda backup: backup[1], reverse=True)
    kept = {path for path, at in newest_first if now - at <= _age_of_all(path)}
    kept |= {path for path, _ in newest_first[:1]}
    for age, period in LADDER:
        newest: dict[object, Path] = {}
        for path, at in newest_first:
            if now - at <= age:
                newest.setdefault(period(at), path)
        kept |= set(newest.values())
    return [path for path, _ in newest_first if path in kept]


def dated(backups: Path) -> list[Dated]:
    """The automatic backups in a folder with the moments that they are named for. Others' files are not among them."""
    found = [(path, _NAME.fullmatch(path.name)) for path in sorted(backups.glob("*.fwbackup"))]
    return [(path, datetime.strptime(name[1], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)) for path, name in found if name]


def thin(backups: Path, now: datetime) -> None:
    """Delete the automatic backups in the folder that are no longer worth keeping."""
    there = dated(backups)
    kept = set(thinned(there, now))
    for path, _ in there:
        if path not in kept:
            path.unlink(missing_ok=True)


def _age_of_all(path: Path) -> timedelta:
    return KEEP_PRE_UPGRADE if path.name.startswith(PRE_UPGRADE) else KEEP_ALL
