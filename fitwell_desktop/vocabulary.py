"""Every closed set of words that the program knows: the value that is stored and the label that is shown."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """One word of a closed set. The value is stored; the label is shown, and made from the value unless given."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ").capitalize()
        return word


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


class ChangeKind(Word):
    """What a step of the change log was."""

    DONE = "DONE"
    UNDONE = "UNDONE"
    REDONE = "REDONE"
