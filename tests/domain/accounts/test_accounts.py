"""Who works here, and what they may do."""

import pytest

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.commands import add_trainer, create_owner
from fitwell_desktop.domain.accounts.names import split_name
from fitwell_desktop.domain.accounts.queries import identity, owner_id, rights_of, trainers
from fitwell_desktop.models.accounts import UserRole
from fitwell_desktop.vocabulary import Right, Role, UserStatus
from tests import builders
from tests.checked_store import CheckedStore


def test_an_owner_trains_and_may_do_all_that_a_person_may(checked_store: CheckedStore) -> None:
    owner = checked_store.do(create_owner, "Jordan", "Miles", "jordan@example.com")
    known = checked_store.ask(identity, owner)
    assert (known.name, known.rights) == ("Jordan Miles", frozenset(Right) - {Right.SYSTEM})
    assert "Jordan Miles" in [one.name for one in checked_store.ask(trainers)]
    with pytest.raises(UserError, match="Jordan Miles already has"):
        checked_store.do(add_trainer, "Jo", "", "JORDAN@example.com")
    with pytest.raises(UserError, match="first name"):
        checked_store.do(add_trainer, " ")


def test_the_first_owner_is_found(store: Store) -> None:
    assert store.ask(owner_id) == store.signed_in.id


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (Role.OWNER, Right.PRACTICE, Right.SYSTEM),
        (Role.TRAINER, Right.HEALTH, Right.PRACTICE),
        (Role.TRAINER, Right.TRAINING, Right.SYSTEM),
        (Role.FRONT_DESK, Right.BILLING, Right.HEALTH),
        (Role.READ_ONLY, Right.LOOK, Right.CLIENTS),
    ],
)
def test_a_role_has_its_rights(store: Store, role: Role, may: Right, may_not: Right) -> None:
    person = builders.trainer(store)
    builders.make(store, UserRole, user_id=person, role=role)
    rights = store.ask(rights_of, person)
    assert may in rights
    assert may_not not in rights


def test_rights_are_added_to_one_person(store: Store) -> None:
    person = builders.trainer(store)
    builders.make(store, UserRole, user_id=person, role=Role.READ_ONLY, permissions=(Right.SCHEDULE,))
    assert store.ask(rights_of, person) == {Right.LOOK, Right.SCHEDULE}


def test_who_has_left_may_not_sign_in(store: Store) -> None:
    with pytest.raises(UserError, match="no longer with the practice"):
        store.ask(identity, builders.trainer(store, status=UserStatus.INACTIVE))


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("Ava", ("Ava", "")),
        ("Ava van der Berg", ("Ava", "van der Berg")),
        ("Berg, Ava", ("Ava", "Berg")),
        ("Ava,", ("Ava", "")),
    ],
)
def test_a_name_in_one_is_split(name: str, split: tuple[str, str]) -> None:
    assert split_name(name) == split
