"""The demo practice, for its looks: every place in light and dark."""

from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.driver import key, row, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import sentences
from fitwell_desktop.tour.stage import MORNING, Stage

FOLDER = "demo"


def begin_demo(out: Path) -> BaseProcess:
    """Make the demo practice in a process of its own: it takes as long as the whole first day."""
    process = get_context("spawn").Process(target=_build, args=(out / FOLDER,))
    process.start()
    return process


def _build(folder: Path) -> None:
    from fitwell_desktop.demo import build

    build(PracticeFolder(folder), "solo", 1, MORNING)


def open_demo(stage: Stage, demo: BaseProcess) -> None:
    """Open the demo practice when it is there."""
    stage.close()
    demo.join()
    ensure(demo.exitcode == 0, "The demo practice was not made.")
    stage.settings.put("layouts", {})  # the first day has left its own
    stage.open(PracticeFolder(stage.out / FOLDER))
    key("Ctrl+1")
    row("Clients", "")


def see_today(stage: Stage) -> None:
    """Today, with its sessions and what needs the trainer."""
    key("G, T")
    until(lambda: "Needs you" in sentences(), "Today does not open.")
    stage.both("demo-today")


def see_week(stage: Stage) -> None:
    """A full week."""
    key("G, A")
    stage.both("demo-week")


def see_front_desk(stage: Stage) -> None:
    """The calendar with the room that the front desk gives it."""
    key("Ctrl+2")
    key("G, A")
    stage.both("demo-front-desk")


def see_clients(stage: Stage) -> None:
    """The list of clients as a table, where it has room."""
    key("Ctrl+3")
    key("G, C")
    stage.both("demo-clients")


def see_billing(stage: Stage) -> None:
    """Invoices, and one of them in hand."""
    key("G, B")
    row("Invoices", "HS-")
    stage.both("demo-billing")


def demo_chapter(demo: BaseProcess) -> Chapter:
    """The chapter on the practice that `begin_demo` makes."""

    def open_it(stage: Stage) -> None:
        """The demo practice is made, and opens."""
        open_demo(stage, demo)

    return Chapter("The demo practice", (open_it, see_today, see_week, see_front_desk, see_clients, see_billing))
