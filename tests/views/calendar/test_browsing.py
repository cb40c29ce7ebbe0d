"""Going through the calendar: what its head says, its views and lanes, and what is kept."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.views.calendar.bar import Bar
from fitwell_desktop.views.calendar.browsing import TICK
from tests import builders
from tests.views.calendar.conftest import NOW, THURSDAY, Studio


def test_a_sunday_belongs_to_the_week_that_it_ends(studio: Studio) -> None:
    studio.panel.go_to(date(2026, 11, 29))
    assert studio.panel.bar.week.text() == "Week 48"
    studio.key(Qt.Key.Key_D)
    studio.settle()
    assert studio.panel.bar.week.text() == "Week 48"


def test_after_midnight_the_head_marks_the_new_day(studio: Studio, clock: FixedClock) -> None:
    QApplication.processEvents()
    watch = Paints(studio.panel.board.head)
    clock.moment = NOW + timedelta(days=1)
    for timer in studio.panel.findChildren(QTimer):
        if timer.interval() == TICK:
            timer.timeout.emit()
    studio.qtbot.waitUntil(lambda: watch.seen > 0)


def test_where_one_reads_from_right_to_left_the_ways_to_other_weeks_point_away_from_each_other(studio: Studio) -> None:
    left, right = picture_of("chevron-left"), picture_of("chevron-right")
    shown = studio.panel.bar
    assert [picture(button) for button in (shown.back, shown.on)] == [left, right]
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar = Bar(studio.panel.formats)
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert [picture(button) for button in (bar.back, bar.on)] == [right, left]


def picture(button: IconButton) -> QImage:
    return button.icon().pixmap(18).toImage()


def picture_of(name: str) -> QImage:
    return icon(name, active="accent").pixmap(18).toImage()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.Paint
        return False


def test_an_empty_week_explains_itself(studio: Studio) -> None:
    hint = studio.panel.board.hint
    assert "Nothing is booked in this week" in hint.words()
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    assert hint.words() == ""


def test_in_a_day_each_trainer_has_a_lane_and_sessions_go_from_one_to_the_other(studio: Studio) -> None:
    other = builders.trainer(studio.store, first_name="Zed", last_name="Trainer")
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.panel.show_day()
    grid = studio.panel.board.grid.grid
    assert [lane.trainer_id for lane in grid.lanes] == [studio.trainer, other]
    start = studio.point(THURSDAY, "12:20")
    studio.drag(start, start + QPoint(round(grid.lane_width), 0))
    assert [entry.trainer_id for entry in studio.entries()] == [other]


def test_the_trainers_that_are_marked_are_shown_alone(studio: Studio) -> None:
    other = builders.trainer(studio.store, first_name="Zed", last_name="Trainer")
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.panel.refresh_now()
    studio.panel.trainers.menu().actions()[-1].trigger()
    assert studio.panel.trainers.shown() == (other,)
    assert studio.panel.board.grid.content.pieces == ()


def test_zooming_keeps_the_time_that_is_seen(studio: Studio) -> None:
    board = studio.panel.board
    board.begin_at(7 * 60)
    seen, before = board.seen_minute(), board.grid.grid.hour
    QTest.keyClick(board.grid, Qt.Key.Key_Plus)
    assert board.grid.grid.hour > before
    assert abs(board.seen_minute() - seen) < 2
    QTest.keyClick(board.grid, Qt.Key.Key_Minus)
    assert board.grid.grid.hour == before


def test_the_view_is_kept_for_the_next_start(studio: Studio) -> None:
    studio.panel.show_day()
    assert studio.workspace.settings.get("calendar.view", "") == "day"
    assert len(studio.panel.board.grid.grid.lanes) == 1
    studio.panel.show_week()
    assert len(studio.panel.board.grid.grid.lanes) == 7


def test_an_appointment_that_is_asked_for_is_shown_with_its_card(studio: Studio) -> None:
    booked = studio.booked(studio.client("Leo", "Silva"), date(2026, 11, 19), "12:00")
    studio.workspace.open("calendar", booked)
    entry = studio.panel.board.grid.focused_entry()
    assert entry
    assert entry.id == booked
    assert studio.panel.booking.popover is not None
