"""The one door to the database: `do` writes, `ask` reads, `undo` takes back. Rights are checked here and nowhere else."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from msgspec import Struct
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound
from sqlalchemy.orm.exc import StaleDataError

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.core.database import Database, Session, trouble
from fitwell_desktop.core.errors import Conflict, NotAllowed, UserError
from fitwell_desktop.core.history import write_log
from fitwell_desktop.core.progress import Progress, Tally
from fitwell_desktop.core.recorder import RowChange
from fitwell_desktop.core.tables import all_tables
from fitwell_desktop.core.turns import FairLock, TooLongError
from fitwell_desktop.core.undo import BeforeUndo, Step, Steps, replay
from fitwell_desktop.vocabulary import ChangeKind, Right

P = ParamSpec("P")
R = TypeVar("R")

PATIENCE_S = 1.0
"""Writing that has gone on for so long keeps the window's thread waiting no more: the user is asked to try again."""


class Query(Generic[P, R]):
    """A plain function of a session that reads, with the rights that it needs."""

    def __init__(self, function: Callable[Concatenate[Session, P], R], needs: Right | set[Right]) -> None:
        self._function = function
        self.needs = frozenset({needs} if isinstance(needs, Right) else needs)
        update_wrapper(self, function)

    def __call__(self, session: Session, *args: P.args, **kwargs: P.kwargs) -> R:
        return self._function(session, *args, **kwargs)


class Command(Query[P, R]):
    """A plain function of a session that writes: named for the undo menu, with the rights that it needs."""

    def __init__(
        self,
        function: Callable[Concatenate[Session, P], R],
        name: str,
        needs: Right | set[Right],
        undoable: bool,
        before_undo: BeforeUndo | None,
    ) -> None:
        super().__init__(function, needs)
        self.name = name
        self.undoable = undoable
        self.before_undo = before_undo


def query(*, needs: Right = Right.LOOK) -> Callable[[Callable[Concatenate[Session, P], R]], Query[P, R]]:
    """Declare a query: `@query(needs=Right.HEALTH)`."""
    return lambda function: Query(function, needs)


def command(
    name: str, *, needs: Right | set[Right], undoable: bool = True, before_undo: BeforeUndo | None = None
) -> Callable[[Callable[Concatenate[Session, P], R]], Command[P, R]]:
    """Declare a command: `@command("Move appointment", needs=Right.SCHEDULE)`. `undoable=False` is for what touches
    the world. `before_undo` may refuse to have it taken back.
    """
    return lambda function: Command(function, name, needs, undoable, before_undo)


class SignedIn(Struct, frozen=True):
    """Who is at work, and what they may do. `id` is None before a practice has its first user."""

    id: UUID | None
    name: str
    rights: frozenset[Right]


class Reading(Struct, Generic[R], frozen=True):
    """A query's answer, and the names of the tables that it came from."""

    value: R
    tables: frozenset[str]


class Announcement(Struct, frozen=True):
    """Told after each commit: the tables that changed, the step's name, and whether Undo can take it back."""

    tables: frozenset[str]
    name: str
    undoable: bool


class Store:
    """All reading and writing of one practice. May be called from any thread."""

    def __init__(self, database: Database, clock: Clock, signed_in: SignedIn) -> None:
        self.database = database
        self.clock = clock
        self.signed_in = signed_in
        self.listeners: list[Callable[[Announcement], None]] = []
        self._steps = Steps()
        self._keeps_steps = True
        self._turn = FairLock()

    def acting_for(self, signed_in: SignedIn) -> "Store":
        """The same practice with the program itself at work: one line of writers, one set of listeners, and nothing
        that it does can be undone.
        """
        beside = Store(self.database, self.clock, signed_in)
        beside.listeners, beside._turn = self.listeners, self._turn
        beside._keeps_steps = False
        return beside

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the command in one transaction: all of it is on disk when this returns, or none of it.

        Raises NotAllowed without the command's rights, and whatever UserError the command raises.
        """
        self._check(command.needs)
        undoable = command.undoable and self._keeps_steps
        with self._writing(command.name) as session:
            result = command(session, *args, **kwargs)
            session.flush()
            changes = session.recorder.changes()
            log_id = write_log(session, command.name, ChangeKind.DONE, changes) if changes else None
            session.commit()
            if log_id and undoable:
                self._steps.add(
                    Step(command.name, log_id, changes, command.needs, session.user_id, command.before_undo)
                )
        self._announce(changes, command.name, undoable=undoable and log_id is not None)
        return result

    def ask(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the query on one moment's view of the database."""
        return self.read(query, *args, **kwargs).value

    def read(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> Reading[R]:
        """As `ask`, and tells from which tables the answer came."""
        self._check(query.needs)
        who = self.signed_in
        with _explained(), self.database.reading(self.clock.now(), who.id, who.rights) as session:
            value = query(session, *args, **kwargs)
            return Reading(value, frozenset(session.reads))

    @property
    def next_undo(self) -> Step | None:
        """What Undo would take back."""
        return self._steps.done[-1] if self._steps.done else None

    @property
    def next_redo(self) -> Step | None:
        """What Redo would do again."""
        return self._steps.undone[-1] if self._steps.undone else None

    @property
    def undo_name(self) -> str:
        """The name of what Undo would take back, or nothing."""
        return self.next_undo.name if self.next_undo else ""

    @property
    def redo_name(self) -> str:
        """The name of what Redo would do again, or nothing."""
        return self.next_redo.name if self.next_redo else ""

    def undo(self, meant: Step | None = None, progress: Progress | None = None) -> str:
        """Take the newest step back and return its name. Raises Conflict, and forgets this step, where what it changed
        has been changed since: what was done before it can be taken back still, as far as nothing stands on it; and Conflict, with nothing forgotten, where the newest is not the one
        that was meant. Raises NotAllowed, with nothing forgotten, for who may not do such a step, or did not do this one.
        """
        return self._move(ChangeKind.UNDONE, meant, progress)

    def redo(self, meant: Step | None = None, progress: Progress | None = None) -> str:
        """Do the step again that was last undone, and return its name. Raises as `undo` does."""
        return self._move(ChangeKind.REDONE, meant, progress)

    @contextmanager
    def standing_still(self, name: str) -> Iterator[None]:
        """Keep everybody from writing meanwhile, so that what is asked in turn fits together; briefly, please."""
        with self._turn.held(name):
            yield

    def within_reach(self, table: str, column: str) -> set[Any]:
        """What a column holds, or held, in any row that Undo or Redo could still bring back."""
        return self._steps.values(table, column)

    def _move(self, kind: ChangeKind, meant: Step | None, progress: Progress | None) -> str:
        undoing = kind is ChangeKind.UNDONE
        source, target = (self._steps.done, self._steps.undone)[:: 1 if undoing else -1]
        with self._writing(self.undo_name if undoing else self.redo_name) as session:
            step = _newest(source, undoing, meant)
            self._check_step(step)
            changes = step.reversed() if undoing else step.changes
            with _forgotten_on_conflict(source):
                if undoing and step.before_undo:
                    step.before_undo(session, step.changes)
                told = Tally(progress or Progress(), 3 * len(changes))
                replay(session, changes, told)
                write_log(session, step.name, kind, changes, step.log_id, told)
                session.commit()
            target.append(source.pop())
        self._announce(changes, step.name, undoable=False)
        return step.name

    @contextmanager
    def _writing(self, name: str) -> Iterator[Session]:
        all_tables()  # foreign keys from anywhere say in what order to write, and what to carry over; no turn waits for it
        who, now = self.signed_in, self.clock.now()
        patience = PATIENCE_S if threading.current_thread() is threading.main_thread() else None
        try:
            with (
                _explained(),
                self._turn.held(name, patience),
                self.database.writing(now, who.id, who.rights) as session,
            ):
                yield session
        except TooLongError as error:
            raise UserError(
                f"FitWell is still writing “{error.holder}”. Nothing was changed just now; try again in a moment."
            ) from None

    def _check(self, needs: frozenset[Right]) -> None:
        if missing := needs - self.signed_in.rights:
            labels = " and ".join(f"“{right.label}”" for right in Right if right in missing)
            raise NotAllowed(f"{self.signed_in.name} may not do this. It needs the right {labels}.")

    def _check_step(self, step: Step) -> None:
        """To take a step back, or do it again, is to write what it wrote."""
        self._check(step.needs)
        if step.by != self.signed_in.id:
            raise NotAllowed(
                f"“{step.name}” was done by someone else. Only who did it can take it back or do it again."
            )

    def _announce(self, changes: tuple[RowChange, ...], name: str, *, undoable: bool) -> None:
        if changes:
            news = Announcement(frozenset(c.table for c in changes), name, undoable)
            for listener in list(self.listeners):
                listener(news)


def _newest(steps: deque[Step], undoing: bool, meant: Step | None) -> Step:
    if not steps:
        raise UserError("There is nothing to undo." if undoing else "There is nothing to redo.")
    if meant and steps[-1] is not meant:
        raise Conflict("Something else has been done meanwhile. Please look, and try again.")
    return steps[-1]


@contextmanager
def _forgotten_on_conflict(steps: deque[Step]) -> Iterator[None]:
    """A step that can't be taken back now never can be. Those before it are held to their own rows, each for itself."""
    try:
        yield
    except Conflict:
        steps.pop()
        raise
    except IntegrityError as error:
        steps.pop()
        raise Conflict("Something newer has taken this place; the step can’t be taken back.") from error


@contextmanager
def _explained() -> Iterator[None]:
    """Say in a sentence what is nobody's mistake: trouble with the disk, or a row that is gone."""
    try:
        yield
    except (NoResultFound, StaleDataError) as error:
        raise Conflict("This has been removed meanwhile.") from error
    except DBAPIError as error:
        raise (trouble(error) or error) from error
