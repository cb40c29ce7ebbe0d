"""Opens the form, the card and the dialogs beside the places that they belong to."""

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QObject, QRect

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts.client_search import ClientChoice, active_clients
from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.scheduling.choices import (
    bookable_rooms,
    client_choice,
)
from fitwell_desktop.domain.scheduling.queries import AppointmentDetails, CalendarEntry, appointment
from fitwell_desktop.domain.scheduling.safety import BookingWarning, warnings_for
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.calendar.booking_form import BookingForm, Choices, Proposal
from fitwell_desktop.views.calendar.cancel_dialog import CancelDialog
from fitwell_desktop.views.calendar.details_card import DetailsCard, Ways
from fitwell_desktop.views.calendar.heed import heed, limits
from fitwell_desktop.views.calendar.popovers import BesidePopover
from fitwell_desktop.views.calendar.reason_dialog import ReasonDialog
from fitwell_desktop.views.calendar.sentences import when_words, who
from fitwell_desktop.views.calendar.surface import Surface
from fitwell_desktop.views.calendar.work import Work


class Booking(QObject):
    """One for each panel; everything opens beside the grid's keyboard place, which stays marked meanwhile."""

    def __init__(self, workspace: Workspace, work: Work, grid: Surface) -> None:
        super().__init__(grid)
        self._workspace, self._work, self._grid = workspace, work, grid
        self._ask = workspace.store.ask
        self.popover: BesidePopover | None = None

    def propose(self, proposal: Proposal, book: Callable[[Proposal], object] | None = None) -> BookingForm:
        """Open the booking form. Without a client the one in hand is proposed; `book` may do something else."""
        in_hand = self._workspace.selection.current
        client = proposal.client or (self._ask(client_choice, in_hand) if in_hand else None)
        filled = Proposal(proposal.trainer_id, proposal.day, proposal.at, proposal.minutes, client, proposal.details)
        form = BookingForm(filled, self._choices(), self._workspace.formats, book or self._book)
        self._open(form)
        form.done.connect(self.close)
        form.focus_first()
        return form

    def show_details(self, entry: CalendarEntry) -> DetailsCard | None:
        """Open a session's card, and take its client in hand; None where the session is gone."""
        shown = self._ask(appointment, entry.id)
        if shown is None:
            return None
        if entry.client_id:
            self._workspace.selection.choose(entry.client_id)
        rooms = self._ask(bookable_rooms)
        known = heed(self._workspace.store, entry.client_id)
        card = DetailsCard(shown, rooms, self._work, self._ways(shown), self._workspace.formats, known)
        card.done.connect(self.close)
        self._open(card)
        return card

    def cancel(self, entry: CalendarEntry) -> None:
        """Ask who cancels a session and why, and cancel it."""
        dialog = CancelDialog(
            entry,
            self._workspace.formats,
            lambda reason, by: self._work.cancel(entry, reason, by),
            self._grid,
        )
        dialog.open()

    def book_again(self, entry: CalendarEntry) -> None:
        """Open the form for a session in the place of one that was cancelled or missed."""
        shown = self._ask(appointment, entry.id)
        if shown is None:
            return
        local = self._workspace.formats.local(entry.start)
        self.propose(
            self._proposal(shown, local.date(), local.time()),
            lambda made: self._work.reschedule(entry, self._moment(made), made.minutes, made.reason),
        )

    def open_client(self, entry: CalendarEntry) -> None:
        """Show whose session it is."""
        self._workspace.open("client", entry.client_id)

    def move(self, entry: CalendarEntry, start: datetime, trainer_id: UUID | None) -> None:
        """Let a session take place at another time; where that wants a reason, a dialog asks for it."""
        found = self.hazards_of_moving(entry, start)
        if not found:
            self._work.move(entry, start, trainer_id)
            return
        formats = self._workspace.formats
        ReasonDialog(
            f"{who(entry)}, {when_words(start, formats)}",
            " ".join(found),
            formats,
            lambda reason: self._work.move(entry, start, trainer_id, reason),
            self._grid,
        ).open()

    def hazards_of_moving(self, entry: CalendarEntry, start: datetime) -> tuple[str, ...]:
        """What has to be answered with a reason before a session takes place on that day instead of its own."""
        local = self._workspace.formats.local
        if local(start).date() == local(entry.start).date():
            return ()
        warnings = [
            warning
            for client_id in entry.client_ids
            for warning in self._ask(warnings_for, client_id, entry.trainer_id, start, entry.minutes)
        ]
        return tuple(warning.sentence for warning in warnings if warning.wants_reason)

    def copy(self, entry: CalendarEntry, day: date, at: time, trainer_id: UUID) -> None:
        """Book the same at another time; where that wants a reason, the form asks for it."""
        start = self._work.moment(day, at)
        shown = self._ask(appointment, entry.id)
        if shown and entry.client_id and self._hazards(entry.client_id, trainer_id, start, entry.minutes):
            self.propose(self._proposal(shown, day, at))
        else:
            self._work.copy(entry, start, trainer_id)

    def book_named(self, name: str, proposal: Proposal) -> UUID | None:
        """Book the one client of that name; where that wants a reason, open the form instead and return None."""
        found = self._ask(active_clients, name)
        exact = [client for client in found if client.name.casefold() == name.casefold()]
        matches = exact or found
        if not matches:
            raise UserError(self.tr("No active client is called “{0}”.").format(name))
        if len(matches) > 1:
            names = ", ".join(client.name for client in matches[:3])
            raise UserError(self.tr("Several clients match “{0}”: {1}. Type more of the name.").format(name, names))
        start = self._moment(proposal)
        wanted = Proposal(
            proposal.trainer_id, proposal.day, proposal.at, proposal.minutes, matches[0], proposal.details
        )
        if self._hazards(matches[0].id, proposal.trainer_id, start, proposal.minutes):
            self.propose(wanted)
            return None
        return self._book(wanted)

    def close(self) -> None:
        """Close what is open, and give the keyboard back."""
        if self.popover:
            self.popover.close()

    def _book(self, made: Proposal) -> UUID:
        assert made.client is not None
        start = self._moment(made)
        return self._work.book(made.trainer_id, made.client, start, made.minutes, made.details, made.reason)

    def _moment(self, proposal: Proposal) -> datetime:
        return self._work.moment(proposal.day, proposal.at)

    def _proposal(self, shown: AppointmentDetails, day: date, at: time) -> Proposal:
        entry = shown.entry
        client = ClientChoice(entry.client_id, entry.client_name) if entry.client_id else None
        return Proposal(entry.trainer_id, day, at, entry.minutes, client, shown.details)

    def _ways(self, shown: AppointmentDetails) -> Ways:
        return Ways(
            cancel=self.cancel,
            book_again=lambda: self.book_again(shown.entry),
            open_client=lambda: self.open_client(shown.entry),
            hazards_of_moving=self.hazards_of_moving,
        )

    def _choices(self) -> Choices:
        everyone, rooms = self._ask(trainers), self._ask(bookable_rooms)
        return Choices(everyone, rooms, lambda words: self._ask(active_clients, words), self._warnings)

    def _warnings(self, proposal: Proposal) -> tuple[BookingWarning, ...]:
        assert proposal.client is not None
        client_id, limited = proposal.client.id, limits(self._workspace.store, proposal.client.id)
        found = self._ask(warnings_for, client_id, proposal.trainer_id, self._moment(proposal), proposal.minutes)
        return (*found, BookingWarning(limited)) if limited else found

    def _hazards(self, client_id: UUID, trainer_id: UUID, start: datetime, minutes: int) -> bool:
        found = self._ask(warnings_for, client_id, trainer_id, start, minutes)
        return any(warning.wants_reason for warning in found)

    def _open(self, content: BookingForm | DetailsCard) -> None:
        self.close()
        self._grid.marked = True
        # the card keeps what is typed into it; the form has not booked anything yet
        loses = content.was_typed_in if isinstance(content, BookingForm) else lambda: False
        self.popover = BesidePopover(content, self._grid, loses)
        self.popover.closed.connect(self._unmark)
        place: QRect = self._grid.cursor_area()
        self.popover.open_beside(place, self._grid)

    def _unmark(self) -> None:
        self.popover = None
        self._grid.marked = False
        self._grid.update(self._grid.cursor_area())
