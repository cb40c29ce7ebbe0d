"""How this practice writes dates, times, money and measures, and how it reads what its people type."""

import re
from datetime import UTC, date, datetime
from datetime import time as TimeOfDay  # noqa: N812  a method here is called time
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from fitwell_desktop.core import phones
from fitwell_desktop.core.clock import Clock
from fitwell_desktop.ui import days, money, numbers, units
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.units import LENGTH, WEIGHT, Quantity, Unit, Units

if TYPE_CHECKING:
    from babel import Locale

Number = int | float | Decimal
_NEAR = {0: "Today", 1: "Tomorrow", -1: "Yesterday"}


class Formats:
    """One practice's ways. `locale` is like "en_GB", `zone` an IANA name, `currency` an ISO code."""

    def __init__(
        self,
        clock: Clock,
        locale: str = "en_US",
        zone: str = "UTC",
        currency: str = "EUR",
        measures: Units = Units.METRIC,
    ) -> None:
        self.clock = clock
        self.locale = locale
        self.zone = ZoneInfo(zone)
        self.currency = currency
        self.measures = measures

    def become(self, other: "Formats") -> None:
        """Write and read as the other does, from now on, wherever this one was handed to."""
        vars(self).clear()
        vars(self).update(vars(other))

    # days and times

    def now(self) -> datetime:
        """The moment, on this practice's clock."""
        return self.clock.now().astimezone(self.zone)

    def today(self) -> date:
        """The day that it is here."""
        return self.now().date()

    def local(self, moment: datetime) -> datetime:
        """A moment on this practice's clock."""
        return moment.astimezone(self.zone)

    def day(self, day: date) -> str:
        """A day in full: "5 Nov 2026"."""
        return self._skeleton("yMMMd", day)

    def weekday_day(self, day: date) -> str:
        """A day with its weekday, and its year unless it is this one: "Thu 5 Nov"."""
        return self._skeleton("MMMEd" if day.year == self.today().year else "yMMMEd", day)

    def near_day(self, day: date) -> str:
        """Near days by name ("Today", "Tomorrow"), others with their weekday: "Thu 5 Nov"."""
        near = _NEAR.get((day - self.today()).days)
        return translated(near) if near else self.weekday_day(day)

    def month(self, day: date) -> str:
        """The month of a day: "November 2026"."""
        return self._skeleton("yMMMM", day)

    def short_month(self, day: date) -> str:
        """The month of a day, where there is little room: "Nov 2026"."""
        return self._skeleton("yMMM", day)

    def weekday(self, day: date) -> str:
        """The weekday in short: "Thu"."""
        return self._skeleton("ccc", day)

    def time(self, at: TimeOfDay | datetime) -> str:
        """A time of day, of a moment the one here: "17:30" or "5:30 PM"."""
        from babel.dates import format_time

        shown = self.local(at).time() if isinstance(at, datetime) else at
        return format_time(shown, "short", locale=self.locale).replace("\u202f", " ")

    def moment(self, moment: datetime) -> str:
        """A moment: "Today 17:30"."""
        return f"{self.near_day(self.local(moment).date())} {self.time(moment)}"

    def span(self, start: datetime, end: datetime) -> str:
        """From when to when: "17:30 – 18:15"."""
        return f"{self.time(start)} – {self.time(end)}"

    def minutes(self, minutes: int) -> str:
        """A length of time: "45 min", "1 h", "1 h 30 min"."""
        hours, rest = divmod(minutes, 60)
        parts = [translated("{0} h", hours)] * bool(hours) + [translated("{0} min", rest)] * bool(rest or not hours)
        return " ".join(parts)

    def typed_day(self, day: date) -> str:
        """A day as it is typed: "05.11.2026"."""
        parts = {"d": f"{day.day:02}", "m": f"{day.month:02}", "y": f"{day.year:04}"}
        return self._day_sign.join(parts[part] for part in self.day_order)

    def typed_time(self, at: TimeOfDay) -> str:
        """A time as it is typed: "17:30", or "5:30 PM" where that is the custom."""
        if not self.by_twelve:
            return f"{at.hour:02}:{at.minute:02}"
        return f"{at.hour % 12 or 12}:{at.minute:02} {'PM' if at.hour >= 12 else 'AM'}"

    def parse_day(self, text: str, lean: days.Lean | date = days.Lean.THIS_YEAR) -> date:
        """The day that was typed: "5.11.2026", "5 Nov", "tomorrow", "thu"."""
        return days.parse_day(text, self.today(), self.day_order, lean)

    def parse_time(self, text: str) -> TimeOfDay:
        """The time that was typed: "17:30", "5pm"."""
        return days.parse_time(text)

    def parse_minutes(self, text: str) -> int:
        """The length of time that was typed: "45", "1h30"."""
        return days.parse_minutes(text)

    # money and numbers

    def money(self, minor: int, currency: str = "", *, whole: bool = False) -> str:
        """Minor units as money: "€1,234.50"; `whole` leaves the decimals out."""
        return money.money_text(minor, currency or self.currency, self.locale, whole=whole)

    def typed_money(self, minor: int, currency: str = "") -> str:
        """Minor units as they are typed: "1234.50"."""
        places = money.decimals(currency or self.currency)
        return f"{Decimal(minor).scaleb(-places):.{places}f}".replace(".", self.decimal_sign)

    def parse_money(self, text: str, currency: str = "") -> int:
        """The amount that was typed, in minor units."""
        return money.parse_money(text, currency or self.currency, self.decimal_sign)

    def number(self, value: Number, places: int = 1, *, grouped: bool = True) -> str:
        """A number rounded to at most that many decimals: "1,234.5", "60"."""
        from babel.numbers import format_decimal

        pattern = ("#,##0" if grouped else "0") + ("." + "#" * places if places else "")
        return format_decimal(numbers.rounded(Decimal(str(value)), places), pattern, locale=self.locale)

    def percent(self, ratio: Number, places: int = 0) -> str:
        """A ratio as percent: 0.87 is "87%"."""
        from babel.numbers import format_percent

        pattern = "#,##0" + ("." + "#" * places if places else "") + "%"
        return format_percent(numbers.rounded(Decimal(str(ratio)), places + 2), pattern, locale=self.locale)

    def parse_number(self, text: str) -> Decimal:
        """The number that was typed."""
        return numbers.parse_number(text, self.decimal_sign)

    # measures

    def weight(self, kg: Number, places: int | None = None) -> str:
        """A weight in the practice's unit: "62.5 kg" or "137.8 lb"."""
        return self._quantity(kg, WEIGHT, places)

    def length(self, cm: Number, places: int | None = None) -> str:
        """A length in the practice's unit: "172 cm" or "67.7 in"."""
        return self._quantity(cm, LENGTH, places)

    def parse_weight(self, text: str) -> Decimal:
        """The weight that was typed, in kg."""
        return units.parse_quantity(text, WEIGHT, self.unit(WEIGHT), self.decimal_sign)

    def parse_length(self, text: str) -> Decimal:
        """The length that was typed, in cm."""
        return units.parse_quantity(text, LENGTH, self.unit(LENGTH), self.decimal_sign)

    def unit(self, quantity: Quantity) -> Unit:
        """The unit in which this practice gives that quantity."""
        return units.usual_unit(quantity, self.measures)

    # telephones

    def phone(self, kept: str) -> str:
        """A kept number as it is written here."""
        return phones.phone_text(kept, self.region)

    def parse_phone(self, text: str) -> str:
        """The number that was typed, as it is kept: +49301234567."""
        return phones.parse_phone(text, self.region)

    # the locale's customs

    @cached_property
    def day_order(self) -> str:
        """The order of day, month and year: "dmy", "mdy" or "ymd"."""
        order = re.sub(r"[^dmy]", "", self._day_pattern.lower())
        return "".join(dict.fromkeys(order))

    @cached_property
    def day_hint(self) -> str:
        """What a day looks like when it is typed: "dd.mm.yyyy"."""
        return self._day_sign.join({"d": "dd", "m": "mm", "y": "yyyy"}[part] for part in self.day_order)

    @cached_property
    def decimal_sign(self) -> str:
        """The sign before decimals."""
        sign = self._locale.number_symbols["latn"]["decimal"]
        return "," if sign == "," else "."

    @cached_property
    def by_twelve(self) -> bool:
        """Whether English speakers here count hours to twelve; AM and PM are read in English alone."""
        return self._locale.language == "en" and "a" in self._locale.time_formats["short"].pattern

    @cached_property
    def first_weekday(self) -> int:
        """The day that a week begins with, Monday being 0."""
        first: int = self._locale.first_week_day
        return first

    @cached_property
    def region(self) -> str:
        """The country in which a number without a country code is meant."""
        return self._locale.territory or "US"

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale

        return Locale.parse(self.locale)

    @cached_property
    def _day_pattern(self) -> str:
        pattern: str = self._locale.date_formats["short"].pattern
        return pattern

    @cached_property
    def _day_sign(self) -> str:
        return next((sign for sign in self._day_pattern if sign in "./-"), "/")

    def _skeleton(self, skeleton: str, day: date) -> str:
        from babel.dates import format_date, format_skeleton

        if skeleton == "ccc":
            return format_date(day, "ccc", locale=self.locale)
        return format_skeleton(skeleton, datetime.combine(day, TimeOfDay(), UTC), locale=self.locale)

    def _quantity(self, inner: Number, quantity: Quantity, places: int | None) -> str:
        unit = self.unit(quantity)
        amount = units.from_inner(Decimal(str(inner)), unit)
        return f"{self.number(amount, unit.places if places is None else places)} {unit.name}"
