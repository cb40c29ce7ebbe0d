"""Runs the whole tour: the first real day, then the demo practice, with a watch over steps that hang."""

import faulthandler
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fitwell_desktop.app.program import ensure_screen
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.tour.chapter import Say, go_through
from fitwell_desktop.tour.chapters.clients_arrive import CLIENTS_ARRIVE
from fitwell_desktop.tour.chapters.demo_practice import begin_demo, demo_chapter
from fitwell_desktop.tour.chapters.first_run import FIRST_RUN
from fitwell_desktop.tour.chapters.money import MONEY
from fitwell_desktop.tour.chapters.one_client import ONE_CLIENT
from fitwell_desktop.tour.chapters.own_way import OWN_WAY
from fitwell_desktop.tour.chapters.week import WEEK
from fitwell_desktop.tour.stage import Stage

LONGEST_STEP = 300
"""In seconds; a step that takes longer hangs, and the tour ends with where it does."""
FIRST_DAY = (FIRST_RUN, CLIENTS_ARRIVE, ONE_CLIENT, WEEK, MONEY, OWN_WAY)


def run(out: Path, say: Say) -> int:
    """Go through the tour, and return its exit code. Pictures, files and practices are left in `out`, which is new."""
    out = out.absolute()
    if out.exists() and any(out.iterdir()):
        raise UserError(f"“{out}” is not empty. Choose a new folder for the tour.")
    out.mkdir(parents=True, exist_ok=True)
    ensure_screen()
    application = QApplication(["fitwell-desktop"])
    application.setQuitOnLastWindowClosed(False)
    stage = Stage(application, out)
    watch = partial(faulthandler.dump_traceback_later, LONGEST_STEP, exit=True)
    demo = begin_demo(out)
    try:
        steps = go_through((*FIRST_DAY, demo_chapter(demo)), stage, say, watch)
    finally:
        demo.kill()
        stage.close()
        faulthandler.cancel_dump_traceback_later()
    say(f"{steps} steps, all well. {len(stage.album.taken)} pictures are in {out}.")
    return 0
