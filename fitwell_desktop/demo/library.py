"""The exercise library that the practice begins with, its tree of categories, and blocks that are used again."""

from collections import defaultdict
from uuid import UUID

from msgspec import Struct

from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import World
from fitwell_desktop.domain.exercises.library_file import SOURCE, LibraryExercise, library
from fitwell_desktop.domain.exercises.library_words import TREE
from fitwell_desktop.models.exercises import BlockLine, Exercise, ExerciseBlock, ExerciseCategory
from fitwell_desktop.vocabulary import Tracking

OWN = (("Harbour carry", "Full body", ("Farmer’s Walk",)), ("Rope row", "Back", ("Inverted Row", "Suspended Row")))
STEPS_KG = {"dumbbell": 2.0, "kettlebell": 4.0, "cable": 2.5, "machine": 5.0}
BLOCKS = {
    "General warm-up": ["Cat Stretch", "World’s Greatest Stretch", "Band Pull-Apart", "Bodyweight Squat"],
    "Core finisher": ["Plank", "Side Plank", "Dead Bug"],
    "Cool-down": ["Child’s Pose", "Kneeling Hip Flexor Stretch", "Hamstring Foam Roll"],
}


class Known(Struct, frozen=True):
    """An exercise as the rest of the demo knows it."""

    id: Id
    name: str
    tracking: Tracking
    is_unilateral: bool
    step_kg: float
    """By how much a load grows."""


def stock(world: World) -> dict[str, Known]:
    """Write the library; returns its exercises by name."""
    at = world.time.moment(world.time.first - 29 * DAY, 9 * 60)
    places = _tree(world)
    known = {
        each.name: Known(
            world.rows.ids.at(at), each.name, each.tracking, each.is_unilateral, STEPS_KG.get(each.equipment, 2.5)
        )
        for each in library()
    }
    alike = _alike()
    for exercise in library():
        same = alike[exercise.category, exercise.pattern, exercise.tracking]
        others = tuple(uuid(known[name].id) for name in same[:4] if name != exercise.name)
        _write(world, exercise, known[exercise.name].id, places[exercise.category], others[:3])
    for name, branch, substitutes in OWN:
        world.rows.add(
            Exercise, at, world.owner.id, name=name, category_id=places[branch], trainer_id=world.owner.id, is_custom=True,
            alternatives=tuple(uuid(known[each].id) for each in substitutes), description="Made up here.",
        )  # fmt: skip
    for name, exercises in BLOCKS.items():
        lines = tuple(BlockLine(uuid(known[each].id), {"sets": 2, "reps": 10}) for each in exercises)
        world.rows.add(ExerciseBlock, at, world.owner.id, name=name, lines=lines)
    return known


def _tree(world: World) -> dict[str, Id]:
    places: dict[str, Id] = {}

    def branch(name: str, parent: Id | None, position: int) -> Id:
        at = world.time.moment(world.time.first - 29 * DAY, 8 * 60)
        places[name] = world.rows.add(
            ExerciseCategory, at, world.owner.id, name=name, parent_id=parent, position=position
        )
        return places[name]

    for top_position, (top, middles) in enumerate(TREE.items()):
        top_id = branch(top, None, top_position)
        for position, (middle, leaves) in enumerate(middles.items()):
            middle_id = branch(middle, top_id, position)
            for leaf_position, leaf in enumerate(leaves):
                branch(leaf, middle_id, leaf_position)
    return places


def _alike() -> dict[tuple[str, str, Tracking], list[str]]:
    names: dict[tuple[str, str, Tracking], list[str]] = defaultdict(list)
    for each in library():
        names[each.category, each.pattern, each.tracking].append(each.name)
    return names


def _write(
    world: World, fact: LibraryExercise, exercise_id: Id, category_id: Id, substitutes: tuple[UUID, ...]
) -> None:
    world.rows.add(
        Exercise, world.time.moment(world.time.first - 29 * DAY, 9 * 60), world.owner.id,
        id=exercise_id, name=fact.name, category_id=category_id, aliases=fact.aliases, level=fact.level,
        force=fact.force, mechanic=fact.mechanic, tracking=fact.tracking, is_unilateral=fact.is_unilateral,
        equipment=(fact.equipment,), muscle_groups=fact.primary_muscles, secondary_muscles=fact.secondary_muscles,
        movement_tags=fact.movement_tags, alternatives=substitutes, bodyweight_share=fact.bodyweight_share,
        instructions=fact.cues, source=SOURCE, licence="Public domain",
    )  # fmt: skip
