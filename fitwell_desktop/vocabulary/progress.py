"""Words of what is tracked over time."""

from fitwell_desktop.vocabulary.word import Word


class EntryType(Word):
    MEASUREMENT = "MEASUREMENT"
    PHOTO = "PHOTO"
    PERFORMANCE = "PERFORMANCE"
    CHECK_IN = "CHECK_IN", "Check-in"
    MIXED = "MIXED"


class MetricKind(Word):
    STRENGTH = "STRENGTH"
    CARDIO = "CARDIO"
    FLEXIBILITY = "FLEXIBILITY"
    OTHER = "OTHER"


class PhotoAngle(Word):
    FRONT = "FRONT"
    SIDE_LEFT = "SIDE_LEFT", "Left side"
    SIDE_RIGHT = "SIDE_RIGHT", "Right side"
    BACK = "BACK"
    OTHER = "OTHER"
