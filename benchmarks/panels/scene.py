"""What the panels' queries are asked about: the practice's today and week, its trainers, some of its clients and invoices."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from fitwell_desktop.app.practice_formats import formats_of
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.billing.queries import invoices
from fitwell_desktop.domain.clients.roster import Wanted, roster
from fitwell_desktop.domain.scheduling.wall_time import start_of_day
from fitwell_desktop.vocabulary import ClientState, InvoiceStatus

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Scene:
    """One practice on one day. `clients` are active; `page` is who stands on the first page of the list."""

    today: date
    day: Span
    week: Span
    monday: date
    trainers: tuple[UUID, ...]
    page: tuple[UUID, ...]
    clients: tuple[UUID, ...]
    invoices: tuple[UUID, ...]


def scene_of(store: Store) -> Scene:
    """What the store's practice offers."""
    formats = formats_of(store.ask(practice_settings), store.clock)
    today = formats.today()
    monday = today - timedelta(days=today.weekday())

    def span(first: date, days: int) -> Span:
        return start_of_day(first, formats.zone), start_of_day(first + timedelta(days=days), formats.zone)

    page = tuple(row.id for row in store.ask(roster, Wanted(state=ClientState.ACTIVE)).rows)
    sent = store.ask(invoices, (InvoiceStatus.PAID, InvoiceStatus.SENT, InvoiceStatus.OVERDUE), limit=20)
    return Scene(
        today=today,
        day=span(today, 1),
        week=span(monday, 7),
        monday=monday,
        trainers=tuple(one.id for one in store.ask(trainers)),
        page=page,
        clients=page[::2],
        invoices=tuple(row.id for row in sent),
    )
