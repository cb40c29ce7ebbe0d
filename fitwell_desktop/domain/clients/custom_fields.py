"""Fields that a practice added to its clients, and their values: kept as text, in one form for each kind."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folding import fold
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.models.custom_fields import CustomField, CustomFieldValue
from fitwell_desktop.vocabulary import FieldKind, Right


class Field(Struct, frozen=True):
    """A field as it is defined."""

    id: UUID
    name: str
    kind: FieldKind
    choices: tuple[str, ...]


class FieldValue(Struct, frozen=True):
    """A field and one client's value of it, empty where there is none."""

    field: Field
    value: str


@command("Add field", needs=Right.CLIENTS)
def add_custom_field(session: Session, name: str, kind: FieldKind, choices: tuple[str, ...] = ()) -> UUID:
    """A new field for every client; `choices` are those of a list."""
    last = session.scalar(sa.select(sa.func.max(CustomField.position))) or 0
    field = CustomField(kind=kind, position=last + 1, name="", choices=())
    _define(session, field, name, choices)
    session.add(field)
    session.flush()
    return field.id


@command("Edit field", needs=Right.CLIENTS)
def edit_custom_field(session: Session, field_id: UUID, name: str, choices: tuple[str, ...] = ()) -> None:
    """Rename a field or change its list. Its kind stays, as its values are of that kind; so do entries in use."""
    field = session.get_one(CustomField, field_id)
    _define(session, field, name, choices)
    _keep_entries_in_use(session, field)


@command("Move field", needs=Right.CLIENTS)
def move_custom_field(session: Session, field_id: UUID, by: int) -> None:
    """Show a field so many places further down, or up if negative."""
    fields = list(session.scalars(sa.select(CustomField).order_by(CustomField.position, CustomField.name)))
    moved = session.get_one(CustomField, field_id)
    place = min(max(fields.index(moved) + by, 0), len(fields) - 1)
    fields.remove(moved)
    fields.insert(place, moved)
    for position, field in enumerate(fields, start=1):
        field.position = position


@command("Delete field", needs=Right.CLIENTS)
def delete_custom_field(session: Session, field_id: UUID) -> None:
    """Remove a field and every client's value of it."""
    session.delete(session.get_one(CustomField, field_id))


@command("Edit client", needs=Right.CLIENTS)
def set_custom_value(session: Session, client_id: UUID, field_id: UUID, value: str) -> None:
    """Write a client's value; numbers with a point, days as ISO 8601, yes or no as 1 or 0, nothing as empty text."""
    finding.client(session, client_id)
    field = session.get_one(CustomField, field_id)
    kept = _checked(field, value)
    present = session.scalar(
        sa.select(CustomFieldValue).where(
            CustomFieldValue.client_id == client_id, CustomFieldValue.custom_field_id == field_id
        )
    )
    if present and not kept:
        session.delete(present)
    elif present:
        present.value = kept
    elif kept:
        session.add(CustomFieldValue(client_id=client_id, custom_field_id=field_id, value=kept))


@query()
def custom_fields(session: Session) -> tuple[Field, ...]:
    """The fields in their order."""
    found = sa.select(CustomField.id, CustomField.name, CustomField.kind, CustomField.choices)
    return tuple(Field(*row) for row in session.execute(found.order_by(CustomField.position, CustomField.name)))


@query()
def custom_values(session: Session, client_id: UUID) -> tuple[FieldValue, ...]:
    """Every field with a client's value of it."""
    found = sa.select(CustomFieldValue.custom_field_id, CustomFieldValue.value)
    held = {row[0]: row[1] for row in session.execute(found.where(CustomFieldValue.client_id == client_id))}
    return tuple(FieldValue(field, held.get(field.id, "")) for field in custom_fields(session))


def _define(session: Session, field: CustomField, name: str, choices: tuple[str, ...]) -> None:
    word = clean_line(name)
    if not word:
        raise UserError("Type the field’s name.", field="name")
    others = {fold(other.name): other.id for other in session.scalars(sa.select(CustomField))}
    if others.get(fold(word), field.id) != field.id:
        raise UserError(f"There already is a field “{word}”.", field="name")
    field.name = word
    field.choices = tuple(dict.fromkeys(choice for choice in map(clean_line, choices) if choice))
    if field.kind is FieldKind.CHOICE and not field.choices:
        raise UserError("Type at least one entry of the list.", field="choices")


def _keep_entries_in_use(session: Session, field: CustomField) -> None:
    if field.kind is not FieldKind.CHOICE:
        return
    held = sa.select(CustomFieldValue.value, sa.func.count()).where(CustomFieldValue.custom_field_id == field.id)
    for value, clients in session.execute(held.group_by(CustomFieldValue.value)):
        if value not in field.choices:
            have = "1 client has" if clients == 1 else f"{clients} clients have"
            raise UserError(f"{have} “{value}”: it has to stay in the list.", field="choices")


def _checked(field: CustomField, value: str) -> str:
    text = clean_text(value)
    check = CHECKS.get(field.kind)
    if text and check and not check(text):
        raise UserError(f"“{text[:40]}” does not fit “{field.name}” ({field.kind.label.lower()}).", field="value")
    if text and field.kind is FieldKind.CHOICE and text not in field.choices:
        raise UserError(f"“{text[:40]}” is not in the list of “{field.name}”.", field="value")
    return text


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


CHECKS: dict[FieldKind, Callable[[str], bool]] = {
    FieldKind.NUMBER: _is_number,
    FieldKind.DAY: _is_day,
    FieldKind.YES_NO: {"0", "1"}.__contains__,
}
