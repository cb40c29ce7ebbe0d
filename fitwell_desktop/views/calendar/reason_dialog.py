"""Asks why a session is moved all the same, where something should be known of the client first."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import TextField


class ReasonDialog(Dialog):
    """`move` is given the reason; what it refuses is said in the form."""

    def __init__(
        self, whom: str, warning: str, formats: Formats, move: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(self.tr("Move session"), self.tr("Move session"), parent, explanation=whom)
        self._move = move
        self.warning = Banner()
        self.warning.say(warning, Tone.WARN)
        why = self.tr("Why you book all the same")
        self.form = Form(
            [TextField(name="reason", title=why, example=self.tr("Doctor’s note seen on paper"), required=True)],
            formats,
        )
        self.body.addWidget(self.warning)
        self.body.addWidget(self.form)
        self.form.widget("reason").setFocus()

    def confirm(self) -> None:
        if self.form.submit(lambda values: self._move(values["reason"])):
            self.accept()
