"""Clients are taken in, edited, archived, paused and taken back."""

from datetime import date

import pytest

from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.clients.commands import assign_trainers, create_client, edit_client
from fitwell_desktop.domain.clients.families import family, link_family, set_payer, unlink_family
from fitwell_desktop.domain.clients.leaving import archive_clients, pause_clients, restore_clients, resume_clients
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.profile_fields import ProfileChanges
from fitwell_desktop.vocabulary import ClientKind, ClientState, FamilyTie, PauseReason, Right
from tests import builders
from tests.checked_store import CheckedStore


def test_a_client_needs_only_a_name(checked_store: CheckedStore) -> None:
    client_id = checked_store.do(create_client, first_name="Ava")
    shown = checked_store.ask(profile, client_id)
    assert (shown.name, shown.state, shown.joined_on) == ("Ava", ClientState.ACTIVE, date(2026, 3, 2))
    with pytest.raises(UserError, match="Type a name"):
        checked_store.do(create_client, last_name="Nguyen")


def test_whoever_takes_a_client_in_becomes_their_trainer(checked_store: CheckedStore) -> None:
    client_id = checked_store.do(create_client, first_name="Ava")
    assert checked_store.ask(profile, client_id).primary_trainer_id == checked_store.signed_in.id


def test_all_of_a_profile_is_kept(checked_store: CheckedStore) -> None:
    builders.practice(checked_store, locale="de_DE")
    client_id = checked_store.do(
        create_client,
        first_name=" Zoë\u202e ",
        last_name="Lind\u200bqvist",
        email="Zoe@Example.com",
        phone="030 901820",
        kind=ClientKind.REMOTE,
        date_of_birth=date(1990, 5, 1),
        timezone="Europe/Stockholm",
        language="sv",
        address="Kungsgatan 1\nStockholm",
    )
    shown = checked_store.ask(profile, client_id)
    assert (shown.name, shown.email) == ("Zoë Lindqvist", "Zoe@Example.com")
    assert (shown.phone, shown.phone_typed) == ("+4930901820", "030 901820")
    assert (shown.timezone, shown.language, shown.age) == ("Europe/Stockholm", "sv", 35)
    assert shown.address == "Kungsgatan 1\nStockholm"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "ava@"}, "email"),
        ({"email": "a va@example.com"}, "email"),
        ({"phone": "twelve"}, "phone"),
        ({"first_name": "  "}, "first_name"),
        ({"first_name": "A" * 101}, "first_name"),
        ({"date_of_birth": date(2027, 1, 1)}, "date_of_birth"),
        ({"date_of_birth": date(1890, 1, 1)}, "date_of_birth"),
        ({"height_cm": 17.0}, "height_cm"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": "../../etc/passwd"}, "timezone"),
    ],
)
def test_what_can_not_be_is_refused_beside_its_field(
    checked_store: CheckedStore, changes: ProfileChanges, field: str
) -> None:
    client_id = builders.client(checked_store)
    with pytest.raises(UserError) as refused:
        checked_store.do(edit_client, client_id, **changes)
    assert refused.value.field == field


def test_an_address_belongs_to_one_person(checked_store: CheckedStore) -> None:
    checked_store.do(create_client, first_name="Ava", last_name="Nguyen", email="ava@example.com")
    with pytest.raises(UserError, match="Ava Nguyen already has this e-mail address"):
        checked_store.do(create_client, first_name="Eve", email="AVA@example.com")


def test_an_archived_client_keeps_everything_and_comes_back(checked_store: CheckedStore) -> None:
    one, two = builders.client(checked_store), builders.client(checked_store)
    assert checked_store.do(archive_clients, (one, two), "Moved away") == 2
    shown = checked_store.ask(profile, one)
    assert (shown.state, shown.archive_reason) == (ClientState.ARCHIVED, "Moved away")
    assert checked_store.do(archive_clients, (one,)) == 0
    assert checked_store.do(restore_clients, (one,)) == 1
    assert checked_store.ask(profile, one).state is ClientState.ACTIVE


def test_a_pause_holds_from_its_first_to_its_last_day(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    checked_store.do(pause_clients, (client_id,), date(2026, 3, 2), date(2026, 3, 9), PauseReason.SICK)
    shown = checked_store.ask(profile, client_id)
    assert (shown.state, shown.paused_until) == (ClientState.PAUSED, date(2026, 3, 9))
    with pytest.raises(UserError, match="covers these days"):
        checked_store.do(pause_clients, (client_id,), date(2026, 3, 9))
    checked_store.do(pause_clients, (client_id,), date(2026, 3, 10))
    assert checked_store.do(resume_clients, (client_id,)) == 1
    assert checked_store.ask(profile, client_id).state is ClientState.ACTIVE


def test_a_pause_can_not_end_before_it_begins_nor_hold_an_archived_client(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    with pytest.raises(UserError, match="ends before it begins"):
        checked_store.do(pause_clients, (client_id,), date(2026, 3, 2), date(2026, 3, 1))
    checked_store.do(archive_clients, (client_id,))
    with pytest.raises(UserError, match="archived"):
        checked_store.do(pause_clients, (client_id,), date(2026, 3, 2))


def test_one_of_several_trainers_is_the_primary_one(checked_store: CheckedStore) -> None:
    client_id = checked_store.do(create_client, first_name="Ava")
    tom, tim = builders.trainer(checked_store), builders.trainer(checked_store)
    me = checked_store.signed_in.id
    assert me is not None
    checked_store.do(assign_trainers, client_id, tom, (tim, me))
    shown = checked_store.ask(profile, client_id)
    assert shown.primary_trainer_id == tom
    assert set(shown.trainer_ids) == {tom, tim, me}
    checked_store.do(assign_trainers, client_id, tim)
    assert checked_store.ask(profile, client_id).trainer_ids == (tim,)


def test_a_family_is_told_from_both_sides(checked_store: CheckedStore) -> None:
    mother, child = builders.client(checked_store, first_name="Mia"), builders.client(checked_store)
    checked_store.do(link_family, mother, child, FamilyTie.CHILD)
    checked_store.do(set_payer, child, mother)
    assert [one.tie for one in checked_store.ask(family, child).relatives] == [FamilyTie.PARENT]
    assert [one[0] for one in checked_store.ask(family, mother).pays_for] == [child]
    with pytest.raises(UserError, match="Someone else pays"):
        checked_store.do(set_payer, mother, child)
    checked_store.do(unlink_family, child, mother)
    assert checked_store.ask(family, mother).relatives == ()


def test_those_who_may_only_look_change_nothing(checked_store: CheckedStore) -> None:
    checked_store.signed_in = SignedIn(None, "Rita Reader", frozenset({Right.LOOK}))
    with pytest.raises(NotAllowed):
        checked_store.do(create_client, first_name="Ava")
