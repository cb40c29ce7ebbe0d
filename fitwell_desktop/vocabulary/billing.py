"""Words of packages, subscriptions, payments and invoices."""

from fitwell_desktop.vocabulary.word import Word


class PackageType(Word):
    ONE_TIME = "ONE_TIME", "One-time"
    SUBSCRIPTION = "SUBSCRIPTION"
    PER_SESSION = "PER_SESSION", "Per session"
    PER_PROGRAM = "PER_PROGRAM", "Per program"


class BillingInterval(Word):
    WEEK = "WEEK", "Every week"
    TWO_WEEKS = "TWO_WEEKS", "Every 2 weeks"
    FOUR_WEEKS = "FOUR_WEEKS", "Every 4 weeks"
    MONTH = "MONTH", "Every month"
    QUARTER = "QUARTER", "Every quarter"
    YEAR = "YEAR", "Every year"


class SubscriptionStatus(Word):
    ACTIVE = "ACTIVE", "Active", "PAUSED", "CANCELLED", "EXPIRED"
    PAUSED = "PAUSED", "Paused", "ACTIVE", "CANCELLED", "EXPIRED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED", "Expired", "ACTIVE"


class PaymentStatus(Word):
    PENDING = "PENDING", "Pending", "COMPLETED", "FAILED", "CANCELLED"
    # What was recorded by mistake never came: it is cancelled. What came and went back is refunded.
    COMPLETED = "COMPLETED", "Completed", "REFUNDED", "CANCELLED"
    FAILED = "FAILED"
    REFUNDED = "REFUNDED"
    CANCELLED = "CANCELLED"


class PaymentMethod(Word):
    CASH = "CASH"
    CARD = "CARD"
    BANK_TRANSFER = "BANK_TRANSFER"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    ONLINE = "ONLINE", "Paid online"
    VOUCHER = "VOUCHER"
    OTHER = "OTHER"


class Provider(Word):
    """An outside service that this practice's rows may be mirrored at."""

    STRIPE = "STRIPE"
    TWILIO = "TWILIO"


class InvoiceKind(Word):
    INVOICE = "INVOICE"
    CREDIT_NOTE = "CREDIT_NOTE"


class InvoiceStatus(Word):
    """A sent invoice is never edited: it is paid, credited by a credit note, or written off."""

    DRAFT = "DRAFT", "Draft", "SENT"
    SENT = "SENT", "Sent", "PAID", "OVERDUE", "CREDITED", "WRITTEN_OFF"
    OVERDUE = "OVERDUE", "Overdue", "PAID", "CREDITED", "WRITTEN_OFF"
    # Back from PAID: a payment that was recorded by mistake is removed, and the invoice waits for its money again.
    PAID = "PAID", "Paid", "SENT", "OVERDUE", "CREDITED"
    CREDITED = "CREDITED"
    WRITTEN_OFF = "WRITTEN_OFF"


class CreditReason(Word):
    """Why a client's session credits changed. The balance is the sum of the entries."""

    GRANT = "GRANT", "Granted"
    USE = "USE", "Used"
    RETURN = "RETURN", "Returned"
    EXPIRE = "EXPIRE", "Expired"
    ADJUST = "ADJUST", "Adjusted"


class RefundStatus(Word):
    PENDING = "PENDING", "Pending", "COMPLETED", "FAILED"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
