"""What tables and lists of rows have in common: what is chosen, the keys, the menu, and what stands there when empty."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from fitwell_desktop.ui.rows_model import RowsModel
from fitwell_desktop.ui.widgets.menu import Menu

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_STEPS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class RowKeeper(QObject):
    """Attached to a view, gives it the keyboard's and the menu's ways, and keeps the choice over a reset."""

    opened = Signal(object)
    """A row was opened: Enter, or a double click."""

    chosen = Signal(list)
    """Other rows are chosen."""

    def __init__(self, view: QAbstractItemView, model: RowsModel[Any], name: str) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._told: list[Any] = []
        self._kept: tuple[list[Any], Any] = ([], None)
        self.fill_menu: Callable[[Menu, list[Any]], None] | None = None
        self.empty: QWidget | None = None
        view.setModel(model)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.doubleClicked.connect(lambda index: self.opened.emit(model.row(index)))
        view.selectionModel().selectionChanged.connect(self._tell)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)  # the view hears of its new size before its viewport has its own
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(lambda *_where: self.place_empty())
        model.shown.connect(self._lay_out)

    def rows(self) -> list[Any]:
        """The rows that are chosen, from top to bottom."""
        return [self._model.row(at) for at in sorted(self._places())]

    def choose(self, row_id: Any) -> None:
        """Choose the row with that id alone, whatever keys are down, and bring it into sight."""
        index = self._model.index_of(row_id)
        if index.isValid():
            self._view.selectionModel().setCurrentIndex(
                index, _ALONE
            )  # the view's own would let Ctrl add to the choice
            self._view.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place_empty()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def place_empty(self) -> None:
        """Show the empty state over the view while there are no rows."""
        if self.empty is not None:
            self.empty.setParent(self._view)
            self.empty.setGeometry(self._view.viewport().geometry())
            self.empty.setVisible(self._model.rowCount() == 0)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._view.currentIndex().isValid():
            self.opened.emit(self._model.row(self._view.currentIndex()))
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up, *_STEPS} and not self._places():
            first = self._view.currentIndex() if self._view.currentIndex().isValid() else self._model.index(0, 0)
            self._view.setCurrentIndex(first)
            return True
        if key in _STEPS and plain:
            step = QKeyEvent(QEvent.Type.KeyPress, _STEPS[key], event.modifiers())
            self._view.keyPressEvent(step)
            return True
        return False

    def _open_menu(self, place: QPoint) -> None:
        if self.fill_menu is None or not self.rows():
            return
        menu = Menu(parent=self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, self.rows())
        menu.popup(self._view.viewport().mapToGlobal(place))

    def _places(self) -> set[int]:
        ranges = self._view.selectionModel().selection().toList()
        return {row for part in ranges for row in range(part.top(), part.bottom() + 1)}

    def _lay_out(self) -> None:
        """Lay other rows out at once: Qt would first paint them where the old ones stood, and a moment later again."""
        if self._view.isVisible():
            self._view.executeDelayedItemsLayout()

    def _tell(self, *_change: object) -> None:
        rows = self.rows()
        ids = [row.id for row in rows]
        if ids != self._told:  # Qt tells of a change too when rows come in above those that stay chosen
            self._told = ids
            self.chosen.emit(rows)

    def _keep(self) -> None:
        current = self._view.currentIndex()
        self._kept = ([row.id for row in self.rows()], self._model.row(current).id if current.isValid() else None)

    def _restore(self) -> None:
        ids, current = set(self._kept[0]), self._kept[1]
        if current is not None:
            self._view.selectionModel().setCurrentIndex(
                self._model.index_of(current), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        selection, last = QItemSelection(), len(self._model.columns) - 1
        for at, row in enumerate(self._model.rows() if ids else []):
            if row.id in ids:
                selection.select(self._model.index(at, 0), self._model.index(at, last))
        self._view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
