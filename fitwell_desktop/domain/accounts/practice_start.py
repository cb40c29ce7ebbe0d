"""The first rows of a new practice: the practice itself, its owner, and the hours in which they usually work."""

from datetime import time
from uuid import UUID

from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command
from fitwell_desktop.domain.accounts.commands import create_owner
from fitwell_desktop.domain.accounts.names import split_name
from fitwell_desktop.domain.accounts.practice import currency_code, locale_name, practice_name, time_zone
from fitwell_desktop.models.accounts import Practice
from fitwell_desktop.models.availability import TrainerAvailability
from fitwell_desktop.vocabulary import Right, UnitSystem, Weekday

OPENS, CLOSES = time(7), time(20)
WORKING_DAYS = tuple(Weekday)[:5]


class NewPractice(Struct, frozen=True):
    """What must be known to begin: the names, and the ways of the country."""

    name: str
    owner: str
    currency: str
    time_zone: str
    locale: str
    unit_system: UnitSystem = UnitSystem.METRIC
    week_start: Weekday = Weekday.MONDAY


@command("Start practice", needs=Right.PRACTICE, undoable=False)
def start_practice(session: Session, new: NewPractice) -> UUID:
    """Write the first rows and return the owner's id. Raises UserError, naming the field, for what can't be."""
    session.add(
        Practice(
            name=practice_name(new.name),
            currency=currency_code(new.currency),
            time_zone=time_zone(new.time_zone),
            locale=locale_name(new.locale),
            unit_system=new.unit_system,
            week_start=new.week_start,
        )
    )
    owner_id = create_owner(session, *split_name(owner_name(new.owner)))
    session.add_all(
        TrainerAvailability(trainer_id=owner_id, day_of_week=day, start_time=OPENS, end_time=CLOSES)
        for day in WORKING_DAYS
    )
    return owner_id


def owner_name(typed: str) -> str:
    """The owner's name, fit to be kept."""
    name = clean_line(typed)
    if not name:
        raise UserError("Type your name: clients see it on invoices and messages.", field="owner")
    return name
