"""What tests of the Billing panel are given: the real window with the panel in it, on a practice in Berlin."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.billing.amounts import InvoiceLine
from fitwell_desktop.domain.billing.commands import draft_invoice, send_invoice
from fitwell_desktop.domain.billing.details import InvoiceDetails, invoice
from fitwell_desktop.models.accounts import TaxRate
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.widgets.grid import Grid
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.billing.panel import BillingPanel
from tests import builders
from tests.checked_store import CheckedStore
from tests.views.one_panel import one_panel, window_of

SESSION = InvoiceLine("Personal training, 60 min", 7_500, tax_name="VAT", tax_rate_ppm=190_000)


@dataclass
class Desk:
    """The window, its panel, and hands to work with."""

    window: MainWindow
    workspace: Workspace
    store: Store
    qtbot: QtBot

    @property
    def panel(self) -> BillingPanel:
        panel = self.window.area.docks["billing"].panel
        assert isinstance(panel, BillingPanel)
        return panel

    @property
    def grid(self) -> Grid:
        """The lines of the draft in hand."""
        assert self.panel.draft is not None
        return self.panel.draft.lines.grid

    def client(self, first_name: str, last_name: str = "Berg") -> UUID:
        return builders.client(self.store, first_name=first_name, last_name=last_name)

    def draft(self, client_id: UUID, *lines: InvoiceLine) -> UUID:
        """A draft, in hand."""
        made = self.store.do(draft_invoice, client_id, lines or (SESSION,))
        self.settle()
        self.panel.show_item(made)
        self.settle()
        return made

    def sent(self, client_id: UUID, *lines: InvoiceLine) -> UUID:
        """A sent invoice, in hand."""
        made = self.draft(client_id, *lines)
        self.store.do(send_invoice, made)
        self.settle()
        return made

    def details(self, invoice_id: UUID) -> InvoiceDetails:
        """The invoice, from the store itself."""
        found = self.store.ask(invoice, invoice_id)
        assert found is not None
        return found

    def settle(self) -> None:
        """Let the panel reload what changed. The first document takes its time where the machine is busy: what draws
        and shows it is loaded then.
        """
        self.qtbot.waitUntil(lambda: not self.panel._soon.isActive(), timeout=30_000)

    def type_line(self, *cells: str) -> None:
        """Type a new line with the keyboard, cell by cell, from the empty row's first one on."""
        self.grid.setFocus()
        self.grid.setCurrentCell(self.grid.rowCount() - 1, 0)
        for text in cells:
            self.type_cell(text)

    def type_cell(self, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Type into the current cell and leave it by the key; nothing typed leaves it as it is."""
        if text:
            if not self._editor():
                QTest.keyClicks(self.grid, text[0])
                text = text[1:]
            editor = self._editor()
            assert editor is not None
            QTest.keyClicks(editor, text)
        QTest.keyClick(self._editor() or self.grid, key)
        QApplication.processEvents()  # Enter is taken when the line itself is done with it
        self.settle()

    def _editor(self) -> QWidget | None:
        lines = self.grid.viewport().findChildren(QLineEdit)
        return next((line for line in lines if line.isVisible()), None)


@pytest.fixture
def desk(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Desk]:
    """The desk on Monday, 2 March 2026."""
    builders.practice(checked_store, tax_rates=(TaxRate("VAT", 190_000), TaxRate("VAT", 70_000)))
    with one_panel(qtbot, checked_store, clock, tmp_path, "billing") as workspace:
        yield Desk(window_of(workspace), workspace, checked_store, qtbot)
