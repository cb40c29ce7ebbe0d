"""What may stand in a client's profile: each field cleaned and checked where it comes in."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypedDict
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.phones import parse_phone
from fitwell_desktop.domain.accounts.email_addresses import ensure_free_email, parse_email
from fitwell_desktop.domain.accounts.today import practice_region, practice_today
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import ClientKind, Sex

LONGEST_NAME = 100
LONGEST_TEXT = 10_000


class ProfileChanges(TypedDict, total=False):
    """The fields of a profile that are to change. Text is as it was typed; `phone` with or without country code."""

    first_name: str
    last_name: str
    email: str
    phone: str
    kind: ClientKind
    date_of_birth: date | None
    sex: Sex
    height_cm: float | None
    address: str
    occupation: str
    timezone: str
    language: str
    referral_source: str
    joined_on: date | None


class Written(Struct, frozen=True):
    """Where a field's value goes."""

    session: Session
    user: User
    profile: ClientProfile


def write_profile(session: Session, user: User, profile: ClientProfile, changes: ProfileChanges) -> None:
    """Write the changed fields. Raises UserError with the field that is wrong."""
    target = Written(session, user, profile)
    for name, value in changes.items():
        WRITERS[name](target, value)


def clean_name(text: str, field: str) -> str:
    """A first or last name that is not too long."""
    name = clean_line(text)
    if len(name) > LONGEST_NAME:
        raise UserError(f"A name has at most {LONGEST_NAME} letters; this has {len(name)}.", field=field)
    return name


def check_birth(day: date | None, today: date) -> date | None:
    """A day on which somebody who is alive may have been born."""
    if day is not None and not today.year - 120 <= day.year <= today.year:
        raise UserError(f"Nobody who trains was born in {day.year}. Check the year.", field="date_of_birth")
    if day is not None and day > today:
        raise UserError("This day of birth is still to come. Check the year.", field="date_of_birth")
    return day


def check_height(cm: float | None) -> float | None:
    """A height in cm that a person can have."""
    if cm is not None and not 40 <= cm <= 260:
        raise UserError(f"A height of {cm:g} cm can’t be right. Check its unit.", field="height_cm")
    return cm


def check_zone(name: str) -> str | None:
    """An IANA zone's name, or None for the practice's own."""
    zone = clean_line(name)
    if not zone:
        return None
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(f"“{zone}” is not a time zone. Its name is like Europe/Berlin.", field="timezone") from None


def _first_name(target: Written, value: str) -> None:
    name = clean_name(value, "first_name")
    if not name:
        raise UserError("Type a name.", field="first_name")
    target.user.first_name = name


def _last_name(target: Written, value: str) -> None:
    target.user.last_name = clean_name(value, "last_name")


def _email(target: Written, value: str) -> None:
    address = parse_email(value)
    if address:
        ensure_free_email(target.session, address, ignoring=target.user.id)
    target.user.email = address


def _phone(target: Written, value: str) -> None:
    target.user.phone = parse_phone(value, practice_region(target.session)) or None
    target.user.phone_typed = clean_line(value) or None


def _birth(target: Written, value: date | None) -> None:
    target.profile.date_of_birth = check_birth(value, practice_today(target.session))


def _language(target: Written, value: str) -> None:
    others = {name: kept for name, kept in target.profile.preferences.items() if name != "language"}
    target.profile.preferences = {**others, "language": clean_line(value)} if value else others


def _line(name: str) -> Callable[[Written, str], None]:
    def write(target: Written, value: str) -> None:
        setattr(target.profile, name, clean_line(value)[:LONGEST_TEXT])

    return write


def _plain(name: str) -> Callable[[Written, Any], None]:
    return lambda target, value: setattr(target.profile, name, value)


WRITERS: dict[str, Callable[[Written, Any], None]] = {
    "first_name": _first_name,
    "last_name": _last_name,
    "email": _email,
    "phone": _phone,
    "kind": _plain("kind"),
    "date_of_birth": _birth,
    "sex": _plain("sex"),
    "height_cm": lambda target, value: setattr(target.profile, "height_cm", check_height(value)),
    "address": lambda target, value: setattr(target.profile, "address", clean_text(value)[:LONGEST_TEXT]),
    "occupation": _line("occupation"),
    "timezone": lambda target, value: setattr(target.profile, "timezone", check_zone(value)),
    "language": _language,
    "referral_source": _line("referral_source"),
    "joined_on": _plain("joined_on"),
}
