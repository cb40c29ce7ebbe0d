"""Tables are declared when they are needed: one by one where they are read, all before anything is written."""

import copy
import subprocess
import sys
from uuid import UUID

import pytest
from sqlalchemy.dialects import sqlite

from fitwell_desktop.core.tables import Json, known_id, new_id
from fitwell_desktop.models import MODULES

READS_ONE = """
import sys
from fitwell_desktop.models import accounts
from fitwell_desktop.core.tables import all_tables
known = {name for name in sys.modules if name.startswith("fitwell_desktop.models.")}
print(*sorted(known))
all_tables()
print(*sorted({name for name in sys.modules if name.startswith("fitwell_desktop.models.")} - known))
print("change_log" in all_tables().tables)
"""


def test_who_needs_one_module_declares_no_other_until_all_are_asked_for() -> None:
    said = subprocess.run([sys.executable, "-c", READS_ONE], capture_output=True, text=True, check=True)
    first, then, log = said.stdout.splitlines()
    assert first == "fitwell_desktop.models.accounts"
    assert {f"fitwell_desktop.models.{name}" for name in MODULES if name != "accounts"} <= set(then.split())
    assert log == "True"


UNTYPED = """
import sys
from importlib import import_module
import sqlalchemy as sa
from fitwell_desktop.core.tables import Table
import_module(sys.argv[1])
columns = [column for table in Table.metadata.tables.values() for column in table.columns]
print(*(column for column in columns if isinstance(column.type, sa.types.NullType)))
"""


@pytest.mark.parametrize("module", MODULES)
def test_every_column_has_its_type_also_where_no_other_table_is_known(module: str) -> None:
    words = [sys.executable, "-c", UNTYPED, f"fitwell_desktop.models.{module}"]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.split() == []


def test_an_id_that_was_read_is_like_any_other() -> None:
    made = new_id()
    read, usual = known_id(made.bytes), UUID(bytes=made.bytes)
    assert (read, str(read), hash(read), repr(read), read.is_safe) == (
        usual, str(usual), hash(usual), repr(usual), usual.is_safe,
    )  # fmt: skip
    assert copy.deepcopy(read) == usual


def test_a_number_that_json_does_not_know_is_refused_where_it_is_written() -> None:
    kind: Json[dict[str, float]] = Json(dict[str, float])
    written = kind.process_bind_param({"waist": 80.5}, sqlite.dialect())
    assert kind.process_result_value(written, sqlite.dialect()) == {"waist": 80.5}
    with pytest.raises(ValueError, match="not JSON compliant"):
        kind.process_bind_param({"waist": float("nan")}, sqlite.dialect())
