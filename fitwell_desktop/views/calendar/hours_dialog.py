"""A trainer's working hours: a line for each weekday."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from fitwell_desktop.domain.accounts.queries import Trainer
from fitwell_desktop.domain.scheduling.working_hours import WeeklyWindow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.widgets.choices import ComboBox
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import TextField
from fitwell_desktop.views.calendar.hours_text import read_hours, write_hours
from fitwell_desktop.vocabulary import Weekday

ROOM = 206
"""For two stretches of a day with the break between them, in px at 100 percent text."""
Lines = dict[str, str]
"""What stands beside each weekday."""


class HoursDialog(Dialog):
    """`load` tells a trainer's windows, `save` keeps them; what it refuses is said beside the day. What was typed for
    one trainer stays while another is looked at, and is saved with theirs.
    """

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
        self.trainer.currentIndexChanged.connect(self._turn)
        self._at = 0
        self._typed: dict[int, Lines] = {}
        days = [TextField(name=day, title=day.label, example=self.tr("free")) for day in Weekday]
        self.form = Form(days, formats, columns=2)
        for day in Weekday:
            self.form.widget(day).setMinimumWidth(grown(self, ROOM))
        self.body.addWidget(self.trainer)
        self.body.addWidget(self.form)
        self._show()

    def confirm(self) -> None:
        for at in self._changed():
            self.trainer.setCurrentIndex(at)
            if not self.form.submit(self._keep):
                return
        self.accept()

    def holds_typing(self) -> bool:
        return bool(self._changed())

    def _changed(self) -> list[int]:
        """The trainers beside whose weekdays something else stands than is kept."""
        self._note()
        return [at for at, lines in self._typed.items() if lines != self._kept(at)]

    def _turn(self) -> None:
        """Another trainer is chosen."""
        self._note()
        self.trainer.setFocus()  # or the line that has the keyboard would stay as it is
        self._at = self.trainer.currentIndex()
        self._show()

    def _note(self) -> None:
        """Remember what stands in the lines."""
        self._typed[self._at] = {str(day): self._line(day).text().strip() for day in Weekday}

    def _line(self, day: Weekday) -> QLineEdit:
        line = self.form.widget(day)
        assert isinstance(line, QLineEdit)
        return line

    def _show(self) -> None:
        self.form.set_values(self._typed.get(self._at) or self._kept(self._at))

    def _kept(self, at: int) -> Lines:
        windows = self._load(self._trainers[at].id)
        return {str(day): write_hours([w for w in windows if w.day is day], self._formats) for day in Weekday}

    def _keep(self, values: dict[str, Any]) -> None:
        windows = [window for day in Weekday for window in read_hours(day, values[day], self._formats)]
        self._save(self._trainers[self._at].id, tuple(windows))
