"""The calendar: clients with a time of their own each week, others who book when it suits, and what came of it."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from fitwell_desktop.demo.outcomes import Outcome, Outcomes
from fitwell_desktop.demo.practice import Premises
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.slots import CALL, HOUR, Absences, Place, Standing, starts
from fitwell_desktop.demo.timeline import DAY, Budget, budget, season
from fitwell_desktop.demo.world import Client, Part, Session, Trainer, Week, World
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.models.series import RecurrenceRules, RecurringPattern
from fitwell_desktop.vocabulary import AppointmentKind, AppointmentStatus, ClientKind, Recurrence, TimeOffKind, Weekday

AHEAD = (0.9, 0.7, 0.5)
"""How full the weeks to come are already."""
RECENT_DAYS = 45
MINUTE = timedelta(minutes=1)
EARLY, LATE, NIGHT = 6, 19, timedelta(hours=10)
"""Nobody books by night: what would be before or after these hours (UTC) is put so much earlier."""
TODAY = 10
"""How many sessions the owner gives today, groups included."""
AROUND_NOW = (570, 660, 540, 840, 900)
TITLES = {"strength": "Strength", "health": "Mobility", "endurance": "Running strength"}
KIND_TITLES = {
    AppointmentKind.ASSESSMENT: "Assessment",
    AppointmentKind.CONSULTATION: "Consultation",
    AppointmentKind.REMOTE: "Online check-in",
}


class Booked(Struct, frozen=True):
    """An appointment of late, for those who remind of it and tell its story."""

    id: Id
    client: Client
    start: datetime
    made_at: datetime
    status: AppointmentStatus
    values: dict[str, Any]


class Bookings(Part):
    """Fills each week's calendar."""

    def __init__(self, world: World, premises: Premises) -> None:
        super().__init__(world)
        self.premises = premises
        self.absences = Absences(world, self.chance)
        self.recent: list[Booked] = []
        self.taken: set[Place] = set()
        self.busy: set[tuple[Id, date, int]] = set()
        self.made = 0
        self._outcomes = Outcomes(world.time, self.chance)
        self._standing: dict[Id, list[Standing]] = defaultdict(list)
        self.held: set[tuple[int, int, int]] = set()
        self._seen: set[Id] = set()
        self._per_client = world.size.appointments / (sum(world.busy) or 1)
        self._budget = self._budgets()

    def joins(self, client: Client) -> None:
        remote = client.kind is ClientKind.REMOTE
        rate = self._per_client * (0.55 if remote else 1.1)
        for _ in range(self.chance.share(min(rate, 3))):
            self._stand(client, CALL if remote else HOUR)

    def leaves(self, client: Client) -> None:
        for standing in self._standing.pop(client.id, []):
            self.held.discard((client.trainer.number, standing.weekday, standing.minute))
            self._pattern(standing, client.left_on)

    def week(self, week: Week) -> None:
        """Regular clients first, then others in what is free, until the week is as full as it should be."""
        left = min(self._budget.left(week.number, self.made), round(self._most(week)))
        regular = [(standing, day) for standing, day in self._regulars(week)]
        self.chance.shuffle(regular)
        for standing, day in regular[: round(left * 0.95)]:
            left -= self._regular(week, standing, day)
        tries = 4 * left
        while left > 0 and tries > 0 and week.clients:
            left -= self._casual(week, self.chance.one(week.clients), self.chance.one(week.days))
            tries -= 1
        if week.monday == self.time.this_monday:
            self._fill_today(week)

    def forget_week(self) -> None:
        """The week is over: its places are of no more use."""
        self.taken.clear()
        self.busy.clear()

    def ends(self) -> None:
        for standings in self._standing.values():
            for standing in standings:
                self._pattern(standing, None)

    def is_free(self, trainer: Trainer, day: date, minute: int) -> bool:
        """Whether the trainer is there and has nobody else then."""
        away = self.time.is_closed(day) or self.absences.kind(trainer, day) is TimeOffKind.HOLIDAY
        return not away and (trainer.number, day, minute) not in self.taken

    def _budgets(self) -> Budget:
        clock, busy = self.time, self.world.busy
        weights = [count * season(monday) for count, monday in zip(busy, clock.mondays, strict=True)]
        weights[-1] *= 1.12
        return budget(self.world.size.appointments, weights + [weights[-1] * part for part in AHEAD])

    def _most(self, week: Week) -> float:
        """No week is much fuller than usual, so that what a holiday left open is made up for slowly."""
        clients = self.world.busy[min(week.number, len(self.world.busy) - 1)]
        return 1.3 * self._per_client * clients + 2

    def _regulars(self, week: Week) -> list[tuple[Standing, date]]:
        found = []
        for standing in (each for standings in self._standing.values() for each in standings):
            day = week.monday + standing.weekday * DAY
            if standing.client.trains_on(day) and self.is_free(standing.client.trainer, day, standing.minute):
                found.append((standing, day))
        return found

    def _regular(self, week: Week, standing: Standing, day: date) -> int:
        client = standing.client
        moved_here = not self.is_free(client.trainer, day, standing.minute)
        if moved_here or (client.id, day, standing.minute) in self.busy or self._is_full(client.trainer, day):
            return 0
        kind = AppointmentKind.REMOTE if standing.minutes == CALL else AppointmentKind.TRAINING
        start = self.time.moment(day, standing.minute)
        if self.absences.kind(client.trainer, day) is TimeOffKind.SICK:
            outcome = self._outcomes.ill(start)
        else:
            outcome = self._outcomes.of(client, start, start + timedelta(minutes=standing.minutes))
        values = {"recurring_pattern_id": standing.pattern_id, "original_start": start}
        return self._book(week, client, day, standing.minute, standing.minutes, kind, outcome, values)

    def _casual(self, week: Week, client: Client, day: date, wanted: tuple[int, ...] = ()) -> int:
        """A session at a free time of the day, at one of those that are wanted where that can be."""
        remote = client.kind is ClientKind.REMOTE
        minutes = CALL if remote else HOUR
        free = [
            minute for minute in starts(day.weekday(), self.time, minutes) if self.is_free(client.trainer, day, minute)
        ]
        away = self.absences.kind(client.trainer, day) or self._is_full(client.trainer, day)
        if not free or not client.trains_on(day) or away:
            return 0
        minute = next((minute for minute in wanted if minute in free), None) or self.chance.one(free)
        if (client.id, day, minute) in self.busy:
            return 0
        start = self.time.moment(day, minute)
        outcome = self._outcomes.of(client, start, start + timedelta(minutes=minutes))
        return self._book(week, client, day, minute, minutes, self._kind(client, remote), outcome, {})

    def _kind(self, client: Client, remote: bool) -> AppointmentKind:
        if client.id not in self._seen:
            return AppointmentKind.CONSULTATION
        if remote:
            return AppointmentKind.REMOTE
        return AppointmentKind.ASSESSMENT if self.chance.hits(0.14) else AppointmentKind.TRAINING

    def _book(
        self, week: Week, client: Client, day: date, minute: int, minutes: int, kind: AppointmentKind,
        outcome: Outcome, values: dict[str, Any],
    ) -> int:  # fmt: skip
        self._seen.add(client.id)
        start = self.time.moment(day, minute)
        if outcome.status.takes_time:
            self.taken.add((client.trainer.number, day, minute))
            self.busy.add((client.id, day, minute))
        appointment = self._write(client, start, minutes, kind, outcome, values)
        if outcome.status is AppointmentStatus.COMPLETED:
            week.sessions.append(Session(appointment, client, start, day))
        elif outcome.is_forfeited:
            week.forfeited.append(Session(appointment, client, start, day))
        elif outcome.status is AppointmentStatus.RESCHEDULED:
            return 1 + self._instead(week, client, day, minutes, kind, appointment)
        return 1

    def _instead(self, week: Week, client: Client, day: date, minutes: int, kind: AppointmentKind, moved: Id) -> int:
        """Another time in the same week for what was moved."""
        for later in week.days:
            free = [m for m in starts(later.weekday(), self.time, minutes) if self.is_free(client.trainer, later, m)]
            free = [minute for minute in free if (client.id, later, minute) not in self.busy]
            if later > day and free and client.trains_on(later) and not self.absences.kind(client.trainer, later):
                minute = self.chance.one(free)
                start = self.time.moment(later, minute)
                end = start + timedelta(minutes=minutes)
                ahead = end > self.time.present
                outcome = self._outcomes.of(client, start, end) if ahead else self._outcomes.kept(start, end)
                return self._book(week, client, later, minute, minutes, kind, outcome, {"rescheduled_from_id": moved})
        return 0

    def _write(
        self, client: Client, start: datetime, minutes: int, kind: AppointmentKind, outcome: Outcome,
        values: dict[str, Any],
    ) -> Id:  # fmt: skip
        made_at = self._made_at(start, [each for each in outcome.values.values() if isinstance(each, datetime)])
        remote = kind is AppointmentKind.REMOTE
        appointment = self.rows.add(
            Appointment, made_at, client.trainer.id, trainer_id=client.trainer.id, client_id=client.id, kind=kind,
            title=KIND_TITLES.get(kind) or TITLES.get(client.aim, "PT session"), status=outcome.status,
            scheduled_start=start, scheduled_end=start + timedelta(minutes=minutes),
            room_id=None if remote else self.premises.floor, booking_policy_id=self.premises.policy,
            meeting_url="https://meet.example.com/" + client.id.hex()[-8:] if remote else "", **outcome.values, **values,
        )  # fmt: skip
        self.made += 1
        if start > self.time.present - RECENT_DAYS * DAY:
            self.recent.append(Booked(appointment, client, start, made_at, outcome.status, outcome.values))
        return appointment

    def _made_at(self, start: datetime, later: list[datetime]) -> datetime:
        """When it was booked: some days ahead, before anything else came of it, and by day."""
        made_at = start - self.chance.whole(30 * 60, 400 * 60) * MINUTE
        if made_at > self.time.present:
            made_at = self.time.present - self.chance.whole(40, 13 * 24 * 60) * MINUTE
        made_at = min([made_at, *later]) - self.chance.whole(5, 50) * MINUTE
        return made_at if EARLY <= made_at.hour < LATE else made_at - NIGHT

    def _fill_today(self, week: Week) -> None:
        """Today is a day worth looking at, whatever the week has brought."""
        here = [client for client in week.clients if client.trainer is self.world.owner]
        for client in self.chance.some(here, len(here)):
            if not self._is_full(self.world.owner, self.time.today):
                self._casual(week, client, self.time.today, AROUND_NOW)

    def _is_full(self, trainer: Trainer, day: date) -> bool:
        """Whether it is today, and the owner has enough to do."""
        if trainer is not self.world.owner or day != self.time.today:
            return False
        return sum(number == trainer.number and taken == day for number, taken, _ in self.taken) >= TODAY

    def _stand(self, client: Client, minutes: int) -> None:
        free = [
            (weekday, minute)
            for weekday in range(7)
            for minute in starts(weekday, self.time, minutes)
            if (client.trainer.number, weekday, minute) not in self.held
        ]
        held = {standing.weekday for standing in self._standing[client.id]}
        free = [(weekday, minute) for weekday, minute in free if weekday not in held]
        if free:
            weekday, minute = self.chance.one(free)
            self.held.add((client.trainer.number, weekday, minute))
            pattern_id = self.rows.ids.at(self.world.made_on(client))
            since = max(client.joined_on, self.time.first)
            self._standing[client.id].append(Standing(client, weekday, minute, minutes, pattern_id, since))

    def _pattern(self, standing: Standing, until: date | None) -> None:
        """The series' row is written when it is known how it ended."""
        client, hours = standing.client, f"{standing.minute // 60:02}:{standing.minute % 60:02}"
        day = list(Weekday)[standing.weekday].value[:2]
        rules = RecurrenceRules(f"FREQ=WEEKLY;BYDAY={day}", hours, standing.minutes)
        self.rows.add(
            RecurringPattern, self.world.made_on(client), client.trainer.id, id=standing.pattern_id,
            trainer_id=client.trainer.id, client_id=client.id, recurrence_type=Recurrence.WEEKLY, rules=rules,
            time_zone=self.world.size.zone, start_date=standing.since,
            end_date=max(until, standing.since) if until else None,
        )  # fmt: skip
