"""Whatever the database would carry over when a row goes, the recorder sees: over each foreign key there is."""

from uuid import UUID

import pytest
import sqlalchemy as sa

import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.core.tables import Table, all_tables
from fitwell_desktop.models.accounts import Attachment
from fitwell_desktop.models.records import ClientDocument
from fitwell_desktop.models.scheduling import Room
from fitwell_desktop.vocabulary import Right
from tests import builders
from tests.checked_store import CheckedStore, differences, snapshot

KEYS = sorted((table.name, key.parent.name) for table in all_tables().tables.values() for key in table.foreign_keys)


@command("Delete a row", needs=Right.PRACTICE)
def delete_row(session: Session, kind: type[Table], row_id: UUID) -> None:
    session.delete(session.get_one(kind, row_id))


@command("Rename and delete", needs=Right.PRACTICE)
def rename_and_delete(session: Session, row_id: UUID) -> None:
    room = session.get_one(Room, row_id)
    room.name = "Never seen"
    session.delete(room)


def test_a_row_written_and_deleted_at_once_comes_back_as_it_was(checked_store: CheckedStore) -> None:
    room = builders.make(checked_store, Room, name="Studio")
    checked_store.do(rename_and_delete, room)
    checked_store.undo()
    restored = row(checked_store, "room", room)
    assert restored is not None
    assert restored["name"] == "Studio"


@pytest.mark.parametrize(("table", "column"), KEYS)
def test_deleting_the_parent_is_recorded_with_all_that_goes_along(
    checked_store: CheckedStore, table: str, column: str
) -> None:
    key = next(iter(all_tables().tables[table].columns[column].foreign_keys))
    parent_kind = kinds()[key.column.table.name]
    parent = builders.make(checked_store, parent_kind)
    child = builders.make(checked_store, kinds()[table], **row_with(checked_store, table, column, parent))
    before = snapshot(checked_store.database)
    if key.ondelete == "RESTRICT":
        with pytest.raises(UserError, match="can’t be deleted"):
            checked_store.do(delete_row, parent_kind, parent)
        assert differences(snapshot(checked_store.database), before) == []
        return
    checked_store.do(delete_row, parent_kind, parent)
    left = row(checked_store, table, child)
    assert left is None if key.ondelete == "CASCADE" else left is not None and left[column] is None


def row_with(store: CheckedStore, table: str, column: str, parent: UUID) -> dict[str, UUID | None]:
    """The foreign key's value, and what else such a row then needs."""
    if (table, column) == ("workout_session", "program_template_id"):
        return {"client_id": None, column: parent}
    return {column: parent}


def row(store: CheckedStore, table: str, row_id: UUID) -> sa.RowMapping | None:
    columns = all_tables().tables[table]
    with store.database.engine.connect() as connection:
        return connection.execute(sa.select(columns).where(columns.c.id == row_id)).mappings().first()


def test_what_keeps_a_row_is_named_as_people_name_it(store: Store) -> None:
    file = builders.make(store, Attachment)
    builders.make(store, ClientDocument, attachment_id=file)
    with pytest.raises(UserError, match="at least one document needs it"):
        store.do(delete_row, Attachment, file)
