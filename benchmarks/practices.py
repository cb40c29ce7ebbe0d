"""Practices to measure on: the demo's sizes and plain lists of clients, built once and kept between runs."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from uuid import UUID

import sqlalchemy as sa

import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
from benchmarks.benchmark import Conditions
from benchmarks.people import FIRST_NAMES, LAST_NAMES
from fitwell_desktop.core.clock import FixedClock, SystemClock
from fitwell_desktop.core.database import Database, Session
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.migrate import upgrade
from fitwell_desktop.core.paths import shipped
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.store import SignedIn, Store, command, query
from fitwell_desktop.core.tables import new_id
from fitwell_desktop.models.accounts import Practice, User, UserRole
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import Right, Role, UserType

Size = Literal["tiny", "solo", "studio"]


@contextmanager
def copy_of(folder: PracticeFolder) -> Iterator[PracticeFolder]:
    """The practice once more, to write into; gone afterwards."""
    with TemporaryDirectory() as place:
        target = PracticeFolder(Path(place) / "practice")
        target.create()
        shutil.copy(folder.database, target.database)
        shutil.copy(_stamp(folder), _stamp(target))
        yield target


@contextmanager
def opened(folder: PracticeFolder) -> Iterator[Store]:
    """The practice with its owner signed in; its clock stands at the moment for which it was built. Its file is read
    through once: what is measured is the program, not the disk after another benchmark has dropped the system's caches.
    """
    _read_through(folder.database)
    database = Database(folder.database)
    store = Store(database, FixedClock(_moment(folder)), SignedIn(None, "Owner", frozenset(Right)))
    store.signed_in = SignedIn(store.ask(_owner), "Owner", frozenset(Right))
    try:
        yield store
    finally:
        database.close()


def _read_through(path: Path) -> None:
    with path.open("rb", buffering=0) as file:
        while file.read(1 << 24):
            pass


def solo(conditions: Conditions, *, of_today: bool = False) -> PracticeFolder:
    """The demo's data set S. `of_today`: built anew if it was built on another day, so that its today is today."""
    folder = _demo_kept(conditions, "solo")
    if of_today and _moment(folder).date() != SystemClock().now().date():
        _stamp(folder).unlink()
        return solo(conditions)
    return folder


def studio(conditions: Conditions) -> PracticeFolder:
    """The demo's data set M."""
    return _demo_kept(conditions, "studio")


def demo(folder: PracticeFolder, size: Size) -> None:
    """Build the demo practice of that size, as the program does."""
    import_module("fitwell_desktop.demo").build(folder, size, 1, SystemClock().now(), Progress())


def with_clients(conditions: Conditions, count: int) -> PracticeFolder:
    """A practice that is a list of so many clients and nothing else."""
    return _kept(conditions, f"clients-{count}", lambda folder: _fill_with_clients(folder, count))


def _kept(conditions: Conditions, name: str, build: Callable[[PracticeFolder], None]) -> PracticeFolder:
    """The practice of that name, built now if no earlier run has, or one whose tables were others."""
    folder = PracticeFolder(conditions.data / name)
    if not _stamp(folder).exists():
        shutil.rmtree(folder.path, ignore_errors=True)
        build(folder)
        _stamp(folder).write_text(SystemClock().now().isoformat(), "utf-8")
    return folder


def _stamp(folder: PracticeFolder) -> Path:
    """Written when the practice is whole: for which moment it was built. Its name tells of which form its tables are."""
    return folder.path / f"built-{_form_of_tables()}"


@cache
def _form_of_tables() -> str:
    declared = sorted(shipped("migrations").rglob("*.sqlite.sql"))
    return sha256(b"".join(file.read_bytes() for file in declared)).hexdigest()[:12]


def _moment(folder: PracticeFolder) -> datetime:
    """For which moment a kept practice was built."""
    return datetime.fromisoformat(_stamp(folder).read_text("utf-8"))


def _demo_kept(conditions: Conditions, size: Size) -> PracticeFolder:
    wanted: Size = "tiny" if conditions.quick else size
    return _kept(conditions, wanted, lambda folder: demo(folder, wanted))


@query()
def _owner(session: Session) -> UUID | None:
    return session.scalar(sa.select(UserRole.user_id).where(UserRole.role == Role.OWNER))


def _fill_with_clients(folder: PracticeFolder, count: int) -> None:
    folder.create()
    database = Database(folder.database)
    upgrade(database, back_up=lambda: None)
    store = Store(database, SystemClock(), SignedIn(None, "Owner", frozenset(Right)))
    store.do(_start)
    for first in range(0, count, 10_000):
        store.do(_add_clients, first, min(first + 10_000, count))
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    database.close()


@command("Start", needs=Right.PRACTICE, undoable=False)
def _start(session: Session) -> None:
    session.add(Practice(name="Harbour Strength", currency="EUR", time_zone="Europe/Berlin", locale="en_GB"))
    owner = User(user_type=UserType.TRAINER, first_name="Jordan", last_name="Miles")
    session.add(owner)
    session.flush()
    session.add(UserRole(user_id=owner.id, role=Role.OWNER))


@command("Add clients", needs=Right.CLIENTS, undoable=False)
def _add_clients(session: Session, first: int, end: int) -> None:
    users = [_client(number) for number in range(first, end)]
    session.insert_rows(User, users)
    session.insert_rows(ClientProfile, [{"client_id": user["id"]} for user in users])


def _client(number: int) -> dict[str, object]:
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    last = f"{LAST_NAMES[number // 13 % len(LAST_NAMES)]}-{number // 143:03d}"
    email, phone = f"client{number}@example.org", f"+49301234{number:06d}"
    return {
        "id": new_id(),
        "user_type": UserType.CLIENT,
        "first_name": first,
        "last_name": last,
        "email": email,
        "phone": phone,
        "search_key": fold(last, first, email, phone),
    }
