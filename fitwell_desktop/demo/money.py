"""Who buys what when: subscriptions that are billed each month, packs of sessions, single sessions, and now and then more."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fitwell_desktop.demo.catalog import Catalog, Offer
from fitwell_desktop.demo.invoices import Invoices, Order, Written
from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY, budget
from fitwell_desktop.demo.wallets import Wallets
from fitwell_desktop.demo.world import Client, Part, Session, Week, World
from fitwell_desktop.models.billing import InvoiceLine
from fitwell_desktop.models.selling import ClientSubscription
from fitwell_desktop.vocabulary import BillingInterval, ClientKind, InvoiceStatus, SubscriptionStatus

LATELY = 30 * DAY
DRAFTS = 3


@dataclass(slots=True)
class Agreement:
    """A running subscription."""

    id: Id
    offer: Offer
    since: date
    next_on: date
    is_discounted: bool


class Money(Part):
    """Bills each week what the week brought."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.catalog = Catalog(world)
        self._invoices = Invoices(world, self.catalog)
        self._wallets = Wallets(world.rows)
        self._agreements: dict[Id, Agreement] = {}
        self._packs: set[Id] = set()
        self._budget = budget(world.size.invoices - DRAFTS, list(world.busy))
        self.recent: list[tuple[Order, Written]] = []
        self.revenue: dict[date, int] = defaultdict(int)

    def joins(self, client: Client) -> None:
        if client.kind is ClientKind.REMOTE:
            self._agree(client, self.catalog.coaching)
        elif self.chance.hits(0.45):
            self._agree(client, self.chance.one((self.catalog.weekly, self.catalog.weekly, self.catalog.twice)))
        elif self.chance.hits(0.6):
            self._packs.add(client.id)

    def leaves(self, client: Client) -> None:
        agreement = self._agreements.pop(client.id, None)
        if agreement:
            self._close(client, agreement, client.left_on)

    def week(self, week: Week) -> None:
        orders = [*self._renewals(week), *self._sessions(week)]
        missing = self._budget.left(week.number, self._invoices.made + len(orders))
        orders += [order for order in (self._extra(week) for _ in range(missing)) if order]
        for order in sorted(orders, key=lambda each: each.at):
            self._send(order)
        for client in week.clients:
            end = self.time.past(self.time.moment(week.monday + 6 * DAY, 23 * 60))
            self._wallets.expire(client, week.monday, end)

    def ends(self) -> None:
        for client in self.world.clients:
            if client.id in self._agreements:
                self._close(client, self._agreements[client.id], None)
        here = [client for client in self.world.clients if self.world.present(client)]
        for number, client in enumerate(self.chance.some(here, DRAFTS)):
            at = self.time.present - timedelta(days=number + 1, minutes=17)
            day = at.astimezone(self.time.zone).date()
            self._invoices.draft(Order(client, at, day, (self._invoices.line(self.chance.one(self.catalog.extras)),)))
        self._invoices.ends()

    def _send(self, order: Order) -> None:
        written = self._invoices.send(order)
        if order.offer and order.offer.sessions:
            at = order.at
            self._wallets.grant(order.client, order.offer, at, order.day, order.subscription_id, written.payment_id)
        if written.paid_at and written.status is InvoiceStatus.PAID:
            self.revenue[written.paid_at.date().replace(day=1)] += written.total
        if order.day > self.time.today - LATELY:
            self.recent.append((order, written))

    def _agree(self, client: Client, offer: Offer) -> None:
        since = max(client.joined_on, self.time.first + (client.born.day % 28) * DAY)
        since = min(since, client.left_on or since)
        agreement = Agreement(self.rows.ids.at(self.world.made_on(client)), offer, since, since, self.chance.hits(0.08))
        self._agreements[client.id] = agreement

    def _renewals(self, week: Week) -> list[Order]:
        orders = []
        for client in week.clients:
            agreement = self._agreements.get(client.id)
            while agreement and agreement.next_on <= min(week.monday + 6 * DAY, self.time.today):
                day = agreement.next_on
                agreement.next_on = _month_later(day, agreement.since.day)
                at = self.time.moment(day, 6 * 60 + 10)
                if day >= week.monday and client.trains_on(day) and at <= self.time.present:
                    line = self._invoices.line(agreement.offer, serviced_on=day)
                    off = 100_000 if agreement.is_discounted else 0
                    orders.append(Order(client, at, day, (line,), agreement.offer, agreement.id, off))
        return orders

    def _sessions(self, week: Week) -> list[Order]:
        """Sessions are taken from credits; where there are none, a pack is bought, or the week's sessions are billed."""
        billed: dict[Id, list[Session]] = defaultdict(list)
        orders = []
        for session in sorted(week.sessions + week.forfeited, key=lambda each: each.start):
            client, at = session.client, session.start + timedelta(minutes=70)
            if client.id in self._packs and not self._wallets.balance(client):
                orders.append(self._pack(session))
            elif self._wallets.use(session, self.time.past(at)):
                if self.chance.hits(0.004):
                    self._wallets.give_back(session, self.time.past(at + timedelta(days=1)))
            elif client.id not in self._packs:
                billed[client.id].append(session)
        friday = self.time.moment(week.monday + 4 * DAY, 20 * 60 + 40)
        orders += [self._single(sessions, friday) for sessions in billed.values()]
        if week.clients and self.chance.hits(0.1):
            self._wallets.thank(self.chance.one(week.clients), self.time.past(self.time.moment(week.monday, 1_100)))
        return [order for order in orders if order.at <= self.time.present]

    def _pack(self, session: Session) -> Order:
        """Ten more; they are there from the next session on, this one is the invoice's own line."""
        line = self._invoices.line(
            self.catalog.ten, serviced_on=session.day, appointment_id=uuid(session.appointment_id)
        )
        at = session.start + timedelta(minutes=75)
        return Order(session.client, at, session.day, (line,), self.catalog.ten)

    def _single(self, sessions: list[Session], friday: datetime) -> Order:
        """The week's sessions on one invoice, when the week is over."""
        last = sessions[-1]
        at = max(friday, last.start + timedelta(minutes=80))
        lines = tuple(
            self._invoices.line(self.catalog.single, serviced_on=each.day, appointment_id=uuid(each.appointment_id))
            for each in sessions
        )
        return Order(last.client, at, at.astimezone(self.time.zone).date(), lines)

    def _extra(self, week: Week) -> Order | None:
        if not week.clients:
            return None
        client = self.chance.one(week.clients)
        day = self.chance.one([day for day in week.days if day <= self.time.today])
        at = self.time.moment(day, self.chance.whole(8 * 60, 19 * 60))
        if at > self.time.present or client.joined_on > day:
            return None
        offer = self.chance.one(self.catalog.extras)
        lines: tuple[InvoiceLine, ...] = (self._invoices.line(offer, serviced_on=day),)
        return Order(client, at, day, lines)

    def _close(self, client: Client, agreement: Agreement, until: date | None) -> None:
        """The agreement's row is written when it is known how it ended."""
        ended: datetime | None = self.time.moment(until, 17 * 60) if until else None
        pause = next((pause for pause in client.pauses if pause.covers(self.time.today)), None)
        status = SubscriptionStatus.CANCELLED if until else SubscriptionStatus.ACTIVE
        if until and client.born.day % 5 == 0:
            status, ended = SubscriptionStatus.EXPIRED, None
        elif pause and not until:
            status = SubscriptionStatus.PAUSED
        is_paused = status is SubscriptionStatus.PAUSED and pause is not None
        self.rows.add(
            ClientSubscription, self.world.made_on(client), client.trainer.id, id=agreement.id, client_id=client.id,
            package_id=agreement.offer.id, discount_id=self.catalog.welcome if agreement.is_discounted else None,
            status=status, price=agreement.offer.price, currency=self.world.size.currency,
            billing_interval=BillingInterval.MONTH, starts_on=agreement.since, ends_on=until, auto_renew=until is None,
            next_billing_on=None if until else max(agreement.next_on, self.time.today + DAY),
            paused_from_on=pause.starts_on if is_paused and pause else None,
            paused_until_on=pause.ends_on if is_paused and pause else None,
            cancelled_at=ended, cancel_reason="Client left" if ended else "",
        )  # fmt: skip


def _month_later(day: date, of_month: int) -> date:
    first = (day.replace(day=1) + 32 * DAY).replace(day=1)
    length = ((first + 32 * DAY).replace(day=1) - first).days
    return first.replace(day=min(of_month, length))
