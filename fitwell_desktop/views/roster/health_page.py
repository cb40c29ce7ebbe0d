"""A client's health: clearance, limitations, screening and history. Only for those who may see health data."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from fitwell_desktop.domain.clients.health import Health, edit_health, health, set_clearance
from fitwell_desktop.domain.clients.limitations import (
    ClientLimitation,
    add_limitation,
    edit_limitation,
    limitation_tags,
    limitations,
    remove_limitation,
)
from fitwell_desktop.domain.clients.protocols import BEATS, LEAST_BEATS, MOST_BEATS
from fitwell_desktop.domain.clients.screening import Screening, screenings
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.refused import SavedAsTyped
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import Card
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import (
    CheckField,
    ChoiceField,
    DayField,
    Field,
    LongTextField,
    NumberField,
    TagsField,
    TextField,
)
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.roster.client_fields import choices
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.page import Choice, entry, heading, refill
from fitwell_desktop.views.roster.screening_dialog import ScreeningDialog
from fitwell_desktop.views.roster.shapes import CLEARANCE_TONES, SEVERITY_TONES
from fitwell_desktop.views.roster.typed_page import TypedPage
from fitwell_desktop.vocabulary import Clearance, FitnessLevel, ScreeningOutcome, Severity

FIELDS: tuple[Field, ...] = (
    TagsField(name="conditions", title="Conditions", hint="A new one voids a medical clearance."),
    TagsField(name="allergies", title="Allergies"),
    LongTextField(name="injuries", title="Injuries", lines=2),
    LongTextField(name="surgeries", title="Surgeries", lines=2),
    LongTextField(name="medications", title="Medications", lines=2),
    LongTextField(name="exercise_limitations", title="What to keep in mind when training", lines=2),
    ChoiceField(name="fitness_level", title="Fitness level", choices=choices(FitnessLevel)),
    NumberField(name="resting_heart_rate", title="Resting heart rate", unit=BEATS, least=LEAST_BEATS, most=MOST_BEATS),
    TextField(name="blood_pressure", title="Blood pressure", example="120/80", longest=20),
    CheckField(name="is_pregnant", title="Pregnant"),
    LongTextField(name="lifestyle", title="Lifestyle", lines=2),
    LongTextField(name="notes", title="Notes", lines=2),
)


class HealthPage(TypedPage):
    """Saved as it is typed; what follows from an answer is said at once."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self.form = Form(FIELDS, self.workspace.formats, columns=2, save=self._save)
        self.top = QWidget()
        self._parts = QVBoxLayout(self.top)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.top)
        self.column.addWidget(heading(self.tr("Health history")))
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    def editors(self) -> Sequence[SavedAsTyped]:
        return (self.form,)

    def focus_field(self, name: str) -> None:
        self.form.widget(name).setFocus()

    def fill(self) -> None:
        known = self.panel.ask(health, self.client)
        values = {field.name: getattr(known, field.name) for field in FIELDS}
        values |= {name: list(values[name]) for name in ("conditions", "allergies")}
        self.form.set_values(values)
        held = self.panel.ask(limitations, self.client)
        asked = self.panel.ask(screenings, self.client)
        limits: list[QWidget] = [self._limitation(one) for one in held]
        screened: list[QWidget] = [self._screening(one) for one in asked[:3]]
        refill(
            self._parts,
            [
                self._clearance(known),
                heading(self.tr("Limitations"), self._button(self.tr("Add limitation"), self.add_limitation)),
                *(limits or [Label(self.tr("Nothing is limited."), "quiet")]),
                heading(self.tr("Readiness screening"), self._button(self.tr("New screening"), self.begin_screening)),
                *(screened or [Label(self.tr("Not asked yet."), "quiet")]),
            ],
        )

    def begin_screening(self) -> None:
        """Go through the questions."""
        ScreeningDialog(self.workspace, self.client, self).open()

    def add_limitation(self) -> None:
        """Ask what is limited."""
        self._open_limitation(self.tr("Add limitation"), {"severity": Severity.AVOID}, None)

    def record_clearance(self) -> None:
        """Ask for a doctor's consent."""
        today = self.workspace.formats.today()
        fields: tuple[Field, ...] = (
            TextField(name="cleared_by", title=self.tr("Given by"), required=True, example="Dr. Weiss"),
            DayField(name="cleared_on", title=self.tr("On"), required=True, lean=Lean.BEHIND),
            DayField(
                name="clearance_expires_on",
                title=self.tr("Until"),
                hint=self.tr("12 months at most, if empty."),
                lean=Lean.AHEAD,
            ),
        )
        FormDialog(
            self.tr("Medical clearance"),
            self.tr("Record"),
            fields,
            lambda v: self.workspace.do(
                set_clearance,
                self.client,
                Clearance.CLEARED,
                v["cleared_by"],
                v["cleared_on"],
                v["clearance_expires_on"],
            ),
            self.workspace.formats,
            self,
            values={"cleared_on": today},
        ).open()

    def _save(self, name: str, value: Any) -> None:
        change: Any = {name: tuple(value) if isinstance(value, list) else value}
        if self.workspace.do(edit_health, self.client, **change):
            self.workspace.said(self.tr("The medical clearance no longer holds: health has changed"))

    def _button(self, text: str, run: Any) -> Button:
        button = Button(text, "link", "plus")
        button.clicked.connect(run)
        return button

    def _clearance(self, known: Health) -> Card:
        formats = self.workspace.formats
        lines = []
        if known.medical_clearance is Clearance.CLEARED:
            given = formats.day(known.cleared_on) if known.cleared_on else ""
            until = formats.day(known.clearance_expires_on) if known.clearance_expires_on else ""
            lines = [self.tr("{0}, {1} until {2}").format(known.cleared_by, given, until)]
        options: list[Choice] = [(self.tr("Record clearance…"), self.record_clearance)]
        for word, text in (
            (Clearance.REQUIRED, self.tr("Require one")),
            (Clearance.NOT_REQUIRED, self.tr("None needed")),
        ):
            if word is not known.medical_clearance:
                options.append((text, lambda word=word: self.workspace.do(set_clearance, self.client, word)))  # type: ignore[misc]
        pill = (known.clearance.label, CLEARANCE_TONES[known.clearance])
        return entry(self.tr("Medical clearance"), lines, pill=pill, choices=options)

    def _limitation(self, one: ClientLimitation) -> Card:
        formats = self.workspace.formats
        until = self.tr("until {0}").format(formats.day(one.until_on)) if one.until_on else ""
        pill = (one.severity.label, SEVERITY_TONES[one.severity]) if one.holds else (self.tr("Over"), Tone.NEUTRAL)
        values = {name: getattr(one, name) for name in ("tag", "severity", "since_on", "until_on", "note")}
        options: list[Choice] = [
            (self.tr("Edit…"), lambda: self._open_limitation(self.tr("Save"), values, one)),
            (self.tr("Remove"), lambda: self._remove(one)),
        ]
        lines = [" · ".join(part for part in (one.note, until) if part)]
        return entry(one.tag.capitalize(), lines, pill=pill, choices=options)

    def _open_limitation(self, primary: str, values: dict[str, Any], one: ClientLimitation | None) -> None:
        fields: tuple[Field, ...] = (
            TextField(name="tag", title=self.tr("What"), required=True, example="knee"),
            ChoiceField(name="severity", title=self.tr("How strictly"), required=True, choices=choices(Severity)),
            DayField(name="since_on", title=self.tr("Since"), lean=Lean.BEHIND),
            DayField(name="until_on", title=self.tr("Until"), lean=Lean.AHEAD),
            TextField(name="note", title=self.tr("Note"), wide=True),
        )

        def save(typed: dict[str, Any]) -> None:
            if one:
                self.workspace.do(edit_limitation, one.id, **typed)
            else:
                self.workspace.do(add_limitation, self.client, **typed)

        dialog = FormDialog(
            self.tr("Limitation"), primary, fields, save, self.workspace.formats, self, values=values, columns=2
        )
        line = dialog.form.widget("tag")
        if isinstance(line, QLineEdit):
            known = self.panel.ask(limitation_tags)
            line.setCompleter(QCompleter(list(known), line))
        dialog.open()

    def _remove(self, one: ClientLimitation) -> None:
        self.workspace.do(remove_limitation, one.id)
        self.workspace.said(self.tr("Removed “{0}”").format(one.tag))

    def _screening(self, one: Screening) -> Card:
        formats = self.workspace.formats
        until = self.tr("holds until {0}").format(formats.day(one.expires_on)) if one.expires_on else ""
        tone = Tone.GOOD if one.outcome is ScreeningOutcome.CLEAR else Tone.BAD
        pill = (self.tr("Expired"), Tone.WARN) if one.has_expired else (one.outcome.label, tone)
        return entry(formats.day(one.answered_on), [until], pill=pill)
