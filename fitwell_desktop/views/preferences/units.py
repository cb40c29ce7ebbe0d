"""Units, language and time zone, with a sample of how things are written then."""

from datetime import UTC, datetime

from fitwell_desktop.domain.accounts.practice import PracticeSettings
from fitwell_desktop.ui import countries
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.form_fields import ChoiceField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.preferences.section import Section
from fitwell_desktop.vocabulary import UnitSystem

SAMPLE = datetime(2026, 11, 5, 16, 30, tzinfo=UTC)


class UnitsSection(Section):
    """How weights, days, times, numbers and money are written."""

    title = "Units & formats"
    icon = "ruler"
    sentence = "Nothing is converted for good: change these whenever you like."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self.add_form(
            self.tr("Units"),
            (
                ChoiceField(
                    name="unit_system",
                    title=self.tr("Weights and lengths"),
                    required=True,
                    choices=[(system, system.label) for system in UnitSystem],
                ),
            ),
        )
        self.add_form(
            self.tr("Language and time"),
            (
                ChoiceField(
                    name="locale",
                    title=self.tr("Days and numbers as in"),
                    required=True,
                    choices=countries.locales(),
                ),
                ChoiceField(
                    name="time_zone",
                    title=self.tr("Time zone"),
                    required=True,
                    choices=[(zone, zone.replace("_", " ")) for zone in countries.time_zones()],
                ),
            ),
        )
        self.sample = Label("", "strong", wrap=True)
        self.add_card(self.tr("It looks like this"), self.sample)
        self.column.addStretch()

    def show_settings(self, settings: PracticeSettings) -> None:
        super().show_settings(settings)
        formats = self.workspace.formats
        day = formats.local(SAMPLE).date()
        self.sample.setText(
            "   ·   ".join(
                [formats.weekday_day(day), formats.time(SAMPLE), formats.money(123_450), formats.weight(62.5)]
            )
        )
