"""What clients train: planned workouts done, cut short or skipped, set by set, with loads that grow, stall and back off."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fitwell_desktop.demo.programs import Planned, Programs
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.strength import DELOAD, Lift, form_of_the_day, new_lift, perform, rounded
from fitwell_desktop.demo.templates import Line
from fitwell_desktop.demo.timeline import budget, season
from fitwell_desktop.demo.world import Client, Filmed, Part, Session, Week, World, data
from fitwell_desktop.models.workouts import ExerciseCompletion, LoggedSet, WorkoutCompletion
from fitwell_desktop.vocabulary import CompletionStatus, SetKind, Sex, Tracking

WARM_UPS = ((0.5, 8), (0.7, 4))
REMARKS = ("", "", "", "", "", "", "Slow but clean", "Grip gave up", "Felt light", "Belt on", "Left side weaker")
MOODS = (
    "",
    "",
    "",
    "",
    "Good energy",
    "Tired, short night",
    "New gym",
    "Music helped",
    "Rushed",
    "Shoulder fine again",
)


@dataclass(slots=True)
class Bout:
    """A workout that is being done."""

    client: Client
    planned: Planned
    at: datetime
    completion_id: Id
    form: float


class Training(Part):
    """Logs each week's workouts; how many are done follows from how many sets the practice shall have in the end."""

    def __init__(self, world: World, programs: Programs) -> None:
        super().__init__(world)
        self._programs = programs
        self.lifts: dict[Id, dict[str, Lift]] = defaultdict(dict)
        self._ratios: dict[str, float] = data("programs")["ratios"]
        weights = [count * season(monday) for count, monday in zip(world.busy, world.time.mondays, strict=True)]
        self._budget = budget(world.size.sets, weights)
        self._made = 0

    def week(self, week: Week) -> None:
        clients = [client for client in week.clients if client.id in self._programs.followed]
        plans = {c.id: self._programs.followed[c.id].weeks.pop(week.monday, []) for c in clients}
        sets = sum(p.day.sets + 3 for plan in plans.values() for p in plan)
        keenness = self._budget.left(week.number, self._made) / max(1, sets)
        sessions: dict[Id, list[Session]] = defaultdict(list)
        for session in week.sessions:
            sessions[session.client.id].append(session)
        for client in clients:
            for lift in self.lifts[client.id].values():
                lift.grow(client.talent)
            self._play(week, client, plans[client.id], sessions[client.id], keenness)
        for client in self.world.clients:
            if client.id in self.lifts and client.joined_on < week.monday and not client.trains_on(week.monday):
                for lift in self.lifts[client.id].values():
                    lift.rest()

    def leaves(self, client: Client) -> None:
        self.lifts.pop(client.id, None)

    def _play(self, week: Week, client: Client, plan: list[Planned], sessions: list[Session], keenness: float) -> None:
        for planned in plan:
            session = sessions.pop(0) if sessions else None
            day = session.day if session else planned.on
            at = session.start if session else self.time.moment(day, 390 + client.born.day * 20)
            if not client.trains_on(day) or at + timedelta(hours=1) > self.time.present:
                continue
            activity = week.activity[client.id, day]
            activity.planned += 1
            if self.chance.hits(keenness * client.reliability / 0.9):
                self._do(week, client, planned, at, session)
                activity.workouts += 1
                activity.last_at = at + timedelta(hours=1)
            elif self.chance.hits(0.4):
                self.rows.add(
                    WorkoutCompletion, at, client.id, client_id=client.id, workout_session_id=planned.id,
                    name=planned.day.name, status=CompletionStatus.SKIPPED, completed_at=at,
                )  # fmt: skip

    def _do(self, week: Week, client: Client, planned: Planned, at: datetime, session: Session | None) -> None:
        chance = self.chance
        is_cut = chance.hits(0.05)
        minutes = round(planned.day.sets * 2.3 * chance.near(1, 0.1, 0.8, 1.3))
        by = client.trainer.id if session else client.id
        completion = self.rows.add(
            WorkoutCompletion, at, by, client_id=client.id, workout_session_id=planned.id,
            appointment_id=session.appointment_id if session else None, trainer_id=client.trainer.id if session else None,
            name=planned.day.name, status=CompletionStatus.PARTIAL if is_cut else CompletionStatus.COMPLETED,
            started_at=at, completed_at=at + timedelta(minutes=minutes), duration_minutes=minutes,
            rating=chance.whole(3, 5), effort=float(chance.whole(5, 9)), bodyweight_kg=round(client.weight_kg, 1),
            notes=chance.one(MOODS),
        )  # fmt: skip
        bout = Bout(client, planned, at, completion, form_of_the_day(chance) * (0.97 if is_cut else 1))
        lines = planned.day.lines[:-2] if is_cut else planned.day.lines
        for order, line in enumerate(lines):
            top = self._exercise(bout, order, line)
            if order == 0 and line.exercise.tracking is Tracking.LOAD_REPS:
                week.filmed.append(Filmed(client, planned.id, line.exercise.id, line.exercise.name, top, at))

    def _exercise(self, bout: Bout, order: int, line: Line) -> Id:
        at = bout.at + timedelta(minutes=2 + 8 * order)
        line_id = bout.planned.exercise_ids[order]
        completion = self.rows.add(
            ExerciseCompletion, at, bout.client.id, client_id=bout.client.id, workout_completion_id=bout.completion_id,
            session_exercise_id=line_id, exercise_id=line.exercise.id, exercise_order=order + 1,
        )  # fmt: skip
        sets = max(1, line.sets - 1) if bout.planned.is_deload else line.sets
        if line.exercise.tracking is Tracking.LOAD_REPS and not line.unit:
            done = self._loaded(bout, line, sets, order)
        elif line.unit or line.exercise.tracking is not Tracking.BODYWEIGHT_REPS:
            done = [self._timed(bout, line) for _ in range(sets)]
        else:
            done = self._bodyweight(bout, line, sets)
        ids = self.rows.ids.run(at, len(done))
        pause = timedelta(seconds=line.rest + 40)
        for number, (set_id, values) in enumerate(zip(ids, done, strict=True), start=1):
            self.rows.add(
                LoggedSet, at, bout.client.id, id=set_id, client_id=bout.client.id, exercise_completion_id=completion,
                exercise_id=line.exercise.id, performed_at=at, set_number=number, is_each_side=line.exercise.is_unilateral,
                **values,
            )  # fmt: skip
            at += pause
        self._made += len(done)
        return ids[-1]

    def _loaded(self, bout: Bout, line: Line, sets: int, order: int) -> list[dict[str, Any]]:
        rir = 4.0 if bout.planned.is_deload else line.rir or 0.0
        lift = self._lift(bout.client, line, rir)
        step = line.exercise.step_kg
        load = rounded(lift.load_kg * DELOAD, step) if bout.planned.is_deload else lift.load_kg
        warm = WARM_UPS[: 2 - order] if order < 2 and load >= 4 * step else ()
        done: list[dict[str, Any]] = [
            {"kind": SetKind.WARM_UP, "load_kg": rounded(load * share, step), "reps": reps} for share, reps in warm
        ]
        reached = missed = 0
        for number in range(sets):
            reps, left = perform(bout.form, lift, load, line.low, line.high, rir, number)
            reached += reps >= line.high
            missed += reps < line.low
            done.append({"load_kg": load, "reps": reps, "rir": left})
        done[-1]["note"] = self.chance.one(REMARKS)
        if not bout.planned.is_deload:
            lift.judge(reached, missed, sets, step)
        return done

    def _lift(self, client: Client, line: Line, rir: float) -> Lift:
        lifts = self.lifts[client.id]
        lift = lifts.get(line.exercise.name)
        if lift is None:
            ratio = self._ratios[line.exercise.name] * (0.66 if client.sex is Sex.FEMALE else 1.0)
            best = max(
                6.0, client.weight_kg**0.67 * 4.2 * ratio * client.talent * self.chance.near(0.85, 0.08, 0.6, 1.1)
            )
            lift = lifts[line.exercise.name] = new_lift(best, line.low, rir, line.exercise.step_kg)
        return lift

    def _bodyweight(self, bout: Bout, line: Line, sets: int) -> list[dict[str, Any]]:
        """Repetitions only; a lift of "kilograms" keeps how many can be done."""
        lifts = self.lifts[bout.client.id]
        lift = lifts.get(line.exercise.name)
        if lift is None:
            able = (line.low + line.high) / 2 * bout.client.talent * self.chance.near(0.9, 0.15, 0.5, 1.3)
            lift = lifts[line.exercise.name] = Lift(able, able, 0.012)
        done = []
        for number in range(sets):
            most = lift.best_kg * bout.form - 0.6 * number
            reps = max(1, min(line.high, int(most)))
            done.append({"reps": reps, "rir": min(5.0, max(0.0, float(round(most - reps))))})
        return done

    def _timed(self, bout: Bout, line: Line) -> dict[str, Any]:
        wavering = bout.form * self.chance.near(1.0, 0.06, 0.8, 1.2)
        if line.unit == "s":
            return {"duration_seconds": round(line.low * wavering)}
        if line.exercise.tracking is Tracking.LOAD_REPS:
            load = rounded(bout.client.weight_kg * 0.35, line.exercise.step_kg)
            return {
                "distance_m": float(line.low),
                "load_kg": load,
                "duration_seconds": round(line.low * 1.1 / wavering),
            }
        pace = 0.33 if "Run" in line.exercise.name else 0.24 if "Row" in line.exercise.name else 0.13
        return {
            "distance_m": float(line.low),
            "duration_seconds": round(line.low * pace / wavering / bout.client.talent),
        }
