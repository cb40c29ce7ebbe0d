"""The panels, one package each. A panel is added by writing its package and one line here."""

from fitwell_desktop.ui.places import Place
from fitwell_desktop.vocabulary import Right

PANELS: tuple[Place, ...] = (
    Place("calendar", "Calendar", "calendar-days", "A", "fitwell_desktop.views.calendar.panel:CalendarPanel"),
    Place(
        "billing", "Billing", "receipt", "B", "fitwell_desktop.views.billing.panel:BillingPanel", needs=Right.BILLING
    ),
)
