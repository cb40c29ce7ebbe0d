"""What clients eat: plans with meals for two kinds of day, the diary beside them, and habits."""

from dataclasses import dataclass
from datetime import date, datetime, time

from msgspec import Struct

from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY, budget, season
from fitwell_desktop.demo.world import Client, Part, Week, World, listed, table
from fitwell_desktop.models.nutrition import (
    DayTarget,
    Food,
    Habit,
    HabitLog,
    Ingredient,
    MealPlan,
    MealTime,
    NutritionLog,
    NutritionPlan,
)
from fitwell_desktop.vocabulary import DayType, MealType, PlanStatus, Sex

MEALS = {
    MealType.BREAKFAST: ("B", time(7, 30), 3), MealType.LUNCH: ("L", time(12, 45), 3),
    MealType.DINNER: ("D", time(19, 15), 3), MealType.SNACK: ("S", time(16, 0), 1),
}  # fmt: skip
AROUND = {MealType.PRE_WORKOUT: ("P", time(17, 0), 1), MealType.POST_WORKOUT: ("E", time(18, 30), 1)}
PER_DAY = 9.0
"""How many things a day's diary holds, on average."""
HABITS = (("Walk 9,000 steps", 9_000, "steps"), ("Eat 120 g of protein", 120, "g"), ("In bed by eleven", None, ""))
RECIPES = (
    "Cook the carbohydrates, fry the rest in little oil, season well.",
    "Mix, leave overnight, eat cold.",
    "Oven, 200 °C, 25 minutes.",
)


class Dish(Struct, frozen=True):
    """A food as the diary knows it, by 100 g."""

    id: Id
    name: str
    kcal: float
    protein: float
    carbs: float
    fat: float
    portion: float


@dataclass(slots=True)
class Eater:
    """A client who keeps a diary."""

    kcal: int
    meals: dict[MealType, Id]
    habits: list[tuple[Id, float | None]]


class Diet(Part):
    """Plans meals, and writes the diary of those who keep one."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._dishes: dict[str, list[Dish]] = {}
        for row in table("demo", "foods.csv"):
            self._stock(row)
        self._eaters: dict[Id, Eater] = {}
        weights = [count * season(monday) for count, monday in zip(world.busy, world.time.mondays, strict=True)]
        self._budget = budget(world.size.diary_items, weights)
        self._made = 0
        self._template(world.time.moment(world.time.first - 20 * DAY, 15 * 60))

    def joins(self, client: Client) -> None:
        if client.keeps_diary or client.aim == "fat loss":
            self._plan(client)

    def week(self, week: Week) -> None:
        keepers = [client for client in week.clients if client.keeps_diary]
        days = [day for day in week.days if day <= self.time.today]
        left = self._budget.left(week.number, self._made)
        likely = left / max(1.0, len(keepers) * len(days) * PER_DAY)
        for client in keepers:
            for day in days:
                if client.trains_on(day) and self.chance.hits(likely * client.reliability / 0.9):
                    self._day(client, day, week)
        for client in week.clients:
            eater = self._eaters.get(client.id)
            if eater and eater.habits:
                self._keep(client, eater, days)

    def leaves(self, client: Client) -> None:
        self._eaters.pop(client.id, None)

    def _stock(self, row: dict[str, str]) -> None:
        values = {key: float(row[key]) for key in ("calories_kcal", "protein_g", "carbs_g", "fat_g", "portion_g")}
        food = self.rows.add(
            Food, self.time.moment(self.time.first - 29 * DAY, 600), self.world.owner.id, name=row["name"],
            brand=row["brand"], allergens=tuple(listed(row["allergens"])), fiber_g=float(row["fiber_g"]),
            source="The practice’s own list", **values,
        )  # fmt: skip
        dish = Dish(food, row["name"], *values.values())
        for meal in row["meals"]:
            self._dishes.setdefault(meal, []).append(dish)

    def _template(self, at: datetime) -> None:
        by = self.world.owner.id
        self.rows.add(
            NutritionPlan, at, by, trainer_id=by, name="Fat loss, 1,800 kcal", calories_kcal=1_800, protein_g=140.0,
            carbs_g=170.0, fat_g=60.0, meals_per_day=4, status=PlanStatus.DRAFT,
        )  # fmt: skip

    def _plan(self, client: Client) -> None:
        at, by = self.world.made_on(client), client.trainer.id
        kcal = self._target(client)
        protein, fat = round(client.weight_kg * 1.8), round(client.weight_kg * 0.85)
        carbs = max(60, round((kcal - 4 * protein - 9 * fat) / 4))
        training = DayTarget(DayType.TRAINING, kcal + 200, float(protein), float(carbs + 50), float(fat))
        here = self.world.present(client)
        plan = self.rows.add(
            NutritionPlan, at, by, client_id=client.id, trainer_id=by, name=f"{client.aim.capitalize()}, {kcal:,} kcal",
            status=PlanStatus.ACTIVE if here else PlanStatus.COMPLETED, starts_on=client.joined_on, ends_on=client.left_on,
            calories_kcal=kcal, protein_g=float(protein), carbs_g=float(carbs), fat_g=float(fat), fiber_g=30.0,
            day_targets=(training,), meals_per_day=4,
            meal_timing=tuple(MealTime(meal, f"{at_time:%H:%M}") for meal, (_, at_time, _) in MEALS.items()),
            dietary_restrictions=("No pork",) if self.chance.hits(0.1) else (),
        )  # fmt: skip
        meals = {
            meal: self._meal(client, plan, meal, place, at)
            for place, meal in enumerate([*MEALS, MealType.POST_WORKOUT])
        }
        habits = [self._habit(client, *words) for words in self.chance.some(HABITS, self.chance.whole(0, 2))]
        self._eaters[client.id] = Eater(kcal, meals, habits)

    def _target(self, client: Client) -> int:
        """Mifflin and St Jeor's formula, an active day, less or more for the aim."""
        age = self.time.today.year - client.born.year
        rest = 10 * client.weight_kg + 6.25 * client.height_cm - 5 * age + (-161 if client.sex is Sex.FEMALE else 5)
        change = {"fat loss": -450, "muscle": 250}.get(client.aim, 0)
        return max(1_300, round((rest * 1.5 + change) / 50) * 50)

    def _meal(self, client: Client, plan: Id, meal: MealType, place: int, at: datetime) -> Id:
        letter, _, count = (MEALS | AROUND)[meal]
        dishes = self.chance.some(self._dishes[letter], count)
        grams = [dish.portion for dish in dishes]

        def total(name: str) -> float:
            parts = zip(dishes, grams, strict=True)
            return sum(float(getattr(dish, name)) * amount / 100 for dish, amount in parts)

        return self.rows.add(
            MealPlan, at, client.trainer.id, client_id=client.id, nutrition_plan_id=plan, meal_type=meal, position=place,
            name=" · ".join(dish.name for dish in dishes), recipe=self.chance.one(RECIPES),
            day_type=DayType.TRAINING if meal in AROUND else DayType.ANY,
            ingredients=tuple(Ingredient(d.name, g, uuid(d.id)) for d, g in zip(dishes, grams, strict=True)),
            calories_kcal=round(total("kcal")), protein_g=round(total("protein"), 1), carbs_g=round(total("carbs"), 1),
            fat_g=round(total("fat"), 1),
        )  # fmt: skip

    def _habit(self, client: Client, name: str, target: float | None, unit: str) -> tuple[Id, float | None]:
        habit = self.rows.add(
            Habit, self.world.made_on(client), client.trainer.id, client_id=client.id, name=name, rule="FREQ=DAILY",
            target=float(target) if target else None, unit=unit, starts_on=client.joined_on, ends_on=client.left_on,
        )  # fmt: skip
        return habit, target

    def _keep(self, client: Client, eater: Eater, days: list[date]) -> None:
        for habit, target in eater.habits:
            for day in days:
                at = self.time.moment(day, 21 * 60)
                if at < self.time.present and client.trains_on(day) and self.chance.hits(client.reliability * 0.75):
                    amount = float(round(target * self.chance.near(1.05, 0.2, 0.5, 1.8))) if target else None
                    self.rows.add(
                        HabitLog,
                        at,
                        client.id,
                        client_id=client.id,
                        habit_id=habit,
                        done_on=day,
                        amount=amount,
                        logged_at=at,
                    )

    def _day(self, client: Client, day: date, week: Week) -> None:
        eater = self._eaters[client.id]
        trains = week.activity[client.id, day].workouts if (client.id, day) in week.activity else 0
        meals = MEALS | AROUND if trains else MEALS
        hunger = self.chance.near(1.0, 0.12, 0.7, 1.4) * eater.kcal / 2_300
        for meal, (letter, at_time, count) in meals.items():
            minute = at_time.hour * 60 + at_time.minute
            at = self.time.moment(day, minute)
            if at > self.time.present:
                continue
            off = self.chance.hits(0.18)
            for dish in self.chance.some(self._dishes[letter], count):
                self._eat(client, eater, day, at, meal, at_time, dish, hunger, off)

    def _eat(
        self, client: Client, eater: Eater, day: date, at: datetime, meal: MealType, at_time: time, dish: Dish,
        hunger: float, off: bool,
    ) -> None:  # fmt: skip
        grams = max(5.0, round(dish.portion * hunger * self.chance.near(1, 0.15, 0.6, 1.5) / 5) * 5.0)
        part = grams / 100
        self.rows.add(
            NutritionLog, at, client.id, client_id=client.id, meal_plan_id=None if off else eater.meals.get(meal),
            food_id=dish.id, eaten_on=day, eaten_at_time=at_time, meal_type=meal, description=dish.name, amount_g=grams,
            calories_kcal=round(dish.kcal * part, 1), protein_g=round(dish.protein * part, 1),
            carbs_g=round(dish.carbs * part, 1), fat_g=round(dish.fat * part, 1), is_off_plan=off,
        )  # fmt: skip
        self._made += 1
