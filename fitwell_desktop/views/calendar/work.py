"""What the calendar does for its user: runs the command and says what was done, with the way back."""

from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QObject

from fitwell_desktop.domain.accounts.client_search import ClientChoice
from fitwell_desktop.domain.scheduling.commands import book, change_details, copy, move, reschedule, resize
from fitwell_desktop.domain.scheduling.details import Details
from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.domain.scheduling.statuses import cancel, complete, confirm, mark_no_show
from fitwell_desktop.domain.scheduling.wall_time import moment_at
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.calendar.sentences import when_words, who
from fitwell_desktop.vocabulary import CancelledBy


class Work(QObject):
    """One for each panel. What a command refuses goes up, unsaid here."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._do = workspace.do
        self._said = workspace.said

    def moment(self, day: date, wall: time) -> datetime:
        """The moment at which the practice's clock shows that. Raises UserError where it does not, or twice."""
        return moment_at(day, wall, self._workspace.formats.zone)

    def book(
        self, trainer_id: UUID, client: ClientChoice, start: datetime, minutes: int, details: Details, reason: str = ""
    ) -> UUID:
        """Book a session and return the appointment's id."""
        booked = self._do(book, trainer_id, client.id, start, minutes, details, reason)
        self._said(self.tr("Booked {0} {1}").format(client.name, self._when(start)))
        return booked

    def move(self, entry: CalendarEntry, start: datetime, trainer_id: UUID | None = None, reason: str = "") -> None:
        """Let a session take place at another time, or with another trainer."""
        self._do(move, entry.id, start, None, trainer_id, reason)
        self._said(self.tr("Moved {0} to {1}").format(who(entry), self._when(start)))

    def resize(self, entry: CalendarEntry, start: datetime, minutes: int, reason: str = "") -> None:
        """Let a session begin or end at another time."""
        self._do(resize, entry.id, start, minutes, reason)
        length = self._workspace.formats.minutes(minutes)
        self._said(self.tr("{0} now lasts {1}").format(who(entry), length))

    def copy(self, entry: CalendarEntry, start: datetime, trainer_id: UUID | None = None) -> UUID:
        """Book the same again, and return the new appointment's id."""
        copied = self._do(copy, entry.id, start, trainer_id)
        self._said(self.tr("Copied {0} to {1}").format(who(entry), self._when(start)))
        return copied

    def reschedule(self, entry: CalendarEntry, start: datetime, minutes: int, reason: str = "") -> UUID:
        """Book in the place of a session that was cancelled or missed, and return the new appointment's id."""
        booked = self._do(reschedule, entry.id, start, minutes, None, reason)
        self._said(self.tr("Booked {0} again {1}").format(who(entry), self._when(start)))
        return booked

    def describe(self, entry: CalendarEntry, details: Details) -> None:
        """Replace what a session says beside who and when."""
        self._do(change_details, entry.id, details)

    def confirm(self, entry: CalendarEntry) -> None:
        """The client will come."""
        self._do(confirm, entry.id)
        self._said(self.tr("Confirmed {0} {1}").format(who(entry), self._when(entry.start)))

    def complete(self, entry: CalendarEntry) -> None:
        """The session took place."""
        self._do(complete, entry.id)
        self._said(self.tr("Completed {0} {1}").format(who(entry), self._when(entry.start)))

    def miss(self, entry: CalendarEntry) -> None:
        """The client did not come."""
        self._do(mark_no_show, entry.id)
        self._said(self.tr("{0} did not come {1}").format(who(entry), self._when(entry.start)))

    def cancel(self, entry: CalendarEntry, reason: str, by: CancelledBy) -> None:
        """The session will not take place."""
        self._do(cancel, entry.id, reason, by)
        self._said(self.tr("Cancelled {0} {1}").format(who(entry), self._when(entry.start)))

    def _when(self, moment: datetime) -> str:
        return when_words(moment, self._workspace.formats)
