"""Whom to call, at one key: the client's contacts in large letters."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.contacts import Contact
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.menu import Popover


class EmergencyCard(QWidget):
    """The primary contact first. A click on a number copies it."""

    def __init__(self, client: str, contacts: Sequence[Contact], formats: Formats) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("In an emergency of {0}").format(client), "quiet"))
        self.numbers: list[Button] = []
        for contact in contacts:
            self._add(column, contact, formats)
        if not contacts:
            column.addWidget(Label(self.tr("No emergency contact is known."), "strong"))
            column.addWidget(Label(self.tr("Add one on the Contacts page."), "quiet"))
        self.setMinimumWidth(280)

    def _add(self, column: QVBoxLayout, contact: Contact, formats: Formats) -> None:
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
    anchor: QWidget, client: str, contacts: Sequence[Contact], formats: Formats
) -> tuple[Popover, EmergencyCard]:
    """Open the card below a widget; Esc closes it."""
    card = EmergencyCard(client, contacts, formats)
    popover = Popover(card, anchor)
    popover.open_below(anchor)
    if card.numbers:
        card.numbers[0].setFocus()
    return popover, card
