"""Which of the automatic backups are worth keeping: the newer, the closer together.

The names tell the moments, and the computer's clock wrote the names. So nothing is judged across a gap that no clock
should leave: what lies before it is measured from its own newest, as if time had stopped there.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fitwell_desktop.core.clock import AHEAD, BEHIND

AUTOMATIC = "practice"
COMPLETE = "complete"
"""What the names of backups begin with that a person asked for. They stay until that person deletes them."""
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

_NAME = re.compile(r"(?:practice|pre-upgrade|complete)-(\d{4}-\d\d-\d\d-\d{6})\.fwbackup")

Dated = tuple[Path, datetime]


def thinned(backups: Iterable[Dated], now: datetime) -> list[Path]:
    """Those of the backups that are worth keeping: all of 48 hours, then one a day for 14 days, one a week for 10
    weeks, one a month for 12 months; and what was made before an upgrade for 90 days.

    All from the future are kept, and so are those before a gap that is implausibly long, but for what they would have
    been thinned to when it began: a day on which the clock was wrong costs no history.
    """
    newest_first = sorted(backups, key=lambda backup: backup[1], reverse=True)
    past = [backup for backup in newest_first if backup[1] <= now + BEHIND]
    kept = {path for path, _ in newest_first[: len(newest_first) - len(past)]}
    for measured_from, stretch in _stretches(past, now):
        kept |= _worth_keeping(stretch, measured_from)
    return [path for path, _ in newest_first if path in kept]


def dated(backups: Path) -> list[Dated]:
    """The backups in a folder with the moments that they are named for. Others' files are not among them."""
    found = [(path, _NAME.fullmatch(path.name)) for path in sorted(backups.glob("*.fwbackup"))]
    return [(path, datetime.strptime(name[1], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)) for path, name in found if name]


def thin(backups: Path, now: datetime) -> None:
    """Delete the automatic backups in the folder that are no longer worth keeping."""
    there = [(path, at) for path, at in dated(backups) if not path.name.startswith(COMPLETE)]
    kept = set(thinned(there, now))
    for path, _ in there:
        if path not in kept:
            path.unlink(missing_ok=True)


def _stretches(newest_first: list[Dated], now: datetime) -> Iterable[tuple[datetime, list[Dated]]]:
    """The backups between two implausible gaps, and the moment that their age is measured from."""
    measured_from, later, stretch = now, now, list[Dated]()
    for path, at in newest_first:
        if later - at > AHEAD:
            yield measured_from, stretch
            measured_from, stretch = at, []
        stretch.append((path, at))
        later = at
    yield measured_from, stretch


def _worth_keeping(newest_first: list[Dated], now: datetime) -> set[Path]:
    kept = {path for path, at in newest_first if now - at <= _age_of_all(path)}
    for age, period in LADDER:
        newest: dict[object, Path] = {}
        for path, at in newest_first:
            if now - at <= age:
                newest.setdefault(period(at), path)
        kept |= set(newest.values())
    return kept


def _age_of_all(path: Path) -> timedelta:
    return KEEP_PRE_UPGRADE if path.name.startswith(PRE_UPGRADE) else KEEP_ALL
