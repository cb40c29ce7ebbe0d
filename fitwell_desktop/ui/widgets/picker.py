"""A field that finds one of many while one types, and holds the one that was picked."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.widgets.suggestions import DETAIL, open_under

Search = Callable[[str], Sequence[tuple[Any, str, str]]]
"""From what was typed to the best few: id, title, and a detail that tells namesakes apart. "" asks for likely ones."""

ID = DETAIL + 1
_STILL_HERE = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""The list opened, or another program is looked at: the field is not left."""


class Picker(QLineEdit):
    """`picked` tells the id, or None when the field was emptied; one that is `needed` can't be. What is typed but not
    picked is taken back.
    """

    picked = Signal(object)

    def __init__(
        self,
        name: str,
        search: Search,
        hint: str = "",
        *,
        avatars: bool = False,
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._needed = needed
        self._search = search
        self._id: Any = None
        self._title = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._found = QStandardItemModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._list = open_under(self, self._completer, avatars=avatars)
        self._list.clicked.connect(self._pick)
        self.textEdited.connect(self.offer)

    def value(self) -> Any:
        """The id of what is picked, or None."""
        return self._id

    def named(self) -> Any:
        """The id of what stands in the field; None while something else is typed there."""
        return self._id if self.text() == self._title else None

    def set_value(self, item_id: Any, title: str = "") -> None:
        """Hold this, without telling; who is typing goes on, and sees it when they take back what they typed."""
        typing = self.hasFocus() and self.text() != self._title
        self._id, self._title = item_id, title
        if not typing:
            self._show_title()

    def offered(self) -> list[str]:
        """The titles in the open list."""
        rows = range(self._found.rowCount()) if self._list.isVisible() else ()
        return [self._found.item(at).text() for at in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.isVisible():
            self._pick(self._list.currentIndex())
        elif key == Qt.Key.Key_Down and not self._list.isVisible():
            self.offer("" if self.text() == self._title else self.text())
        elif key == Qt.Key.Key_Escape and self.text() != self._title:
            self._list.hide()
            self.setText(self._title)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason} and self.offered():
            self._leave_by_tab()
        elif event.reason() not in _STILL_HERE:
            self._settle()

    def offer(self, text: str) -> QListView:
        """Search, and open the list of what was found; it stays shut if that is nothing."""
        self._found.clear()
        for item_id, title, detail in self._search(text.strip()):
            item = QStandardItem(title)
            item.setData(item_id, ID)
            item.setData(detail, DETAIL)
            item.setData(f"{title}, {detail}" if detail else title, Qt.ItemDataRole.AccessibleTextRole)
            self._found.appendRow(item)
        if self._found.rowCount():
            self._completer.complete()
            self._list.setCurrentIndex(self._list.model().index(0, 0))
        else:
            self._list.hide()
        return self._list

    def _pick(self, index: QModelIndex) -> None:
        self._list.hide()
        if index.isValid():
            self._take(index.data(ID), str(index.data()))

    def _leave_by_tab(self) -> None:
        """Tab takes what is marked in the list, if anything was typed to find it."""
        if self.text().strip() and self.text() != self._title:
            self._pick(self._list.currentIndex())
        else:
            self._settle()

    def _settle(self) -> None:
        """Nothing typed means nothing picked; anything else that was not picked means what was before."""
        self._list.hide()
        if self.text().strip() or self._needed:
            self.setText(self._title)
        elif self._id is not None:
            self._take(None, "")

    def _take(self, item_id: Any, title: str) -> None:
        self._id, self._title = item_id, title
        self._show_title()
        self.picked.emit(item_id)

    def _show_title(self) -> None:
        self.setText(self._title)
        self.setCursorPosition(0)
