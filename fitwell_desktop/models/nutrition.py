"""Nutrition: targets, meals that are recommended, the diary of what was eaten, habits."""

from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column, validates

from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.tables import Json, SoftDeleted, Table, link
from fitwell_desktop.vocabulary import DayType, MealType, PlanStatus


class MealTime(Struct, frozen=True):
    """When which meal is meant to be eaten: `"07:30"`."""

    meal_type: MealType
    at: str


class DayTarget(Struct, frozen=True):
    """Targets that differ on one kind of day."""

    day_type: DayType
    calories_kcal: int
    protein_g: float
    carbs_g: float
    fat_g: float


class NutritionPlan(SoftDeleted, Table):
    """What a client shall eat a day; without a client, a template."""

    __tablename__ = "nutrition_plan"
    __table_args__ = (
        sa.Index(None, "client_id", "status"),
        sa.CheckConstraint("calories_kcal >= 0", name="calories"),
        sa.CheckConstraint("protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0", name="macros"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID | None] = link("user.id", "CASCADE", index=False)
    client_program_id: Mapped[UUID | None] = link("client_program.id", "SET NULL")
    trainer_id: Mapped[UUID | None] = link("user.id", "SET NULL")
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    status: Mapped[PlanStatus] = mapped_column(default=PlanStatus.ACTIVE)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    calories_kcal: Mapped[int | None]
    protein_g: Mapped[float | None]
    carbs_g: Mapped[float | None]
    fat_g: Mapped[float | None]
    fiber_g: Mapped[float | None]
    day_targets: Mapped[tuple[DayTarget, ...]] = mapped_column(Json(tuple[DayTarget, ...]), default=())
    meal_timing: Mapped[tuple[MealTime, ...]] = mapped_column(Json(tuple[MealTime, ...]), default=())
    meals_per_day: Mapped[int | None]
    dietary_restrictions: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    notes: Mapped[str] = mapped_column(default="")


class Ingredient(Struct, frozen=True):
    """A part of a meal, by weight; `food_id` where it is in the food list."""

    name: str
    amount_g: float
    food_id: UUID | None = None


class MealPlan(Table):
    """A meal of a nutrition plan, with its recipe."""

    __tablename__ = "meal_plan"
    __table_args__ = (
        sa.Index(None, "nutrition_plan_id", "position"),
        sa.CheckConstraint("protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0", name="macros"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID | None] = link("user.id", "CASCADE")
    """As of the nutrition plan."""
    nutrition_plan_id: Mapped[UUID] = link("nutrition_plan.id", "CASCADE", index=False)
    name: Mapped[str]
    meal_type: Mapped[MealType]
    day_type: Mapped[DayType] = mapped_column(default=DayType.ANY)
    day_number: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    recipe: Mapped[str] = mapped_column(default="")
    ingredients: Mapped[tuple[Ingredient, ...]] = mapped_column(Json(tuple[Ingredient, ...]), default=())
    calories_kcal: Mapped[int | None]
    protein_g: Mapped[float | None]
    carbs_g: Mapped[float | None]
    fat_g: Mapped[float | None]
    allergens: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    photo_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")


class Food(Table):
    """A food with what 100 g of it hold."""

    __tablename__ = "food"
    __table_args__ = (sa.Index(None, "search_key"), sa.Index(None, "barcode"))

    name: Mapped[str]
    search_key: Mapped[str]
    """The name and brand, folded; kept up by writing them."""
    brand: Mapped[str] = mapped_column(default="")
    barcode: Mapped[str] = mapped_column(default="")
    calories_kcal: Mapped[float]
    protein_g: Mapped[float]
    carbs_g: Mapped[float]
    fat_g: Mapped[float]
    fiber_g: Mapped[float | None]
    portion_g: Mapped[float | None]
    allergens: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]), default=())
    source: Mapped[str] = mapped_column(default="")

    @validates("name", "brand")
    def _refold(self, name: str, value: str) -> str:
        parts = {"name": self.name, "brand": self.brand} | {name: value}
        self.search_key = fold(*parts.values())
        return value


class NutritionLog(Table):
    """One thing that a client ate."""

    __tablename__ = "nutrition_log"
    __table_args__ = (
        sa.Index(None, "client_id", "eaten_on"),
        sa.CheckConstraint("protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0", name="macros"),
    )
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    meal_plan_id: Mapped[UUID | None] = link("meal_plan.id", "SET NULL")
    food_id: Mapped[UUID | None] = link("food.id", "SET NULL")
    eaten_on: Mapped[date]
    eaten_at_time: Mapped[time | None]
    meal_type: Mapped[MealType]
    description: Mapped[str]
    amount_g: Mapped[float | None]
    calories_kcal: Mapped[float | None]
    protein_g: Mapped[float | None]
    carbs_g: Mapped[float | None]
    fat_g: Mapped[float | None]
    is_off_plan: Mapped[bool] = mapped_column(default=False)
    photo_id: Mapped[UUID | None] = link("attachment.id", "SET NULL")
    notes: Mapped[str] = mapped_column(default="")


class Habit(Table):
    """Something that a client wants to do again and again."""

    __tablename__ = "habit"
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    name: Mapped[str]
    rule: Mapped[str]
    """When it is due, as an RRULE."""
    target: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


class HabitLog(Table):
    """A day on which a habit was kept, or how much of it."""

    __tablename__ = "habit_log"
    __table_args__ = (sa.UniqueConstraint("habit_id", "done_on"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE")
    habit_id: Mapped[UUID] = link("habit.id", "CASCADE", index=False)
    done_on: Mapped[date]
    amount: Mapped[float | None]
    logged_at: Mapped[datetime | None]
