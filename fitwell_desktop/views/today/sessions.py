"""Today's sessions, and what can be done with the chosen one."""

from collections.abc import Callable

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
from fitwell_desktop.vocabulary import AppointmentStatus

STEPS = (
    (AppointmentStatus.CONFIRMED, "circle-check", "Confirm", "F"),
    (AppointmentStatus.COMPLETED, "check-check", "Complete", "C"),
    (AppointmentStatus.NO_SHOW, "user-x", "No-show", "N"),
)


class Sessions(Card):
    """A card with the day's sessions in the order in which they begin."""

    opened = Signal(CalendarEntry)
    asked = Signal(CalendarEntry, AppointmentStatus)
    """Someone wants a session to get this status."""

    booking_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Sessions")
        dress(self)
        self._workspace = workspace
        self.list = WholeList(self.tr("Today’s sessions"), _column(workspace))
        self.list.keeper.opened.connect(self.opened)
        self.list.keeper.chosen.connect(self._offer)
        self.list.keeper.fill_menu = self._fill_menu
        self.buttons = {step: self._button(step, *named) for step, *named in STEPS}
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

    def _button(self, step: AppointmentStatus, icon_name: str, text: str, key: str) -> QWidget:
        button = IconButton(icon_name, f"{text} ({key})")
        button.clicked.connect(lambda: self._ask(step))
        self.head.addWidget(button)
        return button

    def _ask(self, step: AppointmentStatus) -> None:
        entry = self.chosen()
        if entry:
            self.asked.emit(entry, step)

    def _offer(self, rows: list[CalendarEntry]) -> None:
        for step, button in self.buttons.items():
            button.setEnabled(len(rows) == 1 and self._may_take(rows[0], step))

    def _fill_menu(self, menu: Menu, rows: list[CalendarEntry]) -> None:
        menu.addAction(self.tr("Open in the calendar"), lambda: self.opened.emit(rows[0]))
        for step, _icon, text, _key in STEPS:
            ask: Callable[[], None] = lambda step=step: self.asked.emit(rows[0], step)  # type: ignore[misc]  # noqa: E731 -- mypy can't see the default's type
            menu.addAction(text, ask).setEnabled(len(rows) == 1 and self._may_take(rows[0], step))

    def _may_take(self, entry: CalendarEntry, step: AppointmentStatus) -> bool:
        """Whether the session may get that status. A scheduled one that took place is confirmed on the way."""
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
