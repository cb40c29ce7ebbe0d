"""The dialog in which a practice's own fields are added, renamed, put in order and deleted."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.custom_fields import (
    Field,
    add_custom_field,
    custom_fields,
    delete_custom_field,
    edit_custom_field,
    move_custom_field,
)
from fitwell_desktop.ui.widgets import form_fields
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import ElidedLabel
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.client_fields import choices
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.page import refill
from fitwell_desktop.vocabulary import FieldKind

NAME = form_fields.TextField(name="name", title="Name", required=True, longest=60)
KIND = form_fields.ChoiceField(name="kind", title="Holds", required=True, choices=choices(FieldKind))
ENTRIES = form_fields.LongTextField(
    name="choices", title="Entries of the list", lines=4, hint="Only for a list; one a line.", example="S\nM\nL"
)


class OwnFieldsDialog(Dialog):
    """A card for each field, in the order in which profiles show them."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("Own fields", "Add field…", parent, explanation="Every client’s profile has these fields.")
        self._workspace = workspace
        self.secondary.setText(self.tr("Close"))
        self.cards = QVBoxLayout()
        self.cards.setSpacing(8)
        self.body.addLayout(self.cards)
        self.body.addStretch(1)
        self.setMinimumSize(480, 420)
        workspace.announced.connect(self._hear)
        self._fill()

    def confirm(self) -> None:
        self._ask(self.tr("New field"), self.tr("Add field"), (NAME, KIND, ENTRIES), {"kind": FieldKind.TEXT}, None)

    def edit(self, field: Field) -> None:
        """Ask for another name, or other entries of a list."""
        fields = (NAME, ENTRIES) if field.kind is FieldKind.CHOICE else (NAME,)
        values = {"name": field.name, "choices": "\n".join(field.choices)}
        self._ask(field.name, self.tr("Save"), fields, values, field)

    def delete(self, field: Field) -> None:
        """Remove a field from all clients."""
        self._workspace.do(delete_custom_field, field.id)
        self._workspace.said(self.tr("Deleted the field “{0}”").format(field.name))

    def _ask(
        self,
        title: str,
        primary: str,
        fields: tuple[form_fields.Field, ...],
        values: dict[str, Any],
        field: Field | None,
    ) -> None:
        def save(typed: dict[str, Any]) -> None:
            entries = tuple(typed.get("choices", "").splitlines())
            if field:
                self._workspace.do(edit_custom_field, field.id, typed["name"], entries)
            else:
                self._workspace.do(add_custom_field, typed["name"], typed["kind"], entries)

        shown = {one.name: values[one.name] for one in fields if one.name in values}
        FormDialog(title, primary, fields, save, self._workspace.formats, self, values=shown).open()

    def _hear(self, news: Any) -> None:
        if "custom_field" in news.tables:
            self._fill()

    def _fill(self) -> None:
        fields = self._workspace.store.ask(custom_fields)
        empty = EmptyState("list-plus", self.tr("No fields of your own"), self.tr("A shirt’s size, a locker, a card."))
        last = len(fields) - 1
        cards = [self._card(field, is_first=at == 0, is_last=at == last) for at, field in enumerate(fields)]
        held = self.focusWidget()
        name = held.accessibleName() if isinstance(held, IconButton) else ""
        refill(self.cards, cards or [empty])
        for card in cards:  # the keyboard stays where it was, so that a field can be moved again and again
            for button in card.findChildren(IconButton):
                if name and button.accessibleName() == name:
                    button.setFocus()

    def _card(self, field: Field, *, is_first: bool, is_last: bool) -> Card:
        card = Card(inset=True)
        card.body.setContentsMargins(12, 8, 8, 8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(field.name, "strong"))
        words.addWidget(ElidedLabel(" · ".join((field.kind.label, *field.choices)), "quiet"))
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addLayout(words, 1)
        do = self._workspace.do
        for icon, name, run, can in (
            ("arrow-up", self.tr("Move {0} up"), partial(do, move_custom_field, field.id, -1), not is_first),
            ("arrow-down", self.tr("Move {0} down"), partial(do, move_custom_field, field.id, 1), not is_last),
            ("pencil", self.tr("Edit {0}"), partial(self.edit, field), True),
            ("trash-2", self.tr("Delete {0}"), partial(self.delete, field), True),
        ):
            button = IconButton(icon, name.format(field.name), side=15)
            button.setEnabled(can)
            button.clicked.connect(lambda _on=False, run=run: run())
            line.addWidget(button)
        card.body.addLayout(line)
        return card
