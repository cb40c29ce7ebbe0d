"""The dialog that lets clients pause."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.clients.leaving import pause_clients
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.widgets.form_fields import ChoiceField, DayField, TextField
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.client_fields import choices
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import PauseReason


class PauseDialog(FormDialog):
    """From when, until when and why."""

    def __init__(self, workspace: Workspace, client_ids: tuple[UUID, ...], parent: QWidget) -> None:
        self._workspace = workspace
        self._client_ids = client_ids
        fields = (
            DayField(name="starts_on", title="From", required=True, lean=Lean.AHEAD_OR_JUST_OVER),
            DayField(
                name="ends_on", title="Until", hint="The last day. Empty means until further notice.", lean=Lean.AHEAD
            ),
            ChoiceField(name="reason", title="Reason", required=True, choices=choices(PauseReason)),
            TextField(name="note", title="Note"),
        )
        super().__init__(
            f"Pause {plural(len(client_ids), 'client')}",
            "Pause",
            fields,
            self._pause,
            workspace.formats,
            parent,
            values={"starts_on": workspace.formats.today(), "reason": PauseReason.BREAK},
            columns=2,
            explanation="Billing and compliance stand still on these days. All history is kept.",
        )

    def _pause(self, values: dict[str, Any]) -> None:
        self._workspace.do(
            pause_clients,
            self._client_ids,
            values["starts_on"],
            values["ends_on"],
            values["reason"],
            values["note"],
        )
        self._workspace.said(self.tr("Paused {0}").format(plural(len(self._client_ids), "client")))
