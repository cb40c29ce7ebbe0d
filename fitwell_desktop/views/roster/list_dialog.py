"""The dialog that keeps a filter as a list: each condition a line, with how many clients it holds now."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.clients.conditions import (
    CHOICES,
    DAYS,
    HEALTH_FIELDS,
    IS,
    IS_NOT,
    MONEY_FIELDS,
    Condition,
    condition,
    is_days,
    needs_health,
)
from fitwell_desktop.domain.clients.roster import Wanted, roster, roster_with_health
from fitwell_desktop.domain.clients.saved_lists import ListCount, edit_list, save_list
from fitwell_desktop.domain.clients.tags import tags
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.choices import ComboBox
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import ListField, Right

Pair = tuple[str, str]
TESTS = {
    ListField.NO_SESSION: ("for", "not for"),
    ListField.NO_WORKOUT: ("for", "not for"),
    ListField.BIRTHDAY: ("within", "not within"),
}
"""How a condition and its opposite read, where they are not "is" and "is not"."""

NEEDS = dict.fromkeys(HEALTH_FIELDS, Right.HEALTH) | dict.fromkeys(MONEY_FIELDS, Right.BILLING)


class ListDialog(Dialog):
    """All conditions have to hold. The count follows every change. `kept` is the list to change; else it is a new one."""

    def __init__(self, workspace: Workspace, wanted: Wanted, parent: QWidget, kept: ListCount | None = None) -> None:
        title, primary = ("Edit list", "Save") if kept else ("Save as list", "Save list")
        super().__init__(title, primary, parent, explanation="Whoever fits is in it, now and later.")
        self._workspace = workspace
        self._kept = kept
        rights = workspace.store.signed_in.rights
        self._closed = {field for field, right in NEEDS.items() if right not in rights}
        self.form = Form((TextField(name="name", title="Name", required=True, longest=60),), workspace.formats)
        self.lines: list[ConditionLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._add = add = Button("Add condition", "ghost", "plus")
        add.clicked.connect(lambda: self.add_line(ListField.NO_SESSION, "14"))
        self.count = Label("", "quiet")
        self.body.addWidget(self.form)
        self.body.addWidget(Label("Clients for whom all of this is so", "label"))
        self.body.addLayout(self._column)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch()
        foot.addWidget(self.count)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.setMinimumWidth(620)
        self._begin(Wanted(conditions=kept.conditions) if kept else wanted)
        self.form.set_values({"name": kept.name if kept else ""})
        self.form.widget("name").setFocus()
        self._before = self._conditions()

    def holds_typing(self) -> bool:
        return super().holds_typing() or self._conditions() != self._before

    def add_line(self, field: ListField, value: str, *, negated: bool = False) -> "ConditionLine":
        """One condition more."""
        line = ConditionLine(self._fields(), self._choices())
        line.choose(field, value, negated=negated)
        line.changed.connect(self._count)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)
        stops = [self.form.widget("name"), *(stop for each in self.lines for stop in each.stops), self._add]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)
        self._count()
        return line

    def confirm(self) -> None:
        if self.form.submit(lambda values: self._save(values["name"], self._conditions())):
            self.accept()

    def _save(self, name: str, conditions: tuple[Condition, ...]) -> None:
        if self._kept:
            self._workspace.do(edit_list, self._kept.id, name, conditions)
        else:
            self._workspace.do(save_list, name, conditions)
        self._workspace.said(self.tr("Saved the list “{0}”").format(name.strip()))

    def _begin(self, wanted: Wanted) -> None:
        if wanted.state:
            self.add_line(ListField.STATE, wanted.state.value)
        if wanted.tag:
            self.add_line(ListField.TAG, wanted.tag)
        for one in wanted.conditions:
            self.add_line(ListField(one.field), one.value, negated=one.test == IS_NOT)
        if not self.lines:
            self.add_line(ListField.STATE, "ACTIVE")

    def _remove(self, line: "ConditionLine") -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.deleteLater()
        self._count()

    def _conditions(self) -> tuple[Condition, ...]:
        return tuple(line.condition() for line in self.lines)

    def _count(self) -> None:
        conditions = self._conditions()
        is_whole = all(one.value and (one.field not in DAYS or is_days(one.value)) for one in conditions)
        if not is_whole:
            self.count.setText("")
            return
        query = roster_with_health if needs_health(conditions) else roster
        total = self._workspace.store.ask(query, Wanted(conditions=conditions), 0, 1).total
        self.count.setText(plural(total, "client") + " now")

    def _fields(self) -> list[ListField]:
        return [field for field in ListField if field not in self._closed]

    def _choices(self) -> dict[ListField, Sequence[Pair]]:
        store = self._workspace.store
        return {
            **CHOICES,
            ListField.TAG: [(tag.name, tag.name) for tag in store.ask(tags)],
            ListField.TRAINER: [(str(one.id), one.name) for one in store.ask(trainers)],
        }


class ConditionLine(QWidget):
    """What is looked at, is or is not, and the value: a choice, or a number of days."""

    changed = Signal()
    removed = Signal()

    def __init__(self, fields: Sequence[ListField], choices: dict[ListField, Sequence[Pair]]) -> None:
        super().__init__()
        self._fields = list(fields)
        self._all_choices = choices
        self.field, self.test, self.value = ComboBox(), ComboBox(), ComboBox()
        self.days = QLineEdit()
        self.days.setFixedWidth(70)
        self.unit = Label("days", "quiet")
        for box, name in (
            (self.field, "What"),
            (self.test, "Is or is not"),
            (self.value, "Value"),
            (self.days, "Days"),
        ):
            box.setAccessibleName(name)
        self.field.addItems([field.label for field in self._fields])
        remove = IconButton("x", "Remove this condition", side=14)
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self.test, self.value, self.days, self.unit):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(remove)
        self.stops = (self.field, self.test, self.value, self.days, remove)
        """Where the keyboard stops, from left to right."""
        self.field.activated.connect(lambda _at: self._show_values())
        for changed in (self.field.activated, self.test.activated, self.value.activated, self.days.textEdited):
            changed.connect(lambda _new: self.changed.emit())

    def choose(self, field: ListField, value: str, *, negated: bool = False) -> None:
        """Show a condition."""
        self.field.setCurrentIndex(self._fields.index(field))
        self._show_values()
        self.test.setCurrentIndex(int(negated))
        if field in DAYS:
            self.days.setText(value)
        else:
            values = [own for own, _label in self._choices()]
            self.value.setCurrentIndex(values.index(value) if value in values else -1)

    def condition(self) -> Condition:
        """What the line says."""
        field = self._chosen()
        choices, at = self._choices(), self.value.currentIndex()
        value = self.days.text().strip() if field in DAYS else choices[at][0] if 0 <= at < len(choices) else ""
        return condition(field, value, IS_NOT if self.test.currentIndex() else IS)

    def _chosen(self) -> ListField:
        return self._fields[self.field.currentIndex()]

    def _choices(self) -> Sequence[Pair]:
        return self._all_choices.get(self._chosen(), ())

    def _show_values(self) -> None:
        needs_days, at = self._chosen() in DAYS, max(0, self.test.currentIndex())
        self.test.clear()
        self.test.addItems(TESTS.get(self._chosen(), ("is", "is not")))
        self.test.setCurrentIndex(at)
        self.unit.setVisible(needs_days)
        self.days.setVisible(needs_days)
        self.value.setVisible(not needs_days)
        self.value.clear()
        self.value.addItems([label for _value, label in self._choices()])
        if needs_days and not self.days.text():
            self.days.setText("14")
