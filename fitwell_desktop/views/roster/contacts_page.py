"""Emergency contacts: whom to call first, and whom else."""

from typing import Any

from fitwell_desktop.domain.clients.contacts import (
    Contact,
    add_contact,
    contacts,
    edit_contact,
    make_primary,
    remove_contact,
)
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.form_fields import EmailField, Field, LongTextField, PhoneField, TextField
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.page import Choice, Page, entry, heading, refill
from fitwell_desktop.vocabulary import Right

FIELDS: tuple[Field, ...] = (
    TextField(name="name", title="Name", required=True, longest=100),
    TextField(name="relationship", title="Relationship", example="Partner"),
    PhoneField(name="phone", title="Phone", required=True),
    PhoneField(name="alternate_phone", title="Other phone"),
    EmailField(name="email", title="E-mail", wide=True),
    LongTextField(name="notes", title="Notes", lines=2),
)


class ContactsPage(Page):
    """The first contact is the primary one."""

    def fill(self) -> None:
        known = self.panel.ask(contacts, self.client)
        may_change = self.may(Right.CLIENTS)
        if not known:
            why = self.tr("Whom should you call if something happens?")
            empty = EmptyState(
                "life-buoy", self.tr("No emergency contact"), why, self.tr("Add contact") if may_change else ""
            )
            empty.acted.connect(self.add)
            refill(self.column, [empty])
            return
        add = Button(self.tr("Add contact"), "link", "plus")
        add.clicked.connect(self.add)
        if not may_change:
            add.hide()
        refill(self.column, [heading(self.tr("Emergency contacts"), add), *(self._card(one) for one in known)])
        self.column.addStretch(1)

    def add(self) -> None:
        """Ask for a further contact."""

        def save(values: Any) -> None:
            self.workspace.do(add_contact, self.client, **values)

        FormDialog(
            self.tr("Emergency contact"), self.tr("Add contact"), FIELDS, save, self.workspace.formats, self, columns=2
        ).open()

    def edit(self, contact: Contact) -> None:
        """Change a contact."""

        def save(values: Any) -> None:
            self.workspace.do(edit_contact, contact.id, **values)

        FormDialog(
            self.tr("Emergency contact"),
            self.tr("Save"),
            FIELDS,
            save,
            self.workspace.formats,
            self,
            values={field.name: getattr(contact, field.name) for field in FIELDS},
            columns=2,
        ).open()

    def _card(self, contact: Contact) -> Card:
        formats = self.workspace.formats
        numbers = " · ".join(formats.phone(number) for number in (contact.phone, contact.alternate_phone) if number)
        return entry(
            contact.name,
            [contact.relationship, numbers, contact.email, contact.notes],
            pill=(self.tr("Primary"), Tone.ACCENT) if contact.is_primary else None,
            choices=self._choices(contact) if self.may(Right.CLIENTS) else (),
        )

    def _choices(self, contact: Contact) -> list[Choice]:
        choices: list[Choice] = [(self.tr("Edit…"), lambda: self.edit(contact))]
        if not contact.is_primary:
            choices.append((self.tr("Call this one first"), lambda: self.workspace.do(make_primary, contact.id)))
        return [*choices, (self.tr("Remove"), lambda: self._remove(contact))]

    def _remove(self, contact: Contact) -> None:
        self.workspace.do(remove_contact, contact.id)
        self.workspace.said(self.tr("Removed {0}").format(contact.name))
