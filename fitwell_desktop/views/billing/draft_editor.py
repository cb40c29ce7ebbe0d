"""A draft in hand: all of it can be typed, and is saved as it is typed."""

from typing import Any
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import edit_draft
from fitwell_desktop.domain.billing.details import InvoiceDetails, MoneySettings
from fitwell_desktop.domain.billing.drafts import Draft
from fitwell_desktop.domain.billing.gaps import Gaps
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import counted
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.card import Card, row
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import CheckField, DayField, Field, LongTextField, TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.picker import Search
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.billing.dialogs import client_picker
from fitwell_desktop.views.billing.fields import ReductionField
from fitwell_desktop.views.billing.gaps_view import GapsView
from fitwell_desktop.views.billing.lines_editor import LinesEditor
from fitwell_desktop.views.billing.totals_view import TotalsView


class DraftEditor(QWidget):
    """Shows one draft; made anew for another invoice."""

    send_requested = Signal()
    delete_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        details: InvoiceDetails,
        settings: MoneySettings,
        find_clients: Search,
    ) -> None:
        super().__init__()
        self._workspace, self._details = workspace, details
        self.client = client_picker(find_clients)
        self.client.picked.connect(self._choose_client)
        taxes = [(tax.name, tax.rate_ppm) for tax in settings.taxes]
        self.lines = LinesEditor(workspace.formats, details.currency, taxes, self._save_lines)
        self.totals = TotalsView(workspace.formats)
        self.terms = Form(self._terms(settings), workspace.formats, columns=2, save=self._save_field)
        self.notes = Form(self._extras(), workspace.formats, columns=2, save=self._save_field)
        self.gaps = GapsView(workspace)
        self.send = Button(self.tr("Send"), "primary", "send")
        self.send.setToolTip(self.tr("Give it its number and date, and close it for good"))
        self.send.clicked.connect(self.send_requested)
        self._lay_out()
        self.show_details(details)

    def show_details(self, details: InvoiceDetails) -> None:
        """Show the draft as it is kept."""
        self._details, draft = details, details.draft
        self.client.set_value(draft.client_id, details.client_name)
        self.lines.show_lines(draft.lines, details.amounts)
        self.totals.show_totals(details)
        self.terms.set_values({"due_on": draft.due_on, "prices_include_tax": draft.prices_include_tax})
        self.notes.set_values(
            {"reduction": draft.reduction, "reduction_reason": draft.reduction_reason, "notes": draft.notes}
        )

    def show_gaps(self, gaps: Gaps) -> None:
        """Say what the invoice would lack if it were sent now."""
        self.gaps.show_gaps(gaps)

    def is_kept(self) -> bool:
        """Whether all that stands in it is kept, too: what can't be is marked."""
        return not (self.lines.grid.is_wrong() or self.terms.is_dirty() or self.notes.is_dirty())

    def refused(self) -> bool:
        """Whether something was typed that could not be kept."""
        return self.lines.grid.is_wrong() or bool(self.terms.refused() or self.notes.refused())

    def put_back(self) -> None:
        """Show what is kept in the place of all that was refused."""
        self.lines.grid.put_back()
        for form in (self.terms, self.notes):
            form.show_refused({})

    def focus_first(self) -> None:
        """The keyboard goes to the client; where that is all there is yet, to the first line."""
        if self._details.draft.lines:
            self.client.setFocus()
            self.client.selectAll()
        else:
            self.lines.grid.add_row()

    def _lay_out(self) -> None:
        delete = IconButton("trash-2", self.tr("Delete draft"))
        delete.clicked.connect(self.delete_requested)
        head = row(Label(self.tr("New invoice"), "title"), Pill(self.tr("Draft"), Tone.NEUTRAL), 1, delete, self.send)
        paper = QWidget()
        body = QVBoxLayout(paper)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        person = Card()
        person.body.addWidget(Label(self.tr("Client"), "label"))
        person.body.addWidget(self.client)
        person.body.addWidget(self.terms)
        body.addWidget(person)
        work = Card()
        work.body.addWidget(self.lines)
        work.body.addLayout(row(1, self.totals))
        body.addWidget(work)
        extras = Card()
        extras.body.addWidget(self.notes)
        body.addWidget(extras)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(paper)
        for ground in (paper, scroll.viewport()):
            ground.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addWidget(self.gaps)
        outer.addWidget(scroll, 1)

    def _terms(self, settings: MoneySettings) -> list[Field]:
        days = self.tr("{0} after it is sent, unless a day is given").format(
            counted(settings.payment_terms_days, "day")
        )
        return [
            DayField(name="due_on", title=self.tr("Due on"), hint=days, lean=Lean.AHEAD),
            CheckField(name="prices_include_tax", title=self.tr("Prices include tax")),
        ]

    def _extras(self) -> list[Field]:
        money = self._details.currency
        return [
            ReductionField(
                name="reduction",
                title=self.tr("Discount on the whole invoice"),
                example=self.tr("{0} or {1}").format("10 %", self._workspace.formats.typed_money(500, money)),
                currency=money,
            ),
            TextField(name="reduction_reason", title=self.tr("Reason for the discount")),
            LongTextField(name="notes", title=self.tr("Note to the client"), lines=3),
        ]

    def _choose_client(self, client_id: UUID) -> None:
        self._save(replace(self._details.draft, client_id=client_id))

    def _save_lines(self, lines: tuple[InvoiceLine, ...]) -> None:
        self._save(replace(self._details.draft, lines=lines))

    def _save_field(self, name: str, value: Any) -> None:
        self._save(replace(self._details.draft, **{name: value}))

    def _save(self, draft: Draft) -> None:
        kept = self._workspace.do(edit_draft, self._details.id, draft)
        gone = len(draft.lines) - len(kept.lines)
        if gone:
            self._workspace.said(
                self.tr("{0} of {1} left out").format(counted(gone, "session"), self._details.client_name)
            )
        self._details = replace(self._details, draft=kept)
