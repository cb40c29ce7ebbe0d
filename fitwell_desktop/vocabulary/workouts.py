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


class OneRepMaxFormula(Word):
    """How a one-rep maximum is estimated from a set of several repetitions."""

    EPLEY = "EPLEY"
    BRZYCKI = "BRZYCKI"
    LANDER = "LANDER"
    LOMBARDI = "LOMBARDI"
    MAYHEW = "MAYHEW", "Mayhew et al."
    O_CONNER = "O_CONNER", "O’Conner et al."
    WATHAN = "WATHAN"
    RPE_CHART = "RPE_CHART", "RPE chart"


class RecordKind(Word):
    """What a personal record is a record of."""

    REPS = "REPS", "Most load for so many repetitions"
    ONE_REP_MAX = "ONE_REP_MAX", "Highest estimated one-rep max"
    VOLUME = "VOLUME", "Most volume in one workout"


class Rounding(Word):
    """Which way a load goes that can't be loaded as it is."""

    DOWN = "DOWN"
    UP = "UP"
    NEAREST = "NEAREST"


class Compliance(Word):
    """Which work is meant where a share of it was done."""

    EXERCISES = "EXERCISES", "Exercises done of those assigned"
    SESSIONS = "SESSIONS", "Workouts done of those assigned"
