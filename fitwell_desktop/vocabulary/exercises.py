"""Words of the exercise library."""

from fitwell_desktop.vocabulary.word import Word


class ExerciseLevel(Word):
    BEGINNER = "BEGINNER"
    INTERMEDIATE = "INTERMEDIATE"
    EXPERT = "EXPERT"


class Force(Word):
    PUSH = "PUSH"
    PULL = "PULL"
    STATIC = "STATIC"


class Mechanic(Word):
    COMPOUND = "COMPOUND"
    ISOLATION = "ISOLATION"


class Tracking(Word):
    """What is counted when an exercise is logged."""

    LOAD_REPS = "LOAD_REPS", "Load and repetitions"
    BODYWEIGHT_REPS = "BODYWEIGHT_REPS", "Bodyweight and repetitions"
    DURATION = "DURATION"
    DISTANCE = "DISTANCE", "Distance and time"
