"""Clients for the command palette."""

from functools import partial
from uuid import UUID

from fitwell_desktop.domain.clients.roster import find_clients
from fitwell_desktop.ui.palette import Hit
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.shapes import second_line


class ClientSource:
    """Finds clients by name, e-mail, phone or tag; Enter takes them in hand."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def search(self, text: str, limit: int) -> list[Hit]:
        """The best `limit` clients for the words typed."""
        if not text.strip():
            return []
        formats = self._workspace.formats
        return [
            Hit("Clients", row.name, second_line(row, formats), "users", "", partial(self._open, row.id), str(row.id))
            for row in self._workspace.store.ask(find_clients, text, limit)
        ]

    def _open(self, client_id: UUID) -> None:
        self._workspace.selection.choose(client_id)
        self._workspace.open("client", client_id)
