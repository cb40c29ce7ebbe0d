"""The billing panel: money at a glance, the list of invoices, and at its right the one in hand."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.accounts.client_search import active_clients, client_of
from fitwell_desktop.domain.billing.commands import delete_draft, draft_invoice, hand_out, remove_payment, send_invoice
from fitwell_desktop.domain.billing.details import (
    InvoiceDetails,
    PaymentRow,
    invoice,
    money_settings,
    unbilled_sessions,
)
from fitwell_desktop.domain.billing.document import InvoiceDocument, invoice_document
from fitwell_desktop.domain.billing.gaps import invoice_gaps
from fitwell_desktop.domain.billing.queries import InvoiceRow, figures, invoices, status_sums
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.ui.actions import action
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import counted
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.stat_card import StatCard
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.billing.dialogs import ClientDialog, PaymentDialog, SessionsDialog
from fitwell_desktop.views.billing.draft_editor import DraftEditor
from fitwell_desktop.views.billing.invoice_list import InvoiceList
from fitwell_desktop.views.billing.list_and_hand import ListAndHand
from fitwell_desktop.views.billing.sent_view import SentView
from fitwell_desktop.vocabulary import InvoiceStatus, Right

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class BillingPanel(Panel):
    """`invoice_id` is the invoice in hand."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.invoice_id: UUID | None = None
        self._details: InvoiceDetails | None = None
        self._files = Attachments(PracticeFolder(workspace.store.database.path.parent).media)
        self._drawn: tuple[InvoiceDocument, bytes] | None = None
        self.open = StatCard(self.tr("Open"), "wallet")
        self.overdue = StatCard(self.tr("Overdue"), "alarm-clock")
        self.paid = StatCard(self.tr("Paid this month"), "banknote")
        self.list = InvoiceList(workspace)
        self.draft: DraftEditor | None = None
        self.sent = SentView(workspace.formats, self._write_into)
        self.hand = QStackedWidget()
        self.hand.addWidget(self.sent)
        self.both = ListAndHand(self.list, self.hand)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        self._show_figures()
        wanted = self.list
        sums = self.ask(status_sums, wanted.search.text())
        rows = self.ask(invoices, wanted.statuses(), wanted.search.text(), limit=wanted.limit, order=wanted.order())
        wanted.show_rows(rows, sums)
        self._show_in_hand()

    def unsaved(self) -> Sequence[Unsaved]:
        if self.draft is None or self.hand.currentWidget() is not self.draft or not self.draft.refused():
            return ()
        named = self.tr("The draft for {0}").format(self.draft.client.text())
        return [Unsaved(named, self.draft.put_back, show=partial(self.workspace.open, "billing", self.invoice_id))]

    def show_item(self, item_id: UUID) -> None:
        self.list.search.clear()
        self.list.show_part("all")
        self._take(item_id)

    # actions

    @action(
        "invoices.new", text="New invoice…", menu="Billing", shortcut="Ctrl+I", icon="file-plus", needs=Right.BILLING
    )
    def new_invoice(self) -> None:
        client_id = self._client(self.tr("New invoice"))
        if client_id:
            self._take(self.workspace.do(draft_invoice, client_id))
            self._enter()

    @action(
        "invoices.sessions", text="Invoice unbilled sessions…", menu="Billing", icon="list-checks", needs=Right.BILLING
    )
    def invoice_sessions(self) -> None:
        client_id = self._client(self.tr("Invoice sessions"))
        if client_id is None:
            return
        billing = self.ask(unbilled_sessions, client_id)
        if not billing.sessions:
            sentence = self.tr("{client} has had no session that is not invoiced.")
            raise UserError(sentence.format(client=billing.client_name))
        dialog = SessionsDialog(self.workspace, client_id, billing, self)
        if dialog.exec() and dialog.invoice_id:
            self._take(dialog.invoice_id)

    @action("invoices.edit", text="Edit draft", menu="Billing", shortcut="E", needs=Right.BILLING, here=True)
    def edit(self) -> None:
        self._in_hand(draft=True)
        self._enter()

    @action(
        "invoices.send",
        text="Send invoice",
        menu="Billing",
        shortcut="Ctrl+Alt+Return",
        icon="send",
        needs=Right.BILLING,
    )
    def send(self) -> None:
        details = self._in_hand(draft=True)
        if self.draft and not self.draft.is_kept():
            raise UserError(self.tr("Something on this draft can’t be kept as it is. Mend what is marked, then send."))
        number = self.workspace.do(send_invoice, details.id)
        self.workspace.said(self.tr("Sent as {number}").format(number=number))

    @action(
        "invoices.pay",
        text="Record payment…",
        also="paid money cash received",
        menu="Billing",
        shortcut="Ctrl+Alt+R",
        icon="hand-coins",
        needs=Right.BILLING,
    )
    def record_payment(self) -> None:
        details = self._in_hand(draft=False)
        if not details.owed:
            raise UserError(self.tr("Nothing is owed on this invoice."))
        if PaymentDialog(self.workspace, details, self).exec():
            self.workspace.said(self.tr("Payment recorded"))

    @action("invoices.save", text="Save PDF…", menu="Billing", shortcut="Ctrl+S", icon="file-down", needs=Right.BILLING)
    def save_pdf(self) -> None:
        document = self._document(self._in_hand(draft=False).id)
        folder = Path(self.workspace.settings.get("billing.folder", str(Path.home())))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save PDF"), str(folder / document.file_name), "PDF (*.pdf)"
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"))

    @action("invoices.print", text="Print invoice…", menu="Billing", icon="printer", needs=Right.BILLING)
    def print_invoice(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._in_hand(draft=False).number)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    @action("invoices.delete", text="Delete draft", menu="Billing", icon="trash-2", needs=Right.BILLING)
    def delete(self) -> None:
        details = self._in_hand(draft=True)
        self.workspace.do(delete_draft, details.id)
        self.invoice_id = None
        self.workspace.said(self.tr("Draft for {client} deleted").format(client=details.client_name))

    @action("invoices.find", text="Find invoice", menu="Billing", shortcut="/", icon="search", here=True)
    def search_invoices(self) -> None:
        self.list.search.setFocus()

    def save_to(self, path: Path) -> None:
        """Save the PDF of the invoice in hand there; the folder is offered the next time."""
        from fitwell_desktop.reports.saving import save_document

        pdf = self._pdf(self._document(self._in_hand(draft=False).id))
        save_document(path, pdf, before_it_leaves=self._hand_out)
        self.workspace.settings.put("billing.folder", str(path.parent))
        self.workspace.toasts.show(self.tr("Saved as {name}").format(name=path.name), Tone.GOOD)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the invoice in hand. That it left is noted first: paper can't be taken back."""
        self._hand_out()
        self.sent.document.print_on(printer)

    # what is shown

    def _show_figures(self) -> None:
        money, seen = self.workspace.formats.money, self.ask(figures, self.workspace.formats.today())
        self.open.show_figure(money(seen.owed), delta=counted(seen.open_count, "invoice") if seen.open_count else "")
        late = counted(seen.overdue_count, "invoice") if seen.overdue_count else ""
        self.overdue.show_figure(money(seen.overdue), delta=late, tone=Tone.BAD)
        self.paid.show_figure(money(seen.paid_this_month))

    def _show_in_hand(self) -> None:
        former = self._details
        self._details = details = self.ask(invoice, self.invoice_id) if self.invoice_id else None
        self.both.show_hand(details is not None)
        if details is None:
            return
        if details.status is InvoiceStatus.DRAFT:
            self._show_draft(details, anew=former is None or former.id != details.id)
        else:
            document = self._document(details.id)
            self.sent.show_invoice(details, document, self._pdf(document))
            self.hand.setCurrentWidget(self.sent)
        keeper = self.list.table.keeper
        if [own.id for own in keeper.rows()] != [details.id]:
            keeper.choose(details.id)

    def _show_draft(self, details: InvoiceDetails, *, anew: bool) -> None:
        if self.draft is None or anew:
            if self.draft is not None:
                self.hand.removeWidget(self.draft)
                self.draft.deleteLater()
            self.draft = DraftEditor(self.workspace, details, self.ask(money_settings), self._find_clients)
            self.draft.send_requested.connect(self.send)
            self.draft.delete_requested.connect(self.delete)
            self.hand.addWidget(self.draft)
        else:
            self.draft.show_details(details)
        self.draft.show_gaps(self.ask(invoice_gaps, details.id))
        self.hand.setCurrentWidget(self.draft)

    # steps that several actions take

    def _client(self, title: str) -> UUID | None:
        """Ask for whom, and offer the client in hand, who may be out of sight."""
        ask, current = self.workspace.store.ask, self.workspace.selection.current
        known = ask(client_of, current) if current else None
        dialog = ClientDialog(title, self._find_clients, known, self)
        return dialog.client_id if dialog.exec() else None

    def _enter(self) -> None:
        """The keyboard goes into the invoice in hand."""
        if self.hand.currentWidget() is self.draft and self.draft is not None:
            self.draft.focus_first()
        else:
            self.sent.focus_first()

    def _find_clients(self, text: str) -> list[tuple[UUID, str, str]]:
        return [(choice.id, choice.name, "") for choice in self.workspace.store.ask(active_clients, text)]

    def _take(self, invoice_id: UUID | None) -> None:
        if invoice_id != self.invoice_id:
            self.invoice_id = invoice_id
            self._show_in_hand()

    def _open(self, row: InvoiceRow) -> None:
        self._take(row.id)
        self._enter()

    def _choose(self, rows: list[InvoiceRow]) -> None:
        if len(rows) == 1:
            self._take(rows[0].id)

    def _fill_menu(self, menu: Menu, rows: list[InvoiceRow]) -> None:
        """What can be done with the row under the mouse, which is the invoice in hand."""
        if len(rows) != 1:
            return
        of_drafts = [(self.tr("Send invoice"), self.send), (self.tr("Delete draft"), self.delete)]
        of_sent = [(self.tr("Save PDF…"), self.save_pdf), (self.tr("Print…"), self.print_invoice)]
        if rows[0].owed:
            of_sent.insert(0, (self.tr("Record payment…"), self.record_payment))
        of_sent.extend(self._removals())
        for text, act in of_drafts if rows[0].status is InvoiceStatus.DRAFT else of_sent:
            menu.addAction(text, act)

    def _removals(self) -> list[tuple[str, Callable[[], None]]]:
        """An entry for each payment of the invoice in hand."""
        details = self._details
        if details is None:
            return []
        text, money = self.tr("Remove payment of {amount}"), self.workspace.formats.money
        return [
            (text.format(amount=money(payment.amount, details.currency)), partial(self._remove_payment, payment))
            for payment in details.payments
        ]

    def _remove_payment(self, payment: PaymentRow) -> None:
        currency = self._in_hand(draft=False).currency
        self.workspace.do(remove_payment, payment.id)
        amount = self.workspace.formats.money(payment.amount, currency)
        self.workspace.said(self.tr("Payment of {amount} removed").format(amount=amount))

    def _in_hand(self, *, draft: bool) -> InvoiceDetails:
        """The invoice in hand, of the kind that an action is for."""
        details = self._details
        if details is None:
            raise UserError(self.tr("Choose an invoice first."))
        if draft and details.status is not InvoiceStatus.DRAFT:
            raise UserError(self.tr("Invoice {number} was sent already.").format(number=details.number))
        if not draft and details.status is InvoiceStatus.DRAFT:
            raise UserError(self.tr("This is still a draft. Send it first, so that it has a number."))
        return details

    def _document(self, invoice_id: UUID) -> InvoiceDocument:
        return self.ask(invoice_document, invoice_id)

    def _pdf(self, document: InvoiceDocument) -> bytes:
        """The document as a PDF, drawn anew only when it differs from the last one."""
        if self._drawn is None or self._drawn[0] != document:
            from fitwell_desktop.reports.invoice import invoice_pdf

            self._drawn = document, invoice_pdf(document, self._files.read_if_here(document.logo_hash))
        return self._drawn[1]

    def _write_into(self, folder: Path) -> Path:
        from fitwell_desktop.reports.saving import save_document

        document = self._document(self._in_hand(draft=False).id)
        return save_document(folder / document.file_name, self._pdf(document), before_it_leaves=self._hand_out)

    def _hand_out(self) -> None:
        self.workspace.do(hand_out, self._in_hand(draft=False).id)

    # how it is put together

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(14)
        layout.addLayout(row(self.open, self.overdue, self.paid, spacing=12))
        layout.addWidget(self.both, 1)

    def _connect(self) -> None:
        self.list.wanted_changed.connect(self.refresh_soon)
        self.list.new_requested.connect(self.new_invoice)
        self.list.table.keeper.chosen.connect(self._choose)
        self.list.table.keeper.opened.connect(self._open)
        self.list.table.keeper.fill_menu = self._fill_menu
        self.sent.pay_requested.connect(self.record_payment)
        self.sent.save_requested.connect(self.save_pdf)
        self.sent.print_requested.connect(self.print_invoice)
        self.sent.remove_requested.connect(self._remove_payment)
