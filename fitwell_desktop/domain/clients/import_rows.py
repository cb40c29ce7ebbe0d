"""One row of a client list made into a client, with every fault named by its column."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.phones import parse_phone
from fitwell_desktop.domain.accounts.email_addresses import parse_email
from fitwell_desktop.domain.accounts.names import split_name
from fitwell_desktop.domain.clients.csv_cells import LONGEST_CELL, is_formula, without_guard
from fitwell_desktop.domain.clients.csv_days import parse_day
from fitwell_desktop.domain.clients.csv_values import (
    parse_height,
    parse_kind,
    parse_sex,
    parse_state,
    parse_tags,
    unit_of_heights,
)
from fitwell_desktop.domain.clients.profile_fields import (
    LONGEST_NAME,
    LONGEST_TEXT,
    check_birth,
    check_height,
    check_zone,
)
from fitwell_desktop.domain.clients.tags import LONGEST as LONGEST_TAG
from fitwell_desktop.vocabulary import ClientKind, ClientState, DayOrder, ImportField, Sex, Verdict

MULTILINE = {ImportField.NOTES, ImportField.ADDRESS}
SMALL_CM = 100
WITHOUT = "Imported without it."
POSTCODE_LAST = frozenset({"AU", "CA", "GB", "GG", "HK", "IE", "IM", "IN", "JE", "NZ", "PH", "SG", "US", "ZA"})
"""Countries whose addresses name the town before the postcode."""
PLACE = (ImportField.ADDRESS, ImportField.STREET, ImportField.POSTCODE, ImportField.CITY, ImportField.COUNTRY)


class Problem(Struct, frozen=True):
    """What is wrong with a row: in which column (its heading), whether the row is left out for it, and why."""

    column: str
    verdict: Verdict
    reason: str


class NewClient(Struct, frozen=True):
    """A client as a file tells of them."""

    first_name: str
    last_name: str = ""
    email: str | None = None
    phone: str | None = None
    phone_typed: str | None = None
    date_of_birth: date | None = None
    sex: Sex = Sex.UNSTATED
    kind: ClientKind = ClientKind.IN_PERSON
    state: ClientState = ClientState.ACTIVE
    tags: tuple[str, ...] = ()
    joined_on: date | None = None
    address: str = ""
    height_cm: float | None = None
    occupation: str = ""
    timezone: str | None = None
    language: str = ""
    referral_source: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    notes: str = ""


@dataclass(slots=True)
class Reader:
    """Reads the cells of one row. What is wrong is collected instead of raised."""

    cells: dict[ImportField, str]
    headings: dict[ImportField, str]
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, of: ImportField | None, reason: str) -> None:
        """The row can't be taken."""
        self._note(of, Verdict.REFUSED, reason)

    def remark(self, of: ImportField | None, reason: str) -> None:
        """The row is taken, but not all of it as it stands."""
        self._note(of, Verdict.WARNING, reason)

    def text(self, of: ImportField) -> str:
        """A cell, cleaned. A cell that is too long refuses the row."""
        raw = without_guard(self.cells.get(of, ""))
        if not raw:  # most of what could be known of a client, a list has no column for
            return ""
        if len(raw) > LONGEST_CELL:
            self.refuse(of, f"This cell holds {len(raw):,} characters; at most {LONGEST_CELL:,} fit.")
            return ""
        clean = clean_text(raw) if of in MULTILINE else clean_line(raw)
        if "\x00" in raw or "\ufffd" in raw:
            self.remark(of, "Holds characters that can’t be read; they were left out.")
            clean = clean.replace("\ufffd", "")
        if is_formula(raw):
            self.remark(of, "Looks like a formula; it is kept as text and never run.")
        return clean

    def value(self, of: ImportField, parse: Callable[[str], Any], hint: str) -> Any:
        """A cell's meaning, or None with a remark where it has none."""
        text = self.text(of)
        if not text:
            return None
        try:
            meaning = parse(text)
        except UserError as error:
            self.remark(of, f"{error} {WITHOUT}")
            return None
        if meaning is None:
            self.remark(of, f"“{text[:60]}” is not {hint}. {WITHOUT}")
        return meaning

    def _note(self, of: ImportField | None, verdict: Verdict, reason: str) -> None:
        self.problems.append(Problem(self.headings.get(of, "") if of else "", verdict, reason))


class Customs(Struct, frozen=True):
    """How this practice's files are meant: the region of phone numbers, the order of days by field, what day it is."""

    region: str
    orders: dict[ImportField, DayOrder]
    today: date

    def day(self, of: ImportField) -> Callable[[str], date | None]:
        """How days of one column are read."""
        return lambda text: parse_day(text, self.orders[of], self.today)


def read_client(reader: Reader, customs: Customs) -> NewClient | None:
    """The client that a row tells of; None, with the reasons collected, for one that can't be taken."""
    first, last = _name(reader)
    phone, typed = _phone(reader, customs.region)
    client = NewClient(
        first_name=first,
        last_name=last,
        email=reader.value(ImportField.EMAIL, _email, "an e-mail address"),
        phone=phone,
        phone_typed=typed,
        date_of_birth=_birth(reader, customs),
        sex=reader.value(ImportField.SEX, parse_sex, "a sex that is known here") or Sex.UNSTATED,
        kind=reader.value(ImportField.KIND, parse_kind, "a kind of client") or ClientKind.IN_PERSON,
        state=reader.value(ImportField.STATE, parse_state, "a status") or ClientState.ACTIVE,
        tags=_tags(reader),
        joined_on=reader.value(ImportField.JOINED_ON, customs.day(ImportField.JOINED_ON), "a date"),
        address=_address(reader, customs.region),
        height_cm=_height(reader),
        occupation=reader.text(ImportField.OCCUPATION)[:LONGEST_TEXT],
        timezone=reader.value(ImportField.TIMEZONE, check_zone, "a time zone"),
        language=reader.text(ImportField.LANGUAGE)[:LONGEST_NAME],
        referral_source=reader.text(ImportField.REFERRAL)[:LONGEST_TEXT],
        contact_name=reader.text(ImportField.CONTACT_NAME)[:LONGEST_NAME],
        contact_phone=_contact_phone(reader, customs.region),
        notes=reader.text(ImportField.NOTES),
    )
    return None if any(problem.verdict is Verdict.REFUSED for problem in reader.problems) else client


def _name(reader: Reader) -> tuple[str, str]:
    first, last = reader.text(ImportField.FIRST_NAME), reader.text(ImportField.LAST_NAME)
    if not first:
        whole = reader.text(ImportField.FULL_NAME)
        first, last = split_name(whole) if whole else (last, "")
    if not first:
        reader.refuse(None, "There is no name in this row.")
    for name, of in ((first, ImportField.FIRST_NAME), (last, ImportField.LAST_NAME)):
        if len(name) > LONGEST_NAME:
            reader.refuse(of, f"A name has at most {LONGEST_NAME} letters; this has {len(name):,}.")
    return first, last


def _email(text: str) -> str | None:
    """The address, or None for what is none: whose address is broken is a client all the same."""
    try:
        return parse_email(text)
    except UserError:
        return None


def _phone(reader: Reader, region: str) -> tuple[str | None, str | None]:
    """A number that can't be dialled is kept as it was typed."""
    text = reader.text(ImportField.PHONE)
    try:
        return parse_phone(text, region) or None, text or None
    except UserError as error:
        reader.remark(ImportField.PHONE, f"{error} It is kept as it stands.")
        return None, text[:40]


def _contact_phone(reader: Reader, region: str) -> str:
    text = reader.text(ImportField.CONTACT_PHONE)
    try:
        return parse_phone(text, region)
    except UserError as error:
        reader.remark(ImportField.CONTACT_PHONE, f"{error} It is kept as it stands.")
        return text[:40]


def _birth(reader: Reader, customs: Customs) -> date | None:
    of = ImportField.DATE_OF_BIRTH
    born: date | None = reader.value(of, customs.day(of), "a date")
    try:
        return check_birth(born, customs.today)
    except UserError as error:
        reader.remark(of, f"{error} {WITHOUT}")
        return None


def _height(reader: Reader) -> float | None:
    unit = unit_of_heights(reader.headings.get(ImportField.HEIGHT, ""))
    height: float | None = reader.value(
        ImportField.HEIGHT, lambda text: check_height(parse_height(text, unit)), "a height"
    )
    if height is not None and height < SMALL_CM:
        reader.remark(ImportField.HEIGHT, f"{height:g} cm is small; is the column in another unit?")
    return height


def _tags(reader: Reader) -> tuple[str, ...]:
    tags = parse_tags(reader.text(ImportField.TAGS))
    if any(len(tag) > LONGEST_TAG for tag in tags):
        reader.remark(ImportField.TAGS, f"A tag has at most {LONGEST_TAG} letters; longer ones are left out.")
    return tuple(tag for tag in tags if len(tag) <= LONGEST_TAG)


def _address(reader: Reader, region: str) -> str:
    """Address lines, with postcode and town on one, in the order that the practice's country writes them."""
    whole, street, postcode, city, country = (reader.text(of) for of in PLACE)
    place = f"{city} {postcode}" if region in POSTCODE_LAST else f"{postcode} {city}"
    lines = (whole, street, place.strip(), country)
    return "\n".join(line for line in lines if line)[:LONGEST_TEXT]
