"""Which rows tell of a client's health: in the change log, and in the tables as they are."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.history import ChangeLogRow
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.tables import Table
from fitwell_desktop.models.accounts import Attachment
from fitwell_desktop.vocabulary import DocumentKind, NoteKind

BY_KIND: dict[str, NoteKind | DocumentKind] = {"note": NoteKind.HEALTH, "client_document": DocumentKind.MEDICAL}
"""Tables of which some rows tell of health: those of this kind."""


def logged_health() -> sa.ColumnElement[bool]:
    """Rows of the change log that tell of health. Files are among them: a name like “HIV test.pdf” tells enough."""
    tables = [name for name, kind in kinds().items() if kind.subject and kind.health]
    return sa.or_(ChangeLogRow.table_name.in_(tables), *(_logged_of_kind(name) for name in BY_KIND))


def tables_with_health(session: Session, client_ids: tuple[UUID, ...]) -> frozenset[str]:
    """The tables that hold something of these clients' health; a portrait alone is a file, but tells nothing of it."""
    tests: list[tuple[type[Table], Any]] = [
        (kind, sa.true()) for kind in kinds().values() if kind.subject and kind.health
    ]
    tests += [(kinds()[name], _column(kinds()[name], "kind") == word) for name, word in BY_KIND.items()]
    held = [
        kind.__tablename__
        for kind, test in tests
        if session.scalar(sa.select(sa.exists().where(_column(kind, kind.subject).in_(client_ids), test)))
    ]
    return frozenset(held) if held != [Attachment.__tablename__] else frozenset()


def _logged_of_kind(name: str) -> sa.ColumnElement[bool]:
    """Rows of the log whose own row is, or at any time was, of the kind that tells of health."""
    kind, word, row, at_any_time = kinds()[name], BY_KIND[name], ChangeLogRow, aliased(ChangeLogRow)
    said = f'"kind":"{word.value}"'
    once = sa.exists().where(
        at_any_time.row_id == row.row_id, sa.or_(at_any_time.old.contains(said), at_any_time.new.contains(said))
    )
    now = sa.exists().where(_column(kind, "id") == row.row_id, _column(kind, "kind") == word)
    return sa.and_(row.table_name == name, sa.or_(once, now))


def _column(kind: type[Table], name: str) -> sa.ColumnElement[Any]:
    return kind.__table__.columns[name]
