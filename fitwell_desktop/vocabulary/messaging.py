"""Words of messages, notices, automations and what leaves the practice."""

from fitwell_desktop.vocabulary.word import Word


class Channel(Word):
    """A way by which a message reaches a person."""

    EMAIL = "EMAIL", "E-mail"
    SMS = "SMS", "SMS"
    PUSH = "PUSH", "Push notification"
    IN_APP = "IN_APP", "In the program"


class ThreadType(Word):
    ONE_ON_ONE = "ONE_ON_ONE", "One to one"
    GROUP = "GROUP"
    ANNOUNCEMENT = "ANNOUNCEMENT"


class Direction(Word):
    INBOUND = "INBOUND", "Received"
    OUTBOUND = "OUTBOUND", "Sent"


class NotificationType(Word):
    """What a notice is about, to filter by."""

    APPOINTMENT = "APPOINTMENT"
    WORKOUT = "WORKOUT"
    VIDEO = "VIDEO"
    MESSAGE = "MESSAGE"
    PAYMENT = "PAYMENT"
    GOAL = "GOAL"
    CLIENT = "CLIENT"
    SYSTEM = "SYSTEM"


class Priority(Word):
    LOW = "LOW"
    NORMAL = "NORMAL"
    HIGH = "HIGH"


class TriggerType(Word):
    """What sets an automated message off."""

    TIME = "TIME", "At a time"
    EVENT = "EVENT", "After an event"
    CONDITION = "CONDITION", "While a condition holds"


class OutgoingKind(Word):
    """What leaves the practice. It decides who goes first and what is done when its fate is in doubt."""

    REMINDER = "REMINDER"
    MESSAGE = "MESSAGE"
    INVOICE = "INVOICE"
    AUTOMATED = "AUTOMATED", "Automation"
    CHARGE = "CHARGE"
    REFUND = "REFUND"


class OutgoingChannel(Word):
    EMAIL = "EMAIL", "E-mail"
    SMS = "SMS", "SMS"
    PAYMENT = "PAYMENT", "Payment provider"


class OutgoingState(Word):
    """Where an outgoing message stands. What was in flight when its sender died is in doubt, never queued again
    before somebody has looked.
    """

    QUEUED = "QUEUED", "Waiting", "SENDING", "DEAD", "EXPIRED", "CANCELLED", "SUPPRESSED"
    SENDING = "SENDING", "Being sent", "SENT", "QUEUED", "IN_DOUBT", "DEAD", "SUPPRESSED"
    IN_DOUBT = "IN_DOUBT", "Checking whether it was sent", "SENT", "QUEUED", "DEAD", "EXPIRED", "CANCELLED"
    SENT = "SENT", "Sent", "DELIVERED", "DEAD"
    DELIVERED = "DELIVERED", "Delivered", "DEAD"
    DEAD = "DEAD", "Failed", "QUEUED", "CANCELLED"
    EXPIRED = "EXPIRED", "Too late to send"
    CANCELLED = "CANCELLED"
    SUPPRESSED = "SUPPRESSED", "Held back: no consent"


class AttemptOutcome(Word):
    """How one attempt to send ended. OFFLINE ones do not count against the message."""

    STARTED = "STARTED"
    ACCEPTED = "ACCEPTED"
    RETRY = "RETRY", "Failed for now"
    REFUSED = "REFUSED"
    OFFLINE = "OFFLINE"
    IN_DOUBT = "IN_DOUBT"
