"""A client's photo: set, replaced, removed, and told with the profile and the list."""

import pytest

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.attachments import StoredFile, digests_in_use
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.photos import remove_photo, set_photo
from fitwell_desktop.domain.clients.roster import Wanted, roster

FIRST, SECOND = (StoredFile(letter * 64, f"{letter}.jpg", 1200, "image/jpeg") for letter in "ab")


def test_a_photo_is_told_with_the_profile_and_the_list(checked_store: Store) -> None:
    ava = checked_store.do(create_client, first_name="Ava")
    assert checked_store.ask(profile, ava).photo == ""
    checked_store.do(set_photo, ava, FIRST)
    assert checked_store.ask(profile, ava).photo == FIRST.digest
    assert checked_store.ask(roster, Wanted()).rows[0].photo == FIRST.digest


def test_another_photo_takes_the_place_of_the_first(checked_store: Store) -> None:
    ava = checked_store.do(create_client, first_name="Ava")
    checked_store.do(set_photo, ava, FIRST)
    checked_store.do(set_photo, ava, SECOND)
    assert checked_store.ask(profile, ava).photo == SECOND.digest
    assert checked_store.ask(digests_in_use) == {SECOND.digest}
    checked_store.do(remove_photo, ava)
    assert checked_store.ask(profile, ava).photo == ""
    assert checked_store.ask(digests_in_use) == frozenset()


def test_a_letter_is_no_photo(checked_store: Store) -> None:
    ava = checked_store.do(create_client, first_name="Ava")
    with pytest.raises(UserError, match="not a picture"):
        checked_store.do(set_photo, ava, StoredFile("c" * 64, "letter.pdf", 900, "application/pdf"))
