"""The Calendar panel: what is done in it, by mouse, by key and by name."""

from datetime import date, time, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.scheduling.choices import next_free
from fitwell_desktop.domain.scheduling.details import Details
from fitwell_desktop.domain.scheduling.queries import CalendarEntry, appointment
from fitwell_desktop.domain.scheduling.working_hours import set_working_hours, working_hours
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.calendar.booking import Booking
from fitwell_desktop.views.calendar.booking_form import Proposal
from fitwell_desktop.views.calendar.browsing import Browsing
from fitwell_desktop.views.calendar.cursor import Cursor
from fitwell_desktop.views.calendar.drag import Ghost
from fitwell_desktop.views.calendar.hours_dialog import HoursDialog
from fitwell_desktop.views.calendar.quick_add import EXAMPLE, understood
from fitwell_desktop.views.calendar.span import View
from fitwell_desktop.views.calendar.steps import offered_on, steps_from
from fitwell_desktop.views.calendar.work import Work
from fitwell_desktop.vocabulary import Right


class CalendarPanel(Browsing):
    """Books, moves and closes sessions."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.work = Work(workspace)
        self.booking = Booking(workspace, self.work, self.board.grid)
        self.words = SearchField(self.tr("Book in words: {0}").format(EXAMPLE), "sparkles")
        self.words.lead_to(lambda: self.board.grid)
        self.words.returnPressed.connect(self._book_in_words)
        grid = self.board.grid
        grid.create_wanted.connect(self._propose)
        grid.open_wanted.connect(self.booking.show_details)
        grid.move_wanted.connect(self._move)
        grid.copy_wanted.connect(self._copy)
        grid.resize_wanted.connect(self._resize)
        grid.carry_wanted.connect(self._carry)
        grid.menu_wanted.connect(self._open_menu)

    def tools(self) -> list[QWidget]:
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance(self.words.placeholderText()) + 70)
        return [self.words, self.trainers]

    def show_item(self, item_id: UUID) -> None:
        """Show the appointment with that id: its day, the keyboard on it, its card."""
        shown = self.ask(appointment, item_id)
        if shown:
            self.go_to(self.formats.local(shown.entry.start).date())
            self.board.grid.focus_entry(item_id)
            self.booking.show_details(shown.entry)

    @action(
        "calendar.new",
        text="New session…",
        also="book appointment booking",
        menu="Calendar",
        shortcut="Ctrl+B",
        icon="calendar-plus",
        needs=Right.SCHEDULE,
    )
    def new(self) -> None:
        """Open the booking form at the keyboard's place, or else at the next time that is free."""
        grid = self.board.grid
        if grid.hasFocus() and grid.focused_entry() is None:
            self._propose(grid.wanted_slot())
        else:
            self._propose_next_free()

    @action("calendar.words", text="Book in words", menu="Calendar", shortcut="Q", here=True, needs=Right.SCHEDULE)
    def book_in_words(self) -> None:
        """Go to the field that takes a session in words."""
        self.words.setFocus()
        self.words.selectAll()

    @action("calendar.today", text="Go to today", menu="Calendar", shortcut="T", icon="calendar", here=True)
    def today(self) -> None:
        """Show today."""
        self.go_to(self.formats.today())

    @action("calendar.day", text="Day", menu="Calendar", shortcut="D", here=True)
    def show_day(self) -> None:
        """Show one day."""
        self.choose_view(View.DAY)

    @action("calendar.week", text="Week", menu="Calendar", shortcut="W", here=True)
    def show_week(self) -> None:
        """Show a week."""
        self.choose_view(View.WEEK)

    @action("calendar.next", text="Next", menu="Calendar", shortcut="PgDown", icon="chevron-right", here=True)
    def next(self) -> None:
        """Show the next day or week."""
        self.step(1)

    @action("calendar.previous", text="Previous", menu="Calendar", shortcut="PgUp", icon="chevron-left", here=True)
    def previous(self) -> None:
        """Show the day or week before."""
        self.step(-1)

    @action("calendar.larger", text="Higher hours", menu="Calendar", shortcut="+", icon="zoom-in", here=True)
    def larger(self) -> None:
        """Zoom into the day."""
        self.zoom(1)

    @action("calendar.smaller", text="Lower hours", menu="Calendar", shortcut="-", icon="zoom-out", here=True)
    def smaller(self) -> None:
        """Zoom out of the day."""
        self.zoom(-1)

    @action("session.open", text="Open session", menu="Calendar", icon="panel-right")
    def open_session(self) -> None:
        """Open the card of the session under the keyboard."""
        self.booking.show_details(self._focused())

    @action("session.move", text="Move session…", menu="Calendar", icon="calendar-clock", needs=Right.SCHEDULE)
    def move_session(self) -> None:
        """Open the card of the session under the keyboard, where its day, time and length are typed."""
        entry = self._focused()
        if not entry.can_change:
            stays = self.tr("This session is “{0}” and stays where it is. Book another at the time that suits.")
            raise UserError(stays.format(entry.status.label))
        card = self.booking.show_details(entry)
        if card:
            card.focus_day()

    @action(
        "session.confirm",
        text="Confirm session",
        menu="Calendar",
        shortcut="F",
        icon="check",
        needs=Right.SCHEDULE,
        here=True,
    )
    def confirm(self) -> None:
        """The client of the session under the keyboard will come."""
        self.work.confirm(self._focused())

    @action(
        "session.complete",
        text="Complete session",
        menu="Calendar",
        shortcut="C",
        icon="circle-check",
        needs=Right.SCHEDULE,
        here=True,
    )
    def complete(self) -> None:
        """The session under the keyboard took place."""
        self.work.complete(self._focused())

    @action(
        "session.no_show",
        text="Mark as no-show",
        menu="Calendar",
        shortcut="N",
        icon="user-x",
        needs=Right.SCHEDULE,
        here=True,
    )
    def no_show(self) -> None:
        """The client of the session under the keyboard did not come."""
        self.work.miss(self._focused())

    @action(
        "session.cancel",
        text="Cancel session…",
        menu="Calendar",
        shortcut="Delete",
        icon="calendar-x",
        needs=Right.SCHEDULE,
        here=True,
    )
    def cancel(self) -> None:
        """Ask who cancels the session under the keyboard, and why."""
        self.booking.cancel(self._focused())

    @action("session.book_again", text="Book again…", menu="Calendar", icon="calendar-plus", needs=Right.SCHEDULE)
    def book_again(self) -> None:
        """Open the form for a session in the place of the one under the keyboard, which was cancelled or missed."""
        entry = self._focused()
        if "session.book_again" not in steps_from(entry, self.workspace.clock.now()):
            raise UserError(self.tr("Only a client’s session that was cancelled or missed is booked again."))
        self.booking.book_again(entry)

    @action("session.client", text="Open client of session", menu="Calendar", icon="user")
    def open_client(self) -> None:
        """Show the client of the session under the keyboard."""
        entry = self._focused()
        if entry.client_id is None:
            raise UserError(self.tr("This session is a group’s. Open its clients from the list of clients."))
        self.booking.open_client(entry)

    @action(
        "calendar.hours",
        text="Working hours…",
        menu="Calendar",
        icon="clock",
        needs=Right.SCHEDULE,
        also="availability opening times",
    )
    def change_hours(self) -> None:
        """Open the trainers' weekly hours."""
        store = self.workspace.store
        everyone = store.ask(trainers)
        if not everyone:
            raise UserError(self.tr("Add a trainer first: working hours are a trainer’s."))
        HoursDialog(
            everyone,
            self.formats,
            lambda trainer_id: store.ask(working_hours, trainer_id),
            lambda trainer_id, windows: self.workspace.do(set_working_hours, trainer_id, windows),
            self,
        ).open()

    def menu(self) -> Menu:
        """What can be done at the keyboard's place in the grid."""
        menu, entry = Menu(parent=self), self.board.grid.focused_entry()
        if entry:
            self.workspace.offer(menu, *offered_on(entry, self.workspace.clock.now()))
            return menu
        if Right.SCHEDULE in self.workspace.store.signed_in.rights:
            here = menu.addAction(icon("calendar-plus"), self.tr("New session here…"))
            here.triggered.connect(lambda: self.workspace.act("calendar.new"))
        self.workspace.offer(menu, ("calendar.words", "calendar.hours"))
        return menu

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _focused(self) -> CalendarEntry:
        entry = self.board.grid.focused_entry()
        if entry is None:
            raise UserError(self.tr("Choose a session first: click it, or go to it with the arrow keys."))
        return entry

    def _propose(self, ghost: Ghost) -> None:
        self.board.grid.put_cursor(Cursor(ghost.lane, ghost.begin, ghost.end))
        trainer_id = self._trainer_of(ghost)
        self.booking.propose(Proposal(trainer_id, self._day_of(ghost), _wall(ghost.begin), ghost.minutes))

    def _propose_next_free(self) -> None:
        trainer_id = self.board.grid.trainer_id
        if trainer_id is None:
            raise UserError(self.tr("Add a trainer first: sessions are booked with one."))
        minutes, now = self.board.grid.usual_minutes, self.workspace.clock.now()
        start = self.workspace.store.ask(next_free, trainer_id, minutes, now)
        local = self.formats.local(start or now.replace(minute=0, second=0, microsecond=0))
        self.go_to(local.date())
        self.board.grid.focus_slot(local.date(), local.hour * 60 + local.minute, minutes)
        self.booking.propose(Proposal(trainer_id, local.date(), local.time(), minutes))

    def _book_in_words(self) -> None:
        wish = understood(self.words.text(), self.formats, self.board.grid.usual_minutes)
        trainer_id = self.board.grid.trainer_id
        if trainer_id is None:
            raise UserError(self.tr("Add a trainer first: sessions are booked with one."))
        proposal = Proposal(trainer_id, wish.day, wish.at, wish.minutes, None, Details(wish.kind))
        booked = self.booking.book_named(wish.who, proposal)
        self.words.clear()
        self.go_to(wish.day)
        if booked:
            self.board.grid.focus_entry(booked)

    def _move(self, entry: CalendarEntry, ghost: Ghost) -> None:
        lane = self.board.grid.grid.lanes[ghost.lane]
        self.booking.move(entry, self.work.moment(lane.day, _wall(ghost.begin)), lane.trainer_id)

    def _carry(self, entry: CalendarEntry, days: int) -> None:
        """Move a session over the edge of what is shown, and follow it."""
        local = self.formats.local(entry.start)
        start = self.work.moment(local.date() + timedelta(days=days), local.time())
        self.booking.move(entry, start, None)
        kept = self.ask(appointment, entry.id)
        if kept and kept.entry.start == start:  # unless a dialog asks why first
            self.go_to(local.date() + timedelta(days=days))
            self.board.grid.focus_entry(entry.id)

    def _copy(self, entry: CalendarEntry, ghost: Ghost) -> None:
        lane = self.board.grid.grid.lanes[ghost.lane]
        self.booking.copy(entry, lane.day, _wall(ghost.begin), lane.trainer_id or entry.trainer_id)

    def _resize(self, entry: CalendarEntry, ghost: Ghost) -> None:
        day = self._day_of(ghost)
        moved = ghost.begin != self._begin_of(entry, day)
        start = self.work.moment(day, _wall(ghost.begin)) if moved else entry.start
        self.work.resize(entry, start, ghost.minutes)

    def _begin_of(self, entry: CalendarEntry, day: date) -> int:
        """When a session begins, in minutes of a day."""
        local = self.formats.local(entry.start)
        return (local.date() - day).days * 24 * 60 + local.hour * 60 + local.minute

    def _day_of(self, ghost: Ghost) -> date:
        return self.board.grid.grid.lanes[ghost.lane].day

    def _trainer_of(self, ghost: Ghost) -> UUID:
        trainer_id = self.board.grid.grid.lanes[ghost.lane].trainer_id or self.board.grid.trainer_id
        if trainer_id is None:
            raise UserError(self.tr("Add a trainer first: sessions are booked with one."))
        return trainer_id


def _wall(minute: int) -> time:
    """The wall time of a minute of the day."""
    return time(minute // 60 % 24, minute % 60)
