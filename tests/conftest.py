"""What tests are given: a fresh practice's database, a store on it, a store that proves undo, a PostgreSQL."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
import sqlalchemy as sa
from hypothesis import settings as hypothesis_settings

import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.migrate import upgrade
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.vocabulary import Right
from tests import builders
from tests.checked_store import CheckedStore
from tests.postgres import temporary_postgres

# A busy machine takes its time over an example; how fast things are is for the benchmarks to say.
hypothesis_settings.register_profile("fitwell", deadline=None)
hypothesis_settings.load_profile("fitwell")

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday morning."""


@pytest.fixture(scope="session")
def empty_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that the migrations have just made."""
    path = tmp_path_factory.mktemp("practice") / "practice.db"
    database = Database(path)
    upgrade(database, back_up=lambda: pytest.fail("there is nothing to copy"))
    database.close()
    return path


@pytest.fixture
def database(empty_practice: Path, tmp_path: Path) -> Iterator[Database]:
    """A practice's database of one's own, empty."""
    path = tmp_path / "practice.db"
    shutil.copy(empty_practice, path)
    database = Database(path)
    yield database
    database.close()


@pytest.fixture(scope="session")
def tiny_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a practice with a dozen clients and something in every table. To be copied, not written to."""
    from fitwell_desktop.demo import build

    folder = PracticeFolder(tmp_path_factory.mktemp("tiny"))
    build(folder, "tiny", 1, NOW)
    return folder.path


@pytest.fixture
def folder(tiny_practice: Path, tmp_path: Path) -> PracticeFolder:
    """A copy of that practice, of one's own."""
    shutil.copytree(tiny_practice, tmp_path / "practice")
    return PracticeFolder(tmp_path / "practice")


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at NOW."""
    return FixedClock(NOW)


@pytest.fixture
def store(database: Database, clock: FixedClock) -> Store:
    """The store with its owner signed in, who may do everything."""
    return _signed_in(Store(database, clock, NOBODY))


@pytest.fixture
def checked_store(database: Database, clock: FixedClock) -> CheckedStore:
    """A store that undoes and redoes each command, and sees that every table comes back as it was."""
    return _signed_in(CheckedStore(database, clock, NOBODY))


@pytest.fixture(scope="session")
def postgres() -> Iterator[sa.Engine]:
    """An empty database on a PostgreSQL of our own."""
    with temporary_postgres() as engine:
        yield engine


NOBODY = SignedIn(None, "Set-up", frozenset(Right))
S = TypeVar("S", bound=Store)


def _signed_in(store: S) -> S:
    owner = builders.owner(store)
    store.signed_in = SignedIn(owner, "Olivia Owner", frozenset(Right))
    return store
