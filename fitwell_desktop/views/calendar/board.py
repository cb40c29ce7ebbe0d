"""The board: the grid in a scroll area, and its head above it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.views.calendar.day_header import DayHeader
from fitwell_desktop.views.calendar.empty_hint import EmptyHint
from fitwell_desktop.views.calendar.geometry import Lane
from fitwell_desktop.views.calendar.time_grid import TimeGrid

MARGIN = 24
"""So much more than what was reached is scrolled into sight, in px."""


class Board(QWidget):
    """Keeps the head over its lanes, and what the user looks at in sight."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.grid = TimeGrid(formats)
        self.head = DayHeader(formats, lambda: self.grid.grid)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.grid)
        self.grid.reached.connect(self._show)
        self._begin: int | None = None
        self.area.verticalScrollBar().rangeChanged.connect(self._begin_now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        self.hint = EmptyHint(self)

    def show_lanes(self, lanes: tuple[Lane, ...], hour: int, names: Mapping[UUID, str]) -> None:
        """Lay out these lanes under their heads; `names` are the trainers'."""
        self.grid.show_lanes(lanes, hour)
        self.head.show_names(names)

    def show_now(self, now: datetime) -> None:
        """Move the line of now; after midnight, another day is today."""
        self.grid.show_now(now)
        self.head.update()

    def begin_at(self, minute: int) -> None:
        """Let the grid begin at that minute, as soon as there is something to scroll."""
        self._begin = minute
        self._begin_now()

    def seen_minute(self) -> float:
        """The minute at which the grid begins to be seen."""
        return self.grid.grid.minute_at(self.area.verticalScrollBar().value() + self.grid.grid.top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.place()

    def _begin_now(self) -> None:
        bar = self.area.verticalScrollBar()
        if self._begin is not None and bar.maximum() > 0:
            bar.setValue(round(self.grid.grid.y_of(self._begin) - self.grid.grid.top))
            self._begin = None

    def _show(self, place: QRect) -> None:
        self.area.ensureVisible(place.center().x(), place.top(), 0, MARGIN)
        if place.height() < self.area.viewport().height():
            self.area.ensureVisible(place.center().x(), place.bottom(), 0, MARGIN)
