"""A section of the preferences: a heading, a sentence, and forms in cards. What is typed is saved when it is left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fitwell_desktop.domain.accounts.practice import PracticeSettings, change_practice
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.card import Card, row
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import Field
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.workspace import Workspace


class Section(QWidget):
    """Subclasses add cards to `column`."""

    title = ""
    icon = ""
    sentence = ""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.workspace = panel.workspace
        self.forms: list[SettingsForm] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 22, 28, 28)
        self.column.setSpacing(12)
        self.column.addWidget(Label(translated(self.title), "display"))
        self.column.addWidget(Label(translated(self.sentence), "quiet", wrap=True))
        self.setMaximumWidth(760)

    def show_settings(self, settings: PracticeSettings) -> None:
        """Show what is kept; a field that is being typed in stays."""
        for form in self.forms:
            form.set_values({name: getattr(settings, name) for name in form.names})

    def add_form(
        self, title: str, fields: Sequence[Field], *, columns: int = 2, below: QWidget | None = None
    ) -> "SettingsForm":
        """A card with some of the practice's settings, each saved when it is left, and perhaps a button below."""
        form = SettingsForm(fields, self.workspace, columns)
        self.forms.append(form)
        card = self.add_card(title, form)
        if below is not None:
            card.body.addLayout(row(below, 1))
        return form

    def add_card(self, title: str, *widgets: QWidget) -> Card:
        """A card with these widgets, one below the other."""
        card = Card(title)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in widgets:
            card.body.addWidget(widget)
        self.column.addWidget(card)
        return card


class SettingsForm(Form):
    """A form whose fields are named as the practice's settings are."""

    def __init__(self, fields: Sequence[Field], workspace: Workspace, columns: int) -> None:
        self.names = [field.name for field in fields]
        super().__init__(
            fields, workspace.formats, columns=columns, save=lambda name, value: _save(workspace, name, value)
        )


def _save(workspace: Workspace, name: str, value: Any) -> None:
    workspace.do(change_practice, name, value)
