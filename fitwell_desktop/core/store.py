"""The one door to the database: `do` writes, `ask` reads, `undo` takes back. Rights are checked here and nowhere else."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound
from sqlalchemy.orm.exc import StaleDataError

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.core.database import Database, Session, trouble
from fitwell_desktop.core.errors import Conflict, NotAllowed, UserError
from fitwell_desktop.core.history import write_log
from fitwell_desktop.core.recorder import RowChange
from fitwell_desktop.core.undo import Step, Steps, replay
from fitwell_desktop.vocabulary import ChangeKind, Right

P = ParamSpec("P")
R = TypeVar("R")


class Query(Generic[P, R]):
    """A plain function of a session that reads, with the right that it needs."""

    def __init__(self, function: Callable[Concatenate[Session, P], R], needs: Right) -> None:
        self._function = function
        self.needs = needs
        update_wrapper(self, function)

    def __call__(self, session: Session, *args: P.args, **kwargs: P.kwargs) -> R:
        return self._function(session, *args, **kwargs)


class Command(Query[P, R]):
    """A plain function of a session that writes: named for the undo menu, with the right that it needs."""

    def __init__(
        self, function: Callable[Concatenate[Session, P], R], name: str, needs: Right, undoable: bool, bulk: bool
    ) -> None:
        super().__init__(function, needs)
        self.name = name
        self.undoable = undoable
        self.bulk = bulk


def query(*, needs: Right = Right.LOOK) -> Callable[[Callable[Concatenate[Session, P], R]], Query[P, R]]:
    """Declare a query: `@query(needs=Right.HEALTH)`."""
    return lambda function: Query(function, needs)


def command(
    name: str, *, needs: Right, undoable: bool = True, bulk: bool = False
) -> Callable[[Callable[Concatenate[Session, P], R]], Command[P, R]]:
    """Declare a command: `@command("Move appointment", needs=Right.SCHEDULE)`. `undoable=False` is for what touches
    the world. `bulk` lets it run update and delete statements, which leave no trace, so it can't be undoable.
    """
    if bulk and undoable:
        raise ValueError("what leaves no trace can't be undone")
    return lambda function: Command(function, name, needs, undoable, bulk)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is at work, and what they may do. `id` is None before a practice has its first user."""

    id: UUID | None
    name: str
    rights: frozenset[Right]


@dataclass(frozen=True, slots=True)
class Reading(Generic[R]):
    """A query's answer, and the names of the tables that it came from."""

    value: R
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Announcement:
    """Told after each commit: the tables that changed, the step's name, and whether Undo can take it back."""

    tables: frozenset[str]
    name: str
    undoable: bool


class FairLock:
    """A lock that is given in the order in which it was asked for; SQLite's own waiting is not fair."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for one's turn, and hold the lock."""
        turn = threading.Lock()
        with self._guard:
            if self._held:
                turn.acquire()
                self._waiting.append(turn)
            self._held = True
        turn.acquire()
        try:
            yield
        finally:
            with self._guard:
                if self._waiting:
                    self._waiting.popleft().release()
                else:
                    self._held = False


class Store:
    """All reading and writing of one practice. May be called from any thread."""

    def __init__(self, database: Database, clock: Clock, signed_in: SignedIn) -> None:
        self.database = database
        self.clock = clock
        self.signed_in = signed_in
        self.listeners: list[Callable[[Announcement], None]] = []
        self._steps = Steps()
        self._turn = FairLock()

    def acting_for(self, signed_in: SignedIn) -> "Store":
        """The same practice with another identity at work: one line of writers, one set of listeners, own steps."""
        beside = Store(self.database, self.clock, signed_in)
        beside.listeners, beside._turn = self.listeners, self._turn
        return beside

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the command in one transaction: all of it is on disk when this returns, or none of it.

        Raises NotAllowed without the command's right, and whatever UserError the command raises.
        """
        self._check(command)
        with self._writing(command.bulk) as session:
            result = command(session, *args, **kwargs)
            session.flush()
            changes = session.recorder.changes()
            log_id = write_log(session, command.name, ChangeKind.DONE, changes) if changes else None
            session.commit()
            if log_id and command.undoable:
                self._steps.add(Step(command.name, log_id, changes))
        self._announce(changes, command.name, undoable=command.undoable and log_id is not None)
        return result

    def ask(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the query on one moment's view of the database."""
        return self.read(query, *args, **kwargs).value

    def read(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> Reading[R]:
        """As `ask`, and tells from which tables the answer came."""
        self._check(query)
        with _explained(), self.database.reading(self.clock.now(), self.signed_in.id) as session:
            value = query(session, *args, **kwargs)
            return Reading(value, frozenset(session.reads))

    @property
    def undo_name(self) -> str:
        """What Undo would take back, or nothing."""
        return self._steps.done[-1].name if self._steps.done else ""

    @property
    def redo_name(self) -> str:
        """What Redo would do again, or nothing."""
        return self._steps.undone[-1].name if self._steps.undone else ""

    def undo(self) -> str:
        """Take the newest step back and return its name. Raises Conflict, and forgets the step, where its rows have
        been changed since.
        """
        return self._move(self._steps.done, self._steps.undone, ChangeKind.UNDONE)

    def redo(self) -> str:
        """Do the step again that was last undone, and return its name. Raises Conflict as `undo` does."""
        return self._move(self._steps.undone, self._steps.done, ChangeKind.REDONE)

    def forget_steps(self) -> None:
        """Nothing that was done so far can be undone any more: another person signs in, or a backup was restored."""
        self._steps.clear()

    def _move(self, source: deque[Step], target: deque[Step], kind: ChangeKind) -> str:
        if not source:
            raise UserError("There is nothing to undo." if kind is ChangeKind.UNDONE else "There is nothing to redo.")
        step = source[-1]
        changes = step.reversed() if kind is ChangeKind.UNDONE else step.changes
        with self._writing(bulk=False) as session:
            try:
                replay(session, changes)
                write_log(session, step.name, kind, changes, step.log_id)
                session.commit()
            except Conflict:
                source.pop()
                raise
            except IntegrityError as error:
                source.pop()
                raise Conflict("Something newer has taken this place; the step can’t be taken back.") from error
            target.append(source.pop())
        self._announce(changes, step.name, undoable=False)
        return step.name

    @contextmanager
    def _writing(self, bulk: bool) -> Iterator[Session]:
        now, user_id = self.clock.now(), self.signed_in.id
        with _explained(), self._turn.held(), self.database.writing(now, user_id, bulk=bulk) as session:
            yield session

    def _check(self, query: Query[Any, Any]) -> None:
        if query.needs not in self.signed_in.rights:
            raise NotAllowed(f"{self.signed_in.name} may not do this. It needs the right “{query.needs.label}”.")

    def _announce(self, changes: tuple[RowChange, ...], name: str, *, undoable: bool) -> None:
        if changes:
            news = Announcement(frozenset(c.table for c in changes), name, undoable)
            for listener in list(self.listeners):
                listener(news)


@contextmanager
def _explained() -> Iterator[None]:
    """Say in a sentence what is nobody's mistake: trouble with the disk, or a row that is gone."""
    try:
        yield
    except (NoResultFound, StaleDataError) as error:
        raise Conflict("This has been removed meanwhile.") from error
    except DBAPIError as error:
        raise (trouble(error) or error) from error
