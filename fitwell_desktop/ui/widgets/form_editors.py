"""The widgets behind a form's fields, all spoken to in the same way."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.widgets.choices import ComboBox
from fitwell_desktop.ui.widgets.form_fields import (
    CheckField,
    ChoiceField,
    DayField,
    Field,
    LongTextField,
    PickField,
    TagsField,
    TextField,
)
from fitwell_desktop.ui.widgets.menu import Popover
from fitwell_desktop.ui.widgets.month_picker import MonthPicker
from fitwell_desktop.ui.widgets.picker import Picker
from fitwell_desktop.ui.widgets.tag_editor import TagEditor


class Editor(QObject):
    """`left` tells that the user is done with the field; `typed`, that anything in it changed."""

    left = Signal()
    typed = Signal()

    def __init__(self, field: Field, formats: Formats, widget: QWidget) -> None:
        super().__init__(widget)
        self.field = field
        self.formats = formats
        self.widget = widget
        widget.setAccessibleName(field.title)

    def value(self) -> Any:
        """What the field holds; UserError where that can't be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def finish(self) -> None:
        """Take over what is still being typed, where that is no part of the value yet."""

    def typed_in(self) -> Any:
        """What stands in the field, whether it can be read or not."""
        return self.value()

    def type_in(self, typed: Any) -> None:
        """Let this stand in the field, as `typed_in` gave it."""
        self.set_value(typed)


class LineEditor(Editor):
    """Whatever is typed into one line."""

    def __init__(self, field: Field, formats: Formats) -> None:
        self.line = QLineEdit()
        super().__init__(field, formats, self.line)
        self.line.setPlaceholderText(field.example)
        if isinstance(field, TextField) and field.secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.editingFinished.connect(self.left)
        self.line.textEdited.connect(self.typed)

    def value(self) -> Any:
        text = self.line.text().strip()
        return self.field.read(text, self.formats) if text else self.field.empty()

    def set_value(self, value: Any) -> None:
        self.type_in("" if value in (None, "") else self.field.write(value, self.formats))

    def typed_in(self) -> str:
        return self.line.text()

    def type_in(self, typed: str) -> None:
        self.line.setText(typed)
        self.line.setCursorPosition(0)


class DayEditor(LineEditor):
    """A day is typed, or picked from a calendar (its icon, or arrow down)."""

    def __init__(self, field: DayField, formats: Formats) -> None:
        super().__init__(field, formats)
        self._shown: date | None = None
        self.set_value(None)
        pick = self.line.addAction(icon("calendar", "text3"), QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(self.tr("Pick a day"))
        pick.triggered.connect(self.pick)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() == QEvent.Type.KeyPress:
            self.pick()
            return True
        return False

    def pick(self) -> None:
        """Open the calendar below the field."""
        month = MonthPicker(self.field.title, self.formats, self._shown)
        popover = Popover(month, self.line)
        month.picked.connect(lambda day: self._take(day, popover))
        popover.open_below(self.line)
        month.setFocus()

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        self.line.setPlaceholderText(self.field.example or self.formats.day_hint)
        self._shown = value

    def _take(self, day: date, popover: Popover) -> None:
        popover.close()
        self.set_value(day)
        self.typed.emit()
        self.left.emit()


class LongTextEditor(Editor):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, field: LongTextField, formats: Formats) -> None:
        self.text = _Paper()
        super().__init__(field, formats, self.text)
        self.text.setPlaceholderText(field.example)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * field.lines + 14)
        self.text.left.connect(self.left)
        self.text.textChanged.connect(self.typed)

    def value(self) -> Any:
        text = self.text.toPlainText().strip()
        return self.field.read(text, self.formats) if text else self.field.empty()

    def set_value(self, value: Any) -> None:
        self.type_in(value or "")

    def typed_in(self) -> str:
        return self.text.toPlainText()

    def type_in(self, typed: str) -> None:
        if self.text.toPlainText() != typed:
            self.text.setPlainText(typed)


class ChoiceEditor(Editor):
    """One of a few."""

    def __init__(self, field: ChoiceField, formats: Formats) -> None:
        self.box = ComboBox()
        super().__init__(field, formats, self.box)
        self._choices = [*([] if field.required else [(None, "–")]), *field.choices]
        self.box.addItems([text for _value, text in self._choices])
        self.box.activated.connect(self.typed)
        self.box.activated.connect(self.left)

    def value(self) -> Any:
        return self._choices[self.box.currentIndex()][0] if self.box.currentIndex() >= 0 else None

    def set_value(self, value: Any) -> None:
        values = [own for own, _text in self._choices]
        self.box.setCurrentIndex(values.index(value) if value in values else -1)


class PickEditor(Editor):
    """One of many."""

    def __init__(self, field: PickField, formats: Formats) -> None:
        self.picker = Picker(field.title, field.search, field.example, avatars=field.avatars)
        super().__init__(field, formats, self.picker)
        self._title_of = field.title_of
        self.picker.picked.connect(self.typed)
        self.picker.picked.connect(self.left)

    def value(self) -> Any:
        return self.picker.value()

    def set_value(self, value: Any) -> None:
        self.picker.set_value(value, "" if value is None else self._title_of(value))


class CheckEditor(Editor):
    """Yes or no; the title stands beside the box."""

    def __init__(self, field: CheckField, formats: Formats) -> None:
        self.box = QCheckBox(field.title)
        super().__init__(field, formats, self.box)
        self.box.clicked.connect(self.typed)
        self.box.clicked.connect(self.left)

    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class TagsEditor(Editor):
    """Words as chips."""

    def __init__(self, field: TagsField, formats: Formats) -> None:
        self.tags = TagEditor(field.title, field.known)
        super().__init__(field, formats, self.tags)
        self.tags.changed.connect(self.typed)
        self.tags.changed.connect(self.left)

    def value(self) -> Any:
        return self.tags.tags()

    def set_value(self, value: Any) -> None:
        self.tags.set_tags(value or [])

    def finish(self) -> None:
        self.tags.finish()


def editor_of(field: Field, formats: Formats) -> Editor:
    """The widget that a kind of field is edited in."""
    return next((make for kind, make in _EDITORS if isinstance(field, kind)), LineEditor)(field, formats)


_EDITORS: tuple[tuple[type[Field], Callable[[Any, Formats], Editor]], ...] = (
    (LongTextField, LongTextEditor),
    (DayField, DayEditor),
    (ChoiceField, ChoiceEditor),
    (PickField, PickEditor),
    (CheckField, CheckEditor),
    (TagsField, TagsEditor),
)


class _Paper(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
