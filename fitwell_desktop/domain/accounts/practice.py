"""The practice's own data: what Preferences show, and how each value is checked before it is kept."""

import re
from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.recorder import RowChange
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.attachments import StoredFile, attach, ensure_picture
from fitwell_desktop.domain.accounts.email_addresses import parse_email
from fitwell_desktop.models.accounts import Attachment, Practice, TaxRate
from fitwell_desktop.models.billing import Invoice
from fitwell_desktop.vocabulary import InvoiceStatus, Right, UnitSystem, Weekday

__all__ = ["PracticeSettings", "TaxRate", "change_logo", "change_practice", "practice_settings"]

LONGEST_TERMS_DAYS = 365
LONGEST_SESSION_MINUTES = 24 * 60
HIGHEST_TAX_PPM = 1_000_000


class PracticeSettings(Struct, frozen=True):
    """All that is set for the whole practice. `logo` is the digest of the logo's content, or nothing."""

    name: str
    address: str
    email: str
    phone: str
    website: str
    tax_number: str
    payment_details: str
    currency: str
    unit_system: UnitSystem
    time_zone: str
    locale: str
    week_start: Weekday
    session_minutes: int
    clearance_blocks_booking: bool
    tax_rates: tuple[TaxRate, ...]
    prices_include_tax: bool
    payment_terms_days: int
    brand_color: str
    logo: str


@query()
def practice_settings(session: Session) -> PracticeSettings:
    """The practice's settings."""
    logo = sa.func.coalesce(Attachment.content_hash, "").label("logo")
    columns = [getattr(Practice, name) for name in PracticeSettings.__struct_fields__ if name != "logo"]
    found = sa.select(*columns, logo).outerjoin(Attachment, Attachment.id == Practice.logo_id)
    return PracticeSettings(**session.execute(found).mappings().one())


def ensure_currency_stays(session: Session, changes: Sequence[RowChange]) -> None:
    """Raise UserError where the currency would be taken back beneath what is asked for in it."""
    if any("currency" in (change.old or {}) for change in changes):
        _ensure_nothing_open(session)


@command("Change preferences", needs=Right.PRACTICE, before_undo=ensure_currency_stays)
def change_practice(session: Session, field: str, value: Any) -> None:
    """Set one of the settings. Raises UserError, naming the field, for a value that can't be."""
    practice = session.scalars(sa.select(Practice)).one()
    checked = _CHECKS[field](value)
    if field == "currency" and checked != practice.currency:
        _ensure_nothing_open(session)
    setattr(practice, field, checked)


@command("Change logo", needs=Right.PRACTICE)
def change_logo(session: Session, stored: StoredFile | None) -> None:
    """Let a stored image be the practice's logo, or let it have none. Raises UserError for what is no image."""
    if stored:
        ensure_picture(stored)
    practice = session.scalars(sa.select(Practice)).one()
    practice.logo_id = attach(session, stored).id if stored else None


def _ensure_nothing_open(session: Session) -> None:
    """Raise UserError while invoices wait for money, or drafts to be sent: figures count one currency alone."""
    waiting = (InvoiceStatus.DRAFT, InvoiceStatus.SENT, InvoiceStatus.OVERDUE)
    many = session.scalar(sa.select(sa.func.count(Invoice.id)).where(Invoice.status.in_(waiting)))
    if many:
        raise UserError(
            f"{many} invoice{' is' if many == 1 else 's are'} still a draft or not paid. Settle or delete "
            f"{'it' if many == 1 else 'them'} before the currency changes.",
            field="currency",
        )


def practice_name(typed: str) -> str:
    """The practice's name, fit to be kept."""
    name = clean_line(typed)
    if not name:
        raise UserError("Your practice needs a name: it stands on your invoices.", field="name")
    return name


def currency_code(typed: str) -> str:
    """An ISO 4217 code."""
    code = clean_line(typed).upper()
    if not re.fullmatch("[A-Z]{3}", code):
        raise UserError(f"“{typed}” is not a currency’s code. It has three letters, like EUR.", field="currency")
    return code


def time_zone(typed: str) -> str:
    """An IANA name."""
    name = clean_line(typed)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserError(
            f"“{typed}” is not a time zone. It looks like Europe/Berlin; pick one from the list.", field="time_zone"
        ) from error
    return name


def locale_name(typed: str) -> str:
    """A language, or language and country: "en_GB"."""
    name = clean_line(typed).replace("-", "_")
    if not re.fullmatch("[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?", name):
        raise UserError(f"“{typed}” is not a language and country. It looks like en_GB.", field="locale")
    return name


def _brand_color(typed: str) -> str:
    color = clean_line(typed).upper()
    if color and not re.fullmatch("#[0-9A-F]{6}", color):
        raise UserError(f"“{typed}” is not a colour. It looks like #0B7A63.", field="brand_color")
    return color


def _address_of_mail(typed: str) -> str:
    return parse_email(typed) or ""


def _number(field: str, least: int, most: int, unit: str) -> Callable[[int], int]:
    def check(value: int) -> int:
        if not least <= value <= most:
            raise UserError(f"This is from {least} to {most} {unit}.", field=field)
        return value

    return check


def _tax_rates(rates: Sequence[TaxRate]) -> tuple[TaxRate, ...]:
    clean = tuple(TaxRate(clean_line(rate.name), rate.rate_ppm) for rate in rates)
    for rate in clean:
        if not rate.name:
            raise UserError("A tax needs a name, like VAT: it stands on your invoices.", field="tax_rates")
        if not 0 <= rate.rate_ppm <= HIGHEST_TAX_PPM:
            raise UserError(f"{rate.name} is from 0 to 100 %.", field="tax_rates")
    if len(set(clean)) < len(clean):
        raise UserError("One of these taxes is there twice.", field="tax_rates")
    return clean


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "name": practice_name,
    "address": clean_text,
    "email": _address_of_mail,
    "phone": clean_line,
    "website": clean_line,
    "tax_number": clean_line,
    "payment_details": clean_text,
    "currency": currency_code,
    "unit_system": UnitSystem,
    "time_zone": time_zone,
    "locale": locale_name,
    "week_start": Weekday,
    "session_minutes": _number("session_minutes", 5, LONGEST_SESSION_MINUTES, "minutes"),
    "clearance_blocks_booking": bool,
    "tax_rates": _tax_rates,
    "prices_include_tax": bool,
    "payment_terms_days": _number("payment_terms_days", 0, LONGEST_TERMS_DAYS, "days"),
    "brand_color": _brand_color,
}
