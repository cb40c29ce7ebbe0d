"""The line over the board: which month it is, the way to other weeks, and how much is shown."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.labels import ElidedLabel, Label
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.views.calendar.span import View, first_day, week_number


class Bar(QWidget):
    """Tells what the user chose; `show_span` shows where the board is."""

    stepped = Signal(int)
    today_wanted = Signal()
    view_chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.title = ElidedLabel("", "title")
        self.week = Label("", "quiet")
        self.views = SegmentedControl(self.tr("View"), [(View.DAY, self.tr("Day")), (View.WEEK, self.tr("Week"))])
        self.views.chosen.connect(self.view_chosen)
        back, on = ("right", "left") if self.isRightToLeft() else ("left", "right")
        self.back = IconButton(f"chevron-{back}", self.tr("Previous"))
        self.on = IconButton(f"chevron-{on}", self.tr("Next"))
        self.today = Button(self.tr("Today"))
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self._arrange()

    def show_span(self, view: View, first: date) -> None:
        """Name the days that are shown."""
        words = self._formats.weekday_day(first) if view is View.DAY else self._formats.month(first)
        self.title.setText(words)
        monday = first_day(View.WEEK, first, self._formats.first_weekday)
        self.week.setText(self.tr("Week {0}").format(week_number(monday)))
        self.views.set_value(view)

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(6)
        line.addWidget(self.title)
        line.addSpacing(6)
        for part in (self.back, self.on, self.today):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.week)
        line.addSpacing(6)
        line.addWidget(self.views)
