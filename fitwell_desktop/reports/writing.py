"""How a document writes amounts, days, rates and quantities: in the language of whom it is for."""

from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision
from msgspec import Struct

from fitwell_desktop.reports.words import WORDS, Words

MILLION, THOUSAND = 1_000_000, 1_000


class Writing(Struct, frozen=True):
    """One document's way of writing."""

    locale: str
    currency: str

    @property
    def words(self) -> Words:
        """The document's own words; English where its language is not known."""
        return WORDS.get(self.locale.partition("_")[0], WORDS["en"])

    def money(self, minor: int) -> str:
        """With the currency: "€1,234.50"."""
        return _spaced(format_currency(self._decimal(minor), self.currency, locale=self.locale))

    def amount(self, minor: int) -> str:
        """Without it, for columns: "1,234.50"."""
        return _spaced(format_currency(self._decimal(minor), self.currency, "#,##0.00", locale=self.locale))

    def long_day(self, day: date) -> str:
        """A day in full: "2 March 2026"."""
        return _spaced(format_date(day, "long", locale=self.locale))

    def day(self, day: date) -> str:
        """A day: "2 Mar 2026"."""
        return _spaced(format_date(day, "medium", locale=self.locale))

    def days(self, first: date, last: date) -> str:
        """From one day to another: "3 Feb 2026 – 28 Feb 2026"."""
        return " – ".join(self.day(day) for day in dict.fromkeys((first, last)))

    def rate(self, ppm: int) -> str:
        """A rate in millionths: "19%", "7.75%"."""
        return _spaced(format_percent(Decimal(ppm) / MILLION, locale=self.locale, decimal_quantization=False))

    def quantity(self, thousandths: int) -> str:
        """A number of pieces or hours: "1", "1.25"."""
        return _spaced(format_decimal(Decimal(thousandths) / THOUSAND, "#,##0.###", locale=self.locale))

    def _decimal(self, minor: int) -> Decimal:
        return Decimal(minor).scaleb(-get_currency_precision(self.currency))


def written_in(*locales: str, currency: str) -> Writing:
    """The first of these locales that there is."""
    return Writing(next((name for wanted in locales if (name := _known(wanted))), "en"), currency)


def _known(locale: str) -> str:
    try:
        return str(Locale.parse(locale.replace("-", "_"))) if locale else ""
    except (UnknownLocaleError, ValueError):
        return ""


def _spaced(text: str) -> str:
    """The thin no-break space of some languages is in few fonts."""
    return text.replace("\u202f", "\u00a0")
