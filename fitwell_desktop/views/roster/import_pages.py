"""The two pages of the import that show the file: what its columns hold, and what would become of its rows."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.csv_encoding import ENCODINGS
from fitwell_desktop.domain.clients.csv_headers import Mapping
from fitwell_desktop.domain.clients.import_plan import DAYS, ClientFile, ImportPlan, Orders, PlannedRow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.choices import ComboBox
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.ui.widgets.stat_card import StatCard
from fitwell_desktop.ui.widgets.table import Table
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.import_column import ImportColumn
from fitwell_desktop.views.roster.page import show_through
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import Verdict

TONES = {Verdict.GOOD: Tone.GOOD, Verdict.WARNING: Tone.WARN, Verdict.REFUSED: Tone.BAD}
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


class MappingPage(QWidget):
    """For each column its heading, what stands in it, and what it is taken for."""

    read_otherwise = Signal(str, str)
    """The file is to be read with this encoding and this delimiter."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.columns: list[ImportColumn] = []
        self._formats = formats
        self._about = Label("", "quiet")
        self.encoding, self.delimiter = ComboBox(), ComboBox()
        for box, name in ((self.encoding, "Encoding"), (self.delimiter, "Columns are divided by")):
            box.setAccessibleName(name)
            box.activated.connect(lambda _at: self._ask_otherwise())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("Columns")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (
            Label("Written in", "label"),
            self.encoding,
            Label("columns divided by", "label"),
            self.delimiter,
        ):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(self._about)
        column.addLayout(line)
        column.addWidget(self._area, 1)

    def show_file(self, file: ClientFile) -> None:
        """Show a file's columns with what they seem to hold."""
        self._about.setText(plural(len(file.rows), "row"))
        _offer(self.encoding, {name: name for name in ENCODINGS}, file.encoding)
        _offer(self.delimiter, DELIMITERS, file.delimiter)
        paper = QWidget()
        grid = QGridLayout(paper)
        grid.setContentsMargins(0, 8, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for at, title in enumerate(("Column in the file", "For example", "Is taken as")):
            grid.addWidget(Label(title, "label"), 0, at)
        self.columns = [ImportColumn(grid, file, at, self._formats) for at in range(len(file.headings))]
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(paper)
        show_through(self._area)

    def mapping(self) -> Mapping:
        """What each column is taken for now."""
        return tuple(column.field for column in self.columns)

    def orders(self) -> Orders:
        """In which order the days stand in the columns that hold them."""
        return {column.field: column.day_order for column in self.columns if column.field in DAYS}

    def _ask_otherwise(self) -> None:
        self.read_otherwise.emit(self.encoding.currentData(), self.delimiter.currentData())


def _offer(box: QComboBox, choices: dict[str, str], chosen: str) -> None:
    box.clear()
    for value, words in (choices if chosen in choices else {chosen: chosen, **choices}).items():
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))


class FaultRow(Struct, frozen=True):
    """A fault, or a row without one, as the table shows it."""

    id: tuple[int, int]
    line: int
    client: str
    verdict: Verdict
    column: str
    reason: str


class CheckPage(QWidget):
    """How many rows are good, and each fault with its row, column and reason."""

    report_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._faults: list[FaultRow] = []
        self._plan: ImportPlan | None = None
        self.cards = {verdict: StatCard(verdict.label) for verdict in Verdict}
        self.which = SegmentedControl("Rows", [(None, "With remarks"), *((v, v.label) for v in Verdict)])
        self.field = SearchField("Filter rows", "funnel")
        report = Button("Save report…", "secondary", "file-down")
        report.clicked.connect(self.report_asked)
        self.table = Table("import", "Rows of the file", _fault_columns(), workspace.settings)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.keeper.empty = EmptyState("badge-check", "Nothing to remark", "No row of this kind.")
        self.which.chosen.connect(lambda _value: self._show())
        self.field.textChanged.connect(lambda _text: self._show())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row(*self.cards.values(), spacing=10))
        tools = QHBoxLayout()
        tools.addWidget(self.which)
        tools.addWidget(self.field, 1)
        tools.addWidget(report)
        column.addLayout(tools)
        column.addWidget(self.table, 1)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would become of each row."""
        for verdict, card in self.cards.items():
            count = plan.count(verdict)
            card.show_figure(f"{count:,}", unit="row" if count == 1 else "rows")
        self._faults = [fault for planned in plan.rows for fault in _faults(planned)]
        self._plan = plan
        self._show()

    def _show(self) -> None:
        which, text = self.which.value(), self.field.text().casefold()
        rows = _good(self._plan) if which is Verdict.GOOD and self._plan else self._faults
        if which in {Verdict.WARNING, Verdict.REFUSED}:
            rows = [fault for fault in rows if fault.verdict is which]
        if text:
            rows = [fault for fault in rows if text in f"{fault.client} {fault.column} {fault.reason}".casefold()]
        self.table.rows_model.show(rows)
        self.table.keeper.place_empty()


def _good(plan: ImportPlan) -> list[FaultRow]:
    return [
        FaultRow((planned.line, 0), planned.line, planned.label, planned.verdict, "", "")
        for planned in plan.rows
        if planned.verdict is Verdict.GOOD
    ]


def _faults(planned: PlannedRow) -> list[FaultRow]:
    return [
        FaultRow((planned.line, at), planned.line, planned.label, planned.verdict, problem.column, problem.reason)
        for at, problem in enumerate(planned.problems)
    ]


def _fault_columns() -> list[Column[FaultRow]]:
    return [
        Column(name="line", title="Row", value=lambda fault: fault.line, right=True, width=60),
        Column(name="client", title="Client", value=lambda fault: fault.client, width=150),
        Column(
            name="verdict",
            title="Result",
            value=lambda fault: fault.verdict.label,
            pill=lambda fault: (fault.verdict.label, TONES[fault.verdict]),
            width=155,
        ),
        Column(name="column", title="Column", value=lambda fault: fault.column, width=85),
        Column(name="reason", title="Why", value=lambda fault: fault.reason, width=340),
    ]
