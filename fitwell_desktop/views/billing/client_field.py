"""The field in which a client is chosen: a few letters, and the list offers who fits."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from fitwell_desktop.ui.icons import icon

Choice = tuple[UUID, str]


class ClientField(QLineEdit):
    """`find` is asked for those whom the typed words fit; `chosen` tells the one who was taken."""

    chosen = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Choice]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._kept: Choice | None = None
        self._found: list[Choice] = []
        self.setPlaceholderText(self.tr("Find a client"))
        self.setAccessibleName(self.tr("Client"))
        self.addAction(icon("user", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        picked = completer.activated[QModelIndex]  # type: ignore[index]  # the stubs know of no overloads
        picked.connect(lambda index: self._take(index.row()))
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._take_only)

    def show_client(self, client_id: UUID | None, name: str) -> None:
        """Show who is chosen; who is typing is not disturbed."""
        self._kept = (client_id, name) if client_id else None
        if not self.hasFocus():
            self.setText(name)

    def client_id(self) -> UUID | None:
        """Who is chosen, while that name still stands in the field."""
        return self._kept[0] if self._kept and self._kept[1] == self.text() else None

    def offered(self) -> list[str]:
        """Whom the list offers."""
        return [name for _id, name in self._found]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self._kept[1] if self._kept else "")

    def _offer(self, text: str) -> None:
        self._found = list(self._find(text)) if text.strip() else []
        self._names.setStringList(self.offered())
        self.completer().complete()

    def _take_only(self) -> None:
        """Enter takes whom the words fit alone."""
        if len(self._found) == 1:
            self._take(0)

    def _take(self, at: int) -> None:
        if 0 <= at < len(self._found):
            self._kept = self._found[at]
            self.setText(self._kept[1])
            self.chosen.emit(self._kept[0])
