"""The one door: what a command writes is all there or not at all, is recorded, announced, and can be taken back."""

import threading
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import aliased

from fitwell_desktop.core import tables
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database, Session
from fitwell_desktop.core.errors import Cancelled, Conflict, NotAllowed, UserError
from fitwell_desktop.core.history import ChangeLog, ChangeLogRow
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.store import Announcement, SignedIn, Store, command, query
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.circle import EmergencyContact
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.vocabulary import Right, UserType
from tests import builders
from tests.checked_store import differences, snapshot


@command("Rename client", needs=Right.CLIENTS)
def rename(session: Session, client_id: UUID, name: str) -> None:
    session.get_one(User, client_id).first_name = name


@command("Add client", needs=Right.CLIENTS)
def add(session: Session, name: str) -> UUID:
    user = User(user_type=UserType.CLIENT, first_name=name, last_name="Nguyen")
    session.add(user)
    session.flush()
    session.add(ClientProfile(client_id=user.id))
    return user.id


@command("Delete client", needs=Right.CLIENTS)
def delete(session: Session, client_id: UUID) -> None:
    session.delete(session.get_one(User, client_id))


@command("Import clients", needs=Right.CLIENTS)
def add_many(session: Session, names: list[str]) -> None:
    kind = UserType.CLIENT
    session.insert_rows(User, [{"user_type": kind, "first_name": n, "search_key": n.lower()} for n in names])


@command("Rename and stumble", needs=Right.CLIENTS)
def rename_and_stumble(session: Session, client_id: UUID) -> None:
    session.get_one(User, client_id).first_name = "Half done"
    session.flush()
    raise UserError("The second half can’t be done.")


@query()
def first_names(session: Session) -> list[str]:
    return list(session.scalars(sa.select(User.first_name).where(User.user_type == UserType.CLIENT).order_by(User.id)))


@query(needs=Right.HEALTH)
def contact_names(session: Session) -> list[str]:
    return list(session.scalars(sa.select(EmergencyContact.name)))


@query()
def clients_with_contacts(session: Session) -> int:
    other = aliased(User)
    has_contact = sa.select(EmergencyContact.id).where(EmergencyContact.client_id == other.id).exists()
    profiles = sa.select(ClientProfile.client_id).subquery()
    found = sa.select(sa.func.count(other.id)).where(has_contact, other.id.in_(sa.select(profiles.c.client_id)))
    return session.scalars(found).one()


def test_what_fails_halfway_has_not_happened(store: Store) -> None:
    ava = builders.client(store, first_name="Ava")
    before = snapshot(store.database)
    with pytest.raises(UserError, match="second half"):
        store.do(rename_and_stumble, ava)
    assert differences(snapshot(store.database), before) == []
    assert store.undo_name != "Rename and stumble"


def test_undo_takes_back_and_redo_does_again(store: Store) -> None:
    ava = store.do(add, "Ava")
    store.do(rename, ava, "Eva")
    assert store.undo_name == "Rename client"
    assert store.undo() == "Rename client"
    assert store.ask(first_names) == ["Ava"]
    assert store.redo() == "Rename client"
    assert store.ask(first_names) == ["Eva"]
    store.undo()
    store.undo()
    assert store.ask(first_names) == []
    assert store.redo_name == "Add client"


def test_a_new_step_ends_redo(store: Store) -> None:
    ava = store.do(add, "Ava")
    store.do(rename, ava, "Eva")
    store.undo()
    store.do(rename, ava, "Iva")
    assert store.redo_name == ""
    with pytest.raises(UserError, match="nothing to redo"):
        store.redo()


def test_undo_does_not_overwrite_what_another_wrote(store: Store, clock: FixedClock) -> None:
    ava = store.do(add, "Ava")
    store.do(rename, ava, "Eva")
    sync = Store(store.database, clock, SignedIn(None, "Sync", frozenset(Right)))
    sync.do(rename, ava, "From afar")
    with pytest.raises(Conflict, match="This person has been changed since"):
        store.undo()
    assert store.ask(first_names) == ["From afar"]
    with pytest.raises(Conflict):
        store.undo()  # what was done before is there still, but what was written from afar stands on it
    assert store.ask(first_names) == ["From afar"]
    assert store.undo_name == ""


def test_undo_does_not_take_along_what_came_to_hang_on_it(store: Store, clock: FixedClock) -> None:
    ava = store.do(add, "Ava")
    sync = Store(store.database, clock, SignedIn(None, "Sync", frozenset(Right)))
    builders.make(sync, EmergencyContact, client_id=ava, name="Lena")
    with pytest.raises(Conflict, match="depends on this"):
        store.undo()
    assert store.ask(contact_names) == ["Lena"]


def test_what_depends_on_a_deleted_row_goes_and_comes_back_with_it(store: Store) -> None:
    ava = store.do(add, "Ava")
    builders.make(store, EmergencyContact, client_id=ava, name="Lena")
    before = snapshot(store.database)
    store.do(delete, ava)
    assert store.ask(contact_names) == []
    store.undo()
    assert differences(snapshot(store.database), before) == []


def test_a_row_that_is_gone_is_a_conflict_and_not_a_mistake(store: Store) -> None:
    ava = store.do(add, "Ava")
    store.undo()
    with pytest.raises(Conflict, match="removed meanwhile"):
        store.do(rename, ava, "Eva")


def test_many_rows_at_once_are_one_step(store: Store) -> None:
    before = snapshot(store.database)
    store.do(add_many, [f"Client {n}" for n in range(1_200)])
    assert len(store.ask(first_names)) == 1_200
    store.undo()
    assert differences(snapshot(store.database), before) == []


def test_without_the_right_nothing_is_written_or_read(store: Store) -> None:
    ava = store.do(add, "Ava")
    store.signed_in = SignedIn(None, "Front desk", frozenset({Right.LOOK}))
    with pytest.raises(NotAllowed, match="Front desk may not do this"):
        store.do(rename, ava, "Eva")
    with pytest.raises(NotAllowed, match="health"):
        store.ask(contact_names)
    assert store.ask(first_names) == ["Ava"]


def test_the_change_log_tells_who_when_and_from_what_to_what(store: Store, clock: FixedClock) -> None:
    ava = store.do(add, "Ava")
    clock.moment += timedelta(hours=1)
    store.do(rename, ava, "Eva")
    store.undo()
    with store.database.reading(clock.now(), None) as session:
        steps = sa.select(
            ChangeLog.kind, ChangeLog.created_by, ChangeLog.created_at, ChangeLogRow.old, ChangeLogRow.new
        )
        told = [
            tuple(row)
            for row in session.execute(
                steps.join(ChangeLogRow, ChangeLogRow.change_log_id == ChangeLog.id)
                .where(ChangeLogRow.subject_id == ava, ChangeLog.name == "Rename client")
                .order_by(ChangeLog.id)
            )
        ]
    owner = store.signed_in.id
    assert [(kind, who, when) for kind, who, when, _, _ in told] == [
        ("DONE", owner, clock.now()),
        ("UNDONE", owner, clock.now()),
    ]
    assert '"first_name":"Ava"' in str(told[0][3])
    assert '"first_name":"Eva"' in str(told[0][4])
    assert told[1][3] == told[0][4]


def test_a_commit_announces_its_tables_and_an_answer_knows_its_own(store: Store) -> None:
    heard: list[Announcement] = []
    store.listeners.append(heard.append)
    ava = store.do(add, "Ava")
    assert heard[-1].tables == {"user", "client_profile"}
    store.do(rename, ava, "Ava")
    assert len(heard) == 1, "nothing changed, so nothing is announced"
    assert store.read(first_names).tables == {"user"}
    assert store.read(clients_with_contacts).tables == {"user", "client_profile", "emergency_contact"}


@query()
def meddle(session: Session) -> None:
    session.add(User(user_type=UserType.CLIENT, first_name="Mallory", last_name="X"))
    session.flush()


@command("Rename all", needs=Right.CLIENTS)
def rename_all(session: Session) -> None:
    session.execute(sa.update(User).values(first_name="Everyone"))


def test_a_query_that_writes_and_a_command_that_leaves_no_trace_are_refused(store: Store) -> None:
    store.do(add, "Ava")
    with pytest.raises(RuntimeError, match="may not write"):
        store.ask(meddle)
    with pytest.raises(RuntimeError, match="leave no trace"):
        store.do(rename_all)
    assert store.ask(first_names) == ["Ava"]


@command("Count up", needs=Right.CLIENTS)
def count_up(session: Session, client_id: UUID) -> None:
    user = session.get_one(User, client_id)
    user.last_name = str(int(user.last_name) + 1)


def test_two_threads_that_read_and_then_write_lose_nothing(store: Store) -> None:
    ava = builders.client(store, last_name="0")
    threads = [threading.Thread(target=lambda: [store.do(count_up, ava) for _ in range(25)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.database.reading(store.clock.now(), None) as session:
        assert session.get_one(User, ava).last_name == "100"


def test_the_windows_thread_is_not_kept_waiting_and_told_what_is_under_way(store: Store) -> None:
    begun, enough = threading.Event(), threading.Event()

    def slowly(session: Session) -> None:
        begun.set()
        enough.wait(30)

    long = command("Import clients", needs=Right.CLIENTS)(slowly)
    task = threading.Thread(target=store.do, args=(long,))
    task.start()
    begun.wait(30)
    with pytest.raises(UserError, match="still writing “Import clients”"):
        store.do(add, "Ava")
    enough.set()
    task.join()
    store.do(add, "Ava")
    assert store.ask(first_names) == ["Ava"]


def test_undo_of_a_step_that_is_no_longer_the_newest_is_refused(store: Store) -> None:
    store.do(add, "Ava")
    meant = store.next_undo
    store.do(add, "Eli")
    with pytest.raises(Conflict, match="Something else has been done"):
        store.undo(meant)
    assert store.ask(first_names) == ["Ava", "Eli"]
    assert store.undo_name == "Add client"


def test_a_long_undo_tells_how_far_it_is_and_stopped_leaves_all_as_it_was(store: Store) -> None:
    store.do(add_many, [f"Client {number:04}" for number in range(1200)])
    after = snapshot(store.database)
    told: list[int] = []
    progress = Progress(lambda done, total, text: told.append(done * 100 // total))
    store.undo(progress=progress)
    assert told == sorted(told)
    assert told[-1] == 100
    assert len(told) >= 4
    store.redo()
    told.clear()
    stopping = Progress(lambda done, total, text: stopping.cancel() if done > 1200 else None)
    with pytest.raises(Cancelled):
        store.undo(progress=stopping)
    assert differences(snapshot(store.database), after) == []
    assert store.undo_name == "Import clients"


def test_what_the_program_does_by_itself_is_not_the_users_to_undo(store: Store) -> None:
    heard: list[Announcement] = []
    store.listeners.append(heard.append)
    beside = store.acting_for(SignedIn(None, "FitWell", frozenset(Right)))
    beside.do(add, "Ava")
    assert (store.undo_name, beside.undo_name, heard[0].undoable) == ("", "", False)


def test_what_undo_could_bring_back_is_known(store: Store) -> None:
    ava = store.do(add, "Ava")
    store.do(rename, ava, "Eve")
    store.undo()
    assert store.within_reach("user", "first_name") == {"Ava", "Eve"}


EDIT = st.one_of(
    st.tuples(st.just("add"), st.text("abc", min_size=1, max_size=3), st.integers(0, 5)),
    st.tuples(st.just("rename"), st.text("abc", min_size=1, max_size=3), st.integers(0, 5)),
    st.tuples(st.just("delete"), st.just(""), st.integers(0, 5)),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDIT, min_size=5, max_size=40))
def test_any_edits_undone_leave_the_same_database_and_redone_the_same_again(
    database: Database, clock: FixedClock, edits: list[tuple[str, str, int]]
) -> None:
    store = Store(database, clock, SignedIn(None, "Anyone", frozenset(Right)))
    before = snapshot(database)
    living: list[UUID] = []
    for kind, name, which in edits:
        if kind == "add":
            living.append(store.do(add, name))
        elif living and kind == "rename":
            store.do(rename, living[which % len(living)], name)
        elif living:
            store.do(delete, living.pop(which % len(living)))
    after = snapshot(database)
    steps = _undo_all(store)
    assert differences(snapshot(database), before) == []
    for _ in range(steps):
        store.redo()
    assert differences(snapshot(database), after) == []
    _undo_all(store)


def _undo_all(store: Store) -> int:
    steps = 0
    while store.undo_name:
        store.undo()
        steps += 1
    return steps


def test_declaring_the_tables_at_the_first_write_keeps_nobody_else_from_writing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote, in_time = threading.Event(), []

    def write_beside() -> None:
        with store.standing_still("Beside"):
            wrote.set()

    def declare(_module: str) -> None:
        threading.Thread(target=write_beside).start()
        in_time.append(wrote.wait(20))

    monkeypatch.setattr(tables, "import_module", declare)
    tables.declared_in(("tables.nobody_has_needed_yet",))
    store.do(add, "Zoe")
    assert in_time == [True]
