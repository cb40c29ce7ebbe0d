"""One column of a file in the import: what it is taken for and, where it holds days, in which order they are written."""

from functools import cached_property
from itertools import islice

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout

from fitwell_desktop.domain.clients.csv_days import ENOUGH, guess_order, hangs_on_order, parse_day
from fitwell_desktop.domain.clients.import_plan import DAYS, ClientFile
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.choices import ComboBox
from fitwell_desktop.ui.widgets.labels import ElidedLabel
from fitwell_desktop.vocabulary import DayOrder, ImportField

SAMPLES, LOOKED_AT = 3, 50
LONGEST_HEADING, LONGEST_SAMPLE = 60, 60
FIELDS: tuple[ImportField | None, ...] = (None, *ImportField)


class ImportColumn(QObject):
    """Two lines of the grid: heading, samples and what it is taken for; below, for days, how the first would be read."""

    def __init__(self, grid: QGridLayout, file: ClientFile, at: int, formats: Formats) -> None:
        super().__init__(grid)
        self._file, self._at, self._formats = file, at, formats
        heading = file.headings[at][:LONGEST_HEADING]
        self.box, self.order = ComboBox(), ComboBox()
        self.box.setAccessibleName(f"{heading} is taken as")
        self.order.setAccessibleName(f"{heading} has its days as")
        self.example = ElidedLabel("", "hint")
        self.box.addItems(["Leave out", *(field.label for field in FIELDS if field)])
        self.box.setCurrentIndex(FIELDS.index(file.mapping[at]))
        self.box.setMinimumWidth(200)
        self.box.currentIndexChanged.connect(lambda _at: self._show_days())
        self.order.currentIndexChanged.connect(lambda _at: self._show_example())
        line = 2 * at + 1
        grid.addWidget(ElidedLabel(heading, "strong"), line, 0)
        grid.addWidget(ElidedLabel(self._samples(), "quiet"), line, 1)
        grid.addWidget(self.box, line, 2)
        grid.addWidget(self.example, line + 1, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.order, line + 1, 2)
        self._show_days()

    @property
    def field(self) -> ImportField | None:
        """What it is taken for now; None for what is left out."""
        return FIELDS[self.box.currentIndex()]

    @property
    def day_order(self) -> DayOrder:
        """In which order its days are read."""
        return DayOrder(self.order.currentData())

    def _show_days(self) -> None:
        """Days may be written in any order, other things in one alone."""
        is_days = self.field in DAYS
        if is_days and not self.order.count():
            self._offer_orders()
        self.example.setVisible(is_days)
        self.order.setVisible(is_days and hangs_on_order(self._first_day, self._formats.today()))

    def _offer_orders(self) -> None:
        usual = DayOrder(self._formats.day_order)
        guessed = guess_order(self._file.cells(self._at), usual, self._formats.today())
        for order in DayOrder:
            self.order.addItem(order.label, order.value)
        self.order.setCurrentIndex(self.order.findData(guessed.value))
        self._show_example()

    def _show_example(self) -> None:
        text = self._first_day
        day = parse_day(text, self.day_order, self._formats.today())
        read = f"is read as {self._formats.day(day)}" if day else "can’t be read as a day"
        self.example.setText(f"“{text}” {read}" if text else "No days stand in this column")

    @cached_property
    def _first_day(self) -> str:
        """The first day that is read by its order; without such a one, what stands first."""
        today = self._formats.today()
        texts = [" ".join(cell[:LONGEST_SAMPLE].split()) for cell in islice(self._file.cells(self._at), ENOUGH)]
        return next((text for text in texts if hangs_on_order(text, today)), texts[0] if texts else "")

    def _samples(self) -> str:
        rows = self._file.rows[:LOOKED_AT]
        cells = (" ".join(row.cells[self._at][:LONGEST_SAMPLE].split()) for row in rows if self._at < len(row.cells))
        return " · ".join([cell for cell in cells if cell][:SAMPLES]).replace("\x00", "")
