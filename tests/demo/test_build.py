"""A demo is built whole, the same again and again, and never over a practice."""

import hashlib
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from fitwell_desktop.core.database import connect
from fitwell_desktop.core.errors import Cancelled, UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.tables import all_tables
from fitwell_desktop.demo import build
from tests.conftest import NOW
from tests.demo.conftest import Ask

FILLED_BY_USE = {"sign_in_secret"}
"""Nobody can sign in with a secret that only the demo knows."""


def digests(folder: Path) -> dict[str, str]:
    """A hash of each table's rows."""
    with closing(connect(folder / "practice.db", create=False)) as connection:
        return {
            table.name: hashlib.sha256(
                repr(connection.execute(f'SELECT * FROM "{table.name}" ORDER BY id').fetchall()).encode()
            ).hexdigest()
            for table in all_tables().sorted_tables
        }


def test_the_same_day_and_seed_make_the_same_practice_at_any_hour(tiny_practice: Path, tmp_path: Path) -> None:
    build(PracticeFolder(tmp_path), "tiny", 1, NOW + timedelta(hours=7))
    assert digests(tmp_path) == digests(tiny_practice)


def test_another_seed_makes_another_practice(tiny_practice: Path, tmp_path: Path) -> None:
    build(PracticeFolder(tmp_path), "tiny", 2, NOW)
    assert digests(tmp_path)["user"] != digests(tiny_practice)["user"]


def test_every_table_holds_something(ask: Ask) -> None:
    empty = {table.name for table in all_tables().sorted_tables if not ask(f'SELECT id FROM "{table.name}" LIMIT 1')}
    assert empty == FILLED_BY_USE


def test_the_file_is_sound_and_every_reference_leads_somewhere(ask: Ask) -> None:
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []


def test_the_indexes_and_triggers_of_the_schema_are_all_there(ask: Ask, empty_practice: Path) -> None:
    named = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    with closing(connect(empty_practice, create=False)) as connection:
        assert ask(named) == connection.execute(named).fetchall()


def test_each_attachment_s_file_is_in_the_media_folder_with_its_size_and_hash(ask: Ask, tiny_practice: Path) -> None:
    rows = ask("SELECT DISTINCT content_hash, size_bytes FROM attachment")
    assert len(rows) > 5
    for digest, size in rows:
        content = (tiny_practice / "media" / digest[:2] / digest).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (digest, size)


def test_a_practice_is_never_built_over(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path)
    folder.create()
    folder.database.write_bytes(b"someone's work")
    with pytest.raises(UserError, match="already"):
        build(folder, "tiny", 1, NOW)
    assert folder.database.read_bytes() == b"someone's work"


def test_one_that_is_stopped_leaves_no_practice_behind(tmp_path: Path) -> None:
    progress = Progress(lambda done, total, text: progress.cancel() if done else None)
    with pytest.raises(Cancelled):
        build(PracticeFolder(tmp_path), "tiny", 1, NOW, progress)
    assert list(tmp_path.glob("*.db*")) == []
