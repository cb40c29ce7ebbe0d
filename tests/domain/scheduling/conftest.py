"""What tests of the calendar's rules are given: a practice in Berlin, its owner as trainer, and a client."""

from uuid import UUID

import pytest

from tests import builders
from tests.checked_store import CheckedStore


@pytest.fixture
def trainer(checked_store: CheckedStore) -> UUID:
    """The owner of a practice in Berlin, who trains."""
    builders.practice(checked_store)
    assert checked_store.signed_in.id is not None
    return checked_store.signed_in.id


@pytest.fixture
def ava(checked_store: CheckedStore) -> UUID:
    """A client."""
    return builders.client(checked_store, first_name="Ava", last_name="Nguyen")


@pytest.fixture
def leo(checked_store: CheckedStore) -> UUID:
    """Another client."""
    return builders.client(checked_store, first_name="Leo", last_name="Silva")
