"""A sent invoice in hand: its document, its payments, and what can still be done with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.billing.details import InvoiceDetails
from fitwell_desktop.domain.billing.document import InvoiceDocument
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.translation import counted
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.card import Card, row
from fitwell_desktop.ui.widgets.document_view import DocumentView
from fitwell_desktop.ui.widgets.labels import ElidedLabel, Label
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.views.billing.file_handle import FileHandle
from fitwell_desktop.views.billing.payments_view import PaymentsView
from fitwell_desktop.views.billing.states import pill_of
from fitwell_desktop.vocabulary import InvoiceStatus


class SentView(QWidget):
    """Shows one invoice that can't be changed any more."""

    pay_requested = Signal()
    save_requested = Signal()
    print_requested = Signal()
    remove_requested = Signal(object)
    """The row of a payment that was recorded by mistake."""

    def __init__(self, formats: Formats, write: Callable[[Path], Path]) -> None:
        super().__init__()
        self._formats = formats
        self.number = Label("", "title")
        self.state = Pill("")
        self.paid = ElidedLabel("", "quiet")
        self.client = ElidedLabel("", "quiet")
        self.pay = Button(self.tr("Record payment…"), "primary", "hand-coins")
        self.save = Button(self.tr("Save PDF…"), icon_name="file-down")
        self.printing = IconButton("printer", self.tr("Print…"))
        self.handle = FileHandle(write)
        self.handle.setToolTip(self.tr("Drag the PDF into a mail or a folder"))
        self.money = Card(inset=True)
        self.owed, self.payments = Label("", "strong"), PaymentsView(formats)
        self.document = DocumentView(self.tr("Invoice"))
        self.pay.clicked.connect(self.pay_requested)
        self.save.clicked.connect(self.save_requested)
        self.printing.clicked.connect(self.print_requested)
        self.payments.remove_requested.connect(self.remove_requested)
        self._lay_out()

    def show_invoice(self, details: InvoiceDetails, document: InvoiceDocument, pdf: bytes) -> None:
        """Show an invoice with its document."""
        self.number.setText(details.number)
        self.state.say(*pill_of(details.status))
        self.paid.setText(self._paid(details))
        self.client.setText(self._about(details))
        self.pay.setVisible(details.owed > 0)
        self.owed.setText(self._owed(details))
        self._show_payments(details)
        self.handle.setText(document.file_name)
        self.document.show_pdf(pdf)

    def focus_first(self) -> None:
        """The keyboard goes to what is done next: the payment, or the PDF of what is paid."""
        (self.pay if self.pay.isVisibleTo(self) else self.save).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_payments(self, details: InvoiceDetails) -> None:
        """The keyboard that stood on a payment that is gone goes on to what is done next."""
        had_keyboard = self.payments.has_keyboard()
        self.payments.show_payments(details.payments, details.currency)
        if had_keyboard and not self.payments.has_keyboard():
            self.focus_first()

    def _lay_out(self) -> None:
        self.money.body.addWidget(self.owed)
        self.money.body.addWidget(self.payments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row(self.number, self.state, self.paid, 1, self.printing, self.save, self.pay))
        layout.addWidget(self.client)
        layout.addWidget(self.money)
        layout.addWidget(self.document, 1)
        layout.addLayout(row(self.handle, 1))

    def _about(self, details: InvoiceDetails) -> str:
        days = [details.client_name]
        if details.issued_on:
            days.append(self.tr("sent {day}").format(day=self._formats.day(details.issued_on)))
        if details.draft.due_on and details.owed:
            days.append(self.tr("due {day}").format(day=self._formats.day(details.draft.due_on)))
        return " · ".join(days)

    def _paid(self, details: InvoiceDetails) -> str:
        """When and how it was paid; this goes on from the status, which stands before it."""
        if details.status is not InvoiceStatus.PAID or details.paid_at is None:
            return ""
        day = self._formats.day(self._formats.local(details.paid_at).date())
        if len(details.payments) > 1:
            how = counted(len(details.payments), "payment")
        else:
            how = "".join(payment.method.label.lower() for payment in details.payments)
        return " · ".join(part for part in (self.tr("on {day}").format(day=day), how) if part)

    def _owed(self, details: InvoiceDetails) -> str:
        total = self._formats.money(details.amounts.total, details.currency)
        if not details.owed:
            return self.tr("{total}, settled").format(total=total)
        owed = self._formats.money(details.owed, details.currency)
        if details.owed == details.amounts.total:
            return self.tr("{owed} to be paid").format(owed=owed)
        return self.tr("{owed} of {total} still to come").format(owed=owed, total=total)
