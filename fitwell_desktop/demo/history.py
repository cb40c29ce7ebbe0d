"""The change log of the last days, and the notices of them: what the trainer did, in the words of the program's commands."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from fitwell_desktop.core.history import ChangeLog, ChangeLogRow
from fitwell_desktop.demo.bookings import Booked, Bookings
from fitwell_desktop.demo.money import Money
from fitwell_desktop.demo.rows import Id, moment_text
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Part, World
from fitwell_desktop.models.messaging import Notification
from fitwell_desktop.vocabulary import (
    AppointmentStatus,
    ChangeKind,
    InvoiceStatus,
    NotificationType,
    Priority,
)

LATELY = 6 * DAY
STEPS = 400
"""No more are told of, however large the practice."""
TEXTS = {
    "Book session": ("New session", NotificationType.APPOINTMENT),
    "Cancel session": ("Session cancelled", NotificationType.APPOINTMENT),
    "Mark as no-show": ("No-show", NotificationType.APPOINTMENT),
    "Add client": ("New client", NotificationType.CLIENT),
    "Record payment": ("Payment received", NotificationType.PAYMENT),
}


class Told(Struct, frozen=True):
    """One step: its name, when, about whom, and the row with what changed in it."""

    name: str
    at: datetime
    client: Client
    table: str
    row_id: Id
    old: dict[str, Any] | None
    new: dict[str, Any]


class History(Part):
    """Tells at the end what was done of late."""

    def __init__(self, world: World, bookings: Bookings, money: Money) -> None:
        super().__init__(world)
        self._bookings = bookings
        self._money = money
        self._since = world.time.present - LATELY

    def ends(self) -> None:
        steps = [*self._sessions(), *self._invoices(), *self._clients()]
        lately = sorted((step for step in steps if step.at >= self._since), key=lambda step: step.at)
        for number, step in enumerate(lately[-STEPS:]):
            self._write(step)
            if step.name in TEXTS:
                self._notify(step, is_read=number < len(lately[-STEPS:]) - 8)

    def _sessions(self) -> Iterable[Told]:
        for booked in self._bookings.recent:
            scheduled = {"status": "SCHEDULED", "scheduled_start": moment_text(booked.start)}
            yield self._step("Book session", booked.made_at, booked, None, scheduled)
            yield from self._statuses(booked)

    def _statuses(self, booked: Booked) -> Iterable[Told]:
        values, waiting = booked.values, {"status": "SCHEDULED"}
        if "confirmed_at" in values:
            at = max(values["confirmed_at"], booked.made_at + timedelta(minutes=1))
            yield self._step("Confirm session", at, booked, waiting, {"status": "CONFIRMED"})
            waiting = {"status": "CONFIRMED"}
        if "completed_at" in values:
            yield self._step("Complete session", values["completed_at"], booked, waiting, {"status": "COMPLETED"})
        if "cancelled_at" in values:
            new = {"status": "CANCELLED", "cancel_reason": values["cancel_reason"]}
            yield self._step("Cancel session", values["cancelled_at"], booked, waiting, new)
        if booked.status is AppointmentStatus.NO_SHOW:
            at = booked.start + timedelta(minutes=35)
            yield self._step("Mark as no-show", at, booked, waiting, {"status": "NO_SHOW"})

    def _step(self, name: str, at: datetime, booked: Booked, old: dict[str, Any] | None, new: dict[str, Any]) -> Told:
        return Told(name, at, booked.client, "appointment", booked.id, old, new)

    def _invoices(self) -> Iterable[Told]:
        for order, written in self._money.recent:
            draft = {"status": "DRAFT"}
            new = {"status": "SENT", "invoice_number": written.number}
            yield Told("Send invoice", order.at, order.client, "invoice", written.invoice_id, draft, new)
            if written.payment_id and written.paid_at and written.status is InvoiceStatus.PAID:
                amount = {"amount": written.total, "status": "COMPLETED"}
                yield Told("Record payment", written.paid_at, order.client, "payment", written.payment_id, None, amount)

    def _clients(self) -> Iterable[Told]:
        for client in self.world.clients:
            at = self.world.made_on(client)
            if at >= self._since:
                names = {"first_name": client.first, "last_name": client.last, "status": "ACTIVE"}
                yield Told("Add client", at, client, "user", client.id, None, names)
            if client.left_on and self.time.moment(client.left_on, 17 * 60) >= self._since:
                at = self.time.moment(client.left_on, 17 * 60)
                yield Told(
                    "Archive clients", at, client, "user", client.id, {"status": "ACTIVE"}, {"status": "INACTIVE"}
                )

    def _write(self, told: Told) -> None:
        by = told.client.trainer.id
        step = self.rows.add(ChangeLog, told.at, by, name=told.name, kind=ChangeKind.DONE)
        self.rows.add(
            ChangeLogRow, told.at, by, change_log_id=step, table_name=told.table, row_id=told.row_id,
            subject_id=told.client.id, old=_text(told.old), new=_text(told.new),
        )  # fmt: skip

    def _notify(self, told: Told, is_read: bool) -> None:
        title, kind = TEXTS[told.name]
        self.rows.add(
            Notification, told.at, None, user_id=told.client.trainer.id, notification_type=kind, title=title,
            body=told.client.name, entity_type=told.table, related_entity_id=told.row_id,
            priority=Priority.HIGH if told.name == "Mark as no-show" else Priority.NORMAL,
            read_at=self.time.past(told.at + timedelta(hours=1)) if is_read else None,
        )  # fmt: skip


def _text(values: dict[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, separators=(",", ":"))
