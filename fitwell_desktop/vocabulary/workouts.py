"""Words of planned and performed workouts."""

from fitwell_desktop.vocabulary.word import Word


class SessionType(Word):
    """What a workout is mainly for; REST marks a planned day off."""

    STRENGTH = "STRENGTH"
    CARDIO = "CARDIO"
    FLEXIBILITY = "FLEXIBILITY"
    MIXED = "MIXED"
    REST = "REST", "Rest day"


class WorkMethod(Word):
    """How the exercises of one group are gone through."""

    STRAIGHT = "STRAIGHT", "Straight sets"
    SUPERSET = "SUPERSET"
    CIRCUIT = "CIRCUIT"
    INTERVAL = "INTERVAL"
    AMRAP = "AMRAP", "AMRAP"
    EMOM = "EMOM", "EMOM"
    TABATA = "TABATA"
    FOR_TIME = "FOR_TIME"


class SetKind(Word):
    WARM_UP = "WARM_UP", "Warm-up"
    WORKING = "WORKING"
    DROP = "DROP"
    MYO = "MYO", "Myo-reps"
    PARTIAL = "PARTIAL"
    FORCED = "FORCED"
    ISOMETRIC = "ISOMETRIC"


class CompletionStatus(Word):
    COMPLETED = "COMPLETED"
    PARTIAL = "PARTIAL"
    SKIPPED = "SKIPPED"
