"""A form: declared fields, checked when they are left, with what is wrong said beside them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.refused import Refused
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.form_editors import Editor, editor_of
from fitwell_desktop.ui.widgets.form_fields import CheckField, Field, NumberField
from fitwell_desktop.ui.widgets.labels import Label

LEAST = 128
"""A column is so wide at least, in px at 100 percent text."""
GAP = 16
"""Between columns, in px."""


class Form(QWidget):
    """`save` makes it a form that is saved as it is typed: it is called with name and value when a field is left."""

    edited = Signal(str, object)
    """A field was left with another value: its name and that value."""

    dirty_changed = Signal(bool)
    typed = Signal()
    """Something in it is being changed."""

    def __init__(
        self,
        fields: Sequence[Field],
        formats: Formats,
        *,
        columns: int = 1,
        save: Callable[[str, Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._dirty = False
        self._typed: set[str] = set()
        self._slots = {field.name: _Slot(editor_of(field, formats)) for field in fields}
        self._kept = {field.name: field.empty() for field in fields}
        self._refusals: dict[str, _Refusal] = {}
        self._banner = Banner()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._banner)
        self._columns = self._most = columns
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)
        self._lay_out()
        outer.addLayout(self._grid)
        outer.addStretch(1)
        for slot in self._slots.values():
            slot.editor.left.connect(lambda slot=slot: self._leave(slot))
            slot.editor.typed.connect(lambda slot=slot: self._type(slot))
            if save is not None:
                slot.put_back = lambda slot=slot: self._put_back_at(slot)

    def values(self) -> dict[str, Any]:
        """All values by field name. UserError, naming the field, if one can't be read or lacks what it needs."""
        return {name: slot.value() for name, slot in self._slots.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values as kept. Fields that are not named stay as they are, and so does one that is being typed in, and,
        where it is saved as it is typed, one in which something was refused.
        """
        for name, value in values.items():
            slot = self._slots[name]
            typing = slot.editor.widget.hasFocus() and name in self._typed and self._differs(slot)
            self._kept[name] = value
            if not self._differs(slot) or not (typing or name in self.refused()):
                self._put_back(slot)
        self._tell_dirty()

    def put_back(self, *names: str) -> None:
        """Show again what is kept in these fields."""
        for name in names:
            self._put_back(self._slots[name])
        self._tell_dirty()

    def finish(self) -> None:
        """Save what is still being typed, as if it had been left."""
        for slot in self._slots.values():
            slot.editor.finish()
        for name in self.changes():
            if name in self._typed and name not in self._refusals:
                self._leave(self._slots[name])

    def refused(self) -> dict[str, Refused]:
        """What could not be saved as it was typed, by the name of its field."""
        if self._save is None:
            return {}
        typed = {name: self._slots[name] for name in self._refusals if name in self._typed}
        return {
            name: slot.refused(self._refusals[name].sentence) for name, slot in typed.items() if self._differs(slot)
        }

    def show_refused(self, refused: Mapping[str, Refused]) -> None:
        """Show this as refused; fields that are not named show what is kept. Names that it has not are passed over."""
        for name, slot in self._slots.items():
            self._put_back(slot)
            if one := refused.get(name):
                slot.editor.type_in(one.typed)
                self._typed.add(name)
                self._refuse(slot, slot, one.sentence)
        self._tell_dirty()

    def changes(self) -> dict[str, Any]:
        """The values that differ from what is kept; one that can't be read counts as changed, to None."""
        return {name: self._readable(slot)[1] for name, slot in self._slots.items() if self._differs(slot)}

    def is_dirty(self) -> bool:
        """Whether anything differs from what is kept."""
        return bool(self.changes())

    def was_typed_in(self) -> bool:
        """Whether the user changed something that is not kept. What merely reads back otherwise, as a weight in lb
        that is kept in kg may, makes a form dirty but was not typed.
        """
        return not self._typed.isdisjoint(self.changes())

    def check(self) -> bool:
        """Whether all can be read; what can't is said beside its field, and the first such field gets the keyboard."""
        wrong = [slot for slot in self._slots.values() if not self._check(slot)]
        if wrong:
            wrong[0].editor.widget.setFocus()
        return not wrong

    def submit(self, action: Callable[[dict[str, Any]], object]) -> bool:
        """Run an action with all values. What it refuses is said beside the field it names, else at the top."""
        self._banner.say("")
        if not self.check():
            return False
        values = self.values()
        done = self._attempt(lambda: action(values), None)
        if done:
            self.set_values(values)
        return done

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return name in self._slots

    def widget(self, name: str) -> QWidget:
        """The widget of a field: to give it the keyboard, to switch it off."""
        return self._slots[name].editor.widget

    def error(self, name: str = "") -> str:
        """What is said to be wrong with a field; without a name, with the whole."""
        return self._slots[name].complaint() if name else self._banner.sentence()

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._slots[name].setVisible(shown)

    def _leave(self, slot: "_Slot") -> None:
        """Keep it; then try again what was refused because of it."""
        waiting = [self._slots[name] for name, refusal in self._refusals.items() if refusal.place is slot]
        for one in (slot, *waiting):
            self._keep(one)

    def _keep(self, slot: "_Slot") -> None:
        if not self._check(slot):
            return
        name, value = slot.editor.field.name, slot.value()
        if value == self._kept[name]:
            return
        slot.editor.set_value(value)
        save = self._save
        if save is not None:
            if not self._attempt(lambda: save(name, value), slot):
                return
            self._kept[name] = value
            self._typed.discard(name)
            self._tell_dirty()
        self.edited.emit(name, value)

    def _type(self, slot: "_Slot") -> None:
        self._typed.add(slot.editor.field.name)
        self._take_back(slot)
        slot.complain("")
        self._tell_dirty()
        self.typed.emit()

    def _check(self, slot: "_Slot") -> bool:
        return self._attempt(slot.value, slot)

    def _attempt(self, action: Callable[[], object], slot: "_Slot | None") -> bool:
        """The one place where a widget catches: what the user can mend is said where they mend it."""
        try:
            action()
        except UserError as refusal:
            self._complain(refusal, slot)
            return False
        if slot is not None:
            self._take_back(slot)
        return True

    def _complain(self, refusal: UserError, slot: "_Slot | None") -> None:
        place = self._slots.get(refusal.field, slot)
        if place is None:
            self._banner.say(str(refusal), Tone.BAD)
        elif slot is None:
            place.complain(str(refusal))
            place.editor.widget.setFocus()
        else:
            self._refuse(slot, place, str(refusal))

    def _refuse(self, slot: "_Slot", place: "_Slot", sentence: str) -> None:
        """What is in one field can't be kept, which is said at the place that is to be mended: mostly the same."""
        self._refusals[slot.editor.field.name] = _Refusal(place, sentence)
        place.complain(sentence)
        slot.mark(sentence)

    def _take_back(self, slot: "_Slot") -> None:
        """What was said of a field no longer holds; it stays said where another was refused for the same."""
        refusal = self._refusals.pop(slot.editor.field.name, None)
        places = [one.place for one in self._refusals.values()]
        for one in (slot, refusal.place) if refusal else (slot,):
            if one not in places:
                one.complain("")

    def _put_back_at(self, place: "_Slot") -> None:
        """Put back what was refused there, and all that was refused because of it."""
        about = [name for name, refusal in self._refusals.items() if refusal.place is place]
        self.put_back(place.editor.field.name, *about)
        place.editor.widget.setFocus()

    def _put_back(self, slot: "_Slot") -> None:
        name = slot.editor.field.name
        slot.editor.set_value(self._kept[name])
        self._take_back(slot)
        self._typed.discard(name)

    def _differs(self, slot: "_Slot") -> bool:
        read, value = self._readable(slot)
        return not read or value != self._kept[slot.editor.field.name]

    def _readable(self, slot: "_Slot") -> tuple[bool, Any]:
        try:
            return True, slot.editor.value()
        except UserError:
            return False, None

    def _tell_dirty(self) -> None:
        dirty = self.is_dirty()
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)

    def minimumSizeHint(self) -> QSize:
        if self._most == 1:
            return super().minimumSizeHint()
        widest = max((slot.minimumSizeHint().width() for slot in self._slots.values()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a column had no room for a date or an address, there are fewer."""
        super().resizeEvent(event)
        fitting = (self.width() + GAP) // (grown(self, LEAST) + GAP)
        columns = max(1, min(self._most, fitting))
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _lay_out(self) -> None:
        columns, grid = self._columns, self._grid
        row = column = 0
        for slot in self._slots.values():
            span = columns if slot.editor.field.wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            grid.addWidget(slot, row, column, 1, span)
            column += span
        for at in range(self._most):
            grid.setColumnStretch(at, 1 if at < columns else 0)


class _Slot(QWidget):
    """A field's place: its title above, the editor, and below it the hint or what is wrong."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        field = editor.field
        self._hint = Label(field.hint, "hint", wrap=True)
        if not field.hint:
            self._hint.hide()  # to show it, before it has a place, would make it a window
        self._error = Label("", "error", wrap=True)
        self._error.hide()
        self.put_back: Callable[[], object] | None = None
        """Shows again what is kept; a form that is saved as it is typed offers it below what it refused."""
        self._way_back: Button | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if isinstance(field, CheckField):
            layout.addStretch()
        else:
            layout.addWidget(self._title(field))
        layout.addWidget(editor.widget)
        layout.addWidget(self._hint)
        layout.addWidget(self._error)
        if not isinstance(field, CheckField):
            layout.addStretch()
        editor.widget.setAccessibleDescription(field.hint)

    def value(self) -> Any:
        """The value; UserError, naming the field, if it can't be read, or there is none where one is needed."""
        field = self.editor.field
        try:
            value = self.editor.value()
        except UserError as refusal:
            raise UserError(str(refusal), field=field.name) from refusal
        if field.required and value == field.empty():
            raise UserError(translated("{0} is needed.", field.title), field=field.name)
        return value

    def complaint(self) -> str:
        """What is said to be wrong."""
        return self._error.text()

    def complain(self, sentence: str) -> None:
        """Say what is wrong, instead of the hint; an empty sentence takes it back."""
        self.mark(sentence)
        if sentence == self._error.text():
            return
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        self._offer_way_back(bool(sentence))

    def mark(self, sentence: str) -> None:
        """Frame it as wrong, and tell why to those who don't see it; an empty sentence takes it back."""
        widget, wrong = self.editor.widget, "true" if sentence else "false"
        widget.setAccessibleDescription(sentence or self._hint.text())
        if widget.property("wrong") != wrong:
            widget.setProperty("wrong", wrong)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def refused(self, sentence: str) -> Refused:
        """What stands in it, with what is said to be wrong."""
        return Refused(self.editor.typed_in(), sentence, self.editor.field.title)

    def _offer_way_back(self, wrong: bool) -> None:
        layout, put_back = self.layout(), self.put_back
        if wrong and put_back and not self._way_back and isinstance(layout, QVBoxLayout):
            self._way_back = Button(self.tr("Put back"), "link", "undo-2")
            self._way_back.setAccessibleName(self.tr("Put back {0}").format(self.editor.field.title))
            self._way_back.clicked.connect(lambda _on=False: put_back())
            layout.insertWidget(layout.indexOf(self._error) + 1, self._way_back, 0, Qt.AlignmentFlag.AlignLeft)
            self.setTabOrder(self.editor.widget, self._way_back)
        if self._way_back:
            self._way_back.setVisible(wrong)

    def _title(self, field: Field) -> Label:
        unit = f" ({field.unit})" if isinstance(field, NumberField) and field.unit else ""
        title = Label(f"{field.title}{unit}{' *' if field.required else ''}", "label", wrap=True)
        title.setBuddy(self.editor.widget)
        return title


class _Refusal(NamedTuple):
    """Why something was not kept, and the place where that is said."""

    place: _Slot
    sentence: str
