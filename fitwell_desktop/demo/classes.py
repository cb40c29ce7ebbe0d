"""Groups and classes: a timetable, who signs up, who comes, who waits for a place."""

from datetime import date, datetime, timedelta
from itertools import product

from fitwell_desktop.demo.bookings import Bookings
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.slots import HOURS, SHORT_HOURS
from fitwell_desktop.demo.timeline import DAY, budget, season
from fitwell_desktop.demo.world import Client, Part, Trainer, Week, World
from fitwell_desktop.models.scheduling import Appointment, GroupSession, SessionParticipant
from fitwell_desktop.vocabulary import (
    AppointmentKind,
    AppointmentStatus,
    AttendanceStatus,
    CancelledBy,
    ClientKind,
    GroupStatus,
    TimeOffKind,
)

NAMES = ("HIIT group", "Mobility class", "Kettlebell basics", "Strength circle", "Core and back", "Running school")
EVENING = (1020, 1080)
SPOTS = {"gym": 14}
HOUR = timedelta(hours=1)


class Classes(Part):
    """Runs the timetable. It goes before the bookings of each week, which take what is left."""

    def __init__(self, world: World, bookings: Bookings) -> None:
        super().__init__(world)
        self._bookings = bookings
        self._studios = bookings.premises.studios
        self._timetable = self._table()
        bookings.held |= {(trainer.number, weekday, minute) for weekday, minute, trainer, _, _ in self._timetable}
        self._made = 0
        weights = [season(monday) for monday in world.time.mondays]
        self._budget = budget(world.size.classes, [*weights, 0.6, 0.3, 0.1])
        self._spots = SPOTS.get(world.size.name, 8)

    def week(self, week: Week) -> None:
        for weekday, minute, trainer, room, name in self._timetable:
            day = week.monday + weekday * DAY
            counted = self.world.size.classes > 0
            if counted and self._made >= self._budget.due[min(week.number, len(self._budget.due) - 1)]:
                break
            if self._bookings.is_free(trainer, day, minute):
                self._hold(week, day, minute, trainer, self._studios[room], name)
                self._made += 1
                self._bookings.made += not counted

    def _table(self) -> list[tuple[int, int, Trainer, int, str]]:
        """Who gives which class where and when; a room and a trainer have one at a time."""
        size, trainers = self.world.size, self.world.trainers
        days = [day for day in range(7) if day != self.time.rest_day]
        if not size.classes:
            evenings = [day for day in (1, 3) if day in days and day != self.time.short_day] or days[:2]
            return [
                (
                    day,
                    EVENING[trainer.number % 2],
                    trainer,
                    trainer.number % len(self._studios),
                    NAMES[trainer.number % 6],
                )
                for trainer in trainers
                for day in evenings[: 2 if len(trainers) == 1 else 1]
            ]
        cells = [
            (day, minute, room)
            for day, room in product(days, range(len(self._studios)))
            for minute in (SHORT_HOURS if day == self.time.short_day else HOURS)
        ]
        wanted = round(size.classes / size.weeks * 1.12)
        chosen = self.chance.some(cells, wanted)
        taken: set[tuple[int, int, int]] = set()
        table = []
        for number, (day, minute, room) in enumerate(chosen):
            trainer = next((t for t in self._from(number) if (t.number, day, minute) not in taken), trainers[0])
            taken.add((trainer.number, day, minute))
            table.append((day, minute, trainer, room, NAMES[number % len(NAMES)]))
        return table

    def _from(self, number: int) -> list[Trainer]:
        trainers = self.world.trainers
        first = number % len(trainers)
        return trainers[first:] + trainers[:first]

    def _hold(self, week: Week, day: date, minute: int, trainer: Trainer, room: Id, name: str) -> None:
        start = self.time.moment(day, minute)
        is_ill = self._bookings.absences.kind(trainer, day) is TimeOffKind.SICK
        is_over = start + HOUR <= self.time.present
        status = AppointmentStatus.COMPLETED if is_over else AppointmentStatus.CONFIRMED
        values: dict[str, object] = {"confirmed_at": self.time.past(start - 48 * HOUR)}
        if is_over:
            values["completed_at"] = start + HOUR
        if is_ill:
            status = AppointmentStatus.CANCELLED
            values = {
                "cancelled_at": start - 4 * HOUR,
                "cancelled_by": CancelledBy.TRAINER,
                "cancel_reason": "Trainer ill",
            }
        else:
            self._bookings.taken.add((trainer.number, day, minute))
        made = self.time.past(start - 300 * HOUR)
        appointment = self.rows.add(
            Appointment, made, trainer.id, trainer_id=trainer.id, kind=AppointmentKind.GROUP, title=name, status=status,
            scheduled_start=start, scheduled_end=start + HOUR, room_id=room, **values,
        )  # fmt: skip
        people = self._people(week, day, minute)
        full = len(people) >= self._spots
        state = GroupStatus.CANCELLED if is_ill else GroupStatus.FULL if full else GroupStatus.OPEN
        group = self.rows.add(
            GroupSession, made, trainer.id, appointment_id=appointment, name=name, max_participants=self._spots,
            price_per_person=0, currency=self.world.size.currency, status=state,
        )  # fmt: skip
        for place, client in enumerate(people):
            self._sign_up(group, client, start, place, is_over and not is_ill, is_ill)

    def _people(self, week: Week, day: date, minute: int) -> list[Client]:
        wanted = min(self._spots + 2, round(self.chance.near(self._spots * 0.8, 2, 3, self._spots + 2)))
        busy = self._bookings.busy
        found: list[Client] = []
        for client in self.chance.some(week.clients, wanted * 3):
            here = client.kind is not ClientKind.REMOTE and client.trains_on(day)
            if here and len(found) < wanted and (client.id, day, minute) not in busy:
                busy.add((client.id, day, minute))
                found.append(client)
        return found

    def _sign_up(self, group: Id, client: Client, start: datetime, place: int, is_over: bool, is_off: bool) -> None:
        waits = place >= self._spots
        status = AttendanceStatus.WAITLISTED if waits else AttendanceStatus.REGISTERED
        if is_off or (not waits and self.chance.hits(0.05)):
            status = AttendanceStatus.CANCELLED
        elif is_over and not waits:
            status = (
                AttendanceStatus.ATTENDED if self.chance.hits(client.reliability + 0.04) else AttendanceStatus.NO_SHOW
            )
        at = self.time.past(start - self.chance.whole(30, 160) * HOUR) + place * timedelta(seconds=40)
        at = self.time.past(at)
        self.rows.add(
            SessionParticipant, at, client.id, group_session_id=group, client_id=client.id, status=status, registered_at=at,
            checked_in_at=start - timedelta(minutes=place % 9) if status is AttendanceStatus.ATTENDED else None,
            cancelled_at=self.time.past(start - 20 * HOUR) if status is AttendanceStatus.CANCELLED else None,
        )  # fmt: skip
