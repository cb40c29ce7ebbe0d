"""The dialogs of billing: for whom an invoice is, which sessions it is for, what was paid."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fitwell_desktop.domain.accounts.client_search import ClientChoice
from fitwell_desktop.domain.billing.commands import BY_HAND, draft_from_sessions, record_payment
from fitwell_desktop.domain.billing.details import InvoiceDetails, SessionBilling
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.translation import counted, translated
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import ChoiceField, DayField, MoneyField, TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.picker import Picker, Search
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.billing.fields import RateField


def client_picker(find: Search) -> Picker:
    """The field in which it is chosen for whom an invoice is."""
    return Picker(translated("Client"), find, translated("Find a client"), avatars=True, needed=True)


class ClientDialog(Dialog):
    """Asks for whom, and offers `likely`; `client_id` tells the answer."""

    def __init__(self, title: str, find: Search, likely: ClientChoice | None, parent: QWidget) -> None:
        super().__init__(title, parent.tr("Continue"), parent, explanation=parent.tr("Who is it for?"))
        self.client_id: UUID | None = None
        self.field = client_picker(find)
        self.field.picked.connect(self._choose)
        self.field.textChanged.connect(self._look)
        self.body.addWidget(self.field)
        if likely:
            self.field.set_value(likely.id, likely.name)
        self._look()
        self.field.setFocus()
        self.field.selectAll()

    def _look(self) -> None:
        """Nobody is meant while a name is half typed."""
        self.client_id = self.field.named()
        self.primary.setEnabled(self.client_id is not None)

    def _choose(self) -> None:
        self._look()
        self.primary.setFocus()


class PaymentDialog(Dialog):
    """Records money that came in, with what is still owed filled in."""

    def __init__(self, workspace: Workspace, details: InvoiceDetails, parent: QWidget) -> None:
        super().__init__(
            parent.tr("Record payment"),
            parent.tr("Record payment"),
            parent,
            explanation=parent.tr("Invoice {number}, {client}").format(
                number=details.number, client=details.client_name
            ),
        )
        self._workspace, self._invoice_id = workspace, details.id
        methods = [(method, method.label) for method in BY_HAND]
        fields = [
            MoneyField(name="amount", title=self.tr("Amount"), required=True, currency=details.currency),
            DayField(name="paid_on", title=self.tr("Paid on"), required=True, lean=Lean.BEHIND),
            ChoiceField(name="method", title=self.tr("How it was paid"), required=True, choices=methods),
            TextField(name="reference", title=self.tr("Reference")),
        ]
        self.form = Form(fields, workspace.formats, columns=2)
        today = workspace.formats.today()
        self.form.set_values({"amount": details.owed, "paid_on": today, "method": BY_HAND[0], "reference": ""})
        self.body.addWidget(self.form)
        self.form.widget("amount").setFocus()

    def confirm(self) -> None:
        if self.form.submit(self._record):
            self.accept()

    def _record(self, values: dict[str, Any]) -> None:
        self._workspace.do(record_payment, self._invoice_id, **values)


class SessionsDialog(Dialog):
    """Chooses from the sessions that a client had and was not invoiced for; `invoice_id` is the draft they are on."""

    def __init__(self, workspace: Workspace, client_id: UUID, billing: SessionBilling, parent: QWidget) -> None:
        super().__init__(
            parent.tr("Invoice sessions"),
            parent.tr("Make invoice"),
            parent,
            explanation=parent.tr("What {client} had and was not invoiced for.").format(client=billing.client_name),
        )
        self._workspace, self._client_id, self._billing = workspace, client_id, billing
        self.invoice_id: UUID | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sessions"))
        self.list.setMinimumSize(440, 200)
        for session in billing.sessions:
            self.list.addItem(self._item(session.appointment_id, self._text(session.title, session)))
        self.count = Label("", "hint")
        self.list.itemChanged.connect(self._tell)
        fields = [
            MoneyField(name="unit_price", title=self.tr("Price a session"), required=True, currency=billing.currency),
            RateField(name="tax_rate_ppm", title=self.tr("Tax")),
        ]
        self.form = Form(fields, workspace.formats, columns=2)
        self.form.set_values({"unit_price": billing.unit_price or None, "tax_rate_ppm": billing.tax_rate_ppm})
        for widget in (self.list, self.count, self.form):
            self.body.addWidget(widget)
        self._tell()
        (self.list if billing.unit_price else self.form.widget("unit_price")).setFocus()

    def chosen(self) -> list[UUID]:
        """The appointments that are ticked."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def confirm(self) -> None:
        if self.form.submit(self._make):
            self.accept()

    def _make(self, values: dict[str, Any]) -> None:
        price, rate = values["unit_price"], values["tax_rate_ppm"]
        name = self._billing.tax_name if rate else ""
        self.invoice_id = self._workspace.do(
            draft_from_sessions, self._client_id, self.chosen(), price, tax_name=name, tax_rate_ppm=rate
        )

    def _text(self, title: str, session: Any) -> str:
        formats = self._workspace.formats
        price = f" · {formats.money(session.price, self._billing.currency)}" if session.price is not None else ""
        return f"{formats.moment(session.start)} · {title}, {formats.minutes(session.minutes)}{price}"

    def _item(self, appointment_id: UUID, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, appointment_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def _tell(self) -> None:
        many = len(self.chosen())
        self.count.setText(self.tr("{0} chosen").format(counted(many, "session")))
        self.primary.setEnabled(many > 0)
