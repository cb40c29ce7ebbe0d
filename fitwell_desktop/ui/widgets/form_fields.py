"""The fields that a form can be made of: how each reads what is typed and writes what is kept."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.translation import translated

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True, kw_only=True)
class Field:
    """One line of text. An empty field's value is None, and "" for text."""

    name: str
    title: str
    required: bool = False
    hint: str = ""
    example: str = ""
    wide: bool = False
    """Across all columns of the form."""

    def read(self, text: str, formats: Formats) -> Any:
        """The value that a text says; UserError where it says none."""
        return text

    def write(self, value: Any, formats: Formats) -> str:
        """The value as it would be typed."""
        return str(value)

    def empty(self) -> Any:
        """The value of a field in which nothing is."""
        return None


@dataclass(frozen=True, kw_only=True)
class TextField(Field):
    """One line of text, without white space around it."""

    longest: int = 200
    secret: bool = False

    def read(self, text: str, formats: Formats) -> str:
        if len(text) > self.longest:
            raise UserError(translated("This is {0} characters long; there is room for {1}.", len(text), self.longest))
        return text

    def empty(self) -> str:
        return ""


@dataclass(frozen=True, kw_only=True)
class LongTextField(TextField):
    """Several lines of text."""

    longest: int = 20_000
    lines: int = 3
    wide: bool = True


@dataclass(frozen=True, kw_only=True)
class EmailField(TextField):
    """An email address."""

    def read(self, text: str, formats: Formats) -> str:
        if not _EMAIL.fullmatch(text):
            raise UserError(translated("“{0}” is not an email address. It looks like name@example.com.", text))
        return super().read(text, formats)


@dataclass(frozen=True, kw_only=True)
class PhoneField(TextField):
    """A telephone number, kept the international way."""

    def read(self, text: str, formats: Formats) -> str:
        return formats.parse_phone(text)

    def write(self, value: str, formats: Formats) -> str:
        return formats.phone(value)


@dataclass(frozen=True, kw_only=True)
class DayField(Field):
    """A day, typed or picked."""

    lean: Lean | Callable[[], date] = Lean.THIS_YEAR
    """Where the day lies that is meant when its year is not typed, or to which day it is the nearest."""

    def read(self, text: str, formats: Formats) -> date:
        return formats.parse_day(text, self.lean if isinstance(self.lean, Lean) else self.lean())

    def write(self, value: date, formats: Formats) -> str:
        return formats.typed_day(value)


@dataclass(frozen=True, kw_only=True)
class TimeField(Field):
    """A time of day."""

    def read(self, text: str, formats: Formats) -> time:
        return formats.parse_time(text)

    def write(self, value: time, formats: Formats) -> str:
        return formats.typed_time(value)


@dataclass(frozen=True, kw_only=True)
class MinutesField(Field):
    """A length of time; its value is in minutes."""

    def read(self, text: str, formats: Formats) -> int:
        return formats.parse_minutes(text)

    def write(self, value: int, formats: Formats) -> str:
        return formats.minutes(value)


@dataclass(frozen=True, kw_only=True)
class NumberField(Field):
    """A number with the unit that stands beside it; `places` 0 makes it an int, else it is a Decimal."""

    unit: str = ""
    places: int = 0
    least: float | None = None
    most: float | None = None

    def read(self, text: str, formats: Formats) -> int | Decimal:
        number = formats.parse_number(text.removesuffix(self.unit) if self.unit else text)
        if self.least is not None and number < Decimal(str(self.least)):
            raise UserError(translated("This has to be at least {0}.", formats.number(self.least, self.places)))
        if self.most is not None and number > Decimal(str(self.most)):
            raise UserError(translated("This can be at most {0}.", formats.number(self.most, self.places)))
        if number != round(number, self.places):
            allowed = translated("at most {0} decimals", self.places) if self.places else translated("a whole number")
            raise UserError(translated("“{0}” has too many decimals: type {1}.", text, allowed))
        return number if self.places else int(number)

    def write(self, value: Any, formats: Formats) -> str:
        return formats.number(value, self.places, grouped=False)


@dataclass(frozen=True, kw_only=True)
class PercentField(NumberField):
    """A percentage; its value is the number before the sign."""

    unit: str = "%"
    places: int = 2
    least: float | None = 0
    most: float | None = 100


@dataclass(frozen=True, kw_only=True)
class WeightField(Field):
    """A weight in kg, typed and shown in the practice's own unit."""

    def read(self, text: str, formats: Formats) -> Decimal:
        return formats.parse_weight(text)

    def write(self, value: Any, formats: Formats) -> str:
        return formats.weight(value, 2)


@dataclass(frozen=True, kw_only=True)
class LengthField(Field):
    """A length in cm, typed and shown in the practice's own unit."""

    def read(self, text: str, formats: Formats) -> Decimal:
        return formats.parse_length(text)

    def write(self, value: Any, formats: Formats) -> str:
        return formats.length(value, 2)


@dataclass(frozen=True, kw_only=True)
class MoneyField(Field):
    """An amount in minor units of a currency, the practice's if none is named."""

    currency: str = ""
    negative: bool = False

    def read(self, text: str, formats: Formats) -> int:
        minor = formats.parse_money(text, self.currency)
        if minor < 0 and not self.negative:
            raise UserError(translated("This amount can’t be less than nothing."))
        return minor

    def write(self, value: int, formats: Formats) -> str:
        return formats.money(value, self.currency)


@dataclass(frozen=True, kw_only=True)
class ChoiceField(Field):
    """One of a few: pairs of value and text. Where it is not required, nothing can be chosen too."""

    choices: Sequence[tuple[Any, str]] = ()


@dataclass(frozen=True, kw_only=True)
class PickField(Field):
    """One of many, found by typing; its value is an id. `search` is a `Picker`'s, `title_of` names what was kept."""

    search: Callable[[str], Sequence[tuple[Any, str, str]]]
    title_of: Callable[[Any], str]
    avatars: bool = False


@dataclass(frozen=True, kw_only=True)
class CheckField(Field):
    """Yes or no."""

    def empty(self) -> bool:
        return False


@dataclass(frozen=True, kw_only=True)
class TagsField(Field):
    """Words; those in use are completed."""

    known: Sequence[str] = ()
    wide: bool = True

    def empty(self) -> list[str]:
        return []
