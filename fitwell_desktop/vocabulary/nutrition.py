"""Words of meals, plans and the diary."""

from fitwell_desktop.vocabulary.word import Word


class MealType(Word):
    BREAKFAST = "BREAKFAST"
    LUNCH = "LUNCH"
    DINNER = "DINNER"
    SNACK = "SNACK"
    PRE_WORKOUT = "PRE_WORKOUT", "Before the workout"
    POST_WORKOUT = "POST_WORKOUT", "After the workout"


class DayType(Word):
    """For which days a nutrition target or a meal is meant."""

    ANY = "ANY", "Any day"
    TRAINING = "TRAINING", "Training day"
    REST = "REST", "Rest day"


class PlanStatus(Word):
    DRAFT = "DRAFT", "Draft", "ACTIVE"
    ACTIVE = "ACTIVE", "Active", "COMPLETED"
    COMPLETED = "COMPLETED", "Completed", "ACTIVE"
