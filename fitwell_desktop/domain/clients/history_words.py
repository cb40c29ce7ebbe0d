"""The change log in words: what a table, a column and a value are called."""

import json
import re
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from fitwell_desktop.core.tables import all_tables
from fitwell_desktop.vocabulary import Word
from fitwell_desktop.vocabulary.rows import row_word

COLUMNS = {
    "date_of_birth": "Day of birth",
    "phone_typed": "Phone",
    "email": "E-mail",
    "timezone": "Time zone",
    "current_progress": "Progress",
    "custom_field_id": "Field",
    "client_tag_id": "Tag",
    "is_primary": "Comes first",
    "merged_into_id": "Merged into",
    "archived_at": "Archived",
    "body": "Text",
}
SILENT = {
    "id",
    "search_key",
    "user_type",
    "is_deleted",
    "phone",
    "content_hash",
    "client_id",
    "author_id",
    "position",
    "sequence",
    "idempotency_key",
}
"""Columns that tell a reader nothing, or what another column tells better."""
MONEY = {
    "amount", "price", "subtotal", "discount_fixed", "discount_amount", "tax_amount", "total", "fee", "late_cancel_fee",
    "no_show_fee",
}  # fmt: skip
"""Columns in minor units of the practice's currency; their values end with `MINOR`."""
MINOR = " ¤"
LONGEST = 160

Named = Callable[[str, str], str]
"""Tells the name of a row by its table and id, empty where it has none."""


def table_label(table: str) -> str:
    """What one row of a table is called, of those that are about a client."""
    return "Client" if table == "user" else row_word(table).capitalize()


def column_label(column: str) -> str:
    """What a column is called: "joined_on" is "Joined on", "payer_id" is "Payer"."""
    return COLUMNS.get(column) or re.sub(r"^is_|_(id|at|kg|cm|ppm)$", "", column).replace("_", " ").capitalize()


def value_text(table: str, column: str, value: Any, named: Named) -> str:
    """A logged value as it is read: a word by its label, an id by its row's name. Days and moments stay ISO 8601."""
    if value in (None, "", [], {}):
        return "–"
    known = all_tables().tables.get(table)
    declared = known.columns.get(column) if known is not None else None
    if declared is not None:
        told = _told(declared, value, named)
        if told is not None:
            return told
    return _plain(value)[:LONGEST]


def _told(column: sa.Column[Any], value: Any, named: Named) -> str | None:
    """What the column's kind says of the value, or None where the value speaks for itself."""
    for key in column.foreign_keys:
        return named(key.column.table.name, str(value)) or "–"
    if isinstance(column.type, sa.Enum):
        return _label(column.type.enum_class, value)
    if isinstance(column.type, sa.Boolean):
        return "Yes" if value else "No"
    if column.key in MONEY and isinstance(value, int):
        return f"{value}{MINOR}"
    return None


def _label(kind: Any, value: str) -> str:
    is_known = isinstance(kind, type) and issubclass(kind, Word) and value in set(kind)
    return kind(value).label if is_known else value


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(inner)}" for key, inner in value.items() if inner not in (None, ""))
    if isinstance(value, list):
        return ", ".join(
            " ".join(filter(None, map(_plain, e.values()))) if isinstance(e, dict) else _plain(e) for e in value
        )
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(str(value).split())


def columns_of(old: str | None, new: str | None) -> list[tuple[str, Any, Any]]:
    """The columns that a logged row tells of, each with its value before and after."""
    before: dict[str, Any] = json.loads(old) if old else {}
    after: dict[str, Any] = json.loads(new) if new else {}
    names = [name for name in {**after, **before} if name not in SILENT]
    pairs = [(name, before.get(name), after.get(name)) for name in names]
    is_whole_row = old is None or new is None
    return [pair for pair in pairs if pair[1] != pair[2] and not (is_whole_row and _tells_nothing(*pair[1:]))]


def _tells_nothing(old: Any, new: Any) -> bool:
    """What a new row begins with, and one that goes ends with: no value, or a no."""
    return all(value in (None, "", False, [], {}) for value in (old, new))
