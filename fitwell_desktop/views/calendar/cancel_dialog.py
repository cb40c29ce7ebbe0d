"""Asks who cancels a session, and why."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.scheduling.queries import CalendarEntry
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import ChoiceField, TextField
from fitwell_desktop.views.calendar.sentences import when_words, who
from fitwell_desktop.vocabulary import CancelledBy


class CancelDialog(Dialog):
    """`cancel` is given the reason and who cancels; what it refuses is said in the form."""

    def __init__(
        self,
        entry: CalendarEntry,
        formats: Formats,
        cancel: Callable[[str, CancelledBy], object],
        parent: QWidget,
    ) -> None:
        explanation = f"{who(entry)}, {when_words(entry.start, formats)}"
        super().__init__(self.tr("Cancel session"), self.tr("Cancel session"), parent, explanation=explanation)
        self.secondary.setText(self.tr("Keep it"))
        self._cancel = cancel
        by = [(who, who.label) for who in CancelledBy]
        self.form = Form(
            [
                ChoiceField(name="by", title=self.tr("Who cancels"), choices=by, required=True),
                TextField(name="reason", title=self.tr("Reason"), example=self.tr("Ill")),
            ],
            formats,
        )
        self.form.set_values({"by": CancelledBy.CLIENT})
        self.body.addWidget(self.form)
        self.form.widget("reason").setFocus()

    def confirm(self) -> None:
        if self.form.submit(lambda values: self._cancel(values["reason"], values["by"])):
            self.accept()
