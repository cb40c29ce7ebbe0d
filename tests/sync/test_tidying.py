"""Content that nothing refers to any more goes; what is used, fresh, or could come back stays."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from fitwell_desktop.core import store as store_module
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.store import Store
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.clients.papers import add_document, delete_document
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.sync.tidying import tidy
from tests import builders


@pytest.fixture
def folder(database: Database) -> PracticeFolder:
    folder = PracticeFolder(Path(database.path).parent)
    folder.create()
    return folder


def paper(store: Store, folder: PracticeFolder, text: str) -> tuple[UUID, Path]:
    """A client's document, taken in long ago: its id, and where its content lies."""
    files = Attachments(folder.media)
    stored: StoredFile = files.take_bytes(f"{text}.txt", text.encode())
    document = store.do(add_document, builders.client(store), stored)
    path = files.path(stored.digest)
    os.utime(path, (0, 0))
    return document, path


def after_a_restart(store: Store) -> Store:
    """The same practice, in which nothing can be undone any more."""
    return Store(store.database, store.clock, store.signed_in)


def test_what_is_used_stays_and_what_was_deleted_goes_when_it_can_not_come_back(
    store: Store, folder: PracticeFolder
) -> None:
    _, kept = paper(store, folder, "kept")
    document, gone = paper(store, folder, "gone")
    store.do(delete_document, document)
    tidy(store, folder)
    assert gone.exists(), "Undo would bring the document back"
    store.undo()
    store.redo()
    tidy(store, folder)
    assert gone.exists()
    tidy(after_a_restart(store), folder)
    assert not gone.exists()
    assert kept.exists()


def test_all_stays_while_a_replaced_practice_may_need_it(store: Store, folder: PracticeFolder) -> None:
    document, gone = paper(store, folder, "gone")
    store.do(delete_document, document)
    (folder.path / "replaced-2026-03-01-090000").mkdir()
    tidy(after_a_restart(store), folder)
    assert gone.exists()


class DeskAtWork(Store):
    """A practice in which a document is deleted just as it is found out what Undo could bring back."""

    document: UUID

    def within_reach(self, table: str, column: str) -> set[Any]:
        found = super().within_reach(table, column)
        with suppress(UserError):  # it has to wait
            self.do(delete_document, self.document)
        return found


def test_what_is_deleted_while_it_is_swept_can_be_brought_back(
    store: Store, folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "PATIENCE_S", 0.0)
    document, content = paper(store, folder, "waiver")
    desk = DeskAtWork(store.database, store.clock, store.signed_in)
    desk.document = document
    tidy(desk, folder)
    assert content.exists(), "deleted or not, Undo could bring it back"
