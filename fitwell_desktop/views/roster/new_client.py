"""The dialog that takes a client in: only a name is needed."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.client_fields import FIRST, as_typed
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.vocabulary import ClientKind


class NewClientDialog(FormDialog):
    """`client_id` is the new client's once the dialog was accepted."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        self._workspace = workspace
        self.client_id: UUID | None = None
        super().__init__(
            "New client",
            "Add client",
            FIRST,
            self._create,
            workspace.formats,
            parent,
            values={"kind": ClientKind.IN_PERSON},
            columns=2,
            explanation="Only a first name is needed. The rest can be filled in at any time.",
        )

    def _create(self, values: dict[str, Any]) -> None:
        details: Any = {name: as_typed(name, value) for name, value in values.items()}
        self.client_id = self._workspace.do(create_client, **details)
        self._workspace.said(self.tr("Added {0}").format(full_name(values["first_name"], values["last_name"])))
