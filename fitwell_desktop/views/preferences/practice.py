"""Who the practice is: what stands at the head of invoices and messages."""

from PySide6.QtCore import Qt

from fitwell_desktop.domain.accounts.practice import PracticeSettings
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.form_fields import LongTextField, TextField
from fitwell_desktop.views.preferences.section import Section

NEEDED = ("name", "address", "tax_number")
"""What every invoice should say of the practice."""


class PracticeSection(Section):
    """Name, address, how to reach the practice, its tax number, and where to pay."""

    title = "Practice"
    icon = "house"
    sentence = "This stands at the head of your invoices. Sent invoices keep what stood on them."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self._settings: PracticeSettings | None = None
        self.head = self.add_form(
            self.tr("Name and address"),
            (
                TextField(name="name", title=self.tr("Practice name"), required=True, wide=True),
                LongTextField(name="address", title=self.tr("Address"), longest=500),
                TextField(name="email", title=self.tr("E-mail"), example="hello@example.com"),
                TextField(name="phone", title=self.tr("Phone")),
                TextField(name="website", title=self.tr("Website"), example="www.example.com"),
                TextField(name="tax_number", title=self.tr("Tax number")),
            ),
        )
        self.add_form(
            self.tr("Where to pay"),
            (
                LongTextField(
                    name="payment_details",
                    title=self.tr("Bank details"),
                    longest=500,
                    hint=self.tr("Printed on every invoice: account holder, IBAN, bank."),
                ),
            ),
        )
        self.column.addStretch()

    def show_settings(self, settings: PracticeSettings) -> None:
        super().show_settings(settings)
        self._settings = settings

    def begin(self) -> None:
        """Put the keyboard into the first of what every invoice needs and is not there yet; else into the name."""
        empty = (name for name in NEEDED if not getattr(self._settings, name, ""))
        self.head.widget(next(empty, "name")).setFocus(Qt.FocusReason.TabFocusReason)
