"""Copies of the practice's files that other programs open: in the temporary directory, and not for longer than needed."""

import re
import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import gettempdir, mkdtemp

PREFIX = "fitwell-open-"
OURS = re.compile(r"fitwell-(open|verify|schema|check)-[a-z0-9_]{8}")
"""Every folder that the program makes there. Nobody but its user can read them."""
OLD = timedelta(days=1)


class Copies:
    """The copies that were made while one practice is open."""

    def __init__(self) -> None:
        self._folders: list[Path] = []

    def folder(self) -> Path:
        """A fresh folder for a copy."""
        made = Path(mkdtemp(prefix=PREFIX))
        self._folders.append(made)
        return made

    def remove(self) -> None:
        """Remove all of them. What another program holds fast is left to a later start."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        self._folders.clear()


def remove_old(now: datetime) -> int:
    """Remove what a start before had no chance to, a day old at least: its program was killed. Tells how many."""
    removed = 0
    for folder in Path(gettempdir()).glob("fitwell-*"):
        with suppress(OSError):  # someone else's, or gone this moment
            old = folder.lstat().st_mtime < (now - OLD).timestamp()
            if OURS.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink() and old:
                shutil.rmtree(folder)
                removed += 1
    return removed
