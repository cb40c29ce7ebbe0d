"""Making one client of two: everything that hangs on the one goes to the other, and what is missing is filled in."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.store import command, query
from fitwell_desktop.core.tables import Table, all_tables
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.health_merging import unite_health
from fitwell_desktop.domain.clients.health_rows import tables_with_health
from fitwell_desktop.domain.clients.history_words import column_label, table_label, value_text
from fitwell_desktop.domain.clients.session_merging import ensure_no_overlap, unite_places
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.clients import ClientProfile, HealthHistory
from fitwell_desktop.models.scheduling import SessionParticipant
from fitwell_desktop.vocabulary import AttendanceStatus, Right

USER_FIELDS = ("first_name", "last_name", "email", "phone")
PROFILE_FIELDS = (
    "kind", "date_of_birth", "sex", "height_cm", "address", "occupation", "timezone", "referral_source", "joined_on",
)  # fmt: skip
HANDLED = {"user", "client_profile"}


class FieldChoice(Struct, frozen=True):
    """A field in which the two differ: both values in words; `name` asks for the other's."""

    name: str
    label: str
    kept: str
    other: str


class MergePreview(Struct, frozen=True):
    """What a merge would do: the fields to choose in, and how many rows of what move over."""

    kept_name: str
    other_name: str
    fields: tuple[FieldChoice, ...]
    moves: tuple[tuple[str, int], ...]
    unites_health: bool
    """Whether both have a health history, which become one."""


@query(needs=Right.CLIENTS)
def merge_preview(session: Session, kept_id: UUID, other_id: UUID) -> MergePreview:
    """What merging the second client into the first would do; of health only for those who may see it."""
    kept, other = finding.client(session, kept_id), finding.client(session, other_id)
    rows = [(kept, other, USER_FIELDS), (_profile(session, kept_id), _profile(session, other_id), PROFILE_FIELDS)]
    choices = tuple(choice for pair in rows for choice in _choices(*pair))
    kept_back = set() if Right.HEALTH in session.rights else tables_with_health(session, (kept_id, other_id))
    counts: dict[str, int] = {}
    for table, column in _references():
        number = session.scalar(sa.select(sa.func.count()).select_from(table).where(column == other_id)) or 0
        if number and table.name not in HANDLED | kept_back:
            counts[table_label(table.name)] = counts.get(table_label(table.name), 0) + number
    histories = sa.select(sa.func.count()).where(HealthHistory.client_id.in_((kept_id, other_id)))
    both = session.scalar(histories) == 2 and not kept_back
    kept_name, other_name = (full_name(one.first_name, one.last_name) for one in (kept, other))
    return MergePreview(kept_name, other_name, choices, tuple(sorted(counts.items())), both)


@command("Merge clients", needs=Right.CLIENTS)
def merge_clients(session: Session, kept_id: UUID, other_id: UUID, take: frozenset[str] = frozenset()) -> None:
    """Merge the second client into the first. `take` names fields whose value is the second's; gaps are filled anyway.

    Raises NotAllowed where something is known of the health of either, for those who may not see it.
    """
    if kept_id == other_id:
        raise UserError("Choose two different clients.")
    kept, other = finding.client(session, kept_id), finding.client(session, other_id)
    _ensure_may_merge(session, kept_id, other_id)
    ensure_no_overlap(session, kept_id, other_id)
    taken = {name: getattr(other, name) for name in USER_FIELDS if _wins(kept, other, name, take)}
    if "phone" in taken:
        taken["phone_typed"] = other.phone_typed
    other.email, other.deleted_at, other.merged_into_id = None, session.now, kept_id
    session.flush()  # an address belongs to one person at a time
    for name, value in taken.items():
        setattr(kept, name, value)
    _fill_profile(session, kept_id, other_id, take)
    for table, column in _references():
        if table.name not in HANDLED:
            _Mover(session, table, column).move(kept_id, other_id)


def _ensure_may_merge(session: Session, kept_id: UUID, other_id: UUID) -> None:
    if Right.HEALTH not in session.rights and tables_with_health(session, (kept_id, other_id)):
        raise NotAllowed(
            "Something is known of their health, which a merge would bring together. "
            f"Ask someone to merge them who has the right “{Right.HEALTH.label}”."
        )


class _Mover:
    """Lets one column of one table refer to another client, row by row, heeding what must be unique."""

    def __init__(self, session: Session, table: sa.Table, column: sa.Column[Any]) -> None:
        self._session = session
        self._kind = kinds()[table.name]
        self._name = column.key
        self._unique = [names for names in _unique_sets(table) if column.key in names]

    def move(self, kept_id: UUID, other_id: UUID) -> None:
        """Each row of the other client becomes the kept one's, or joins the row that the kept one has already."""
        held = self._rows(kept_id) if self._unique or self._is_first_marked() else []
        for row in self._rows(other_id):
            twin = next((own for own in held if self._clash(row, own, kept_id)), None)
            if twin is not None or self._points_at_itself(row, kept_id):
                if twin is not None:
                    _join(twin, row)
                self._session.delete(row)
                self._session.flush()
                continue
            if self._is_first_marked() and any(own.is_primary for own in held):  # type: ignore[attr-defined]
                row.is_primary = False  # type: ignore[attr-defined]
                self._session.flush()
            setattr(row, self._name, kept_id)

    def _rows(self, client_id: UUID) -> list[Table]:
        found = sa.select(self._kind).where(getattr(self._kind, self._name) == client_id)
        return list(self._session.scalars(found.execution_options(include_deleted=True)))

    def _clash(self, row: Table, own: Table, kept_id: UUID) -> bool:
        def values(of: Table, names: tuple[str, ...]) -> list[Any]:
            return [kept_id if name == self._name else getattr(of, name) for name in names]

        if any(getattr(one, "status", None) is AttendanceStatus.CANCELLED for one in (row, own)):
            return False  # someone may give up the same place again and again
        return any(values(row, names) == values(own, names) for names in self._unique)

    def _is_first_marked(self) -> bool:
        return "is_primary" in self._kind.__table__.columns

    def _points_at_itself(self, row: Table, kept_id: UUID) -> bool:
        """A tie between the two whom the merge makes one."""
        ties = {"family_link": ("client_id", "relative_id")}.get(row.__tablename__, ())
        return any(getattr(row, name) == kept_id for name in ties if name != self._name)


def _join(kept: Table, other: Table) -> None:
    if isinstance(kept, HealthHistory) and isinstance(other, HealthHistory):
        unite_health(kept, other)
    elif isinstance(kept, SessionParticipant) and isinstance(other, SessionParticipant):
        unite_places(kept, other)
    else:
        fill_gaps(kept, other)


def fill_gaps(kept: Table, other: Table) -> None:
    """Take from the other row what the kept one leaves empty."""
    for column in other.__table__.columns:
        is_own = column.key in {"id", "created_at", "updated_at", "created_by", "updated_by"} or column.foreign_keys
        if column.computed is None and not is_own and _is_empty(getattr(kept, column.key)):
            value = getattr(other, column.key)
            if not _is_empty(value):
                setattr(kept, column.key, value)


def _fill_profile(session: Session, kept_id: UUID, other_id: UUID, take: frozenset[str]) -> None:
    kept, other = finding.profile(session, kept_id), finding.profile(session, other_id)
    for name in PROFILE_FIELDS:
        if _wins(kept, other, name, take):
            setattr(kept, name, getattr(other, name))
    kept.preferences = {**other.preferences, **kept.preferences}
    kept.photo_id = kept.photo_id or other.photo_id
    for name in ("payer_id", "referred_by_id"):
        kept_value = getattr(kept, name) or getattr(other, name)
        setattr(kept, name, None if kept_value in {kept_id, other_id} else kept_value)
    others = sa.select(ClientProfile).where(ClientProfile.client_id != kept_id, ClientProfile.client_id != other_id)
    for profile in session.scalars(others.where(ClientProfile.payer_id == other_id)):
        profile.payer_id = kept_id
    for profile in session.scalars(others.where(ClientProfile.referred_by_id == other_id)):
        profile.referred_by_id = kept_id


def _wins(kept: Table, other: Table, name: str, take: frozenset[str]) -> bool:
    """Whether the other's value is to be taken: it was asked for, or there is none yet."""
    return not _is_empty(getattr(other, name)) and (name in take or _is_empty(getattr(kept, name)))


def _is_empty(value: Any) -> bool:
    return value in (None, "", (), {}) or value in ("UNSTATED", "NOT_REQUIRED")


def _choices(kept: Table, other: Table, names: tuple[str, ...]) -> Iterator[FieldChoice]:
    for name in names:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if mine != theirs and not _is_empty(theirs):
            table = kept.__tablename__
            yield FieldChoice(name, column_label(name), *(_text(table, name, value) for value in (mine, theirs)))


def _text(table: str, name: str, value: Any) -> str:
    return value_text(table, name, value, lambda *_: "")


def _references() -> Iterator[tuple[sa.Table, sa.Column[Any]]]:
    """Every column that refers to a person."""
    for table in all_tables().sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == User.__tablename__ for key in column.foreign_keys):
                yield table, column


def _unique_sets(table: sa.Table) -> Iterator[tuple[str, ...]]:
    for constraint in table.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            yield tuple(column.key for column in constraint.columns)
    for index in table.indexes:
        if index.unique and len(index.columns) > 1:  # the others say who comes first, see `_is_first_marked`
            yield tuple(column.key for column in index.columns)
    yield from ((column.key,) for column in table.columns if column.unique)


def _profile(session: Session, client_id: UUID) -> ClientProfile:
    return finding.profile(session, client_id)
