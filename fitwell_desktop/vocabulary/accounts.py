"""Words of who is who, what they may do, and the practice's own choices."""

from fitwell_desktop.vocabulary.word import Word


class Right(Word):
    """What a person who is signed in may do. Commands and queries name the one that they need."""

    LOOK = "LOOK", "See clients, calendar and figures"
    CLIENTS = "CLIENTS", "Change clients"
    HEALTH = "HEALTH", "See and change health data"
    SCHEDULE = "SCHEDULE", "Book and move sessions"
    TRAINING = "TRAINING", "Write programs and log workouts"
    MESSAGES = "MESSAGES", "Write to clients"
    BILLING = "BILLING", "Invoices and payments"
    PRACTICE = "PRACTICE", "Preferences and users"
    SYSTEM = "SYSTEM", "What the program does by itself"


class ChangeKind(Word):
    """What a step of the change log was."""

    DONE = "DONE"
    UNDONE = "UNDONE"
    REDONE = "REDONE"


class UserType(Word):
    """Whom a user row stands for. What they may do is said by their roles."""

    ADMIN = "ADMIN"
    TRAINER = "TRAINER"
    CLIENT = "CLIENT"


class UserStatus(Word):
    """Whether a person is with the practice, and may sign in."""

    ACTIVE = "ACTIVE", "Active", "INACTIVE", "SUSPENDED"
    INACTIVE = "INACTIVE", "Archived", "ACTIVE"
    SUSPENDED = "SUSPENDED", "Suspended", "ACTIVE", "INACTIVE"


class Role(Word):
    OWNER = "OWNER"
    TRAINER = "TRAINER"
    FRONT_DESK = "FRONT_DESK"
    READ_ONLY = "READ_ONLY", "Read only"


class UnitSystem(Word):
    """In which units loads, lengths and distances are shown; they are stored in SI units."""

    METRIC = "METRIC", "Metric (kg, cm, km)"
    IMPERIAL = "IMPERIAL", "Imperial (lb, in, mi)"


class Weekday(Word):
    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class SecretKind(Word):
    """What a person signs in with. A PIN only opens a running, locked program again."""

    PASSWORD = "PASSWORD"  # noqa: S105 -- the word, not one
    PIN = "PIN", "PIN"
    RECOVERY_CODE = "RECOVERY_CODE"
