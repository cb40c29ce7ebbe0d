"""What the list of clients says when nobody is in it, and what it offers then."""

from typing import Literal

from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.views.roster.roster_filter import RosterFilter
from fitwell_desktop.views.roster.shapes import plural
from fitwell_desktop.vocabulary import ClientState

Offer = Literal["new", "clear", "all"]


def say_empty(empty: EmptyState, narrowed: RosterFilter, elsewhere: int) -> Offer:
    """Say why nobody is shown; `elsewhere` is how many fit in other states. Tells what the button is for."""
    if elsewhere:
        why = translated("{0} in another state, archived or paused, would.", plural(elsewhere, "client"))
        empty.say("search-x", translated("No one here fits"), why, translated("Show all"))
        return "all"
    if narrowed.is_narrowed():
        why = translated("No client fits this filter.")
        empty.say("search-x", translated("Nothing matches"), why, translated("Clear filter"))
        return "clear"
    if narrowed.wanted().state is ClientState.ACTIVE:
        why = translated("Add your first client, or import your list from a CSV file by the menu above.")
        empty.say("users", translated("No clients yet"), why, translated("New client"))
        return "new"
    why = translated("No client is in this state.")
    empty.say("users", translated("Nobody here"), why, translated("Show active"))
    return "clear"
