"""What is to be heeded of a client's health when a session is booked or looked at, for people who may see it."""

from collections.abc import Iterator
from uuid import UUID

from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.clients.clearance import ASKED_FOR
from fitwell_desktop.domain.clients.roster import HealthFlag, health_flags
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.vocabulary import Right


def limits(store: Store, client_id: UUID | None) -> str:
    """What the client should not do: "Heed: knee"; empty if nothing, or if it is not for who is signed in."""
    flag = _flag(store, client_id)
    return translated("Heed: {0}", ", ".join(flag.limitations)) if flag and flag.limitations else ""


def heed(store: Store, client_id: UUID | None) -> str:
    """The clearance that is wanting, and what the client should not do."""
    return " ".join(_sentences(store, client_id))


def _sentences(store: Store, client_id: UUID | None) -> Iterator[str]:
    flag = _flag(store, client_id)
    if flag and flag.clearance in ASKED_FOR:
        yield ASKED_FOR[flag.clearance]
    if words := limits(store, client_id):
        yield words


def _flag(store: Store, client_id: UUID | None) -> HealthFlag | None:
    if client_id is None or Right.HEALTH not in store.signed_in.rights:
        return None
    return store.ask(health_flags, (client_id,)).get(client_id)
