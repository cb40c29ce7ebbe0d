"""Tables of rows, whose columns the user chooses, widens, moves and sorts by; and lists of two-line rows."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Property, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QTableView, QWidget

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.rows_model import Column, RowsModel
from fitwell_desktop.ui.widgets.cells import LIST_ROW, PLAIN_ROW, CellDelegate
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.ui.widgets.row_view import RowKeeper

T = TypeVar("T")

WIDEST = 5_000
"""No column is wider than that, in px, whatever the settings say."""


class Table(QTableView):
    """`rows_model.show(rows)` fills it; `keeper` tells what is opened and chosen. `name` is its name in the settings."""

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[Any]],
        settings: Settings,
        *,
        delegated: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._setting = f"tables.{name}"
        self._settings = settings
        self._soon = QTimer(self, singleShot=True, interval=300)
        self._soon.timeout.connect(self._keep)
        self.rows_model: RowsModel[Any] = RowsModel(columns, self, delegated=delegated)
        self.keeper = RowKeeper(self, self.rows_model, title)
        self.setItemDelegate(CellDelegate(self))
        self._plain_row = grown(self, PLAIN_ROW)
        self._row_height = PLAIN_ROW
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._dress_headers()
        self._restore()
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts here, not a search."""

    def rows_in_sight(self) -> int:
        """How many rows there is room for."""
        return _room_for(self, self.verticalHeader().defaultSectionSize())

    def set_row_height(self, height: int) -> None:
        """The height of every row, in px at 100 percent text where things stand comfortably: 52 for two lines."""
        self._row_height = height
        self.verticalHeader().setDefaultSectionSize(round(height * self._plain_row / PLAIN_ROW))

    def _set_plain_row(self, height: int) -> None:
        self._plain_row = height
        self.set_row_height(self._row_height)

    plain_row = Property(int, lambda self: self._plain_row, _set_plain_row)
    """How high a row of one line is now, in px: the style sheet writes it, by density and size of text."""

    def choose_columns(self, names: Sequence[str]) -> None:
        """Show these columns and hide the others; kept."""
        for at, column in enumerate(self.rows_model.columns):
            self.setColumnHidden(at, column.name not in names)
        self._grow()
        self._keep()

    def shown_columns(self) -> list[str]:
        """The columns that are shown, from left to right."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [self.rows_model.columns[at].name for at in order if not self.isColumnHidden(at)]

    def _dress_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.set_row_height(PLAIN_ROW)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setStretchLastSection(not any(column.grows for column in self.rows_model.columns))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_chooser)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(False)
        for changed in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
            changed.connect(lambda *_change: self._soon.start())
        header.sectionResized.connect(self._grow)

    def _grow(self, *_change: object) -> None:
        """Give the column that grows the room that the others leave."""
        for at, column in enumerate(self.rows_model.columns):
            if column.grows and not self.isColumnHidden(at):
                others = self.horizontalHeader().length() - self.columnWidth(at)
                self.setColumnWidth(at, max(grown(self, column.width), self.viewport().width() - others))

    def _open_chooser(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def column_menu(self) -> Menu:
        """The header's menu: each column, shown or not. The last one can't be hidden."""
        menu = Menu(parent=self)
        shown = self.shown_columns()
        for column in self.rows_model.columns:
            entry = menu.addAction(column.title)
            entry.setCheckable(True)
            entry.setChecked(column.name in shown)
            entry.setEnabled(shown != [column.name])
            entry.toggled.connect(lambda on, name=column.name: self._toggle(name, on))
        return menu

    def _toggle(self, name: str, on: bool) -> None:
        shown = [own for own in self.shown_columns() if own != name]
        self.choose_columns([*shown, name] if on else shown)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._soon.isActive():
            self._keep()

    def _keep(self) -> None:
        self._soon.stop()
        header, columns = self.horizontalHeader(), self.rows_model.columns
        order = self.rows_model.order()
        kept = {
            "order": [columns[header.logicalIndex(place)].name for place in range(header.count())],
            "hidden": [column.name for at, column in enumerate(columns) if self.isColumnHidden(at)],
            "widths": {
                column.name: header.sectionSize(at) for at, column in enumerate(columns) if header.sectionSize(at)
            },
            "sort": list(order) if order else [],
        }
        self._settings.put(self._setting, kept)

    def _restore(self) -> None:
        kept = self._settings.get(self._setting, {})
        header, columns = self.horizontalHeader(), self.rows_model.columns
        arranged: list[str] = _part(kept, "order", [])
        hidden: list[str] = _part(kept, "hidden", [])
        widths: dict[str, object] = _part(kept, "widths", {})
        for at, column in enumerate(columns):
            width = widths.get(column.name)
            fits = isinstance(width, int) and 0 < width <= WIDEST
            self.setColumnWidth(at, width if isinstance(width, int) and fits else grown(self, column.width))
            known = column.name in arranged  # else it came with a newer version of the program
            self.setColumnHidden(at, column.name in hidden if known else column.hidden)
        names = [column.name for column in columns]
        sort: list[object] = _part(kept, "sort", [])
        for place, at in enumerate(names.index(name) for name in arranged if name in names):
            header.moveSection(header.visualIndex(at), place)
        self.setSortingEnabled(True)
        match sort:
            case [str(name), bool(falling)] if name in names:
                way = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
                self.sortByColumn(names.index(name), way)


class RowList(QListView):
    """A list of two-line rows, as one column declares them."""

    def __init__(self, title: str, column: Column[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model: RowsModel[Any] = RowsModel([column], self)
        self.keeper = RowKeeper(self, self.rows_model, title)
        self._cells = CellDelegate(self, separate=True)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts here, not a search."""

    def rows_in_sight(self) -> int:
        """How many rows there is room for."""
        return _room_for(self, self._cells.height)

    def _set_plain_row(self, height: int) -> None:
        self._cells.height = round(LIST_ROW * height / PLAIN_ROW)
        self.scheduleDelayedItemsLayout()

    plain_row = Property(int, lambda self: self._cells.height * PLAIN_ROW // LIST_ROW, _set_plain_row)
    """As a Table's."""


def _room_for(view: QAbstractItemView, row_height: int) -> int:
    return -(-view.viewport().height() // max(1, row_height))


def _part(kept: dict[str, Any], name: str, default: T) -> T:
    """A part of what was kept, if it is what it should be: settings are never trusted."""
    part = kept.get(name, default)
    return part if isinstance(part, type(default)) else default
