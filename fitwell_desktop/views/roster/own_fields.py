"""A practice's own fields in a form: which editor, and between the kept text and the form's value."""

from datetime import date
from decimal import Decimal
from typing import Any

from fitwell_desktop.domain.clients.custom_fields import Field as OwnField
from fitwell_desktop.ui.widgets.form_fields import CheckField, ChoiceField, DayField, Field, NumberField, TextField
from fitwell_desktop.vocabulary import FieldKind


def form_field(own: OwnField) -> Field:
    """The editor for an own field; its name is the field's id."""
    name, title = str(own.id), own.name
    match own.kind:
        case FieldKind.NUMBER:
            return NumberField(name=name, title=title, places=6)
        case FieldKind.DAY:
            return DayField(name=name, title=title)
        case FieldKind.YES_NO:
            return CheckField(name=name, title=title)
        case FieldKind.CHOICE:
            return ChoiceField(name=name, title=title, choices=[(choice, choice) for choice in own.choices])
        case _:
            return TextField(name=name, title=title)


def typed_value(kind: FieldKind, text: str) -> Any:
    """A kept text as the form's value."""
    if kind is FieldKind.YES_NO:
        return text == "1"
    if not text:
        return "" if kind is FieldKind.TEXT else None
    if kind is FieldKind.NUMBER:
        return Decimal(text)
    return date.fromisoformat(text) if kind is FieldKind.DAY else text


def kept_text(value: Any) -> str:
    """A form's value as it is kept: numbers with a point, days as ISO 8601, yes or no as 1 or 0."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
