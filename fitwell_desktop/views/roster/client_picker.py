"""A dialog that picks another client by typing, with perhaps a few fields more."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import Field
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.table import RowList
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.faces import Faces
from fitwell_desktop.views.roster.roster_columns import narrow_column
from fitwell_desktop.vocabulary import ClientState

SHOWN = 30


class PickDialog(Dialog):
    """`save` is given the client, or None for `nobody`, and the fields' values."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        save: Callable[[UUID | None, dict[str, Any]], object],
        parent: QWidget,
        *,
        fields: Sequence[Field] = (),
        values: Mapping[str, Any] | None = None,
        nobody: str = "",
    ) -> None:
        super().__init__(title, "Choose", parent)
        self._workspace = workspace
        self._save = save
        self.field = SearchField("Find a client")
        self.list = RowList("Clients", narrow_column(workspace.formats, Faces(workspace), sees_money=False))
        self.form = Form(fields, workspace.formats)
        self.form.set_values(values or {})
        self.field.textChanged.connect(lambda _text: self._find())
        self.field.lead_to(lambda: self.list)
        self.field.returnPressed.connect(self.list.setFocus)
        self.list.keeper.opened.connect(lambda _row: self.confirm())
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.form)
        if nobody:
            none = Button(nobody, "link")
            none.clicked.connect(lambda: self._take(None))
            self.body.addWidget(none)
        self.resize(440, 520)
        self._find()
        self.field.setFocus()

    def confirm(self) -> None:
        rows = self.list.keeper.rows()
        if rows:
            self._take(rows[0].id)

    def _take(self, client_id: UUID | None) -> None:
        if self.form.submit(lambda values: self._save(client_id, values)):
            self.accept()

    def _find(self) -> None:
        text = self.field.text()
        wanted = Wanted(text) if text else Wanted(state=ClientState.ACTIVE)  # those who left are found by typing
        page = self._workspace.store.ask(roster, wanted, 0, SHOWN)
        self.list.rows_model.show(page.rows)
        if page.rows:
            self.list.keeper.choose(page.rows[0].id)
