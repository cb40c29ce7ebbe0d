"""A table of 100,000 rows: a letter in its filter, a step of the cursor, a sort, a scrolled page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from statistics import median

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.painting import painted_ms
from benchmarks.people import FIRST_NAMES, LAST_NAMES
from benchmarks.samples import elapsed_ms, percentile, settled_memory
from benchmarks.window import dressed, fresh_settings, shown
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.rows_model import Column, RowsModel
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as panels show it."""

    id: int
    name: str
    city: str
    sessions: int
    balance: int


COLUMNS: tuple[Column[Entry], ...] = (
    Column(name="name", title="Name", value=lambda row: row.name, width=300),
    Column(name="city", title="City", value=lambda row: row.city, width=200),
    Column(name="sessions", title="Sessions", value=lambda row: row.sessions, right=True),
    Column(name="balance", title="Balance", value=lambda row: row.balance, right=True),
)


def entries(count: int) -> list[Entry]:
    """So many rows, no two names alike, in no order."""
    people = list(product(LAST_NAMES, FIRST_NAMES))
    stride = 7919  # prime to any round number: neighbours come out far apart
    numbers = (at * stride % count for at in range(count))
    return [
        Entry(n, f"{people[n % 143][1]} {people[n % 143][0]} {n:06d}", f"City {n % 53}", n % 400, n * 31 % 90_000)
        for n in numbers
    ]


class FilteredTable(QWidget):
    """A filter above a table, as in the panels."""

    def __init__(self, rows: list[Entry], settings: Settings) -> None:
        super().__init__()
        self._all = self._found = [(fold(row.name), row) for row in rows]
        self._words = ""
        self.field = SearchField("Filter")
        self.table = Table("measured", "Rows", COLUMNS, settings)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.table)
        self.field.textChanged.connect(self._filter)
        self.table.rows_model.show(rows)

    def _filter(self, text: str) -> None:
        """What has more letters stands among what had fewer: it is looked for there."""
        words = fold(text)
        among = self._found if words.startswith(self._words) else self._all
        self._found, self._words = [pair for pair in among if words in pair[0]], words
        self.table.rows_model.show(row for _key, row in self._found)


def _measure(conditions: Conditions) -> Measured:
    rows = entries(conditions.some(100_000, 500))
    rounds = conditions.some(30, 3)
    with fresh_settings() as settings:
        dressed(settings)
        window = shown(FilteredTable(rows, settings))
        with settled_memory():
            values = {**_painting(window, rounds), **_sorting(window.table, rows, rounds)}
        window.close()
    return Measured(values, [f"{len(rows):,} rows; {rounds} rounds of each"])


def _painting(window: FilteredTable, rounds: int) -> dict[str, float]:
    """A plain repaint stands before each step and each letter: they are compared with what is as quick as they are."""
    table, plain = window.table, partial(painted_ms, window, window.table.viewport().update)
    steps = [(plain(), painted_ms(window, lambda: QTest.keyClick(table, Qt.Key.Key_Down))) for _ in range(rounds)]
    letters = [(plain(), painted_ms(window, press)) for press in _presses(window, rounds)]
    pages = [painted_ms(window, lambda: QTest.keyClick(table, Qt.Key.Key_PageDown)) for _ in range(rounds)]
    return {
        "plain_repaint": median(repaint for repaint, _ in [*steps, *letters]),
        "step": median(step for _, step in steps),
        "step_ratio": _ratio(steps),
        "letter": median(letter for _, letter in letters),
        "letter_p95": percentile([letter for _, letter in letters], 95),
        "letter_ratio": _ratio(letters),
        "scroll": percentile(pages, 95),
    }


def _ratio(pairs: Sequence[tuple[float, float]]) -> float:
    return median(after for _, after in pairs) / median(before for before, _ in pairs)


def _presses(window: FilteredTable, rounds: int) -> Iterator[Callable[[], None]]:
    """Letter by letter, a name that is typed again and again."""
    letters = "nguyen 0123"
    for number in range(rounds):
        at = number % len(letters)
        if at == 0:
            window.field.clear()
        yield partial(QTest.keyClicks, window.field, letters[at])


def _sorting(table: Table, rows: list[Entry], rounds: int) -> dict[str, float]:
    table.rows_model.show(rows)
    ours = [
        elapsed_ms(lambda column=at % 3 + 1: table.rows_model.sort(column, Qt.SortOrder.DescendingOrder))  # type: ignore[misc]
        for at in range(rounds)
    ]
    proxied = _proxy_sort_ms(rows)
    return {"sort": median(ours), "proxy_sort": proxied, "sort_ratio": median(ours) / proxied}


def _proxy_sort_ms(rows: list[Entry]) -> float:
    """The same rows sorted by Qt's own proxy, which asks Python for two cells at each comparison."""
    source: RowsModel[Entry] = RowsModel(COLUMNS)
    source.show(rows)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(source)
    view = QTableView()
    view.setModel(proxy)
    return elapsed_ms(lambda: proxy.sort(1, Qt.SortOrder.DescendingOrder))


BENCHMARK = Benchmark(
    "tables",
    "the kit's table over 100,000 rows",
    (
        Figure("plain_repaint", "ms", "repaint of the table, nothing changed"),
        Figure("step", "ms", "cursor down → painted, median", at_most=16),
        Figure("step_ratio", "×", "  against the plain repaint", at_most=1.5),
        Figure("letter", "ms", "letter in the filter → painted, median", at_most=16),
        Figure("letter_p95", "ms", "letter in the filter → painted, 95th percentile"),
        Figure("letter_ratio", "×", "  median against the plain repaint", at_most=1.5),
        Figure("scroll", "ms", "page down → painted, 95th percentile", at_most=16),
        Figure("sort", "ms", "sort by another column, median"),
        Figure("proxy_sort", "ms", "  the same by QSortFilterProxyModel"),
        Figure("sort_ratio", "×", "  against it", at_most=0.01),
    ),
    _measure,
)
