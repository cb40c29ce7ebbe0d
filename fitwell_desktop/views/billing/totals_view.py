"""What an invoice comes to: subtotal, discount, each tax, total; amounts below each other."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fitwell_desktop.domain.billing.details import InvoiceDetails
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import with_figures
from fitwell_desktop.ui.widgets.card import rule
from fitwell_desktop.ui.widgets.labels import Label, Role


class TotalsView(QWidget):
    """A column of names and a column of amounts."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._shown: list[tuple[str, str]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 8, 0)
        self._grid.setHorizontalSpacing(36)
        self._grid.setVerticalSpacing(4)

    def show_totals(self, details: InvoiceDetails) -> None:
        """Work out and show."""
        while (entry := self._grid.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = []
        above, below = self._above(details), self._below(details)
        for name, amount in above:
            self._line(name, amount, "quiet")
        if above:
            self._grid.addWidget(rule(), self._grid.rowCount(), 0, 1, 2)
        self._line(self.tr("Total"), self._money(details.amounts.total, details), "heading")
        for name, amount in below:
            self._line(name, amount, "hint")

    def texts(self) -> list[tuple[str, str]]:
        """What is shown, line by line."""
        return list(self._shown)

    def _above(self, details: InvoiceDetails) -> list[tuple[str, str]]:
        amounts = details.amounts
        rows = []
        if amounts.reduction:
            rows.append((self.tr("Discount"), f"−{self._money(amounts.reduction, details)}"))
        if not details.draft.prices_include_tax:
            rows += self._taxes(details)
        return [(self.tr("Subtotal"), self._money(amounts.amount, details)), *rows] if rows else []

    def _below(self, details: InvoiceDetails) -> list[tuple[str, str]]:
        if not details.draft.prices_include_tax:
            return []
        return [(self.tr("of it {tax}").format(tax=name), amount) for name, amount in self._taxes(details)]

    def _taxes(self, details: InvoiceDetails) -> list[tuple[str, str]]:
        return [
            (
                f"{tax.name or self.tr('Tax')} {self._formats.percent(Decimal(tax.rate_ppm) / 1_000_000, 4)}",
                self._money(tax.tax, details),
            )
            for tax in details.amounts.taxes
        ]

    def _money(self, minor: int, details: InvoiceDetails) -> str:
        return self._formats.money(minor, details.currency)

    def _line(self, name: str, amount: str, role: Role) -> None:
        self._shown.append((name, amount))
        at = self._grid.rowCount()
        figure = Label(amount, role)
        figure.setFont(with_figures(figure.font()))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(Label(name, role), at, 0)
        self._grid.addWidget(figure, at, 1)
