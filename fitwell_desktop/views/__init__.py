"""The panels, one package each. A panel is added by writing its package and one line here."""

from fitwell_desktop.ui.places import Place

PANELS: tuple[Place, ...] = (
    Place("calendar", "Calendar", "calendar-days", "A", "fitwell_desktop.views.calendar.panel:CalendarPanel"),
)
