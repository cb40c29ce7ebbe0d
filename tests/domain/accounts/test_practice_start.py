"""A new practice begins with its name, its owner and a working week; a mistake is said beside its field."""

import pytest
from msgspec.structs import asdict

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.domain.accounts.practice_start import NewPractice, start_practice
from fitwell_desktop.domain.accounts.queries import identity, owner_id
from fitwell_desktop.domain.scheduling.working_hours import working_hours
from fitwell_desktop.vocabulary import Right, UnitSystem, Weekday

NEW = NewPractice("Harbour Strength", "Jordan van der Miles", "EUR", "Europe/Berlin", "de_DE", UnitSystem.METRIC)


@pytest.fixture
def bare_store(database: Database, clock: FixedClock) -> Store:
    return Store(database, clock, SignedIn(None, "Set-up", frozenset(Right)))


def test_the_owner_may_do_everything_and_works_on_weekdays(bare_store: Store) -> None:
    owner = bare_store.do(start_practice, NEW)
    assert bare_store.ask(owner_id) == owner
    assert bare_store.ask(identity, owner).name == "Jordan van der Miles"
    assert bare_store.ask(identity, owner).rights >= {Right.PRACTICE, Right.HEALTH, Right.BILLING}
    assert [window.day for window in bare_store.ask(working_hours, owner)] == list(Weekday)[:5]
    settings = bare_store.ask(practice_settings)
    assert (settings.name, settings.currency, settings.locale) == ("Harbour Strength", "EUR", "de_DE")
    assert settings.session_minutes == 60


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", " "), ("owner", ""), ("currency", "E"), ("time_zone", "Moon/Base"), ("locale", "??")],
)
def test_a_mistake_names_its_field_and_nothing_is_written(bare_store: Store, field: str, value: str) -> None:
    with pytest.raises(UserError) as caught:
        bare_store.do(start_practice, NewPractice(**asdict(NEW) | {field: value}))
    assert caught.value.field == field
    assert bare_store.ask(owner_id) is None
