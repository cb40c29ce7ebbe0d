"""Words of the calendar."""

from fitwell_desktop.vocabulary.word import Word


class AppointmentKind(Word):
    TRAINING = "TRAINING"
    GROUP = "GROUP", "Group session"
    ASSESSMENT = "ASSESSMENT"
    CONSULTATION = "CONSULTATION"
    REMOTE = "REMOTE", "Remote session"


class AppointmentStatus(Word):
    SCHEDULED = "SCHEDULED", "Scheduled", "CONFIRMED", "CANCELLED", "RESCHEDULED", "NO_SHOW"
    CONFIRMED = "CONFIRMED", "Confirmed", "COMPLETED", "CANCELLED", "RESCHEDULED", "NO_SHOW"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    RESCHEDULED = "RESCHEDULED"
    NO_SHOW = "NO_SHOW", "No-show"

    @property
    def takes_time(self) -> bool:
        """Whether the trainer and the client are taken for its time: nobody else can have it."""
        return self in {AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED, AppointmentStatus.COMPLETED}


class CancelledBy(Word):
    CLIENT = "CLIENT"
    TRAINER = "TRAINER"
    PRACTICE = "PRACTICE"


class Recurrence(Word):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    BIWEEKLY = "BIWEEKLY", "Every two weeks"
    MONTHLY = "MONTHLY"
    CUSTOM = "CUSTOM"


class GroupStatus(Word):
    OPEN = "OPEN", "Open", "FULL", "CANCELLED"
    FULL = "FULL", "Full", "OPEN", "CANCELLED"
    CANCELLED = "CANCELLED"


class AttendanceStatus(Word):
    REGISTERED = "REGISTERED", "Registered", "ATTENDED", "NO_SHOW", "CANCELLED"
    WAITLISTED = "WAITLISTED", "On the waitlist", "REGISTERED", "CANCELLED"
    ATTENDED = "ATTENDED", "Attended", "REGISTERED"
    NO_SHOW = "NO_SHOW", "No-show", "ATTENDED"
    CANCELLED = "CANCELLED"


class TimeOffKind(Word):
    HOLIDAY = "HOLIDAY"
    SICK = "SICK", "Illness"
    BREAK = "BREAK"
    OTHER = "OTHER"
