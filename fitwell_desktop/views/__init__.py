"""The panels, one package each. A panel is added by writing its package and one line here.

A layout names places; those that there are not, or that a person may not see, are left out of it.
"""

from fitwell_desktop.ui.layouts import Column, Layout, Stack
from fitwell_desktop.ui.places import Place
from fitwell_desktop.vocabulary import Right

PANELS: tuple[Place, ...] = (
    Place(
        "today",
        "Today",
        "layout-dashboard",
        "T",
        "fitwell_desktop.views.today.panel:TodayPanel",
        also="home start dashboard agenda",
    ),
    Place(
        "roster",
        "Clients",
        "users",
        "C",
        "fitwell_desktop.views.roster.panel:RosterPanel",
        also="people members customers list",
    ),
    Place("client", "Client", "user-round", "L", "fitwell_desktop.views.roster.client_panel:ClientPanel"),
    Place(
        "calendar",
        "Calendar",
        "calendar-days",
        "A",
        "fitwell_desktop.views.calendar.panel:CalendarPanel",
        also="schedule diary appointments bookings week",
    ),
    Place(
        "billing",
        "Billing",
        "receipt",
        "B",
        "fitwell_desktop.views.billing.panel:BillingPanel",
        needs=Right.BILLING,
        also="invoices bills payments money accounting",
    ),
    Place(
        "preferences",
        "Preferences",
        "settings",
        ",",
        "fitwell_desktop.views.preferences.panel:PreferencesPanel",
        needs=Right.PRACTICE,
        aside=True,
        also="settings options setup configuration",
    ),
)

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "coaching",
        "Coaching",
        (
            Column(264, (Stack(("roster",)),)),
            Column(748, (Stack(("today", "calendar")),)),
            Column(340, (Stack(("client",)),)),
        ),
    ),
    Layout(
        "front-desk",
        "Front desk",
        (Column(300, (Stack(("roster",)),)), Column(1052, (Stack(("calendar", "today")),))),
    ),
    Layout(
        "money",
        "Money",
        (Column(1352, (Stack(("billing", "today", "client")),)),),
    ),
)
