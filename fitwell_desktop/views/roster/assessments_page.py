"""Fitness assessments: the newest first, each value with its change and what it means."""

from typing import Any

from fitwell_desktop.domain.clients.assessments import (
    Assessment,
    ProtocolChoice,
    add_protocol,
    assessments,
    delete_assessment,
    protocols,
    record_assessment,
    tests_of,
)
from fitwell_desktop.domain.clients.protocols import BEATS, LEAST_BEATS, MOST_BEATS
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.form_fields import DayField, Field, LongTextField, NumberField, TextField
from fitwell_desktop.ui.widgets.menu import Menu
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.page import Page, entry, heading, refill
from fitwell_desktop.views.roster.results import ResultLines
from fitwell_desktop.vocabulary import Right


class AssessmentsPage(Page):
    """One protocol after another, and when each is due again."""

    def fill(self) -> None:
        shown = self.panel.ask(assessments, self.client)
        add = self._new_button()
        if not shown:
            why = self.tr("Test now and again in some weeks: the change is what clients come for.")
            empty = EmptyState("clipboard-list", self.tr("No assessments yet"), why)
            refill(self.column, [heading(self.tr("Assessments"), add), empty])
            return
        refill(self.column, [heading(self.tr("Assessments"), add), *(self._card(one) for one in shown)])
        self.column.addStretch(1)

    def begin(self, protocol: ProtocolChoice) -> None:
        """Ask for the results of a protocol's tests."""
        fields: list[Field] = [DayField(name="assessed_on", title=self.tr("Day"), required=True, lean=Lean.BEHIND)]
        fields += [result_field(f"test {at}", item.name, item.unit) for at, item in enumerate(protocol.items)]
        fields.append(LongTextField(name="notes", title=self.tr("Notes"), lines=2))

        def save(values: dict[str, Any]) -> None:
            results = {
                item.name: float(values[f"test {at}"])
                for at, item in enumerate(protocol.items)
                if values[f"test {at}"] is not None
            }
            self.workspace.do(record_assessment, self.client, protocol, results, values["assessed_on"], values["notes"])

        FormDialog(
            protocol.name,
            self.tr("Record"),
            fields,
            save,
            self.workspace.formats,
            self,
            values={"assessed_on": self.workspace.formats.today()},
            columns=2,
            explanation=protocol.instructions,
        ).open()

    def begin_protocol(self) -> None:
        """Ask for a protocol of the practice's own: a test a line, its unit in brackets."""
        fields: tuple[Field, ...] = (
            TextField(name="name", title=self.tr("Name"), required=True),
            LongTextField(
                name="items",
                title=self.tr("Tests"),
                required=True,
                lines=5,
                example="Grip, left (kg)\nGrip, right (kg)",
            ),
            NumberField(name="retest_days", title=self.tr("Again after"), unit=self.tr("days"), least=1, most=3650),
        )

        def save(values: dict[str, Any]) -> None:
            self.workspace.do(add_protocol, values["name"], tests_of(values["items"]), values["retest_days"])

        FormDialog(
            self.tr("Own protocol"), self.tr("Add protocol"), fields, save, self.workspace.formats, self,
            explanation=self.tr("One test a line, its unit in brackets."),
        ).open()  # fmt: skip

    def _new_button(self) -> Button:
        add = Button(self.tr("New assessment"), "link", "plus")
        menu = Menu(parent=add)
        for protocol in self.panel.ask(protocols):
            menu.addAction(protocol.name).triggered.connect(lambda _on=False, one=protocol: self.begin(one))
        menu.addSeparator()
        menu.addAction(self.tr("Own protocol…")).triggered.connect(self.begin_protocol)
        add.setMenu(menu)
        if not self.may(Right.TRAINING):
            add.hide()
        return add

    def _card(self, one: Assessment) -> Card:
        formats = self.workspace.formats
        due = self.tr("again on {0}").format(formats.day(one.retest_due_on)) if one.retest_due_on else ""
        return entry(
            one.name,
            [" · ".join(part for part in (formats.day(one.assessed_on), due) if part), one.notes],
            pill=(self.tr("Retest due"), Tone.WARN) if one.is_due else None,
            choices=[(self.tr("Delete"), lambda: self._delete(one))] if self.may(Right.TRAINING) else (),
            inner=ResultLines(one.results, formats),
        )

    def _delete(self, one: Assessment) -> None:
        self.workspace.do(delete_assessment, one.id)
        self.workspace.said(self.tr("Deleted the assessment"))


def result_field(name: str, title: str, unit: str) -> NumberField:
    """The field for a test's result; a pulse is bounded as it is everywhere."""
    bounds = (LEAST_BEATS, MOST_BEATS) if unit == BEATS else (None, None)
    return NumberField(name=name, title=title, unit=unit, places=2, least=bounds[0], most=bounds[1])
