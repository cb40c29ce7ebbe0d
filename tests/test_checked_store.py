"""The store that proves undo does find what undo would miss."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import command
from fitwell_desktop.models.accounts import User
from fitwell_desktop.vocabulary import Right
from tests import builders
from tests.checked_store import CheckedStore


@command("Write past the recorder", needs=Right.CLIENTS)
def write_unseen(session: Session, user_id: UUID) -> None:
    session.connection().execute(sa.update(User).where(User.id == user_id).values(first_name="Unseen"))


def test_a_write_that_was_not_recorded_fails_the_test(checked_store: CheckedStore) -> None:
    with pytest.raises(AssertionError, match="not recorded"):
        checked_store.do(write_unseen, builders.client(checked_store))
