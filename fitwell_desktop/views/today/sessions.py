"""Today's sessions, and what can be done with the chosen one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.today import wording
from fitwell_desktop.views.today.whole_list import WholeList, dress
from fitwell_desktop.vocabulary import AppointmentStatus, Right

STEPS = (
    (AppointmentStatus.CONFIRMED, "today.confirm", "circle-check", "Confirm (F)"),
    (AppointmentStatus.COMPLETED, "today.complete", "check-check", "Complete (C)"),
    (AppointmentStatus.NO_SHOW, "today.no_show", "user-x", "No-show (N)"),
)
"""To each status the action that leads there, and its button."""


class Sessions(Card):
    """A card with the day's sessions in the order in which they begin."""

    opened = Signal(CalendarEntry)
    booking_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Sessions")
        dress(self)
        self._workspace = workspace
        self.list = WholeList(self.tr("Today’s sessions"), _column(workspace))
        self.list.keeper.opened.connect(self.opened)
        self.list.keeper.chosen.connect(self._offer)
        self.list.keeper.fill_menu = self._fill_menu
        self.buttons = {step: self._button(*named) for step, *named in STEPS}
        self.empty = EmptyState(
            "calendar-days",
            self.tr("No sessions today"),
            self.tr("Book one in the calendar: drag over the time that suits."),
            self.tr("Open the calendar"),
        )
        self.empty.acted.connect(self.booking_wanted)
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addStretch()
        self._offer([])

    def show_entries(self, entries: tuple[CalendarEntry, ...]) -> None:
        """Show the day."""
        self.list.show_rows(entries)
        self.empty.setVisible(not entries)
        self._offer(self.list.keeper.rows())

    def chosen(self) -> CalendarEntry | None:
        """The session that the keys and buttons are about."""
        rows = self.list.keeper.rows()
        return rows[0] if len(rows) == 1 else None

    def _button(self, action: str, icon_name: str, text: str) -> QWidget:
        button = IconButton(icon_name, text)
        button.clicked.connect(lambda: self._workspace.act(action))
        self.head.addWidget(button)
        return button

    def _offer(self, rows: list[CalendarEntry]) -> None:
        for step, button in self.buttons.items():
            button.setEnabled(len(rows) == 1 and self._may_take(rows[0], step))

    def _fill_menu(self, menu: Menu, rows: list[CalendarEntry]) -> None:
        """What can be done with the one session that is chosen."""
        if len(rows) == 1:
            steps = [action for step, action, *_button in STEPS if self._may_take(rows[0], step)]
            self._workspace.offer(menu, ("today.open",), steps)

    def _may_take(self, entry: CalendarEntry, step: AppointmentStatus) -> bool:
        """Whether the session may get that status. A scheduled one that took place is confirmed on the way."""
        if Right.SCHEDULE not in self._workspace.store.signed_in.rights:
            return False
        if step is AppointmentStatus.CONFIRMED:
            return step in entry.status.may_become
        return entry.can_change and entry.start <= self._workspace.clock.now()


def _column(workspace: Workspace) -> Column[CalendarEntry]:
    return Column(
        name="session",
        title="Session",
        value=lambda entry: entry.start,
        text=lambda entry: wording.session_title(entry, workspace.formats),
        second=lambda entry: wording.session_details(entry, workspace.formats),
        pill=lambda entry: wording.session_pill(entry, workspace.clock.now()),
        avatar=lambda entry: entry.client_name or entry.title or entry.kind.label,
    )
