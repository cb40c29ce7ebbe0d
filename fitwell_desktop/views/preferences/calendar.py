"""How the calendar works: the week, the usual length of a session, who may be booked, working hours."""

from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.form_fields import CheckField, ChoiceField, MinutesField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.preferences.section import Section
from fitwell_desktop.vocabulary import Weekday


class CalendarSection(Section):
    """Week and sessions; the hours are edited where they are drawn."""

    title = "Week and sessions"
    icon = "calendar-days"
    sentence = "How your weeks look, and what a session is unless you say otherwise."

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        workspace = panel.workspace
        self.add_form(
            self.tr("Calendar"),
            (
                ChoiceField(
                    name="week_start",
                    title=self.tr("The week begins on"),
                    required=True,
                    choices=[(day, day.label) for day in Weekday],
                ),
                MinutesField(name="session_minutes", title=self.tr("Usual length of a session"), required=True),
                CheckField(
                    name="clearance_blocks_booking",
                    title=self.tr("Book nobody whose medical clearance is missing"),
                    hint=self.tr("Otherwise a stated reason is enough, and is recorded."),
                    wide=True,
                ),
            ),
        )
        hours = Button(self.tr("Working hours…"), icon_name="clock")
        hours.clicked.connect(lambda: workspace.act("calendar.hours"))
        card = self.add_card(
            self.tr("Working hours"),
            Label(
                self.tr("Booking outside of them warns, and the calendar shades the rest of the day."),
                "quiet",
                wrap=True,
            ),
        )
        card.body.addLayout(row(hours, 1))
        self.column.addStretch()
