"""The one place where the program's objects are made and joined."""

import gc
from pathlib import Path


def run(data: Path | None = None, *, demo: bool = False, timing: bool = False) -> int:
    """Open the window on the practice in `data`, on the demo, or on the one that was open last; returns at its end."""
    gc.disable()  # nearly all that a start makes stays: to look for garbage meanwhile would make it longer by a tenth
    from fitwell_desktop.app.program import start

    return start(data, demo=demo, timing=timing)
