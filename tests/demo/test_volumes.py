"""The solo practice is as large as data set S is meant to be."""

from contextlib import closing
from pathlib import Path

import pytest

from fitwell_desktop.core.database import connect
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.demo import build
from tests.conftest import NOW

ROWS = {
    "logged_set": 500_000, "appointment": 5_000, "message": 30_000, "nutrition_log": 150_000, "video": 3_000,
    "invoice": 2_000, "client_profile": 150,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_data_set_s_is_within_a_tenth_of_its_volumes(tmp_path: Path) -> None:
    build(PracticeFolder(tmp_path), "solo", 1, NOW)
    with closing(connect(tmp_path / "practice.db", create=False)) as connection:
        for table, wanted in ROWS.items():
            found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            assert abs(found - wanted) <= wanted / 10, table
