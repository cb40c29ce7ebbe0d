"""Tags: chips that can be taken away, and a field that adds one and completes those in use."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.painting import rounded, tokens_for
from fitwell_desktop.ui.refused import Refused
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.flow import FlowLayout
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.suggestions import open_under


class TagEditor(QFrame):
    """`changed` tells all tags when one was added (Enter or comma) or taken away (its ×, or Backspace).

    With `save`, which is given all tags before they show, only what it takes is shown; what it refuses stays typed.
    """

    changed = Signal(list)

    def __init__(
        self,
        name: str,
        known: Iterable[str] = (),
        parent: QWidget | None = None,
        *,
        save: Callable[[list[str]], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.wrong = Label("", "error", wrap=True)
        """Says what was refused. Its place is below the editor, where the owner puts it."""
        self.wrong.hide()
        self.setProperty("role", "field")
        self._chips: list[_Chip] = []
        self._known = QStringListModel(sorted(known))
        self._entry = _Entry(name, self._known)
        self._entry.entered.connect(self._add)
        self._entry.backed.connect(self._drop_last)
        self._entry.textEdited.connect(lambda: self.say_wrong(""))
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self._flow.addWidget(self._entry)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside the chips is meant for the entry
        self.setFocusProxy(self._entry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tags(self) -> list[str]:
        """The tags, in the order in which they were added."""
        return [chip.text for chip in self._chips]

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show these instead, without telling."""
        for chip in list(self._chips):
            self._remove(chip)
        for tag in tags:
            self._put(tag)

    def set_known(self, known: Iterable[str]) -> None:
        """What the field completes."""
        self._known.setStringList(sorted(known))

    def finish(self) -> None:
        """Add the tag that is still being typed."""
        if not self.wrong.text():
            self._entry.take()

    def refused(self) -> dict[str, Refused]:
        """The tag that could not be added, by the editor's name."""
        typed, sentence, name = self._entry.text(), self.wrong.text(), self._entry.accessibleName()
        return {name: Refused(typed, sentence, name)} if typed and sentence else {}

    def show_refused(self, refused: Mapping[str, Refused]) -> None:
        """Show a tag as refused; if none is named, empty the field and take back what is said to be wrong."""
        one = refused.get(self._entry.accessibleName())
        self._entry.setText(one.typed if one else "")
        self.say_wrong(one.sentence if one else "")

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self._entry.setAccessibleDescription(sentence)

    def _add(self, text: str) -> None:
        tag = " ".join(text.split())
        if tag.casefold() in {own.casefold() for own in self.tags()}:
            return
        if not self._takes([*self.tags(), tag]):
            self._entry.setText(tag)
        elif tag not in self.tags():  # what was saved may have been shown anew by now
            self._put(tag)
        self.changed.emit(self.tags())

    def _takes(self, tags: list[str]) -> bool:
        """Whether these could be saved; if not, it is said why."""
        self.say_wrong("")
        try:
            if self._save is not None:
                self._save(tags)
        except UserError as refusal:
            self.say_wrong(str(refusal))
            return False
        return True

    def _put(self, tag: str) -> None:
        chip = _Chip(tag)
        chip.closed.connect(self._close)
        self._flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()

    def _close(self, tag: str) -> None:
        if self._takes([own for own in self.tags() if own != tag]):
            for chip in list(self._chips):
                if chip.text == tag:
                    self._remove(chip)
        self._entry.setFocus()
        self.changed.emit(self.tags())

    def _drop_last(self) -> None:
        if self._chips:
            self._close(self._chips[-1].text)

    def _remove(self, chip: "_Chip") -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()


class _Entry(QLineEdit):
    entered = Signal(str)
    backed = Signal()

    def __init__(self, name: str, known: QStringListModel) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Add…"))
        self.setMinimumWidth(90)
        completer = QCompleter(known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # queued: the completer writes the line after it has told, and it has to end empty
        completer.activated.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        open_under(self, completer)
        self.editingFinished.connect(self.take)

    def sizeHint(self) -> QSize:
        return QSize(110, super().sizeHint().height() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backed.emit()
        elif event.key() in {Qt.Key.Key_Comma, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.take()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Hand out what is typed."""
        text = self.text()
        self.setText("")  # clear() would leave the field an undo of its own, and Ctrl+Z would bring the word back
        if text.strip():
            self.entered.emit(text)


class _Chip(QWidget):
    closed = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        label = Label(text)
        close = IconButton("x", self.tr("Remove {0}").format(text), side=12)
        close.setStyleSheet("padding: 1px;")
        close.clicked.connect(lambda: self.closed.emit(self.text))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 1, 3, 1)
        layout.setSpacing(2)
        layout.addSpacing(4)
        layout.addWidget(label)
        layout.addWidget(close)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        rounded(QPainter(self), self.rect(), 7, tokens.color("hover"), tokens.color("border"))
