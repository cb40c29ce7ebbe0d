"""The Today panel: the day at a glance. Every line opens its place."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.analytics.attention import Attention, health_attention, money_attention, people_attention
from fitwell_desktop.domain.analytics.recent_changes import RecentChange, recent_changes, recent_changes_with_health
from fitwell_desktop.domain.billing.queries import figures
from fitwell_desktop.domain.scheduling.queries import CalendarEntry, calendar_entries, session_counts
from fitwell_desktop.domain.scheduling.wall_time import start_of_day
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.translation import counted
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.today import wording
from fitwell_desktop.views.today.figures import DayFigures
from fitwell_desktop.views.today.sessions import Sessions
from fitwell_desktop.views.today.whole_list import WholeList, list_card
from fitwell_desktop.vocabulary import AppointmentStatus, Concern, Right

NARROW = 660
A_MINUTE = timedelta(minutes=1)
SAID = {
    AppointmentStatus.CONFIRMED: "{0} is confirmed.",
    AppointmentStatus.COMPLETED: "{0}’s session is completed.",
    AppointmentStatus.NO_SHOW: "{0} did not come.",
}
OF_INVOICES = {Concern.OVERDUE, Concern.DRAFT}


class TodayPanel(Panel):
    """Greeting, figures, the day's sessions, the worklist with its reasons, and what was done lately."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        # a ground of the style sheet's: one of Qt's own is painted twice when all under it changes, as with the theme
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.greeting = Label("", "display")
        self.day = Label("", "quiet")
        self.figures = DayFigures()
        self.sessions = Sessions(workspace)
        self.sessions.opened.connect(self._open_session)
        self.sessions.booking_wanted.connect(lambda: workspace.open("calendar", None))
        self.worklist = WholeList(self.tr("Needs you"), _reasons(workspace), opens_at_click=True)
        self.worklist.keeper.opened.connect(self._open_reason)
        self.changes = WholeList(self.tr("Recent changes"), _changes(workspace), opens_at_click=True)
        self.changes.keeper.opened.connect(self._open_change)
        self.nothing = EmptyState("circle-check", self.tr("Nothing needs you"), self.tr("Everyone is looked after."))
        self._told_at = workspace.clock.now()
        self._clock = QTimer(self, interval=A_MINUTE // timedelta(milliseconds=1))
        self._clock.timeout.connect(self.refresh_soon)
        self._arrange()

    def reload(self) -> None:
        self._told_at = now = self.workspace.formats.now()
        day = now.date()
        self.greeting.setText(wording.greeting(now.hour, self.workspace.store.signed_in.name))
        start, end = self._from_to(day, 1)
        entries = self.ask(calendar_entries, start, end)
        self.sessions.show_entries(tuple(e for e in entries if e.status is not AppointmentStatus.CANCELLED))
        monday = day - timedelta(days=(day.weekday() - self.workspace.formats.first_weekday) % 7)
        today, week = (self.ask(session_counts, *self._from_to(*span)) for span in ((day, 1), (monday, 7)))
        self.figures.show_sessions(today, week)
        self.figures.show_money(self.ask(figures, day) if self._may(Right.BILLING) else None, self.workspace.formats)
        self._show_worklist(day)
        changes = self.ask(recent_changes_with_health if self._may(Right.HEALTH) else recent_changes)
        self.changes.show_rows(changes)

    @action("today.open", text="Open session in the calendar", menu="Today")
    def open_chosen(self) -> None:
        """Show the chosen session in the calendar."""
        self._open_session(self._chosen())

    @action("today.confirm", text="Confirm session", menu="Today", shortcut="F", needs=Right.SCHEDULE, here=True)
    def confirm_chosen(self) -> None:
        """The client of the chosen session said that they will come."""
        self._step(AppointmentStatus.CONFIRMED)

    @action("today.complete", text="Complete session", menu="Today", shortcut="C", needs=Right.SCHEDULE, here=True)
    def complete_chosen(self) -> None:
        """The chosen session took place."""
        self._step(AppointmentStatus.COMPLETED)

    @action("today.no_show", text="Mark as no-show", menu="Today", shortcut="N", needs=Right.SCHEDULE, here=True)
    def miss_chosen(self) -> None:
        """The client of the chosen session did not come."""
        self._step(AppointmentStatus.NO_SHOW)

    def showEvent(self, event: QShowEvent) -> None:
        if self.workspace.clock.now() - self._told_at >= A_MINUTE:
            self._stale = True  # it may be another day
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < grown(self, NARROW)
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _show_worklist(self, day: date) -> None:
        found: list[Attention] = []
        for query in (money_attention, health_attention, people_attention):
            if query.needs <= self.workspace.store.signed_in.rights:
                entries = self.ask(query)
                found.extend(entries)
        order = list(Concern)
        found.sort(key=lambda entry: order.index(entry.concern))
        self.worklist.show_rows(found)
        self.nothing.setVisible(not found)
        of_day = self.workspace.formats.weekday_day(day)
        needs = counted(len(found), "thing needs you", "things need you")
        self.day.setText(f"{of_day} · {needs}" if found else of_day)

    def _from_to(self, day: date, days: int) -> tuple[datetime, datetime]:
        zone = self.workspace.formats.zone
        return start_of_day(day, zone), start_of_day(day + timedelta(days=days), zone)

    def _may(self, right: Right) -> bool:
        return right in self.workspace.store.signed_in.rights

    def _chosen(self) -> CalendarEntry:
        entry = self.sessions.chosen()
        if entry is None:
            raise UserError(self.tr("Choose one session first: click it, or go to it with the arrow keys."))
        return entry

    def _step(self, step: AppointmentStatus) -> None:
        from fitwell_desktop.domain.scheduling.statuses import complete, confirm, mark_no_show  # not at each start

        commands = {
            AppointmentStatus.CONFIRMED: confirm,
            AppointmentStatus.COMPLETED: complete,
            AppointmentStatus.NO_SHOW: mark_no_show,
        }
        entry = self._chosen()
        self.workspace.do(commands[step], entry.id)
        self.workspace.said(self.tr(SAID[step]).format(entry.client_name or entry.title or entry.kind.label))

    def _open_session(self, entry: CalendarEntry) -> None:
        self.workspace.selection.choose(entry.client_id)
        self.workspace.open("calendar", entry.id)

    def _open_reason(self, entry: Attention) -> None:
        self.workspace.selection.choose(entry.client_id)
        self.workspace.open("billing" if entry.concern in OF_INVOICES else "client", entry.item_id)

    def _open_change(self, change: RecentChange) -> None:
        if change.about_id:
            self.workspace.selection.choose(change.about_id)
            self.workspace.open("client", change.about_id)

    def _arrange(self) -> None:
        needs = list_card(self.tr("Needs you"))
        needs.body.addWidget(self.worklist)
        needs.body.addWidget(self.nothing)
        needs.body.addStretch()
        lately = list_card(self.tr("Recent changes"))
        lately.body.addWidget(self.changes)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(10)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.sessions)
        left.addWidget(lately)
        left.addStretch()
        right = QVBoxLayout()
        right.addWidget(needs)
        right.addStretch()
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self._put_in_scroll_area()

    def _put_in_scroll_area(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(2)
        column.addWidget(self.greeting)
        column.addWidget(self.day)
        column.addSpacing(10)
        column.addWidget(self.figures)
        column.addSpacing(8)
        column.addLayout(self._halves)
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        for through in (area.viewport(), page):
            through.setAutoFillBackground(False)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _reasons(workspace: Workspace) -> Column[Attention]:
    return Column(
        name="reason",
        title="Needs you",
        value=lambda entry: entry.name,
        second=lambda entry: wording.why(entry, workspace.formats),
        pill=wording.pill,
        avatar=lambda entry: entry.name,
    )


def _changes(workspace: Workspace) -> Column[RecentChange]:
    return Column(
        name="change",
        title="Change",
        value=lambda change: change.at,
        text=wording.change_title,
        second=lambda change: wording.change_details(change, workspace.formats),
        icon=lambda change: "history",
    )
