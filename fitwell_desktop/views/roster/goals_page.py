"""Goals: where they stand against the line from start to target."""

from typing import Any
from uuid import UUID

from fitwell_desktop.domain.clients.goals import (
    Goal,
    add_goal,
    delete_goal,
    edit_goal,
    goals,
    record_progress,
    set_goal_status,
)
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import DayField, Field, LongTextField, NumberField, TextField
from fitwell_desktop.ui.widgets.progress_line import ProgressLine
from fitwell_desktop.views.roster.form_dialog import FormDialog, number
from fitwell_desktop.views.roster.goal_words import amount, direction, has_numbers, unit_for
from fitwell_desktop.views.roster.page import Choice, Page, entry, heading, refill
from fitwell_desktop.views.roster.shapes import BAND_TONES, GOAL_TONES
from fitwell_desktop.vocabulary import GoalStatus, Right

NUMBERS = ("start_value", "current_progress", "target_value")
FIELDS: tuple[Field, ...] = (
    TextField(name="title", title="Goal", required=True, example="Squat 100 kg", wide=True),
    NumberField(name="start_value", title="Start", places=2),
    NumberField(name="target_value", title="Target", places=2),
    DayField(name="started_on", title="From"),
    DayField(name="target_date", title="Until", lean=Lean.AHEAD),
    NumberField(name="current_progress", title="Reached by now", places=2),
    TextField(name="unit", title="Unit", example="e.g. kg", longest=20),
    LongTextField(name="description", title="Why", lines=2),
)
WORDS = {GoalStatus.ACTIVE: "Take up again", GoalStatus.PAUSED: "Pause", GoalStatus.COMPLETED: "Mark as reached"}


class GoalsPage(Page):
    """Active goals first."""

    def fill(self) -> None:
        shown = self.panel.ask(goals, self.client)
        may_change = self.may(Right.CLIENTS)
        if not shown:
            why = self.tr("A start, a target and a day show at any time whether it goes as it should.")
            empty = EmptyState("goal", self.tr("No goals yet"), why, self.tr("Add goal") if may_change else "")
            empty.acted.connect(self.add)
            refill(self.column, [empty])
            return
        add = Button(self.tr("Add goal"), "link", "plus")
        add.clicked.connect(self.add)
        if not may_change:
            add.hide()
        refill(self.column, [heading(self.tr("Goals"), add), *(self._card(goal) for goal in shown)])
        self.column.addStretch(1)

    def add(self) -> None:
        """Ask for a further goal."""
        today = self.workspace.formats.today()
        self._open(self.tr("New goal"), self.tr("Add goal"), {"started_on": today}, None)

    def edit(self, goal: Goal) -> None:
        """Change a goal."""
        values = {field.name: getattr(goal, field.name) for field in FIELDS}
        self._open(self.tr("Goal"), self.tr("Save"), values, goal.id)

    def record(self, goal: Goal) -> None:
        """Ask what was reached by now."""
        field = NumberField(name="value", title=self.tr("Reached by now"), unit=goal.unit, places=2, required=True)
        FormDialog(
            goal.title,
            self.tr("Record"),
            (field,),
            lambda values: self.workspace.do(record_progress, goal.id, float(values["value"])),
            self.workspace.formats,
            self,
            values={"value": goal.current_progress},
        ).open()

    def _open(self, title: str, primary: str, values: dict[str, Any], goal_id: UUID | None) -> None:
        def save(typed: dict[str, Any]) -> None:
            changes: Any = typed | {name: number(typed[name]) for name in NUMBERS}
            if goal_id:
                self.workspace.do(edit_goal, goal_id, **changes)
            else:
                self.workspace.do(add_goal, self.client, **changes)

        asking = FormDialog(title, primary, FIELDS, save, self.workspace.formats, self, values=values, columns=2)
        if not values.get("unit"):
            asking.form.edited.connect(lambda name, value: self._propose_unit(asking.form, name, value))
        asking.open()

    def _propose_unit(self, form: Form, name: str, value: Any) -> None:
        """Fill in the unit that a title speaks of, unless the user has typed one."""
        unit = unit_for(value, self.workspace.formats) if name == "title" else ""
        if unit and "unit" not in form.changes():
            form.set_values({"unit": unit})

    def _card(self, goal: Goal) -> Card:
        is_active = goal.status is GoalStatus.ACTIVE
        tone = BAND_TONES[goal.trajectory.band] if is_active else GOAL_TONES[goal.status]
        label = goal.trajectory.band.label if is_active else goal.status.label
        line = ProgressLine(direction(goal, self.workspace.formats))
        line.show_progress(goal.trajectory.way, self._expected(goal), tone if tone is not Tone.NEUTRAL else Tone.ACCENT)
        return entry(
            goal.title,
            [goal.description, self._span(goal)],
            pill=(label, tone),
            choices=self._choices(goal) if self.may(Right.CLIENTS) else (),
            inner=line if has_numbers(goal) else None,
        )

    def _expected(self, goal: Goal) -> str:
        expected = goal.trajectory.expected
        if expected is None:
            return ""
        return self.tr("{0} expected by now").format(amount(round(expected, 1), goal.unit, self.workspace.formats))

    def _span(self, goal: Goal) -> str:
        days = [day for day in (goal.started_on, goal.target_date) if day]
        return " – ".join(self.workspace.formats.day(day) for day in days)

    def _choices(self, goal: Goal) -> list[Choice]:
        choices: list[Choice] = [(self.tr("Record progress…"), lambda: self.record(goal))]
        choices += [
            (self.tr(WORDS[status]), lambda status=status: self.workspace.do(set_goal_status, goal.id, status))  # type: ignore[misc]
            for status in GoalStatus
            if status in goal.status.may_become
        ]
        return [*choices, (self.tr("Edit…"), lambda: self.edit(goal)), (self.tr("Delete"), lambda: self._delete(goal))]

    def _delete(self, goal: Goal) -> None:
        self.workspace.do(delete_goal, goal.id)
        self.workspace.said(self.tr("Deleted “{0}”").format(goal.title))
