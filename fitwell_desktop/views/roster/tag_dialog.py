"""The dialog that puts tags on several clients at once."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from fitwell_desktop.domain.clients.tags import TagCount, edit_tag, tag_clients, tags
from fitwell_desktop.ui.widgets.form_fields import TextField
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.shapes import plural


class RenameTagDialog(FormDialog):
    """Another name for a tag, on everyone who wears it."""

    def __init__(self, workspace: Workspace, tag: TagCount, parent: QWidget) -> None:
        super().__init__(
            "Rename tag",
            "Rename",
            (TextField(name="name", title="Tag", required=True, longest=60),),
            lambda values: workspace.do(edit_tag, tag.id, values["name"], tag.color),
            workspace.formats,
            parent,
            values={"name": tag.name},
        )


class TagDialog(FormDialog):
    """One tag, completed from those in use; a new one is made."""

    def __init__(self, workspace: Workspace, client_ids: tuple[UUID, ...], parent: QWidget) -> None:
        self._workspace = workspace
        self._client_ids = client_ids
        super().__init__(
            f"Tag {plural(len(client_ids), 'client')}",
            "Add tag",
            (TextField(name="tag", title="Tag", required=True, longest=60, example="Marathon"),),
            self._tag,
            workspace.formats,
            parent,
        )
        line = self.form.widget("tag")
        if isinstance(line, QLineEdit):
            line.setCompleter(QCompleter([tag.name for tag in workspace.store.ask(tags)], line))

    def _tag(self, values: dict[str, Any]) -> None:
        count = self._workspace.do(tag_clients, self._client_ids, values["tag"])
        self._workspace.said(self.tr("Tagged {0} with “{1}”").format(plural(count, "client"), values["tag"]))
