"""The panels, one package each. A panel is added by writing its package and one line here."""

from fitwell_desktop.ui.places import Place

PANELS: tuple[Place, ...] = (
    Place("roster", "Clients", "users", "C", "fitwell_desktop.views.roster.panel:RosterPanel"),
    Place("client", "Client", "user-round", "L", "fitwell_desktop.views.roster.client_panel:ClientPanel"),
)
