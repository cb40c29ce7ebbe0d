"""A dialog around a form: what a command refuses is said beside its field, and the dialog stays open."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import Field

Save = Callable[[dict[str, Any]], object]


class FormDialog(Dialog):
    """`save` is given all values by name; the dialog closes when it went well."""

    def __init__(
        self,
        title: str,
        primary: str,
        fields: Sequence[Field],
        save: Save,
        formats: Formats,
        parent: QWidget,
        *,
        values: Mapping[str, Any] | None = None,
        columns: int = 1,
        explanation: str = "",
    ) -> None:
        super().__init__(title, primary, parent, explanation=explanation)
        self._save = save
        self.form = Form(fields, formats, columns=columns)
        if values:
            self.form.set_values(values)
        self.body.addWidget(self.form)
        self.setMinimumWidth(440 if columns == 1 else 600)
        self.form.widget(fields[0].name).setFocus()

    def confirm(self) -> None:
        if self.form.submit(self._save):
            self.accept()


def number(value: Any) -> float | None:
    """A form's number as the domain wants it."""
    return None if value is None else float(value)
