"""The closed sets that the library's file keeps to: categories, muscles, equipment, movement patterns and tags."""

TREE: dict[str, dict[str, tuple[str, ...]]] = {
    "Strength": {
        "Upper body": ("Chest", "Back", "Shoulders", "Biceps", "Triceps", "Forearms", "Neck"),
        "Lower body": ("Quads", "Hamstrings", "Glutes", "Hips", "Calves"),
        "Whole body": ("Core", "Full body", "Olympic lifts", "Carries", "Sleds and strongman"),
    },
    "Conditioning": {"Cardio": (), "Circuits": (), "Sprints and drills": ()},
    "Mobility": {
        "Upper-body mobility": (),
        "Trunk mobility": (),
        "Hip mobility": (),
        "Leg mobility": (),
        "Foam rolling": (),
    },
    "Plyometrics": {"Jumps": (), "Hops and bounds": (), "Throws and pushes": ()},
}
"""Categories as a trainer looks for them; a category's name is used once in the whole tree."""

LEAVES = frozenset(
    leaf for middles in TREE.values() for middle, leaves in middles.items() for leaf in (leaves or (middle,))
)
"""The categories that hold exercises."""

MUSCLES = frozenset(
    {
        "abdominals", "abductors", "adductors", "biceps", "calves", "chest", "forearms", "glutes", "hamstrings",
        "hip flexors", "lats", "lower back", "middle back", "neck", "quadriceps", "serratus", "shoulders", "tibialis",
        "traps", "triceps",
    }
)  # fmt: skip

EQUIPMENT = frozenset(
    {
        "ab wheel", "balance board", "bands", "barbell", "battle rope", "bench", "body only", "box", "cable",
        "climbing rope", "cones", "dip bars", "dumbbell", "exercise ball", "ez bar", "foam roller", "heavy bag",
        "jump rope", "kettlebell", "landmine", "machine", "massage ball", "medicine ball", "other", "pull-up bar",
        "rings", "sandbag", "sled", "sledgehammer", "sliders", "smith machine", "strongman implement",
        "suspension trainer", "trap bar", "weight plate",
    }
)  # fmt: skip

PATTERNS = frozenset(
    {
        "anti-rotation", "back extension", "calf raise", "carry", "chest fly", "core flexion", "core stability",
        "elbow extension", "elbow flexion", "hinge", "hip abduction", "hip adduction", "hip extension", "hip flexion",
        "horizontal pull", "horizontal push", "jump", "knee extension", "knee flexion", "lateral flexion",
        "locomotion", "lunge", "mobility", "neck", "olympic lift", "rear fly", "rotation", "self-massage",
        "shoulder extension", "shoulder raise", "shoulder rotation", "shrug", "squat", "stretch", "throw",
        "upright pull", "vertical pull", "vertical push", "wrist and grip",
    }
)  # fmt: skip

MOVEMENT_TAGS = {
    "balance": "Stands on one leg or on something that gives way",
    "behind-neck": "A bar or handle passes behind the head",
    "bent-over": "The trunk is held forward against a load",
    "deep-knee": "The knee bends beyond a right angle under the body’s weight or more",
    "elbow-strain": "The elbow’s tendons carry most of the load",
    "heavy-grip": "The hands have to hold a heavy load or the whole body",
    "high-heart-rate": "The pulse climbs quickly",
    "hip-range": "The hip is opened or folded to the end of its range",
    "impact": "The feet strike the ground hard",
    "inversion": "The head is lower than the heart",
    "jumping": "Both feet leave the ground",
    "kneeling": "Weight rests on a knee",
    "loaded-spine": "A load presses along the spine",
    "neck-load": "The neck holds a load, or is moved to the end of its range",
    "overhead": "The arms work above the head",
    "prone": "Lies on the belly",
    "shoulder-extension": "The upper arm is forced behind the body",
    "shoulder-internal-rotation": "The arm is lifted while it is turned in",
    "shoulder-stretch": "The front of the shoulder is stretched under load",
    "spinal-extension": "The back arches against a load or to the end of its range",
    "spinal-flexion": "The back rounds under effort or to the end of its range",
    "spinal-rotation": "The trunk twists under effort or to the end of its range",
    "supine": "Lies flat on the back",
    "valsalva": "Effort at which the breath is usually held",
    "wrist-load": "The bent wrist carries weight",
}
"""What an exercise asks of a body, each with its meaning."""

_HELD_AGAINST = {
    "ankle": "balance impact jumping",
    "elbow": "elbow-strain heavy-grip",
    "grip": "heavy-grip",
    "heart rate": "high-heart-rate valsalva",
    "heavy axial load": "loaded-spine",
    "high impact": "impact jumping",
    "hip": "deep-knee hip-range impact",
    "knee": "deep-knee impact jumping kneeling",
    "lower back": "bent-over loaded-spine spinal-extension spinal-flexion spinal-rotation",
    "lying flat": "prone supine",
    "neck": "behind-neck inversion neck-load",
    "pregnancy": "impact inversion jumping prone spinal-flexion supine valsalva",
    "rotation": "spinal-rotation",
    "shoulder": "behind-neck overhead shoulder-extension shoulder-internal-rotation shoulder-stretch",
    "upper back": "bent-over loaded-spine spinal-rotation",
    "wrist": "wrist-load",
}


def tags_held_against(limitation: str) -> frozenset[str]:
    """The movement tags that a client's limitation speaks of (`"knee"`, or a movement tag itself); none if unknown."""
    if limitation in MOVEMENT_TAGS:
        return frozenset({limitation})
    return frozenset(_HELD_AGAINST.get(limitation, "").split())
