"""What a country usually means: language, currency, units, first day of the week, time zone; and what there is to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import exists, locale_identifiers
from babel.numbers import get_territory_currencies
from PySide6.QtCore import QLocale, QTimeZone

from fitwell_desktop.vocabulary import UnitSystem, Weekday

IMPERIAL = {"US", "LR", "MM"}
MAIN_ZONES = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "MX": "America/Mexico_City",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
}
"""Where most people live, in countries that have several zones."""
FALLBACK = "GB"
"""The country of those whose system names none."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What is usual in a country; all of it can be chosen otherwise."""

    locale: str
    currency: str
    unit_system: UnitSystem
    week_start: Weekday
    time_zone: str


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """Code and name of every country with an official language, by name."""
    named = ((code, name) for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha())
    return tuple(
        sorted((pair for pair in named if get_official_languages(pair[0], de_facto=True)), key=lambda pair: pair[1])
    )


@cache
def currencies() -> tuple[tuple[str, str], ...]:
    """Code and name of every currency that is money somewhere today."""
    codes = {code for country, _ in countries() for code in get_territory_currencies(country)}
    names = Locale("en").currencies
    return tuple((code, f"{code} – {names.get(code, code)}") for code in sorted(codes))


@cache
def time_zones() -> tuple[str, ...]:
    """The zones that are named for a place, and UTC."""
    places = (name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return (*sorted(places), "UTC")


def system_country() -> str:
    """The country that this computer is set to."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if code in dict(countries()) else FALLBACK


def ways_of(country: str) -> Ways:
    """What is usual in a country; the time zone is this computer's where that can be."""
    locale = _locale_of(country)
    first_day: int = Locale.parse(locale).first_week_day
    currency = get_territory_currencies(country)
    return Ways(
        locale=locale,
        currency=currency[0] if currency else "EUR",
        unit_system=UnitSystem.IMPERIAL if country in IMPERIAL else UnitSystem.METRIC,
        week_start=list(Weekday)[first_day],
        time_zone=_time_zone_of(country),
    )


def _locale_of(country: str) -> str:
    """The system's language where it is spoken there, else the first of the country's that there is data for."""
    own = QLocale.languageToCode(QLocale.system().language())
    spoken = list(get_official_languages(country, de_facto=True))
    languages = sorted(spoken, key=lambda language: language != own)
    known = (f"{language}_{country}" for language in languages if _is_known(language, country))
    return next(known, "en")


def _is_known(language: str, country: str) -> bool:
    likely: Mapping[str, str] = get_global("likely_subtags")
    written = (f"{language}_{country}", likely.get(f"{language}_{country}", ""))
    usual = likely.get(language, "")  # "zh" is Chinese as it is written in China
    is_usual = usual.startswith(f"{language}_") and usual.endswith(f"_{country}") and exists(usual)
    return is_usual or any(exists(name) for name in written if name)


def _time_zone_of(country: str) -> str:
    own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    zones = _zones().get(country, ())
    if own in time_zones() and (own in zones or country == system_country()):
        return own
    return MAIN_ZONES.get(country) or next(iter(zones), "UTC")


@cache
def _zones() -> dict[str, list[str]]:
    """The zones of each country."""
    zones: dict[str, list[str]] = {}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _place, zone = line.split("\t")[:3]
            zones.setdefault(country, []).append(zone)
    return zones


@cache
def locales() -> tuple[tuple[str, str], ...]:
    """Name and description of each language with its countries: ("de_CH", "German (Switzerland)"), by description."""
    spoken = {locale for country, _ in countries() if "_" in (locale := _locale_of(country))}
    every = {name for name in locale_identifiers() if name.count("_") == 1 and name[-2:].isupper()}
    return tuple(sorted(((name, _described(name)) for name in spoken | every), key=lambda pair: pair[1]))


def _described(locale: str) -> str:
    language, _, country = locale.rpartition("_")
    english = Locale("en")
    spoken = english.languages.get(language) or english.languages.get(language.split("_")[0], language)
    return f"{spoken} ({english.territories.get(country, country)})"
