"""A trainer's working hours: a line for each weekday."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.accounts.queries import Trainer
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.choices import ComboBox
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import TextField
from fitwell_desktop.views.calendar.hours_text import read_hours, write_hours
from fitwell_desktop.vocabulary import Weekday


class HoursDialog(Dialog):
    """`load` tells a trainer's windows, `save` keeps them; what it refuses is said beside the day."""

    def __init__(
        self,
        trainers: Sequence[Trainer],
        formats: Formats,
        load: Callable[[UUID], Sequence[WeeklyWindow]],
        save: Callable[[UUID, tuple[WeeklyWindow, ...]], object],
        parent: QWidget,
    ) -> None:
        explanation = self.tr(
            "Outside of these hours the calendar is shaded, and booking warns. Leave free days empty."
        )
        super().__init__(self.tr("Working hours"), self.tr("Save hours"), parent, explanation=explanation)
        self._trainers, self._formats, self._load, self._save = trainers, formats, load, save
        self.trainer = ComboBox()
        self.trainer.setAccessibleName(self.tr("Trainer"))
        self.trainer.addItems([trainer.name for trainer in trainers])
        self.trainer.setVisible(len(trainers) > 1)
        self.trainer.currentIndexChanged.connect(self._show)
        days = [TextField(name=day, title=day.label, example=self.tr("free")) for day in Weekday]
        self.form = Form(days, formats, columns=2)
        self.body.addWidget(self.trainer)
        self.body.addWidget(self.form)
        self._show()

    def confirm(self) -> None:
        if self.form.submit(self._keep):
            self.accept()

    def _show(self) -> None:
        windows = self._load(self._trainer())
        lines = {day: write_hours([w for w in windows if w.day is day], self._formats) for day in Weekday}
        self.form.set_values({str(day): line for day, line in lines.items()})

    def _keep(self, values: dict[str, Any]) -> None:
        windows = [window for day in Weekday for window in read_hours(day, values[day], self._formats)]
        self._save(self._trainer(), tuple(windows))

    def _trainer(self) -> UUID:
        return self._trainers[self.trainer.currentIndex()].id
