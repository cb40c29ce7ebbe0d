"""Words of programs and how they are assigned."""

from fitwell_desktop.vocabulary.word import Word


class ProgramType(Word):
    WORKOUT = "WORKOUT"
    NUTRITION = "NUTRITION"
    HYBRID = "HYBRID", "Workout and nutrition"


class AssignmentType(Word):
    STATIC = "STATIC", "Fixed weeks"
    DYNAMIC_PROGRESSIVE = "DYNAMIC_PROGRESSIVE", "Progressive"


class ProgramStatus(Word):
    SCHEDULED = "SCHEDULED", "Scheduled", "ACTIVE", "CANCELLED"
    ACTIVE = "ACTIVE", "Active", "PAUSED", "COMPLETED", "CANCELLED"
    PAUSED = "PAUSED", "Paused", "ACTIVE", "COMPLETED", "CANCELLED"
    COMPLETED = "COMPLETED", "Completed", "ACTIVE"
    CANCELLED = "CANCELLED"
