"""Bodies over time: weight with a trend and noise, girths, photos, records, assessments, and goals with where they stand."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fitwell_desktop.demo.pictures import photo
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.training import Training
from fitwell_desktop.demo.world import Client, Part, Week, World
from fitwell_desktop.models.goals import ClientGoal
from fitwell_desktop.models.progress import Measurement, PerformanceMetric, ProgressEntry, ProgressPhoto
from fitwell_desktop.vocabulary import EntryType, GoalStatus, MetricKind, PhotoAngle, Sex

TRENDS = {"fat loss": -0.0045, "muscle": 0.0012, "strength": 0.0006, "health": -0.0006, "endurance": -0.0008}
"""Share of the body's weight that a week brings at first."""
MAIN = ("Back Squat", "Bench Press", "Deadlift", "Trap Bar Deadlift", "Goblet Squat", "Overhead Press", "Leg Press")
ANGLES = (PhotoAngle.FRONT, PhotoAngle.SIDE_LEFT, PhotoAngle.BACK)


@dataclass(slots=True)
class Body:
    """What is kept of a client from week to week."""

    start_kg: float
    fat: float
    trend: float
    weighs: bool
    photographed: bool
    number: int
    goal_kg: float | None
    lift_goal: tuple[str, float] | None = None
    lift_start: float = 0.0


class Bodies(Part):
    """Measures each client."""

    def __init__(self, world: World, training: Training) -> None:
        super().__init__(world)
        self._training = training
        self._bodies: dict[Id, Body] = {}
        self._photos = {
            (angle, breadth): world.media.keep(photo(angle, breadth), "image/png")
            for angle in ANGLES
            for breadth in (0.9, 1.0, 1.1)
        }

    def joins(self, client: Client) -> None:
        chance = self.chance
        fat = chance.near(31 if client.sex is Sex.FEMALE else 24, 5, 12, 45) - (6 if client.aim != "fat loss" else 0)
        goal = {"fat loss": 0.9, "muscle": 1.05}.get(client.aim)
        number = len(self._bodies)
        self._bodies[client.id] = Body(
            client.weight_kg, fat, TRENDS[client.aim] * chance.near(1, 0.5, -0.3, 2), chance.hits(0.75),
            number % max(1, self.world.size.clients // 25) == 0, number,
            round(client.weight_kg * goal, 1) if goal else None,
        )  # fmt: skip

    def week(self, week: Week) -> None:
        for client in week.clients:
            body = self._bodies[client.id]
            change = client.weight_kg * body.trend
            client.weight_kg += change + self.chance.gauss(0, 0.08)
            body.fat = min(48, max(8, body.fat + change * 0.55))
            body.trend *= 0.978
            if body.weighs:
                for offset in self.chance.some(range(7), self.chance.whole(1, 2)):
                    self._weigh(client, week.monday + offset * DAY)
            if (week.number + body.number) % 4 == 0:
                self._check(client, body, week)

    def leaves(self, client: Client) -> None:
        self._goals(client, client.left_on or self.time.today)
        self._bodies.pop(client.id)

    def ends(self) -> None:
        for client in self.world.clients:
            if client.id in self._bodies:
                self._goals(client, self.time.today)

    def _weigh(self, client: Client, day: date) -> None:
        at = self.time.moment(day, 7 * 60)
        if client.trains_on(day) and at <= self.time.present:
            weight = round(client.weight_kg + self.chance.gauss(0, 0.45), 1)
            self.rows.add(Measurement, at, client.id, client_id=client.id, measurement_date=day, weight_kg=weight)

    def _check(self, client: Client, body: Body, week: Week) -> None:
        """Every four weeks: the tape, the records, and for a few the camera."""
        day = week.monday + self.chance.whole(0, 5) * DAY
        at = self.time.moment(day, 8 * 60)
        if not client.trains_on(day) or at > self.time.present:
            return
        kind = EntryType.MIXED if body.photographed else EntryType.MEASUREMENT
        entry = self.rows.add(
            ProgressEntry, at, client.trainer.id, client_id=client.id, entry_type=kind, entry_date=day
        )
        self.rows.add(
            Measurement, at, client.trainer.id, client_id=client.id, progress_entry_id=entry, measurement_date=day,
            weight_kg=round(client.weight_kg + self.chance.gauss(0, 0.4), 1), body_fat_percentage=round(body.fat, 1),
            body_fat_method="Calliper, 3 sites", muscle_mass_kg=round(client.weight_kg * (1 - body.fat / 100) * 0.54, 1),
            measurements=self._girths(client, body),
        )  # fmt: skip
        for name, kilograms in self._records(client):
            self.rows.add(
                PerformanceMetric, at, client.trainer.id, client_id=client.id, progress_entry_id=entry,
                kind=MetricKind.STRENGTH, metric_name=f"{name}, estimated best", metric_value=kilograms, metric_unit="kg",
                measured_on=day,
            )  # fmt: skip
        if body.photographed and week.number % 8 < 4:
            self._photograph(client, body, entry, at, day)

    def _girths(self, client: Client, body: Body) -> dict[str, float]:
        size = (client.weight_kg / 75) ** 0.5
        waist = (70 if client.sex is Sex.FEMALE else 76) * size + body.fat * 0.5
        shapes = {
            "Chest": 97 * size,
            "Waist": waist,
            "Hips": 92 * size + body.fat * 0.3,
            "Thigh": 56 * size,
            "Arm": 32 * size,
        }
        return {name: round(value + self.chance.gauss(0, 0.4), 1) for name, value in shapes.items()}

    def _records(self, client: Client) -> list[tuple[str, float]]:
        lifts = self._training.lifts.get(client.id, {})
        return [(name, round(lifts[name].best_kg, 1)) for name in MAIN if name in lifts][:3]

    def _photograph(self, client: Client, body: Body, entry: Id, at: datetime, day: date) -> None:
        relative = client.weight_kg / body.start_kg
        breadth = 1.1 if relative > 1.02 else 1.0 if relative > 0.95 else 0.9
        for angle in ANGLES:
            name = f"{day.isoformat()}-{angle.value.lower()}.png"
            picture = self.world.media.attach(self._photos[angle, breadth], name, at, client.id, client.id)
            self.rows.add(
                ProgressPhoto, at, client.id, client_id=client.id, progress_entry_id=entry, attachment_id=picture,
                angle=angle, taken_on=day, weight_kg=round(client.weight_kg, 1),
            )  # fmt: skip

    def _goals(self, client: Client, day: date) -> None:
        body = self._bodies[client.id]
        began = max(client.joined_on, day - self.chance.whole(70, 200) * DAY)
        due = began + self.chance.whole(120, 260) * DAY
        if body.goal_kg:
            self._weight_goal(client, body, began, due)
        records = self._records(client)
        if records:
            name, now = records[0]
            start = round(now * self.chance.near(0.9, 0.04, 0.78, 0.97) / 2.5) * 2.5
            target = round(start * 1.18 / 2.5) * 2.5
            self._goal(client, f"Stronger {name.lower()}", "strength", name, start, now, target, began, due)
        if not body.goal_kg and not records:
            self._goal(
                client,
                "Train three times a week",
                "habit",
                "Workouts a week",
                1,
                self.chance.whole(2, 3),
                3,
                began,
                due,
            )

    def _weight_goal(self, client: Client, body: Body, began: date, due: date) -> None:
        goal = body.goal_kg or body.start_kg
        lost = client.weight_kg - body.start_kg
        start = round(body.start_kg + lost * self.chance.near(0.3, 0.2, 0, 0.8), 1)
        if abs(start - goal) < 1:
            goal = round(goal * (0.96 if goal < body.start_kg else 1.03), 1)
        self._goal(
            client,
            "Lose weight" if goal < start else "Gain weight",
            "weight",
            "Weight",
            start,
            round(client.weight_kg, 1),
            goal,
            began,
            due,
        )

    def _goal(
        self, client: Client, title: str, kind: str, metric: str, start: float, now: float, target: float, began: date,
        due: date,
    ) -> None:  # fmt: skip
        is_reached = (now - target) * (target - start) >= 0
        at = self.time.past(self.time.moment(max(began, client.joined_on, self.time.first), 9 * 60))
        values: dict[str, Any] = {"status": GoalStatus.ACTIVE}
        if is_reached:
            values = {"status": GoalStatus.COMPLETED, "completed_at": self.time.past(self.time.moment(due, 600))}
        elif not client.trains_on(self.time.today):
            values = {"status": GoalStatus.PAUSED}
        self.rows.add(
            ClientGoal, at, client.trainer.id, client_id=client.id, title=title, goal_type=kind, metric=metric,
            unit="" if kind == "habit" else "kg", start_value=float(start), current_progress=float(now),
            target_value=float(target), started_on=began, target_date=due, **values,
        )  # fmt: skip
