"""Whom to call, at one key: the client's contacts in large letters."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.contacts import Contact
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.menu import Popover


class EmergencyCard(QWidget):
    """The primary contact first. A click on a number copies it; where nobody is known, one can be added at once."""

    add_requested = Signal()

    def __init__(self, client: str, contacts: Sequence[Contact], formats: Formats, *, may_add: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("In an emergency of {0}").format(client), "quiet"))
        self.numbers: list[Button] = []
        for contact in contacts:
            self._show(column, contact, formats)
        self.add = Button(self.tr("Add contact…"), "primary", "plus", self)
        self.add.clicked.connect(self.add_requested)
        if not contacts:
            column.addWidget(Label(self.tr("No emergency contact is known."), "strong"))
        if contacts or not may_add:
            self.add.hide()
        else:
            column.addSpacing(4)
            column.addWidget(self.add)
        self.setMinimumWidth(280)

    def take_keyboard(self) -> None:
        """The keyboard goes to the first thing that can be done."""
        (self.numbers[0] if self.numbers else self.add).setFocus()

    def _show(self, column: QVBoxLayout, contact: Contact, formats: Formats) -> None:
        who = f"{contact.name} · {contact.relationship}" if contact.relationship else contact.name
        column.addSpacing(4)
        column.addWidget(Label(who, "heading" if contact.is_primary else "strong"))
        for number in filter(None, (contact.phone, contact.alternate_phone)):
            shown = formats.phone(number)
            button = Button(shown, "secondary" if contact.is_primary else "ghost", "phone")
            button.setAccessibleName(self.tr("Copy {0}").format(shown))
            button.clicked.connect(lambda _on=False, text=shown: QGuiApplication.clipboard().setText(text))
            self.numbers.append(button)
            column.addWidget(button)


def open_emergency(
    anchor: QWidget, client: str, contacts: Sequence[Contact], formats: Formats, *, may_add: bool
) -> EmergencyCard:
    """Open the card below a widget; Esc closes it, and nothing of it is left then."""
    card = EmergencyCard(client, contacts, formats, may_add=may_add)
    popover = Popover(card, anchor)
    popover.open_below(anchor)
    card.add_requested.connect(popover.close)
    card.take_keyboard()
    return card
