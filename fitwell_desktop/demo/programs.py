"""Which program each client follows, and its workouts, written out for all weeks when it is assigned."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.templates import Day, Line, Shelf, Template
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Part, Week, World
from fitwell_desktop.models.programs import ClientProgram
from fitwell_desktop.models.workouts import SessionExercise, WorkoutSession
from fitwell_desktop.vocabulary import AssignmentType, ProgramStatus

SPREAD = {1: (2,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 1, 3, 5), 5: (0, 1, 2, 4, 5)}
"""On which days of the week so many workouts fall."""


@dataclass(slots=True)
class Planned:
    """A workout of a client's program."""

    id: Id
    day: Day
    on: date
    is_deload: bool
    exercise_ids: list[Id]


@dataclass(slots=True)
class Followed:
    """The program that a client follows at present."""

    id: Id
    template: Template
    starts_on: date
    number: int
    assigned_at: datetime
    weeks: dict[date, list[Planned]] = field(default_factory=dict)

    def week_on(self, day: date) -> int:
        """The program's week, counted from 1."""
        return (day - self.starts_on).days // 7 + 1


class Programs(Part):
    """Assigns programs one after the other to those who log what they do."""

    def __init__(self, world: World, shelf: Shelf) -> None:
        super().__init__(world)
        self._shelf = shelf
        self.followed: dict[Id, Followed] = {}
        self._numbers: dict[Id, int] = {}

    def week(self, week: Week) -> None:
        for client in week.clients:
            if client.logs:
                current = self.followed.get(client.id)
                if current is None or current.week_on(week.monday) > current.template.weeks:
                    if current:
                        self._close(client, current, ProgramStatus.COMPLETED, week.monday)
                    self._assign(client, week.monday)

    def leaves(self, client: Client) -> None:
        current = self.followed.pop(client.id, None)
        if current:
            self._close(client, current, ProgramStatus.CANCELLED, client.left_on or self.time.today)

    def ends(self) -> None:
        """Those who are here follow theirs still; who pauses, pauses it."""
        for client in self.world.clients:
            current = self.followed.get(client.id)
            if current:
                status = ProgramStatus.ACTIVE if client.trains_on(self.time.today) else ProgramStatus.PAUSED
                self._close(client, current, status, self.time.today)

    def _assign(self, client: Client, monday: date) -> None:
        number = self._numbers.get(client.id, 0)
        self._numbers[client.id] = number + 1
        choices = self._shelf.for_aim(client.aim)
        template = choices[(number + client.born.day) % len(choices)]
        at = self.time.past(self.time.moment(monday - DAY, self.chance.whole(15 * 60, 20 * 60)))
        at = max(at, self.world.made_on(client))
        current = Followed(self.rows.ids.at(at), template, monday, number, at)
        for number_of_week in range(1, template.weeks + 1):
            self._write_week(client, current, number_of_week)
        self.followed[client.id] = current

    def _write_week(self, client: Client, current: Followed, number: int) -> None:
        monday = current.starts_on + (number - 1) * 7 * DAY
        _, phase = current.template.phase_of(number)
        days = SPREAD[len(current.template.days)]
        planned = []
        for place, day in enumerate(current.template.days):
            on = monday + days[place] * DAY
            workout_id = self.rows.add(
                WorkoutSession, current.assigned_at, client.trainer.id, client_id=client.id, client_program_id=current.id,
                phase_id=phase.id, source_id=day.source_id, name=day.name, session_type=day.kind, week_number=number,
                day_number=place + 1, scheduled_on=on, estimated_minutes=round(day.sets * 2.5),
            )  # fmt: skip
            ids = self.rows.ids.run(current.assigned_at + timedelta(seconds=1), len(day.lines))
            for order, (line_id, line) in enumerate(zip(ids, day.lines, strict=True), start=1):
                self._write_line(client, current, workout_id, line_id, order, line, phase.is_deload)
            planned.append(Planned(workout_id, day, on, phase.is_deload, ids))
        current.weeks[monday] = planned

    def _write_line(
        self, client: Client, current: Followed, workout_id: Id, line_id: Id, order: int, line: Line, is_deload: bool
    ) -> None:
        values = line.prescription()
        if is_deload:
            values["sets"] = max(1, line.sets - 1)
            values["rir"] = 4.0 if line.rir is not None else None
        self.rows.add(
            SessionExercise, current.assigned_at, client.trainer.id, id=line_id, client_id=client.id,
            session_id=workout_id, source_id=line.source_id, exercise_order=order, **values,
        )  # fmt: skip

    def _close(self, client: Client, current: Followed, status: ProgramStatus, day: date) -> None:
        """The program's row is written when it is known how it ended."""
        week = max(1, min(current.week_on(day), current.template.weeks))
        phase, _ = current.template.phase_of(week)
        is_over = status is ProgramStatus.COMPLETED
        dynamic = client.logs and client.talent > 1
        self.rows.add(
            ClientProgram, current.assigned_at, client.trainer.id, id=current.id, client_id=client.id,
            program_template_id=current.template.id, template_version=1, trainer_id=client.trainer.id,
            name=current.template.name, status=status, starts_on=current.starts_on,
            assignment_type=AssignmentType.DYNAMIC_PROGRESSIVE if dynamic else AssignmentType.STATIC,
            ends_on=current.starts_on + (7 * current.template.weeks - 1) * DAY, current_week=week, current_phase=phase,
            auto_advance=dynamic, completed_at=self.time.moment(day, 6 * 60) if is_over else None,
            customizations={"bar": "short bar"} if client.height_cm < 158 else {},
        )  # fmt: skip
