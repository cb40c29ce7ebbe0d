"""What the demo's tests are given: the small demo practice, open for reading."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fitwell_desktop.core.database import connect

Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def ask(tiny_practice: Path) -> Iterator[Ask]:
    """Puts a statement of SQL to the demo, which no test may change."""
    with closing(connect(tiny_practice / "practice.db", create=False)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield lambda statement: connection.execute(statement).fetchall()
