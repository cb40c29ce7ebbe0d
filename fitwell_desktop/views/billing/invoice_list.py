"""The list of invoices: parts by status with their counts, a search, and the rows with their sum."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.billing.queries import InvoiceRow, StatusSum
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import counted, translated
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.ui.widgets.table import Table
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.billing.states import PARTS, pill_of
from fitwell_desktop.vocabulary import InvoiceStatus

PAGE = 100
"""Rows that are read at first; “Show more” reads as many again."""


class InvoiceList(QWidget):
    """Tells what is looked for and which row is chosen; the panel asks for the data."""

    wanted_changed = Signal()
    new_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.limit = PAGE
        self.parts = SegmentedControl(self.tr("Invoices"), [(name, translated(title)) for name, title, _ in PARTS])
        self.search = SearchField(self.tr("Search number or client"))
        self.table = Table("invoices", self.tr("Invoices"), self._columns(), workspace.settings, delegated=True)
        self.empty = EmptyState("receipt", "", "")
        self.table.keeper.empty = self.empty
        self.sum = Label("", "hint")
        self.new = Button(self.tr("New invoice…"), icon_name="file-plus")
        self.new.clicked.connect(self.new_requested)
        self.more = Button(self.tr("Show more"), "link")
        self.more.hide()
        self.parts.chosen.connect(lambda _part: self._want())
        self.search.lead_to(lambda: self.table)
        self.search.textChanged.connect(lambda _text: self._want())
        self.table.rows_model.sort_requested.connect(lambda *_order: self._want())
        self.empty.acted.connect(self._act)
        self.more.clicked.connect(self._show_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row(self.parts, 1))
        layout.addLayout(row(self.search, self.new, spacing=8))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.sum, 1, self.more))

    def statuses(self) -> tuple[InvoiceStatus, ...]:
        """The statuses of the part that is chosen; none means all."""
        return next(statuses for name, _, statuses in PARTS if name == self.parts.value())

    def order(self) -> tuple[str, bool] | None:
        """The column by which all of them are to be sorted, and whether the greatest comes first."""
        return self.table.rows_model.order()

    def show_part(self, name: str) -> None:
        """Choose a part."""
        self.parts.set_value(name)
        self._want()

    def show_rows(self, rows: Sequence[InvoiceRow], sums: Sequence[StatusSum]) -> None:
        """Show rows of the chosen part, and what all parts hold."""
        self._count(sums)
        statuses = self.statuses()
        part = [own for own in sums if not statuses or own.status in statuses]
        count, total = sum(own.count for own in part), sum(own.total for own in part)
        self.more.setVisible(count > len(rows))
        self.sum.setText(counted(count, "invoice") + f" · {self._workspace.formats.money(total)}" if count else "")
        self._say_empty(bool(sums))
        self.table.rows_model.show(rows)
        self.table.keeper.place_empty()

    def _columns(self) -> list[Column[InvoiceRow]]:
        formats, tr = self._workspace.formats, self.tr
        return [
            Column(
                name="number", title=tr("Number"), value=lambda r: r.number or None, text=lambda r: r.number, width=130
            ),
            Column(name="client", title=tr("Client"), value=lambda r: r.client_name, width=110, grows=True),
            Column(
                name="status",
                title=tr("Status"),
                value=lambda r: list(InvoiceStatus).index(r.status),
                text=lambda r: r.status.label,
                pill=lambda r: pill_of(r.status),
                width=92,
            ),
            Column(
                name="issued", title=tr("Date"), value=lambda r: r.issued_on, text=lambda r: self._day(r.issued_on),
                width=106, hidden=True,
            ),
            Column(
                name="due",
                title=tr("Due"),
                value=lambda r: r.due_on,
                text=lambda r: self._day(r.due_on),
                tone=lambda r: Tone.BAD if r.status is InvoiceStatus.OVERDUE else Tone.NEUTRAL,
                width=106,
            ),
            Column(
                name="total", title=tr("Total"), value=lambda r: r.total,
                text=lambda r: formats.money(r.total, r.currency), right=True, width=108,
            ),
            Column(
                name="owed", title=tr("Open"), value=lambda r: r.owed,
                text=lambda r: formats.money(r.owed, r.currency) if r.owed else "", right=True, width=108,
            ),
            Column(
                name="paid", title=tr("Paid"), value=lambda r: r.paid_at, text=lambda r: self._day_of(r.paid_at),
                width=106, hidden=True,
            ),
        ]  # fmt: skip

    def _day(self, day: date | None) -> str:
        return self._workspace.formats.day(day) if day else ""

    def _day_of(self, moment: datetime | None) -> str:
        return self._day(self._workspace.formats.local(moment).date() if moment else None)

    def _count(self, sums: Sequence[StatusSum]) -> None:
        """Put the counts beside the parts' titles."""
        choices = []
        for name, title, statuses in PARTS:
            many = sum(own.count for own in sums if not statuses or own.status in statuses)
            said = translated(title)
            choices.append((name, f"{said} {many}" if many else said))
        self.parts.set_choices(choices)

    def _say_empty(self, any_at_all: bool) -> None:
        if any_at_all or self.search.text():
            self.empty.say(
                "search-x", self.tr("No invoice like that"),
                self.tr("Nothing here fits the search and the part that is chosen."), self.tr("Show all"),
            )  # fmt: skip
        else:
            self.empty.say(
                "receipt", self.tr("No invoices yet"),
                self.tr("Write one by hand, or make one from the sessions that a client had."), self.tr("New invoice"),
            )  # fmt: skip
        self._nothing_yet = not (any_at_all or self.search.text())

    def _act(self) -> None:
        if self._nothing_yet:
            self.new_requested.emit()
            return
        self.search.clear()
        self.show_part("all")

    def _want(self) -> None:
        self.limit = PAGE
        self.wanted_changed.emit()

    def _show_more(self) -> None:
        self.limit += PAGE
        self.wanted_changed.emit()
