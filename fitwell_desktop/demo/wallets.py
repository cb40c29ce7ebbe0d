"""Session credits as a ledger: granted with a purchase, used by sessions, the first to expire first; some run out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from fitwell_desktop.demo.catalog import Offer
from fitwell_desktop.demo.rows import Id, Rows
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Session
from fitwell_desktop.models.selling import CreditEntry
from fitwell_desktop.vocabulary import CreditReason


@dataclass(slots=True)
class Grant:
    """What is left of one purchase."""

    id: Id
    left: int
    expires_on: date | None
    package_id: Id
    subscription_id: Id | None


class Wallets:
    """All clients' credits."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._grants: dict[Id, list[Grant]] = defaultdict(list)

    def balance(self, client: Client) -> int:
        """How many sessions a client has left."""
        return sum(grant.left for grant in self._grants[client.id])

    def grant(
        self, client: Client, offer: Offer, at: datetime, day: date, subscription_id: Id | None, payment_id: Id | None
    ) -> None:
        """Credits of a purchase."""
        expires = day + offer.valid_days * DAY if offer.valid_days else None
        entry = self._rows.add(
            CreditEntry, at, client.trainer.id, client_id=client.id, reason=CreditReason.GRANT, amount=offer.sessions,
            package_id=offer.id, subscription_id=subscription_id, payment_id=payment_id, entered_at=at, expires_on=expires,
        )  # fmt: skip
        self._grants[client.id].append(Grant(entry, offer.sessions, expires, offer.id, subscription_id))

    def use(self, session: Session, at: datetime) -> bool:
        """Take one credit for a session, if there is one."""
        grant = next((grant for grant in self._grants[session.client.id] if grant.left), None)
        if grant is None:
            return False
        grant.left -= 1
        self._entry(session.client, grant, CreditReason.USE, -1, at, session.appointment_id)
        return True

    def give_back(self, session: Session, at: datetime) -> None:
        """A credit that was taken by mistake."""
        for grant in self._grants[session.client.id]:
            grant.left += 1
            self._entry(session.client, grant, CreditReason.RETURN, 1, at, session.appointment_id)
            return

    def thank(self, client: Client, at: datetime) -> None:
        """One session more, as a thank-you."""
        for grant in self._grants[client.id][-1:]:
            grant.left += 1
            self._entry(client, grant, CreditReason.ADJUST, 1, at, None, "Thank you for the recommendation")

    def expire(self, client: Client, today: date, at: datetime) -> None:
        """What was not used in time is gone."""
        kept = []
        for grant in self._grants[client.id]:
            if grant.expires_on and grant.expires_on < today:
                if grant.left:
                    self._entry(client, grant, CreditReason.EXPIRE, -grant.left, at, None)
            elif grant.left:
                kept.append(grant)
        self._grants[client.id] = kept

    def _entry(
        self, client: Client, grant: Grant, reason: CreditReason, amount: int, at: datetime, appointment_id: Id | None,
        note: str = "",
    ) -> None:  # fmt: skip
        self._rows.add(
            CreditEntry, at, client.trainer.id, client_id=client.id, reason=reason, amount=amount, grant_id=grant.id,
            package_id=grant.package_id, subscription_id=grant.subscription_id, appointment_id=appointment_id,
            entered_at=at, expires_on=grant.expires_on, note=note,
        )  # fmt: skip
