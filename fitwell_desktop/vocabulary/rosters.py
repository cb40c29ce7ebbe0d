"""Words of how clients are listed, judged and taken in; none of them is stored in a column of its own."""

from fitwell_desktop.vocabulary.word import Word


class ClientState(Word):
    """Whether a client trains at present. It follows from the archive mark and the pauses."""

    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    ARCHIVED = "ARCHIVED"


class ClearanceState(Word):
    """Where a medical clearance stands on a day."""

    NOT_REQUIRED = "NOT_REQUIRED", "Not required"
    MISSING = "MISSING", "Clearance missing"
    CLEARED = "CLEARED", "Cleared"
    EXPIRING = "EXPIRING", "Clearance expires soon"
    EXPIRED = "EXPIRED", "Clearance expired"


class Band(Word):
    """How a goal does against the straight line from its start to its target."""

    ON_TRACK = "ON_TRACK", "On track"
    AT_RISK = "AT_RISK", "At risk"
    BEHIND = "BEHIND", "Behind"
    UNDEFINED = "UNDEFINED", "Too early to say"


class ListField(Word):
    """What a saved list looks at."""

    STATE = "STATE", "Status"
    KIND = "KIND", "Kind"
    TAG = "TAG", "Tag"
    TRAINER = "TRAINER", "Trainer"
    NO_SESSION = "NO_SESSION", "Without a session"
    NO_WORKOUT = "NO_WORKOUT", "Without a workout"
    CLEARANCE = "CLEARANCE", "Medical clearance"
    BIRTHDAY = "BIRTHDAY", "Birthday"
    GOAL = "GOAL", "Goal"
    INVOICE = "INVOICE", "Invoice"


class RosterOrder(Word):
    """By what the list of clients is sorted."""

    NAME = "NAME"
    STATE = "STATE", "Status"
    KIND = "KIND"
    JOINED = "JOINED"
    NEXT_SESSION = "NEXT_SESSION"
    LAST_SESSION = "LAST_SESSION"
    OWED = "OWED"


class Verdict(Word):
    """What becomes of a row of a file that clients are imported from."""

    GOOD = "GOOD", "Ready"
    WARNING = "WARNING", "Ready, with a remark"
    REFUSED = "REFUSED", "Left out"


class DayOrder(Word):
    """In which order a file writes days. Each letter of the value is one of the three numbers."""

    DAY_FIRST = "dmy", "Day, month, year"
    MONTH_FIRST = "mdy", "Month, day, year"
    YEAR_FIRST = "ymd", "Year, month, day"


class ImportField(Word):
    """What a column of such a file may hold."""

    FIRST_NAME = "FIRST_NAME"
    LAST_NAME = "LAST_NAME"
    FULL_NAME = "FULL_NAME"
    EMAIL = "EMAIL", "E-mail"
    PHONE = "PHONE"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    SEX = "SEX"
    KIND = "KIND"
    STATE = "STATE", "Status"
    TAGS = "TAGS"
    JOINED_ON = "JOINED_ON", "Joined on"
    ADDRESS = "ADDRESS"
    STREET = "STREET"
    POSTCODE = "POSTCODE"
    CITY = "CITY"
    COUNTRY = "COUNTRY"
    HEIGHT = "HEIGHT"
    OCCUPATION = "OCCUPATION"
    TIMEZONE = "TIMEZONE", "Time zone"
    LANGUAGE = "LANGUAGE"
    REFERRAL = "REFERRAL", "How they found us"
    CONTACT_NAME = "CONTACT_NAME", "Emergency contact"
    CONTACT_PHONE = "CONTACT_PHONE", "Emergency phone"
    NOTES = "NOTES"
