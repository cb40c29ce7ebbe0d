"""The one door to the database: what a write costs until it is on disk, alone and beside an import, and what a read costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from threading import Event, Thread
from time import sleep
from uuid import UUID

import sqlalchemy as sa

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.practices import copy_of, opened, with_clients
from benchmarks.samples import elapsed_ms, percentile, samples_ms, settled_memory
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.store import Store, command, query
from fitwell_desktop.core.tables import new_id
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.scheduling import Room
from fitwell_desktop.vocabulary import Right, UserType

BATCH = 250
"""Rows of each of the import's steps: what others wait for at the longest is one of them."""
PAUSE_SECONDS = 0.01
"""Between two writes of a user who is very quick."""


@command("Rename client", needs=Right.CLIENTS)
def rename(session: Session, client_id: UUID, name: str) -> None:
    """A change of one row, as when a field is left."""
    session.get_one(User, client_id).first_name = name


@command("Add rooms", needs=Right.SCHEDULE)
def add_rooms(session: Session, names: list[str]) -> None:
    """Many rows at once."""
    session.insert_rows(Room, [{"id": new_id(), "name": name} for name in names])


@query()
def client_name(session: Session, client_id: UUID) -> str:
    """One column of one row."""
    return session.execute(sa.select(User.first_name).where(User.id == client_id)).scalar_one()


@query()
def some_client(session: Session) -> UUID:
    """Anybody."""
    return session.execute(sa.select(User.id).where(User.user_type == UserType.CLIENT).limit(1)).scalar_one()


def _measure(conditions: Conditions) -> Measured:
    rounds = conditions.some(500, 5)
    with copy_of(with_clients(conditions, conditions.some(6_000, 50))) as folder, opened(folder) as store:
        client = store.ask(some_client)
        with settled_memory():
            alone = list(_writes(store, client, rounds))
            with _importing(store):
                beside = list(_writes(store, client, rounds, PAUSE_SECONDS))
            asked = samples_ms(lambda: store.ask(client_name, client), rounds * 2, warm_up=20)
            bare = _bare_read_ms(store, client, rounds * 2)
    values = {
        "commit_p50": median(alone),
        "commit_p99": percentile(alone, 99),
        "beside_p95": percentile(beside, 95),
        "beside_max": max(beside),
        "ask": median(asked),
        "ask_overhead": median(asked) - bare,
    }
    return Measured(
        values, [f"{rounds} writes, each on disk (synchronous=FULL); the import writes {BATCH} rows a step"]
    )


def _writes(store: Store, client: UUID, rounds: int, pause: float = 0) -> Iterator[float]:
    for number in range(rounds):
        yield elapsed_ms(lambda name=f"Ava {number}": store.do(rename, client, name))  # type: ignore[misc]
        sleep(pause)


def _bare_read_ms(store: Store, client: UUID, rounds: int) -> float:
    """The same row by the bare driver: the rest is what the house costs."""
    connection = store.database.open()
    statement = 'SELECT first_name FROM "user" WHERE id = ?'
    times = samples_ms(lambda: connection.execute(statement, (client.bytes,)).fetchone(), rounds, warm_up=20)
    connection.close()
    return median(times)


@contextmanager
def _importing(store: Store) -> Iterator[None]:
    """While this lasts, another thread writes as fast as it is let."""
    over = Event()

    def work() -> None:
        step = 0
        while not over.is_set():
            store.do(add_rooms, [f"Room {step}-{number}" for number in range(BATCH)])
            step += 1

    thread = Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


BENCHMARK = Benchmark(
    "store",
    "commands and queries on a practice of 6,000 clients",
    (
        Figure("commit_p50", "ms", "a command that changes one row, median"),
        Figure("commit_p99", "ms", "  99th percentile"),
        Figure("beside_p95", "ms", "the same while an import runs, 95th percentile", at_most=150),
        Figure("beside_max", "ms", "  the longest", at_most=500),
        Figure("ask", "ms", "a query of one row, median"),
        Figure("ask_overhead", "ms", "  of it more than the bare driver takes"),
    ),
    _measure,
)
