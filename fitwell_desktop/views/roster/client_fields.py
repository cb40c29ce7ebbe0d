"""The fields of a client's profile, as the dialog and the profile page show them."""

from typing import Any

from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.widgets.form_fields import (
    ChoiceField,
    DayField,
    EmailField,
    Field,
    LengthField,
    LongTextField,
    PhoneField,
    TextField,
)
from fitwell_desktop.vocabulary import ClientKind, Sex, Word

LANGUAGES = (
    ("en", "English"), ("de", "Deutsch"), ("es", "Español"), ("fr", "Français"), ("it", "Italiano"), ("nl", "Nederlands"),
    ("pl", "Polski"), ("pt", "Português"), ("sv", "Svenska"), ("tr", "Türkçe"),
)  # fmt: skip
"""Languages that letters to a client may be written in."""


def choices(words: type[Word]) -> list[tuple[Any, str]]:
    """A closed set of words as choices."""
    return [(word, word.label) for word in words]


NAMES: tuple[Field, ...] = (
    TextField(name="first_name", title="First name", required=True, longest=100),
    TextField(name="last_name", title="Last name", longest=100),
    EmailField(name="email", title="E-mail", longest=254),
    PhoneField(name="phone", title="Phone"),
)
FIRST: tuple[Field, ...] = (
    *NAMES,
    ChoiceField(name="kind", title="Kind", required=True, choices=choices(ClientKind)),
    DayField(name="date_of_birth", title="Date of birth", lean=Lean.BEHIND),
)
ALL: tuple[Field, ...] = (
    *FIRST,
    ChoiceField(name="sex", title="Sex", required=True, choices=choices(Sex), hint="Some formulas ask."),
    LengthField(name="height_cm", title="Height"),
    TextField(name="occupation", title="Occupation"),
    DayField(name="joined_on", title="Client since", lean=Lean.BEHIND),
    ChoiceField(name="language", title="Language", choices=LANGUAGES),
    TextField(name="timezone", title="Time zone", example="As the practice", hint="Only if theirs is another."),
    LongTextField(name="address", title="Address", lines=3),
    TextField(name="referral_source", title="How they found you", wide=True),
)


def as_typed(name: str, value: Any) -> Any:
    """A form's value as the command takes it."""
    if name == "height_cm" and value is not None:
        return float(value)
    if name == "language":
        return value or ""
    return value
