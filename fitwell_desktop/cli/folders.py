"""The commands that work on a practice's folder without a window."""

import sys
from pathlib import Path
from typing import Literal

import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
from fitwell_desktop.cli.soundness import faults_of
from fitwell_desktop.core import backup, opening
from fitwell_desktop.core.clock import SystemClock
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.progress import Progress

Size = Literal["solo", "studio", "gym"]


def make_demo(path: Path, size: Size, seed: int) -> int:
    """Make a demo practice in a folder that holds none yet."""
    folder = PracticeFolder(path.absolute())
    from fitwell_desktop.demo import build

    build(folder, size, seed, SystemClock().now(), _shown())
    print(folder.path)
    return 0


def check(path: Path) -> int:
    """Tell whether the practice is sound; its faults, a line each, where it is not."""
    folder = _existing(path)
    faults = faults_of(folder)
    for fault in faults:
        print(fault)
    if faults:
        return 1
    print(f"The practice in “{folder.path}” is sound.")
    return 0


def back_up(path: Path, target: Path | None) -> int:
    """Write a verified backup, and its path."""
    folder = _existing(path)
    opening.form_of(folder)
    print(backup.back_up(folder, (target or folder.backups).absolute(), SystemClock().now(), progress=_shown()))
    return 0


def restore(source: Path, path: Path) -> int:
    """Put a backup into a folder and say where the practice that was there has gone."""
    folder = PracticeFolder(path.absolute())
    restored = opening.restore_practice(source.absolute(), folder, SystemClock().now())
    print(f"The practice in “{folder.path}” is the one of the backup.")
    if restored.aside:
        print(f"What was there before is in “{restored.aside}”.")
    if restored.missing:
        print(f"{len(restored.missing)} of its attachments are neither here nor beside the backup.")
    return 0


def _existing(path: Path) -> PracticeFolder:
    folder = PracticeFolder(path.absolute())
    opening.ensure_openable(folder)
    return folder


def _shown() -> Progress:
    """Progress on one line of the terminal; none where nobody watches."""
    if not sys.stderr.isatty():
        return Progress()
    return Progress(lambda done, total, text: print(f"\r\033[K{text} {done}/{total}", end="", file=sys.stderr))
