"""Asks what becomes of the sessions that are still booked for clients who are archived."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.clients.leaving import archive_clients
from fitwell_desktop.domain.clients.overview import find_profile
from fitwell_desktop.domain.scheduling.departures import StillBooked, archive_and_cancel
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import Right


class ArchiveDialog(Dialog):
    """Archives and keeps all of it booked, which is what Enter does, or calls it off in the same step, if one may."""

    def __init__(
        self, workspace: Workspace, client_ids: tuple[UUID, ...], booked: StillBooked, parent: QWidget
    ) -> None:
        self._workspace, self._client_ids, self._booked = workspace, client_ids, booked
        one = booked.count == 1
        keep = translated("Archive, keep session" if one else "Archive, keep sessions")
        super().__init__(translated("Archive {0}?", self._name()), keep, parent, explanation=self._sentence())
        self.secondary.setText(self.tr("Don’t archive"))  # to cancel is said of the sessions here
        if Right.SCHEDULE in workspace.store.signed_in.rights:
            cancel = Button(translated("Archive, cancel session" if one else "Archive, cancel sessions"))
            cancel.clicked.connect(self._archive_and_cancel)
            self.add_button(cancel)

    def confirm(self) -> None:
        clients = self._workspace.do(archive_clients, self._client_ids)
        self.accept()
        said = self.tr("Archived {0}; {1} still booked")
        self._workspace.said(said.format(plural(clients, "client"), plural(self._booked.count, "session")))

    def _archive_and_cancel(self) -> None:
        clients, sessions = self._workspace.do(archive_and_cancel, self._client_ids)
        self.accept()
        said = self.tr("Archived {0} and cancelled {1}")
        self._workspace.said(said.format(plural(clients, "client"), plural(sessions, "session")))

    def _name(self) -> str:
        known = self._workspace.store.ask(find_profile, self._client_ids[0]) if len(self._client_ids) == 1 else None
        return known.name if known else plural(len(self._client_ids), "client")

    def _sentence(self) -> str:
        booked, formats = self._booked, self._workspace.formats
        first = formats.moment(booked.first_at) if booked.first_at else ""
        if booked.count == 1:
            return translated("1 session is still booked: {0}.", first)
        several = translated(", for {0} of them", booked.clients) if len(self._client_ids) > 1 else ""
        return translated("{0} are still booked{1}. The first: {2}.", plural(booked.count, "session"), several, first)
