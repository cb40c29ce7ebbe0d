"""A field that finds a client while one types: arrows choose, Enter takes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from fitwell_desktop.domain.scheduling.choices import Choice
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.rows_model import Column
from fitwell_desktop.ui.widgets.cells import CellDelegate, Index
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.table import RowList

SHOWN = 4
ROW = 36
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ClientField(QWidget):
    """`find` answers the words typed. Nothing is chosen while the name is being typed."""

    chosen = Signal(object)
    """Another client is chosen, or None."""

    def __init__(self, find: Callable[[str], Sequence[Choice]]) -> None:
        super().__init__()
        self._find = find
        self._choice: Choice | None = None
        self.line = SearchField(self.tr("Client’s name"), "user")
        self.line.textEdited.connect(self._search)
        self.line.textChanged.connect(self._forget_if_cleared)
        self.line.installEventFilter(self)
        self.found = RowList(self.tr("Clients found"), _column())
        self.found.setItemDelegate(_LowRows(self.found))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.clicked.connect(lambda index: self.take(self.found.rows_model.row(index)))
        self._none = Label(self.tr("No active client has such a name."), "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.line, self.found, self._none):
            column.addWidget(part)
        self._show([])

    def choice(self) -> Choice | None:
        """Who is chosen."""
        return self._choice

    def take(self, choice: Choice | None) -> None:
        """Choose a client, or none."""
        self._choice = choice
        self.line.setText(choice.name if choice else "")
        self.line.setCursorPosition(0)
        self._show([])
        self.chosen.emit(choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.found.isVisibleTo(self):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        model, row = self.found.rows_model, self.found.currentIndex().row()
        if key in STEPS:
            self.found.setCurrentIndex(model.index((row + STEPS[key]) % model.rowCount(), 0))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab} and row >= 0:
            self.take(model.row(self.found.currentIndex()))
            return key is not Qt.Key.Key_Tab  # which goes on to the next field
        return False

    def _search(self, text: str) -> None:
        self._choice = None
        self.chosen.emit(None)
        found = self._find(text)[:SHOWN] if text.strip() else []
        self._show(found)
        self._none.setVisible(bool(text.strip()) and not found)

    def _show(self, found: Sequence[Choice]) -> None:
        self.found.rows_model.show(found)
        self.found.setVisible(bool(found))
        self.found.setFixedHeight(grown(self, ROW) * len(found) + 2)
        self._none.hide()
        if found:
            self.found.setCurrentIndex(self.found.rows_model.index(0, 0))

    def _forget_if_cleared(self, text: str) -> None:
        if not text and self._choice:
            self.take(None)


class _LowRows(CellDelegate):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view, separate=True)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(grown(self._list, 120), grown(self._list, ROW))


def _column() -> Column[Choice]:
    return Column(name="name", title="Client", value=lambda row: row.name, avatar=lambda row: row.name)
