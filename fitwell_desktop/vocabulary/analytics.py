"""Words of the figures of the business."""

from fitwell_desktop.vocabulary.word import Word


class BusinessMetricType(Word):
    RETENTION = "RETENTION"
    REVENUE = "REVENUE"
    ATTENDANCE = "ATTENDANCE"
    SATISFACTION = "SATISFACTION"
    REFERRAL = "REFERRAL"
