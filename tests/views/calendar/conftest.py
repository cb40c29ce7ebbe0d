"""What tests of the Calendar panel are given: the real window with the panel in it, on a practice in Berlin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.scheduling.commands import book
from fitwell_desktop.domain.scheduling.details import Details
from fitwell_desktop.domain.scheduling.queries import CalendarEntry, calendar_entries
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.calendar.booking_form import BookingForm
from fitwell_desktop.views.calendar.panel import CalendarPanel
from fitwell_desktop.views.calendar.pieces import Piece
from fitwell_desktop.vocabulary import Right
from tests import builders
from tests.checked_store import CheckedStore
from tests.views.calendar.entries import BERLIN
from tests.views.one_panel import one_panel, window_of

NOW = datetime(2026, 11, 5, 9, 25, tzinfo=UTC)
"""A Thursday, 10:25 in Berlin."""
THURSDAY = date(2026, 11, 5)


def berlin(day: date, wall: str) -> datetime:
    """The moment at which clocks in Berlin show that."""
    return datetime.combine(day, time.fromisoformat(wall), BERLIN).astimezone(UTC)


def type_over(field: QWidget, text: str) -> None:
    """Type something else into a field, and leave it with Enter."""
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@dataclass
class Studio:
    """The window, its panel, and hands to work with."""

    window: MainWindow
    workspace: Workspace
    store: CheckedStore
    trainer: UUID
    qtbot: QtBot

    @property
    def panel(self) -> CalendarPanel:
        panel = self.window.area.docks["calendar"].panel
        assert isinstance(panel, CalendarPanel)
        return panel

    def client(self, first_name: str, last_name: str) -> UUID:
        return builders.client(self.store, first_name=first_name, last_name=last_name)

    def booked(self, client_id: UUID, day: date, wall: str, minutes: int = 60) -> UUID:
        """A session that is booked already, and shown."""
        beside = self.store.acting_for(self.store.signed_in)  # whose steps are nobody's to undo
        made = beside.do(book, self.trainer, client_id, berlin(day, wall), minutes, Details(title="PT session"))
        self.settle()
        return made

    def settle(self) -> None:
        """Let the panel reload what changed."""
        self.qtbot.waitUntil(lambda: not self.panel._soon.isActive())

    def entries(self) -> list[CalendarEntry]:
        """All of the weeks around, from the store itself."""
        found = self.store.ask(calendar_entries, NOW - timedelta(days=30), NOW + timedelta(days=30))
        return list(found)

    def wall_times(self) -> list[str]:
        """Of each session: weekday, begin and end, as clocks in Berlin show them."""
        spans = [(entry.start.astimezone(BERLIN), entry.end.astimezone(BERLIN)) for entry in self.entries()]
        return [f"{start:%a %H:%M}–{end:%H:%M}" for start, end in spans]

    def piece(self, name: str) -> Piece:
        """What is drawn of a client's session."""
        return next(p for p in self.panel.board.grid.content.pieces if p.entry.client_name == name)

    def point(self, day: date, wall: str) -> QPoint:
        """Where a time is in the grid, in the middle of its lane."""
        grid = self.panel.board.grid.grid
        lane = next(number for number, lane in enumerate(grid.lanes) if lane.day == day)
        minute = time.fromisoformat(wall).hour * 60 + time.fromisoformat(wall).minute
        return QPoint(round(grid.lane_x(lane) + grid.lane_width / 2), round(grid.y_of(minute)))

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        *,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        drop: bool = True,
    ) -> None:
        """Press, move in a few steps, and let go."""
        grid, left = self.panel.board.grid, Qt.MouseButton.LeftButton
        QTest.mousePress(grid, left, Qt.KeyboardModifier.NoModifier, start)
        for step in (1, 2, 3, 4):
            self._move_to(start + (end - start) * step / 4, modifier)
        if drop:
            QTest.mouseRelease(grid, left, modifier, end)

    def _move_to(self, at: QPoint, modifier: Qt.KeyboardModifier) -> None:
        grid, held = self.panel.board.grid, Qt.MouseButton.LeftButton
        where = grid.mapToGlobal(at)
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(where), Qt.MouseButton.NoButton, held, modifier)
        QApplication.sendEvent(grid, event)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the grid."""
        QTest.keyClick(self.panel.board.grid, key, modifier)


def form_of(studio: Studio) -> BookingForm:
    """The booking form that is open."""
    popover = studio.panel.booking.popover
    assert popover is not None
    assert isinstance(popover.content, BookingForm)
    return popover.content


@pytest.fixture
def studio(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Studio]:
    """A trainer's window in the week of Thursday, 5 November 2026."""
    builders.practice(checked_store)
    yield from opened(qtbot, checked_store, clock, tmp_path)


@pytest.fixture
def onlooker(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Studio]:
    """The same week, for someone who may not touch the schedule."""
    builders.practice(checked_store)
    owner = checked_store.signed_in
    checked_store.signed_in = SignedIn(owner.id, owner.name, owner.rights - {Right.SCHEDULE})
    yield from opened(qtbot, checked_store, clock, tmp_path)


def opened(qtbot: QtBot, store: CheckedStore, clock: FixedClock, folder: Path) -> Iterator[Studio]:
    """The window of whoever is signed in."""
    trainer = store.signed_in.id
    assert trainer is not None
    clock.moment = NOW
    with one_panel(qtbot, store, clock, folder, "calendar") as workspace:
        studio = Studio(window_of(workspace), workspace, store, trainer, qtbot)
        qtbot.waitUntil(lambda: bool(studio.panel.board.grid.grid.lanes))
        studio.panel.board.grid.setFocus()
        yield studio
