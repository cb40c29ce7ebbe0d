"""A user's search key follows the name."""

from uuid import UUID

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import command, query
from fitwell_desktop.models.accounts import User
from fitwell_desktop.vocabulary import Right
from tests import builders
from tests.checked_store import CheckedStore


@command("Rename", needs=Right.CLIENTS)
def rename(session: Session, user_id: UUID, last_name: str) -> None:
    session.get_one(User, user_id).last_name = last_name


@query()
def key_of(session: Session, user_id: UUID) -> str | None:
    return session.scalar(sa.select(User.search_key).where(User.id == user_id))


def test_it_holds_name_and_ways_to_reach_and_follows_a_renaming(checked_store: CheckedStore) -> None:
    anna = builders.client(checked_store, first_name="Änna", last_name="Bär", email="AB@example.com", phone="+4930123")
    assert checked_store.ask(key_of, anna) == "bar anna ab@example.com +4930123"
    checked_store.do(rename, anna, "Łuk")
    assert checked_store.ask(key_of, anna) == "łuk anna ab@example.com +4930123"
    checked_store.undo()
    assert checked_store.ask(key_of, anna) == "bar anna ab@example.com +4930123"
