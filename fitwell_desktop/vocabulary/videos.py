"""Words of form videos and their review."""

from fitwell_desktop.vocabulary.word import Word


class ReviewStatus(Word):
    PENDING = "PENDING", "Waiting", "IN_REVIEW"
    IN_REVIEW = "IN_REVIEW", "In review", "REVIEWED", "APPROVED", "NEEDS_REVISION"
    REVIEWED = "REVIEWED"
    APPROVED = "APPROVED"
    NEEDS_REVISION = "NEEDS_REVISION"


class AnnotationKind(Word):
    COMMENT = "COMMENT"
    LINE = "LINE"
    ARROW = "ARROW"
    ANGLE = "ANGLE"
    CIRCLE = "CIRCLE"
    FREEHAND = "FREEHAND"
