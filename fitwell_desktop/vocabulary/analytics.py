"""Words of the figures of the business."""

from fitwell_desktop.vocabulary.word import Word


class BusinessMetricType(Word):
    RETENTION = "RETENTION"
    REVENUE = "REVENUE"
    ATTENDANCE = "ATTENDANCE"
    SATISFACTION = "SATISFACTION"
    REFERRAL = "REFERRAL"


class Concern(Word):
    """Why a client or an invoice is on the worklist, the most pressing first."""

    OVERDUE = "OVERDUE", "Overdue"
    CLEARANCE_MISSING = "CLEARANCE_MISSING", "Clearance missing"
    CLEARANCE_EXPIRES = "CLEARANCE_EXPIRES", "Clearance"
    SCREENING_EXPIRES = "SCREENING_EXPIRES", "Screening"
    DRAFT = "DRAFT", "Draft"
    RETEST = "RETEST", "Retest"
    NOT_SEEN = "NOT_SEEN", "Not seen"
    NOT_BOOKED = "NOT_BOOKED", "Nothing booked"
    BIRTHDAY = "BIRTHDAY"
