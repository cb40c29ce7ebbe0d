"""The lines of a draft, typed like a spreadsheet, with what each comes to."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fitwell_desktop.domain.billing.amounts import InvoiceLine, Reduction, Totals
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.form_fields import Field, TextField
from fitwell_desktop.ui.widgets.grid import Grid, GridColumn, Row
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.billing.fields import PriceField, QuantityField, RateField, ReductionField

Taxes = Sequence[tuple[str, int]]
"""Name and rate in millionths; the first is the usual one."""


class LinesEditor(QWidget):
    """`save` gets the lines after each change; what it refuses is said at the cell and below the grid."""

    def __init__(
        self, formats: Formats, currency: str, taxes: Taxes, save: Callable[[tuple[InvoiceLine, ...]], object]
    ) -> None:
        super().__init__()
        self._formats, self._currency, self._taxes, self._save = formats, currency, taxes, save
        self.grid = Grid(self.tr("Lines"), self._columns(), formats, self._blank, self._keep)
        self.complaint = Label("", "error", wrap=True)
        self.complaint.hide()
        self.grid.complained.connect(self._complain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.grid)
        layout.addWidget(self.complaint)
        layout.addLayout(self._tools())

    def show_lines(self, lines: Sequence[InvoiceLine], amounts: Totals) -> None:
        """Show the lines of a draft, worked out."""
        self.grid.show_rows([_row_of(line) for line in lines])
        self.grid.tell("amount", [self._formats.money(worked.amount, self._currency) for worked in amounts.lines])

    def _tools(self) -> QHBoxLayout:
        add = Button(self.tr("Add line"), "ghost", "plus")
        up, down, gone = (
            IconButton("arrow-up", self.tr("Move line up (Alt+Up)"), side=16),
            IconButton("arrow-down", self.tr("Move line down (Alt+Down)"), side=16),
            IconButton("trash-2", self.tr("Delete line (Ctrl+Delete)"), side=16),
        )
        add.clicked.connect(self.grid.add_row)
        up.clicked.connect(lambda: self.grid.move_row(-1))
        down.clicked.connect(lambda: self.grid.move_row(1))
        gone.clicked.connect(self.grid.remove_row)
        for tool in (up, down, gone):
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return row(add, 1, up, down, gone, spacing=2)

    def _columns(self) -> list[GridColumn]:
        money, tr = self._currency, self.tr
        return [
            GridColumn(field=TextField(name="text", title=tr("Description"), longest=2_000), width=130),
            GridColumn(field=QuantityField(name="quantity", title=tr("Qty")), right=True, width=48),
            GridColumn(field=PriceField(name="unit_price", title=tr("Price"), currency=money), right=True, width=76),
            GridColumn(field=RateField(name="tax_rate_ppm", title=tr("Tax")), right=True, width=56),
            GridColumn(
                field=ReductionField(name="discount", title=tr("Discount"), currency=money), right=True, width=78
            ),
            GridColumn(field=Field(name="amount", title=tr("Amount")), right=True, width=88, told=True),
        ]

    def _blank(self) -> Row:
        name, rate = self._taxes[0] if self._taxes else ("", 0)
        return _row_of(InvoiceLine("", 0, tax_name=name, tax_rate_ppm=rate))

    def _keep(self, rows: list[Row]) -> None:
        self._save(tuple(self._line_of(own) for own in rows))

    def _line_of(self, own: Row) -> InvoiceLine:
        line: InvoiceLine = own["line"]
        reduction: Reduction = own["discount"]
        rate: int = own["tax_rate_ppm"]
        return replace(
            line,
            text=own["text"],
            quantity=own["quantity"],
            unit_price=own["unit_price"],
            tax_rate_ppm=rate,
            tax_name=line.tax_name if rate == line.tax_rate_ppm else self._name_of(rate),
            discount=reduction.fixed,
            discount_rate_ppm=reduction.rate_ppm,
        )

    def _name_of(self, rate_ppm: int) -> str:
        """The practice's tax of that rate, else the name of its usual one."""
        usual = self._taxes[0][0] if self._taxes and rate_ppm else ""
        return next((name for name, rate in self._taxes if rate == rate_ppm), usual)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))


def _row_of(line: InvoiceLine) -> Row:
    return {
        "line": line,
        "text": line.text,
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        "tax_rate_ppm": line.tax_rate_ppm,
        "discount": Reduction(line.discount, line.discount_rate_ppm),
    }
