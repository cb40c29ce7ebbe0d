"""Invoices in the order of their numbers, and the money that came in for them: in time, late, in parts, or not yet."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from fitwell_desktop.demo.catalog import Catalog, Offer
from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, World
from fitwell_desktop.domain.billing.amounts import Reduction, totals
from fitwell_desktop.domain.billing.numbering import number_text
from fitwell_desktop.models.billing import Invoice, InvoiceLine, Party, Payment, Refund
from fitwell_desktop.models.numbering import InvoiceSeries
from fitwell_desktop.vocabulary import InvoiceKind, InvoiceStatus, PaymentMethod, PaymentStatus, RefundStatus

TERMS = 14 * DAY
DIGITS = 4
MISTAKEN = 2
"""As many invoices are right before one is not, however small the practice: it is credited, and the money paid back."""

OPEN = {InvoiceStatus.SENT, InvoiceStatus.OVERDUE}


class Order(Struct, frozen=True):
    """Something to be invoiced on a day."""

    client: Client
    at: datetime
    day: date
    lines: tuple[InvoiceLine, ...]
    offer: Offer | None = None
    subscription_id: Id | None = None
    rate_off: int = 0
    """A discount, in millionths."""


class Written(Struct, frozen=True):
    """What became of an order. `payment_id` is there where it is paid."""

    invoice_id: Id
    number: str
    status: InvoiceStatus
    total: int
    payment_id: Id | None
    paid_at: datetime | None


class Invoices:
    """Writes invoices; must be given orders in the order of their days."""

    def __init__(self, world: World, catalog: Catalog) -> None:
        self._world = world
        self._rows = world.rows
        self._catalog = catalog
        self._chance = world.chance("invoices")
        self._next: dict[tuple[InvoiceKind, int], int] = defaultdict(lambda: 1)
        self._series: dict[tuple[InvoiceKind, int], Id] = {}
        self._prefix = "".join(word[0] for word in world.size.practice.split()) + "-"
        self.made = 0

    def line(self, offer: Offer, **values: Any) -> InvoiceLine:
        """A line for something out of the catalog."""
        return InvoiceLine(
            offer.name,
            offer.price,
            tax_name="VAT",
            tax_rate_ppm=self._world.size.tax_ppm,
            package_id=uuid(offer.id),
            **values,
        )

    def draft(self, order: Order) -> None:
        """An invoice that was not sent yet."""
        self._write(order, InvoiceKind.INVOICE, {"status": InvoiceStatus.DRAFT})

    def send(self, order: Order) -> Written:
        """Send an invoice, and let the client pay as they do."""
        due = order.day + TERMS
        total = self._total(order)
        method = self._method(order)
        paid_at = self._pays_at(order, method, total)
        status = self._status(order, paid_at, due)
        paid = paid_at if status in {InvoiceStatus.PAID, InvoiceStatus.CREDITED} else None
        values = {"status": status, "due_on": due, "paid_at": paid}
        invoice_id, number = self._number(order, InvoiceKind.INVOICE, values)
        taken_back = status is InvoiceStatus.CREDITED
        came = PaymentStatus.REFUNDED if taken_back else PaymentStatus.COMPLETED
        payment_id = self._payment(order, invoice_id, total, method, paid, came) if paid else None
        if status in OPEN:
            self._open_end(order, invoice_id, total, method, due)
        elif taken_back and payment_id and paid:
            self._take_back(order, invoice_id, payment_id, total, paid)
        return Written(invoice_id, number, status, total, payment_id, paid)

    def ends(self) -> None:
        """The series are written when it is known which number comes next."""
        names = {InvoiceKind.INVOICE: "Invoices", InvoiceKind.CREDIT_NOTE: "Credit notes"}
        year = self._world.time.today.year
        for kind in names:
            self._series_id(kind, year)
        for (kind, of_year), series_id in self._series.items():
            at = self._world.time.moment(max(date(of_year, 1, 1), self._world.time.first - 20 * DAY), 8 * 60)
            self._rows.add(
                InvoiceSeries, at, self._world.owner.id, id=series_id, name=names[kind], kind=kind, year=of_year,
                prefix=self._prefix_of(kind), digits=DIGITS, next_number=self._next[kind, of_year],
                is_default=of_year == year,
            )  # fmt: skip

    def _total(self, order: Order) -> int:
        return totals(order.lines, Reduction(rate_ppm=order.rate_off), tax_included=True).total

    def _number(self, order: Order, kind: InvoiceKind, values: dict[str, Any]) -> tuple[Id, str]:
        year = order.day.year
        number = self._next[kind, year]
        self._next[kind, year] += 1
        text = number_text(self._prefix_of(kind), year, DIGITS, number)
        numbered = {
            "series_id": self._series_id(kind, year), "number": number, "invoice_number": text, "issued_on": order.day,
            "sent_at": order.at, "issuer": self._world.issuer, "recipient": self._recipient(order.client),
        }  # fmt: skip
        return self._write(order, kind, numbered | values), text

    def _write(self, order: Order, kind: InvoiceKind, values: dict[str, Any]) -> Id:
        worked = totals(order.lines, Reduction(rate_ppm=order.rate_off), tax_included=True)
        self.made += 1
        return self._rows.add(
            Invoice, order.at, order.client.trainer.id, client_id=order.client.id, kind=kind,
            client_subscription_id=order.subscription_id, currency=self._world.size.currency, line_items=order.lines,
            taxes=worked.taxes, subtotal=worked.subtotal, discount_rate_ppm=order.rate_off, discount_amount=worked.discount,
            discount_reason="Welcome" if order.rate_off else "", tax_amount=worked.tax, total=worked.total, **values,
        )  # fmt: skip

    def _recipient(self, client: Client) -> Party:
        return Party(client.name, address=client.address, email=client.email, phone=client.phone)

    def _prefix_of(self, kind: InvoiceKind) -> str:
        return self._prefix if kind is InvoiceKind.INVOICE else f"CN-{self._prefix}"

    def _series_id(self, kind: InvoiceKind, year: int) -> Id:
        key = (kind, year)
        if key not in self._series:
            self._series[key] = self._rows.ids.at(self._world.time.moment(self._world.time.first - 20 * DAY, 480))
        return self._series[key]

    def _method(self, order: Order) -> PaymentMethod:
        if order.subscription_id:
            return PaymentMethod.DIRECT_DEBIT
        weights = {PaymentMethod.BANK_TRANSFER: 0.5, PaymentMethod.CARD: 0.3, PaymentMethod.CASH: 0.2}
        return self._chance.weighted(weights)

    def _pays_at(self, order: Order, method: PaymentMethod, total: int) -> datetime:
        chance = self._chance
        if method in {PaymentMethod.CASH, PaymentMethod.CARD} or not total:
            return order.at + timedelta(minutes=chance.whole(1, 30))
        days = chance.whole(2, 4) if method is PaymentMethod.DIRECT_DEBIT else chance.whole(2, 13)
        if order.client.pays_late:
            days = chance.whole(16, 60)
        return order.at + timedelta(days=days, minutes=chance.whole(0, 400))

    def _status(self, order: Order, paid_at: datetime, due: date) -> InvoiceStatus:
        clock = self._world.time
        is_old = order.day < clock.today - 60 * DAY
        if self.made == MISTAKEN or (is_old and self._chance.hits(0.004)):
            return InvoiceStatus.CREDITED
        if is_old and order.client.pays_late and self._chance.hits(0.01):
            return InvoiceStatus.WRITTEN_OFF
        if paid_at <= clock.present:
            return InvoiceStatus.PAID
        return InvoiceStatus.OVERDUE if due < clock.today else InvoiceStatus.SENT

    def _payment(
        self, order: Order, invoice_id: Id, amount: int, method: PaymentMethod, at: datetime,
        status: PaymentStatus = PaymentStatus.COMPLETED, **values: Any,
    ) -> Id:  # fmt: skip
        client = order.client
        came = at if status in {PaymentStatus.COMPLETED, PaymentStatus.REFUNDED} else None
        return self._rows.add(
            Payment, at, client.trainer.id, client_id=client.id, invoice_id=invoice_id, amount=amount,
            currency=self._world.size.currency, status=status, method=method, paid_at=came,
            subscription_id=order.subscription_id, package_id=order.offer.id if order.offer else None, **values,
        )  # fmt: skip

    def _open_end(self, order: Order, invoice_id: Id, total: int, method: PaymentMethod, due: date) -> None:
        """Of what is open, some debits are under way or came back, and someone has paid a part."""
        present = self._world.time.present
        if method is PaymentMethod.DIRECT_DEBIT:
            if due < self._world.time.today:
                self._payment(
                    order, invoice_id, total, method, order.at + 4 * DAY, PaymentStatus.FAILED,
                    failure_code="insufficient_funds", failure_reason="The account was not covered.",
                )  # fmt: skip
            elif order.at + timedelta(hours=2) < present:
                self._payment(order, invoice_id, total, method, order.at + timedelta(hours=2), PaymentStatus.PENDING)
        elif due < self._world.time.today and self._chance.hits(0.3):
            self._payment(order, invoice_id, total // 2, method, order.at + 12 * DAY)

    def _take_back(self, order: Order, invoice_id: Id, payment_id: Id, total: int, paid: datetime) -> None:
        """The whole invoice was a mistake: a credit note, and the money back."""
        at = min(paid + 3 * DAY, self._world.time.present)
        day = at.astimezone(self._world.time.zone).date()
        self._rows.add(
            Refund, at, order.client.trainer.id, client_id=order.client.id, payment_id=payment_id, amount=total,
            currency=self._world.size.currency, status=RefundStatus.COMPLETED, reason="Charged twice", refunded_at=at,
        )  # fmt: skip
        note = Order(order.client, at, day, order.lines, rate_off=order.rate_off)
        values = {"status": InvoiceStatus.PAID, "credited_invoice_id": invoice_id, "paid_at": at, "due_on": day}
        self._number(note, InvoiceKind.CREDIT_NOTE, values)
