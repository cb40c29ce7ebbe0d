"""Words of clients, their health, their goals and papers."""

from fitwell_desktop.vocabulary.word import Word


class ClientKind(Word):
    IN_PERSON = "IN_PERSON", "In person"
    REMOTE = "REMOTE"
    PAPER_ONLY = "PAPER_ONLY", "Paper only"


class Sex(Word):
    """As formulas of energy and body composition need it."""

    FEMALE = "FEMALE"
    MALE = "MALE"
    UNSTATED = "UNSTATED", "Not stated"


class PauseReason(Word):
    """Why a client's training and billing stand still for a while."""

    BREAK = "BREAK"
    SICK = "SICK", "Illness"
    INJURED = "INJURED", "Injury"
    HOLIDAY = "HOLIDAY"


class FitnessLevel(Word):
    BEGINNER = "BEGINNER"
    INTERMEDIATE = "INTERMEDIATE"
    ADVANCED = "ADVANCED"
    ATHLETE = "ATHLETE"


class Clearance(Word):
    """Where a client stands with a doctor's consent to training."""

    NOT_REQUIRED = "NOT_REQUIRED", "Not required", "REQUIRED", "CLEARED"
    REQUIRED = "REQUIRED", "Required", "CLEARED", "NOT_REQUIRED"
    CLEARED = "CLEARED", "Cleared", "REQUIRED", "NOT_REQUIRED"


class ScreeningOutcome(Word):
    CLEAR = "CLEAR", "Ready to train"
    SEE_DOCTOR = "SEE_DOCTOR", "See a doctor first"


class Severity(Word):
    """How strictly a limitation is meant."""

    NOTE = "NOTE", "Keep in mind"
    AVOID = "AVOID", "Avoid"
    FORBIDDEN = "FORBIDDEN", "Must not be done"


class GoalStatus(Word):
    ACTIVE = "ACTIVE", "Active", "COMPLETED", "PAUSED"
    PAUSED = "PAUSED", "Paused", "ACTIVE", "COMPLETED"
    COMPLETED = "COMPLETED", "Reached", "ACTIVE"


class NoteKind(Word):
    """What a note on a client tells. Contacts make the call log."""

    NOTE = "NOTE"
    HEALTH = "HEALTH"
    CALL = "CALL", "Phone call"
    MEETING = "MEETING"


class DocumentKind(Word):
    FORM = "FORM"
    MEDICAL = "MEDICAL"
    CONTRACT = "CONTRACT"
    REPORT = "REPORT"
    OTHER = "OTHER"


class FieldKind(Word):
    """What a custom field holds."""

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    DAY = "DAY", "Date"
    YES_NO = "YES_NO", "Yes or no"
    CHOICE = "CHOICE", "One of a list"


class FamilyTie(Word):
    """What the second client is to the first."""

    PARTNER = "PARTNER"
    PARENT = "PARENT"
    CHILD = "CHILD"
    SIBLING = "SIBLING"
    OTHER = "OTHER"


class QuestionnaireKind(Word):
    INTAKE = "INTAKE"
    PAR_Q = "PAR_Q", "PAR-Q"
    CHECK_IN = "CHECK_IN", "Check-in"


class Hazard(Word):
    """What a trainer was warned of, and went on for a stated reason."""

    SCREENING_EXPIRED = "SCREENING_EXPIRED"
    CLEARANCE_MISSING = "CLEARANCE_MISSING", "Medical clearance missing"
    CONTRAINDICATED = "CONTRAINDICATED", "Contraindicated exercise"
    ALLERGEN = "ALLERGEN"
    WAIVER_MISSING = "WAIVER_MISSING", "Waiver not signed"
    PAYMENT_OVERDUE = "PAYMENT_OVERDUE"
