"""The one Qt item model: rows are frozen records with an `id`, and a reload changes no more than what differs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPixmap

from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.tokens import Tone


class Row(Protocol):
    """What a query returns: equal when it looks equal, the same when its id is."""

    @property
    def id(self) -> Any: ...


R = TypeVar("R", bound=Row)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ID = attrgetter("id")
_PIECES = 64
"""With more pieces to insert or remove than this, one reset is cheaper than telling of each."""


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """How one column is told from a row. `value` sorts; `text` is what is read, and copied."""

    name: str
    title: str
    value: Callable[[R], Any]
    text: Callable[[R], str] | None = None
    right: bool = False
    """Numbers stand at the right, in figures of one width."""
    width: int = 120
    grows: bool = False
    """Whether it takes the room that the others leave; `width` is its least."""
    sortable: bool = True
    hidden: bool = False
    """Until the user asks for it in the header's menu."""
    tone: Callable[[R], Tone] | None = None
    icon: Callable[[R], str] | None = None
    avatar: Callable[[R], str] | None = None
    photo: Callable[[R], QPixmap | None] | None = None
    """A square picture in the avatar's place, if there is one of this row."""
    second: Callable[[R], str] | None = None
    pill: Callable[[R], tuple[str, Tone] | None] | None = None
    trailing: Callable[[R], tuple[str, Tone]] | None = None
    """A word at the end of the second line."""

    def shown(self, row: R) -> str:
        """What is read in this column."""
        if self.text is not None:
            return self.text(row)
        value = self.value(row)
        return "" if value is None else str(value)


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows rows. It sorts by itself, or only tells `sort_requested` when the caller sorts (`delegated`)."""

    sort_requested = Signal(str, bool)
    """Column name, and whether the greatest comes first."""

    shown = Signal()
    """`show` is through: all that it changes has been told."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None, *, delegated: bool = False) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._delegated = delegated
        self._rows: list[R] = []
        self._order: tuple[int, bool] | None = None

    # what it shows

    def show(self, rows: Iterable[R]) -> None:
        """Show these rows instead, telling the least change by id: selection, scroll and editing stay."""
        new = self._sorted(list(rows))
        if len(new) != len(self._rows) or any(
            row is not old and row.id != old.id for row, old in zip(new, self._rows, strict=True)
        ):
            if not self._remove(set(map(_ID, new))) or not self._insertable(new):
                self._reset(new)
                self.shown.emit()
                return
            self._arrange([row.id for row in new])
            self._insert(new)
        self._change(new)
        self.shown.emit()

    def rows(self) -> list[R]:
        """All rows, as they stand."""
        return list(self._rows)

    def row(self, index: Index | int) -> R:
        """The row at an index."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def index_of(self, row_id: Any) -> QModelIndex:
        """Where the row with that id stands; an invalid index if nowhere."""
        at = next((at for at, row in enumerate(self._rows) if row.id == row_id), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def column(self, name: str) -> int:
        """Where the column of that name stands."""
        return next(at for at, column in enumerate(self.columns) if column.name == name)

    def order(self) -> tuple[str, bool] | None:
        """What it is sorted by: column name, and whether the greatest comes first."""
        return None if self._order is None else (self.columns[self._order[0]].name, self._order[1])

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.shown(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in _spoken(column, row) if part)
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            return icon(column.icon(row))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or not self.columns[column].sortable:
            return
        wanted = (column, order is Qt.SortOrder.DescendingOrder)
        if wanted == self._order:
            return
        self._order = wanted
        if self._delegated:
            self.sort_requested.emit(self.columns[column].name, wanted[1])
        else:
            self._permute(self._sorting(self._rows))

    # the least change

    def _sorted(self, rows: list[R]) -> list[R]:
        return rows if self._order is None or self._delegated else [rows[at] for at in self._sorting(rows)]

    def _sorting(self, rows: list[R]) -> list[int]:
        """The places of the rows in the order that is worn."""
        if self._order is None:
            return list(range(len(rows)))
        column, falling = self._order
        values = map(self.columns[column].value, rows)
        keys = [value.casefold() if isinstance(value, str) else value for value in values]
        known = [at for at, key in enumerate(keys) if key is not None]
        known.sort(key=keys.__getitem__, reverse=falling)
        # what has no value comes last, whichever way the rest is turned
        return known + [at for at, key in enumerate(keys) if key is None]

    def _remove(self, wanted: set[Any]) -> bool:
        """Take out what is gone; False, with nothing done, where that would be too many pieces."""
        gone = _few_runs(at for at, row in enumerate(self._rows) if row.id not in wanted)
        if gone is None:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(_ROOT, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        return True

    def _insertable(self, new: list[R]) -> bool:
        have = set(map(_ID, self._rows))
        return _few_runs(at for at, row in enumerate(new) if row.id not in have) is not None

    def _arrange(self, wanted: list[Any]) -> None:
        """Bring the rows that stay into the wanted order."""
        place = {row_id: at for at, row_id in enumerate(wanted)}
        now = [place[row.id] for row in self._rows]
        order = sorted(range(len(now)), key=now.__getitem__)
        if order == list(range(len(order))):
            return
        moved = _single_move(order)
        if moved is not None:
            self._move(*moved)
        else:
            self._permute(order)

    def _move(self, source: int, target: int) -> None:
        self.beginMoveRows(_ROOT, source, source, _ROOT, target + 1 if target > source else target)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()

    def _permute(self, order: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        rows = self._rows
        self._rows = [rows[at] for at in order]
        moving = {at.row() for at in held}
        target = {old: new for new, old in enumerate(order) if old in moving} if moving else {}
        self.changePersistentIndexList(held, [self.index(target[at.row()], at.column()) for at in held])
        self.layoutChanged.emit()

    def _insert(self, new: list[R]) -> None:
        have = {row.id for row in self._rows}
        for first, last in list(_runs([at for at, row in enumerate(new) if row.id not in have])):
            self.beginInsertRows(_ROOT, first, last)
            self._rows[first:first] = new[first : last + 1]
            self.endInsertRows()

    def _change(self, new: list[R]) -> None:
        pairs = zip(self._rows, new, strict=True)
        differ = [at for at, (old, row) in enumerate(pairs) if old is not row and old != row]
        self._rows = new
        for first, last in _runs(differ):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _reset(self, new: list[R]) -> None:
        self.beginResetModel()
        self._rows = new
        self.endResetModel()


def _spoken(column: Column[R], row: R) -> Iterator[str]:
    yield column.shown(row)
    if column.second is not None:
        yield column.second(row)
    pill = column.pill(row) if column.pill is not None else None
    if pill is not None:
        yield pill[0]
    if column.trailing is not None:
        yield column.trailing(row)[0]


def _few_runs(places: Iterable[int]) -> list[tuple[int, int]] | None:
    """The runs, or None as soon as there are too many to tell of each."""
    runs = list(islice(_runs(places), _PIECES + 1))
    return runs if len(runs) <= _PIECES else None


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring places as (first, last)."""
    first = last = None
    for place in places:
        if last is None or place != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last


def _single_move(order: list[int]) -> tuple[int, int] | None:
    """Where one row has moved and the others stand: from, to. `order` has the old places in the new order."""
    start = next(at for at, old in enumerate(order) if at != old)
    end = next(at for at in range(len(order) - 1, -1, -1) if order[at] != at)
    span = list(range(start, end + 1))
    if order[start : end + 1] == [*span[1:], start]:
        return start, end
    if order[start : end + 1] == [end, *span[:-1]]:
        return end, start
    return None
