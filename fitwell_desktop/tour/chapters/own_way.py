"""The user's own way: scheme, layouts, the sheet of keys; and all of it is there after a restart."""

from PySide6.QtWidgets import QApplication

from fitwell_desktop.domain.billing.queries import invoices
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.client_list import COMING
from fitwell_desktop.tour.driver import key, row, switch, type_text, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import front, sentences
from fitwell_desktop.tour.stage import Stage
from fitwell_desktop.ui.tokens import DARK, LIGHT


def turn_dark(stage: Stage) -> None:
    """Preferences turn the program dark at once."""
    key("G, ,")
    row("Sections", "Appearance")
    switch("Colours", "Dark")
    until(lambda: stage.program.theme.tokens is DARK, "The program stays light.")
    stage.picture("appearance-dark")
    switch("Colours", "Light")
    until(lambda: stage.program.theme.tokens is LIGHT, "The program stays dark.")


def switch_layouts(stage: Stage) -> None:
    """Layouts are switched by their keys."""
    for number, title in enumerate(("Coaching", "Front desk", "Money"), start=1):
        key(f"Ctrl+{number}")
        worn = stage.window.top.layouts.current()
        ensure(worn == title, f"“{worn}” is worn instead of “{title}”.")


def run_by_palette(stage: Stage) -> None:
    """The palette goes to places and runs commands by their names."""
    key("Ctrl+K")
    type_text("calen")
    stage.picture("palette-places")
    key("Return")
    until(lambda: "calendar" in {dock.place.name for dock in stage.window.area.seen()}, "The Calendar does not open.")


def show_keys(stage: Stage) -> None:
    """One key shows all keys."""
    key("?")
    until(lambda: front() is not None and "Keyboard shortcuts" in sentences(), "The sheet of keys does not open.")
    stage.picture("shortcuts")
    key("Esc")
    until(lambda: QApplication.activeModalWidget() is None, "Esc does not close the sheet of keys.")


def restart(stage: Stage) -> None:
    """Closed and opened again, the program has the same practice, with all that was typed, as it was left."""
    stage.close()
    stage.start(lambda program: program.begin(None, demo=False))
    stage.wait_for_window()
    ensure(stage.store.database.path == stage.folder.database, "Another practice is open.")
    ensure(stage.store.ask(roster, Wanted()).total == len(COMING), "Clients are missing.")
    ensure(len(stage.store.ask(invoices)) == 1, "The invoice is missing.")
    ensure(stage.window.top.layouts.current() == "Money", f"The layout is “{stage.window.top.layouts.current()}”.")
    stage.picture("restarted")


OWN_WAY = Chapter("The user’s own way", (turn_dark, switch_layouts, run_by_palette, show_keys, restart))
