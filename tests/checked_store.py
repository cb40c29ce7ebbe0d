"""A store that proves undo: every step is undone and redone on the spot, and all tables compared."""

from typing import Any, ParamSpec, TypeVar

from fitwell_desktop.core.database import Database
from fitwell_desktop.core.store import Command, Store
from fitwell_desktop.core.tables import all_tables

P = ParamSpec("P")
R = TypeVar("R")
Snapshot = dict[str, dict[Any, dict[str, Any]]]
HISTORY = {"change_log", "change_log_row"}
"""Only ever added to, so undo leaves traces there."""


class CheckedStore(Store):
    """As Store, but `do` fails the test where undo or redo would leave another database than it should."""

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        if not command.undoable:
            return super().do(command, *args, **kwargs)
        before, newest = snapshot(self.database), self.next_undo
        result = super().do(command, *args, **kwargs)
        after = snapshot(self.database)
        if self.next_undo is not newest:
            self.undo()
            assert differences(snapshot(self.database), before) == [], f"undo of “{command.name}”"
            self.redo()
            assert differences(snapshot(self.database), after) == [], f"redo of “{command.name}”"
        else:
            assert differences(after, before) == [], f"“{command.name}” wrote what was not recorded"
        return result


def snapshot(database: Database) -> Snapshot:
    """Every row of every table but the history's, as it is stored."""
    with database.engine.connect() as connection:
        return {
            table.name: {
                row["id"]: dict(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{table.name}"').mappings()
            }
            for table in all_tables().sorted_tables
            if table.name not in HISTORY
        }


def differences(found: Snapshot, expected: Snapshot) -> list[str]:
    """What is not as expected, a line each."""
    return [
        f"{table} {row_id}: {expected[table].get(row_id)} became {found[table].get(row_id)}"
        for table in expected
        for row_id in expected[table].keys() | found[table].keys()
        if expected[table].get(row_id) != found[table].get(row_id)
    ]
