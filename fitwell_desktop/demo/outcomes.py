"""What becomes of an appointment: kept, cancelled in time or late, missed, moved; along the arrows of its status."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.timeline import Timeline
from fitwell_desktop.demo.world import Client
from fitwell_desktop.vocabulary import AppointmentStatus, CancelledBy

REASONS = (
    "Work trip", "Ill", "Child is ill", "Train cancelled", "Overtime", "Double booked", "Migraine", "No babysitter", "",
)  # fmt: skip
HOURS = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


class Outcome(Struct, frozen=True):
    """A status with the values that go with it."""

    status: AppointmentStatus
    values: dict[str, Any]
    is_forfeited: bool = False


class Outcomes:
    """Throws the dice for appointments."""

    def __init__(self, time: Timeline, chance: Chance) -> None:
        self._time = time
        self._chance = chance

    def of(self, client: Client, start: datetime, end: datetime) -> Outcome:
        """What has become of it by the present. Today has gone well so far."""
        if end <= self._time.present:
            today = start.astimezone(self._time.zone).date() == self._time.today
            return self.kept(start, end) if today else self._past(client, start, end)
        return self._ahead(start)

    def ill(self, start: datetime) -> Outcome:
        """The trainer was ill."""
        return Outcome(
            AppointmentStatus.CANCELLED, self._cancelled(start - 3 * HOURS, CancelledBy.TRAINER, "Trainer ill")
        )

    def kept(self, start: datetime, end: datetime) -> Outcome:
        """It took place."""
        chance = self._chance
        came = start + chance.whole(-9, 4) * MINUTE
        closed = self._time.past(end + chance.whole(0, 25) * MINUTE)
        values = {"confirmed_at": self._confirmed(start), "checked_in_at": came, "completed_at": closed}
        return Outcome(AppointmentStatus.COMPLETED, values)

    def _past(self, client: Client, start: datetime, end: datetime) -> Outcome:
        unreliable = 1.9 - client.reliability
        luck = self._chance.random() / unreliable
        if luck < 0.022:
            values = {"confirmed_at": self._confirmed(start)} if self._chance.hits(0.6) else {}
            return Outcome(AppointmentStatus.NO_SHOW, values, is_forfeited=True)
        if luck < 0.046:
            return self._late(start)
        if luck < 0.095:
            return self._cancels(start)
        if luck < 0.135:
            return Outcome(AppointmentStatus.RESCHEDULED, {"sequence": 1})
        return self.kept(start, end)

    def _ahead(self, start: datetime) -> Outcome:
        present, chance = self._time.present, self._chance
        if start <= present:
            values = {"confirmed_at": self._confirmed(start), "checked_in_at": start - 4 * MINUTE}
            return Outcome(AppointmentStatus.CONFIRMED, values)
        if chance.hits(0.035):
            made = present - chance.whole(1, 40) * HOURS
            late = start - made < 24 * HOURS
            return Outcome(
                AppointmentStatus.CANCELLED, self._cancelled(made, CancelledBy.CLIENT, chance.one(REASONS), late)
            )
        likely = 0.8 if start < present + 20 * HOURS else 0.35 if start < present + 72 * HOURS else 0.05
        if chance.hits(likely):
            return Outcome(AppointmentStatus.CONFIRMED, {"confirmed_at": self._confirmed(min(start, present))})
        return Outcome(AppointmentStatus.SCHEDULED, {})

    def _late(self, start: datetime) -> Outcome:
        made = start - self._chance.whole(1, 22) * HOURS
        values = self._cancelled(made, CancelledBy.CLIENT, self._chance.one(REASONS), late=True)
        return Outcome(AppointmentStatus.CANCELLED, values, is_forfeited=True)

    def _cancels(self, start: datetime) -> Outcome:
        made = start - self._chance.whole(26, 140) * HOURS
        by = CancelledBy.TRAINER if self._chance.hits(0.12) else CancelledBy.CLIENT
        return Outcome(AppointmentStatus.CANCELLED, self._cancelled(made, by, self._chance.one(REASONS)))

    def _cancelled(self, at: datetime, by: CancelledBy, reason: str, late: bool = False) -> dict[str, Any]:
        return {"cancelled_at": at, "cancelled_by": by, "cancel_reason": reason, "is_late_cancellation": late}

    def _confirmed(self, start: datetime) -> datetime:
        return start - self._chance.whole(18, 60) * HOURS
