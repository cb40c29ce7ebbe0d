"""A grid that is typed like a spreadsheet: Tab and Enter go on, the last, empty row makes a new one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown, tokens_for, with_figures
from fitwell_desktop.ui.widgets.form_fields import Field
from fitwell_desktop.ui.widgets.labels import tooltip

Row = Mapping[str, Any]
Save = Callable[[list[Row]], object]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class GridColumn:
    """How a column is read and written, by a form's field. What is `told` can't be typed: `tell` shows it. The first
    column takes the room that the others leave.
    """

    field: Field
    right: bool = False
    width: int = 90
    told: bool = False


@dataclass(frozen=True)
class _Refused:
    """What was typed in a cell and can't be kept, why, and the cell that is to be mended."""

    text: str
    why: str
    at: tuple[int, int]


class Grid(QTableWidget):
    """Rows are mappings by field name; other keys in them are kept. `save` gets all rows after each change.

    What `save` refuses with a field like `lines.2.price` is marked at the third row's price; `complained` tells it. It
    stays in its cell until it is mended, and is tried again whenever another cell was kept.
    """

    complained = Signal(str)

    def __init__(
        self, title: str, columns: Sequence[GridColumn], formats: Formats, blank: Callable[[], Row], save: Save
    ) -> None:
        super().__init__(1, len(columns))
        self._columns, self._formats, self._blank, self._save = list(columns), formats, blank, save
        self._rows: list[Row] = []
        self._locale = formats.locale
        self._filling = False
        self._refused: dict[tuple[int, int], _Refused] = {}
        self.setAccessibleName(title)
        self.setProperty("role", "grid")
        self.setItemDelegate(_Typing(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self._dress()
        self.itemChanged.connect(self._typed)
        self._fill()

    # what it shows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where they are what it shows already, nothing is disturbed."""
        before, self._rows = self._rows, list(rows)
        if list(map(self._seen, rows)) != list(map(self._seen, before)) or self._formats.locale != self._locale:
            self._locale = self._formats.locale
            self.put_back()

    def rows(self) -> list[Row]:
        """The rows, without the empty one."""
        return list(self._rows)

    def is_wrong(self) -> bool:
        """Whether a cell holds what can't be kept."""
        return bool(self._refused)

    def put_back(self) -> None:
        """Show what is kept in the place of all that was refused."""
        self._refused.clear()
        self._fill()
        self._mark()

    def tell(self, name: str, texts: Sequence[str]) -> None:
        """Show what a column that can't be typed says, row by row."""
        column = self._place(name)
        self._filling = True
        for row in range(self.rowCount()):
            self._item(row, column).setText(texts[row] if row < len(texts) else "")
        self._filling = False
        self._widen()

    # what can be done with the current row

    def add_row(self) -> None:
        """Go to the empty row."""
        self.setFocus()
        self.setCurrentCell(self.rowCount() - 1, 0)
        self.editItem(self._item(self.rowCount() - 1, 0))

    def remove_row(self) -> None:
        """Take the current row out."""
        at = self.currentRow()
        if 0 <= at < len(self._rows):
            self._take([place for place in range(len(self._rows)) if place != at], at)

    def move_row(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        at, to = self.currentRow(), self.currentRow() + step
        if 0 <= at < len(self._rows) and 0 <= to < len(self._rows):
            order = list(range(len(self._rows)))
            order.insert(to, order.pop(at))
            self._take(order, to)

    # keys

    def event(self, event: QEvent) -> bool:
        """A letter begins a cell here; it is no shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _types(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps and held & Qt.KeyboardModifier.AltModifier:
            self.move_row(steps[key])
        elif key == Qt.Key.Key_Delete and held & Qt.KeyboardModifier.ControlModifier:
            self.remove_row()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._clear_cell()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and self._at_end(key == Qt.Key.Key_Tab):
            self.focusNextChild() if key == Qt.Key.Key_Tab else self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        ways = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
        if action not in ways:
            return super().moveCursor(action, modifiers)
        return self._beside(ways[action])

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if entered else hint)
        here = (self.currentRow(), self.currentColumn())
        if entered and here not in self._refused and here[0] + 1 < self.rowCount():
            self.setCurrentCell(self.currentRow() + 1, self.currentColumn())

    def _beside(self, step: int) -> QModelIndex:
        """The next cell that can be typed into, over the ends of rows; the current one at the grid's end."""
        typed = [at for at, column in enumerate(self._columns) if not column.told]
        current = self.currentIndex()
        cells = [(row, column) for row in range(self.rowCount()) for column in typed]
        here = (max(current.row(), 0), current.column() if current.column() in typed else typed[-1])
        at = max(0, min(cells.index(here) + step, len(cells) - 1))
        return self.model().index(*cells[at])

    def _at_end(self, forward: bool) -> bool:
        return self._beside(1 if forward else -1) == self.currentIndex()

    # from what is typed to rows

    def _typed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        if self._attempt((item.row(), item.column())):
            self._fill()
            self._retry()
        self._mark()

    def _attempt(self, place: tuple[int, int]) -> bool:
        """As a form does: what the user can mend is said where they mend it."""
        text = self._item(*place).text().strip()
        self._refused.pop(place, None)
        try:
            self._read(*place, text)
        except UserError as refusal:
            self._refused[place] = _Refused(text, str(refusal), self._meant(refusal.field) or place)
        return place not in self._refused

    def _retry(self) -> None:
        """What was refused because of another cell may be right by now."""
        kept = [place for place in list(self._refused) if self._attempt(place)]
        if kept:
            self._fill()

    def _read(self, at: int, column: int, text: str) -> None:
        field, is_new = self._columns[column].field, at >= len(self._rows)
        if is_new and not text:
            return
        blank = self._blank()
        value = field.read(text, self._formats) if text else blank.get(field.name, field.empty())
        rows = list(self._rows)
        if is_new:
            rows.append({**blank, field.name: value})
        else:
            rows[at] = {**rows[at], field.name: value}
        if rows != self._rows:
            self._keep(rows)

    def _keep(self, rows: list[Row]) -> None:
        """Who saves may show the rows at once, as they are kept: they are known before."""
        before, self._rows = self._rows, rows
        try:
            self._save(rows)
        except UserError:
            self._rows = before
            raise

    def _take(self, order: list[int], go_to: int) -> None:
        """Keep these of the rows, in this order; what was refused in them goes along."""
        rows = [self._rows[at] for at in order]
        try:
            self._keep(rows)
        except UserError as refusal:
            self.complained.emit(str(refusal))
            return
        now = {was: at for at, was in enumerate((*order, len(self._rows)))}
        self._refused = {(now[at], place): it for (at, place), it in self._refused.items() if at in now}
        self._fill()
        self._retry()
        self._mark()
        self.setCurrentCell(min(go_to, self.rowCount() - 1), max(self.currentColumn(), 0))

    def _meant(self, field: str) -> tuple[int, int] | None:
        _, _, rest = field.partition(".")
        row, _, name = rest.partition(".")
        names = [column.field.name for column in self._columns]
        return (int(row), names.index(name)) if row.isdigit() and name in names else None

    def _mark(self) -> None:
        """Show which cells are wrong, and why; the last of them is told."""
        self._filling = True
        wrong = {refused.at: refused.why for refused in self._refused.values()}
        danger = QBrush(tokens_for(self).color("danger"))
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                why, item = wrong.get((row, column), ""), self._item(row, column)
                item.setData(Qt.ItemDataRole.ForegroundRole, danger if why else None)
                item.setToolTip(tooltip(why) if why else "")
        self._filling = False
        self.complained.emit(next(reversed(wrong.values()), ""))

    def _clear_cell(self) -> None:
        row, column = self.currentRow(), self.currentColumn()
        if 0 <= row < len(self._rows) and not self._columns[column].told:
            self._item(row, column).setText("")

    # from rows to what is shown

    def _fill(self) -> None:
        self._filling = True
        self.setRowCount(len(self._rows) + 1)
        for at in range(self.rowCount()):
            for place, column in enumerate(self._columns):
                item = self._item(at, place)
                if not column.told:
                    refused = self._refused.get((at, place))
                    item.setText(refused.text if refused else self._written(at, column.field))
        self._filling = False
        self._fit()
        self._widen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._widen()

    def _widen(self) -> None:
        """Every figure can be read to its end: a column is at least as wide as declared, and as its longest text."""
        widths = [grown(self, column.width) for column in self._columns]
        for at in range(1, len(widths)):
            widths[at] = max(widths[at], self.sizeHintForColumn(at))
            self.setColumnWidth(at, widths[at])
        self.setMinimumWidth(sum(widths))

    def _fit(self) -> None:
        """All rows are in sight: what is around the grid scrolls."""
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.rowCount() * self.verticalHeader().defaultSectionSize() + 3)

    def _seen(self, row: Row) -> list[Any]:
        return [row.get(column.field.name) for column in self._columns if not column.told]

    def _written(self, at: int, field: Field) -> str:
        value = self._rows[at].get(field.name) if at < len(self._rows) else None
        return "" if value in (None, "") else field.write(value, self._formats)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            declared = self._columns[column]
            side = Qt.AlignmentFlag.AlignRight if declared.right else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if declared.right:
                item.setFont(with_figures(self.font()))
            if declared.told:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(row, column, item)
        return item

    def _place(self, name: str) -> int:
        return next(at for at, column in enumerate(self._columns) if column.field.name == name)

    def _dress(self) -> None:
        self.setHorizontalHeaderLabels([column.field.title for column in self._columns])
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grown(self, 36))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setHighlightSections(False)
        for at, column in enumerate(self._columns):
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            item = self.horizontalHeaderItem(at)
            assert item is not None
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _types(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & held


class _Typing(QStyledItemDelegate):
    """The line that a cell is typed in, as large as the cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        line.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)
