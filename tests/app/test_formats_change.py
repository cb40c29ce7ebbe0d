"""The practice's ways are changed while its panels are open: all of them follow at once."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from fitwell_desktop.app.program import Program
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.accounts.practice import change_practice
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice
from fitwell_desktop.domain.scheduling.commands import book
from fitwell_desktop.domain.scheduling.queries import appointment
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.views.billing.panel import BillingPanel
from fitwell_desktop.views.calendar.drag import Ghost
from fitwell_desktop.views.calendar.panel import CalendarPanel
from fitwell_desktop.views.calendar.pieces import Piece
from tests import builders

P = TypeVar("P", bound=Panel)
AN_HOUR = timedelta(hours=1)


def test_a_new_time_zone_moves_what_is_drawn_and_a_drag_still_moves_as_far_as_the_mouse(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    window = opened(qtbot, program(folder))
    calendar = look_at(qtbot, window, "calendar", CalendarPanel)
    store = calendar.workspace.store
    store.do(change_practice, "time_zone", "Europe/Berlin")
    day = calendar.formats.today()
    start = calendar.work.moment(day, time(16))
    booked = store.do(book, builders.trainer(store), builders.client(store), start, 60)
    qtbot.waitUntil(lambda: [piece.begin for piece in pieces(calendar, booked)] == [16 * 60])
    store.do(change_practice, "time_zone", "America/New_York")
    there = calendar.workspace.formats.local(start)
    qtbot.waitUntil(lambda: [p.begin for p in pieces(calendar, booked)] == [there.hour * 60])
    assert there.hour in {10, 11}, "as New York's clocks show it"
    (piece,) = pieces(calendar, booked)
    calendar.board.grid.move_wanted.emit(piece.entry, Ghost(piece.lane, piece.begin + 60, piece.end + 60))
    shown = store.ask(appointment, booked)
    assert shown is not None
    assert shown.entry.start == start + AN_HOUR
    settle(qtbot, calendar)


def test_new_ways_to_write_are_those_of_hours_lists_and_forms_that_stand_already(
    qtbot: QtBot, folder: PracticeFolder, program: Callable[[PracticeFolder], Program]
) -> None:
    window = opened(qtbot, program(folder))
    calendar = look_at(qtbot, window, "calendar", CalendarPanel)
    billing = look_at(qtbot, window, "billing", BillingPanel)
    store = billing.workspace.store
    store.do(change_practice, "locale", "en_US")
    invoice = store.do(draft_invoice, builders.client(store), (InvoiceLine("Session", 7_550),))
    billing.show_item(invoice)
    settle(qtbot, billing)
    assert billing.draft is not None
    due = billing.draft.terms.widget("due_on")
    assert isinstance(due, QLineEdit)
    assert due.placeholderText() == "mm/dd/yyyy"
    price = billing.draft.lines.grid.item(0, 2)
    assert price is not None
    assert price.text() == "75.50"
    store.do(change_practice, "locale", "de_DE")
    settle(qtbot, billing)
    assert due.placeholderText() == "dd.mm.yyyy"
    assert price.text() == "75,50", "or it would be read as something else when it is edited"
    assert billing.list.table.rows_model.index(0, 5).data() == "75,50\u00a0€"
    assert any("75,50\u00a0€" in label.text() for label in billing.findChildren(QLabel))
    look_at(qtbot, window, "calendar", CalendarPanel)
    assert "17:00" in calendar.board.grid.content.hours


def opened(qtbot: QtBot, program: Program) -> MainWindow:
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.area.seen()), timeout=30_000)
    return window


def look_at(qtbot: QtBot, window: MainWindow, name: str, kind: type[P]) -> P:
    """Open a place and let it show itself."""
    window.open_place(name)
    panel = window.area.docks[name].panel
    assert isinstance(panel, kind)
    qtbot.waitUntil(panel.isVisible)
    return panel


def settle(qtbot: QtBot, panel: Panel) -> None:
    """Let the panel reload what changed."""
    qtbot.waitUntil(lambda: not panel._soon.isActive())


def pieces(calendar: CalendarPanel, appointment_id: object) -> list[Piece]:
    return [piece for piece in calendar.board.grid.content.pieces if piece.entry.id == appointment_id]
