"""Every query that a panel asks when it fills itself, with what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from benchmarks.panels.scene import Scene
from fitwell_desktop.core.store import Query
from fitwell_desktop.domain.accounts.client_search import active_clients
from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.analytics.attention import health_attention, money_attention, people_attention
from fitwell_desktop.domain.analytics.recent_changes import recent_changes_with_health
from fitwell_desktop.domain.analytics.volume import volume
from fitwell_desktop.domain.billing.details import invoice, money_settings, unbilled_sessions
from fitwell_desktop.domain.billing.document import invoice_document
from fitwell_desktop.domain.billing.numbering import numbering
from fitwell_desktop.domain.billing.queries import figures, invoices, status_sums
from fitwell_desktop.domain.clients.assessments import assessments, protocols
from fitwell_desktop.domain.clients.change_history import client_history_with_health
from fitwell_desktop.domain.clients.contacts import contacts
from fitwell_desktop.domain.clients.custom_fields import custom_values
from fitwell_desktop.domain.clients.families import family
from fitwell_desktop.domain.clients.goals import goals
from fitwell_desktop.domain.clients.health import health
from fitwell_desktop.domain.clients.limitations import limitation_tags, limitations
from fitwell_desktop.domain.clients.overview import overview, profile
from fitwell_desktop.domain.clients.papers import documents_with_health, notes_with_health
from fitwell_desktop.domain.clients.roster import Wanted, health_flags, roster_with_health
from fitwell_desktop.domain.clients.saved_lists import saved_lists_with_health
from fitwell_desktop.domain.clients.screening import screenings
from fitwell_desktop.domain.clients.tags import tags
from fitwell_desktop.domain.scheduling.choices import next_free
from fitwell_desktop.domain.scheduling.queries import calendar_entries, session_counts
from fitwell_desktop.domain.scheduling.working_hours import open_times, working_hours
from fitwell_desktop.vocabulary import ClientState, RosterOrder

Arguments = Callable[[Scene, int], tuple[Any, ...]]
"""What is asked the nth time: those that are about a client or an invoice go from one to the next."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a panel's. `beside` tells it from others that ask the same query."""

    panel: str
    query: Query[Any, Any]
    arguments: Arguments = lambda scene, nth: ()
    beside: str = ""

    @property
    def name(self) -> str:
        """Its name among the figures: "roster.roster_with_health.by_owed"."""
        return ".".join(filter(None, (self.panel, str(vars(self.query)["__name__"]), self.beside)))


ACTIVE = Wanted(state=ClientState.ACTIVE)
EVERYONE = Wanted()


def _client(scene: Scene, nth: int) -> tuple[UUID]:
    return (scene.clients[nth % len(scene.clients)],)


def _invoice(scene: Scene, nth: int) -> tuple[UUID]:
    return (scene.invoices[nth % len(scene.invoices)],)


def _listed(beside: str, wanted: Wanted, *page: int) -> Asked:
    return Asked("roster", roster_with_health, lambda scene, nth: (wanted, *page), beside)


ASKED = (
    Asked("window", volume),
    Asked("today", calendar_entries, lambda scene, nth: scene.day),
    Asked("today", session_counts, lambda scene, nth: scene.week),
    Asked("today", figures, lambda scene, nth: (scene.today,)),
    Asked("today", money_attention),
    Asked("today", health_attention),
    Asked("today", people_attention),
    Asked("today", recent_changes_with_health),
    _listed("active", ACTIVE),
    _listed("everyone", EVERYONE),
    _listed("typed", replace(EVERYONE, text="ma")),
    _listed("scrolled", EVERYONE, 0, 400),
    *(
        _listed(f"by_{order.value.lower()}", replace(ACTIVE, order=order))
        for order in RosterOrder
        if order is not RosterOrder.NAME
    ),
    Asked("roster", saved_lists_with_health),
    Asked("roster", tags),
    Asked("roster", health_flags, lambda scene, nth: (scene.page,)),
    Asked("client", profile, _client),
    Asked("client", overview, _client),
    Asked("client", health_flags, lambda scene, nth: (_client(scene, nth),)),
    Asked("client", assessments, _client),
    Asked("client", protocols),
    Asked("client", goals, _client),
    Asked("client", custom_values, _client),
    Asked("client", family, _client),
    Asked("client", health, _client),
    Asked("client", limitations, _client),
    Asked("client", limitation_tags),
    Asked("client", screenings, _client),
    Asked("client", notes_with_health, _client),
    Asked("client", documents_with_health, _client),
    Asked("client", contacts, _client),
    Asked("client", client_history_with_health, _client),
    Asked("calendar", trainers),
    Asked("calendar", practice_settings),
    Asked("calendar", calendar_entries, lambda scene, nth: scene.week),
    Asked("calendar", open_times, lambda scene, nth: (scene.monday, 7, scene.trainers)),
    Asked("calendar", working_hours, lambda scene, nth: (scene.trainers[0],)),
    Asked("calendar", next_free, lambda scene, nth: (scene.trainers[0], 60, scene.day[0])),
    Asked("calendar", active_clients, lambda scene, nth: ("ma",)),
    Asked("billing", figures, lambda scene, nth: (scene.today,)),
    Asked("billing", status_sums),
    Asked("billing", status_sums, lambda scene, nth: ("ma",), "typed"),
    Asked("billing", invoices),
    Asked("billing", invoices, lambda scene, nth: ((), "ma"), "typed"),
    Asked("billing", invoices, lambda scene, nth: ((), "", None, 1_000), "scrolled"),
    Asked("billing", invoice, _invoice),
    Asked("billing", invoice_document, _invoice),
    Asked("billing", active_clients, lambda scene, nth: ("ma",)),
    Asked("billing", unbilled_sessions, _client),
    Asked("billing", money_settings),
    Asked("preferences", numbering, lambda scene, nth: (scene.today,)),
)
