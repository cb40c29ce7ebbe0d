"""Four figures at the head of the day: sessions today and this week, money that is open, and how much of it is late."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fitwell_desktop.domain.billing.queries import Figures
from fitwell_desktop.domain.scheduling.queries import SessionCounts
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.painting import grown
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.translation import counted
from fitwell_desktop.ui.widgets.stat_card import StatCard

NARROW = 620


class DayFigures(QWidget):
    """In one row where there is room, else in two."""

    def __init__(self) -> None:
        super().__init__()
        self.today = StatCard(self.tr("Sessions today"), "calendar-days")
        self.week = StatCard(self.tr("This week"), "activity")
        self.open = StatCard(self.tr("Open"), "receipt-text")
        self.late = StatCard(self.tr("Overdue"), "circle-alert")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._arrange(4)

    def show_sessions(self, today: SessionCounts, week: SessionCounts) -> None:
        """Completed of booked."""
        for card, counts in ((self.today, today), (self.week, week)):
            missed = self.tr("{0} missed").format(counts.missed) if counts.missed else ""
            value = f"{counts.completed} / {counts.booked}" if counts.booked else "0"
            card.show_figure(value, delta=missed, tone=Tone.BAD)

    def show_money(self, money: Figures | None, formats: Formats) -> None:
        """What is owed; nothing for those who may not see it."""
        self.open.setVisible(money is not None)
        self.late.setVisible(money is not None)
        if money:
            count = counted(money.open_count, "invoice") if money.open_count else ""
            self.open.show_figure(formats.money(money.owed), delta=count)
            late = counted(money.overdue_count, "invoice") if money.overdue_count else ""
            self.late.show_figure(formats.money(money.overdue), delta=late, tone=Tone.BAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(2 if event.size().width() < grown(self, NARROW) else 4)

    def _arrange(self, columns: int) -> None:
        for at, card in enumerate((self.today, self.week, self.open, self.late)):
            self._grid.addWidget(card, at // columns, at % columns)
