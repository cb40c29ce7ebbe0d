"""The exercise library that the practice begins with, its tree of categories, and blocks that are used again."""

from msgspec import Struct

from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import World, listed, table
from fitwell_desktop.models.exercises import BlockLine, Exercise, ExerciseBlock, ExerciseCategory
from fitwell_desktop.vocabulary import ExerciseLevel, Force, Mechanic, Tracking

TREE = {
    "Strength": {
        "Upper body": ("Chest", "Back", "Shoulders", "Biceps", "Triceps"),
        "Lower body": ("Quads", "Hamstrings", "Glutes", "Calves"),
        "Whole body": ("Core", "Full body"),
    },
    "Conditioning": {},
    "Mobility": {},
}
OWN = (("Harbour carry", "Full body", ("Farmer’s Walk",)), ("Rope row", "Back", ("Inverted Row", "Suspended Row")))
BLOCKS = {
    "General warm-up": ["Cat Stretch", "World’s Greatest Stretch", "Band Pull Apart", "Bodyweight Squat"],
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
    facts = table("library", "exercises.csv")
    known = {}
    for fact in facts:
        exercise_id = world.rows.ids.at(at)
        known[fact["name"]] = Known(
            exercise_id,
            fact["name"],
            Tracking(fact["tracking"]),
            fact["is_unilateral"] == "1",
            _step(fact["equipment"]),
        )
    for fact in facts:
        _write(world, fact, known, places, _substitutes(fact, facts, known))
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


def _write(
    world: World, fact: dict[str, str], known: dict[str, Known], places: dict[str, Id], substitutes: list[Known]
) -> None:
    world.rows.add(
        Exercise, world.time.moment(world.time.first - 29 * DAY, 9 * 60), world.owner.id,
        id=known[fact["name"]].id, name=fact["name"], category_id=places[fact["category"]],
        aliases=tuple(filter(None, [fact["alias"]])), level=ExerciseLevel(fact["level"].upper()),
        force=Force(fact["force"].upper()) if fact["force"] else None,
        mechanic=Mechanic(fact["mechanic"].upper()) if fact["mechanic"] else None,
        tracking=Tracking(fact["tracking"]), is_unilateral=fact["is_unilateral"] == "1",
        equipment=tuple(filter(None, [fact["equipment"]])), muscle_groups=tuple(listed(fact["primary_muscles"])),
        secondary_muscles=tuple(listed(fact["secondary_muscles"])), movement_tags=tuple(fact["movement_tags"].split()),
        alternatives=tuple(uuid(each.id) for each in substitutes), bodyweight_share=float(fact["bodyweight_share"]),
        source="Public-domain exercise facts", licence="Public domain",
    )  # fmt: skip


def _substitutes(fact: dict[str, str], facts: tuple[dict[str, str], ...], known: dict[str, Known]) -> list[Known]:
    same = [
        other["name"]
        for other in facts
        if other["category"] == fact["category"] and other["tracking"] == fact["tracking"] and other is not fact
    ]
    return [known[name] for name in same[:3]]


def _step(equipment: str) -> float:
    return {"dumbbell": 2.0, "kettlebell": 4.0, "cable": 2.5, "machine": 5.0}.get(equipment, 2.5)
