"""The one place where the program's objects are made and joined."""

import builtins
import gc
from pathlib import Path


def run(data: Path | None = None, *, demo: bool = False, timing: bool = False) -> int:
    """Open the window on the practice in `data`, on the demo, or on the one that was open last; returns at its end."""
    gc.disable()  # nearly all that a start makes stays: to look for garbage meanwhile would make it longer by a tenth
    import_unwatched()
    from fitwell_desktop.app.program import start

    return start(data, demo=demo, timing=timing)


def import_unwatched() -> None:
    """Import as before PySide watched it. It has every import pass by it, and reads the source of each module, to see where its
    `__feature__` is switched on, which is nowhere here: a tenth of a start and 20 MB, and it makes each import within a
    function slower.
    """
    import PySide6.QtCore  # noqa: F401 -- from here on imports are watched

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
