"""The panel as far as one looks at it: which days and trainers are shown, and the way to others."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.scheduling.queries import CalendarEntry, calendar_entries
from fitwell_desktop.domain.scheduling.wall_time import start_of_day
from fitwell_desktop.domain.scheduling.working_hours import OpenTime, open_times
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.calendar.bar import Bar
from fitwell_desktop.views.calendar.board import Board
from fitwell_desktop.views.calendar.cursor import STEP
from fitwell_desktop.views.calendar.geometry import DAY
from fitwell_desktop.views.calendar.layer import Content, hour_names
from fitwell_desktop.views.calendar.pieces import Piece, lay_out
from fitwell_desktop.views.calendar.span import View, first_day, lanes_of
from fitwell_desktop.views.calendar.surface import USUAL_HOUR
from fitwell_desktop.views.calendar.trainer_filter import TrainerFilter
from fitwell_desktop.vocabulary import Weekday

HOURS = (28, 34, 40, 48, 60, 76, 96, 120, 160)
"""The steps of the zoom: how high an hour is, in px at 100 percent text."""
DAYTIME = 7 * 60
"""Where the calendar begins to be seen if nobody's hours and no session say otherwise."""
TICK = 20_000
"""How often the line of now is moved, in ms."""


class Browsing(Panel):
    """Shows a day or a week. What is done in it is the subclass's."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.formats = workspace.formats
        self.view = View.DAY if workspace.settings.get("calendar.view", "week") == "day" else View.WEEK
        self.day = self.formats.today()
        self.bar = Bar(self.formats)
        self.board = Board(self.formats)
        self.trainers = TrainerFilter(workspace.settings)
        self._has_begun = False
        self._arrange()
        self._connect()

    def reload(self) -> None:
        offered, settings = self.ask(trainers), self.ask(practice_settings)
        self.trainers.show_trainers(offered)
        shown = self.trainers.shown()
        first = first_day(self.view, self.day, list(Weekday).index(settings.week_start))
        lanes = lanes_of(self.view, first, shown)
        open_now = self.ask(open_times, first, self.view.days, shown)
        entries = self._entries(first, shown)
        pieces = lay_out(entries, lanes, self.formats.zone)
        self.bar.show_span(self.view, first)
        self.board.grid.usual_minutes = settings.session_minutes
        self.board.grid.trainer_id = self.own_trainer(shown)
        self.board.show_lanes(lanes, self._hour(), {choice.id: choice.name for choice in self.trainers.offered})
        in_hand, hours = self.workspace.selection.current, hour_names(self.formats)
        self.board.grid.show_content(Content(pieces, open_now, in_hand, hours))
        self.board.show_now(self.workspace.clock.now())
        self._begin(pieces, open_now)
        self._explain(entries)

    def go_to(self, day: date) -> None:
        """Show the day or week with that day in it."""
        self.day = day
        self.refresh_now()

    def step(self, by: int) -> None:
        """So many days or weeks on, or back."""
        self.go_to(self.day + timedelta(days=by * self.view.days))

    def choose_view(self, view: View) -> None:
        """Show a day or a week; in a week, the day is that of the keyboard's place."""
        if self.view is View.WEEK and self.board.grid.grid.lanes:
            self.day = self.board.grid.grid.lanes[self.board.grid.cursor_at.lane].day
        self.view = view
        self.workspace.settings.put("calendar.view", view.value)
        self.refresh_now()

    def zoom(self, by: int) -> None:
        """Make the hours higher or lower, around what is seen."""
        at = HOURS.index(self._hour()) + by
        if 0 <= at < len(HOURS):
            seen = self.board.seen_minute()
            self.workspace.settings.put("calendar.hour", HOURS[at])
            self.refresh_now()
            self.board.begin_at(round(seen))

    def own_trainer(self, shown: Sequence[UUID]) -> UUID | None:
        """Whose a new session is where no lane says so: the one trainer shown, else who is at work."""
        signed_in = self.workspace.store.signed_in.id
        if len(shown) != 1 and signed_in in {choice.id for choice in self.trainers.offered}:
            return signed_in
        return shown[0] if shown else None

    def refresh_now(self) -> None:
        """Reload at once, so that what follows finds the new days."""
        self._stale = True
        self.fill()

    def _entries(self, first: date, shown: tuple[UUID, ...]) -> tuple[CalendarEntry, ...]:
        zone = self.formats.zone
        begin, end = start_of_day(first, zone), start_of_day(first + timedelta(days=self.view.days), zone)
        return self.ask(calendar_entries, begin, end, () if self.trainers.all_shown() else shown)

    def _hour(self) -> int:
        kept: int = self.workspace.settings.get("calendar.hour", USUAL_HOUR)
        return min(HOURS, key=lambda hour: abs(hour - kept))

    def _begin(self, pieces: Sequence[Piece], open_now: Sequence[OpenTime]) -> None:
        """The first time, let the board begin where the day does."""
        if self._has_begun:
            return
        self._has_begun = True
        now = self.formats.now()
        self.board.grid.focus_slot(now.date(), min(23, now.hour + 1) * 60, STEP)
        self.board.grid.enter_lane(self.board.grid.cursor_at.lane)
        opens = [span.from_minute for span in open_now if span.until_minute - span.from_minute < DAY]
        begins = [piece.begin for piece in pieces]
        self.board.begin_at(max(0, min([*opens, *begins, DAYTIME if not opens else DAY])))

    def _explain(self, entries: Sequence[CalendarEntry]) -> None:
        span = self.tr("in this week") if self.view is View.WEEK else self.tr("on this day")
        words = self.tr("Nothing is booked {0}. Drag over a time to book it, or press Enter on it.").format(span)
        self.board.hint.say("" if entries else words)

    def _mark_client(self) -> None:
        grid = self.board.grid
        grid.show_content(replace(grid.content, in_hand=self.workspace.selection.current))

    def _arrange(self) -> None:
        self.setFocusProxy(self.board.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.board, 1)

    def _connect(self) -> None:
        grid = self.board.grid
        self.bar.stepped.connect(self.step)
        self.bar.today_wanted.connect(lambda: self.go_to(self.formats.today()))
        self.bar.view_chosen.connect(self.choose_view)
        self.board.head.day_chosen.connect(self._open_day)
        grid.beyond.connect(self._go_beyond)
        grid.zoom_wanted.connect(self.zoom)
        self.trainers.changed.connect(self.refresh_now)
        self.workspace.selection.changed.connect(self._mark_client)
        tick = QTimer(self, interval=TICK)
        tick.timeout.connect(lambda: self.board.show_now(self.workspace.clock.now()))
        tick.start()

    def _open_day(self, day: date) -> None:
        self.day = day
        self.view = View.DAY
        self.workspace.settings.put("calendar.view", View.DAY.value)
        self.refresh_now()

    def _go_beyond(self, by: int) -> None:
        """The keyboard left the board at its side: go on to the next week, and enter it at the other side."""
        self.step(by)
        grid = self.board.grid
        grid.enter_lane(0 if by > 0 else len(grid.grid.lanes) - 1)
