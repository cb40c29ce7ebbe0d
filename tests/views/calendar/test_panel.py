"""The week in the real window: sessions are made, moved, copied and resized by real drags, and taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import Conflict, UserError
from fitwell_desktop.domain.scheduling.statuses import complete
from tests.views.calendar.conftest import THURSDAY, Studio, form_of

FRIDAY = THURSDAY + timedelta(days=1)
K = Qt.Key
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def edge(studio: Studio, name: str, *, lower: bool) -> QPoint:
    """A point on the upper or the lower edge of a client's session."""
    box = studio.piece(name).box(studio.panel.board.grid.grid)
    return QPoint(round(box.x + box.width / 2), round(box.y + (box.height - 2 if lower else 2)))


def test_a_session_is_drawn_at_its_time(studio: Studio) -> None:
    studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "17:00")
    piece = studio.piece("Ava Nguyen")
    assert (piece.lane, piece.begin, piece.end) == (3, 1020, 1080)


def test_what_is_told_of_a_session_is_never_taken_for_markup(studio: Studio) -> None:
    studio.booked(studio.client("Ava", "<img src=x>"), THURSDAY, "17:00")
    grid, at = studio.panel.board.grid, studio.point(THURSDAY, "17:15")
    QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, at, grid.mapToGlobal(at)))
    assert "Ava &lt;img src=x&gt;" in QToolTip.text()


def test_dragging_a_session_moves_it_and_undo_takes_that_back(studio: Studio) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(FRIDAY, "14:24"))
    assert studio.wall_times() == ["Fri 14:00–15:00"]
    assert studio.window.toasts.sentence() == "Moved Leo Silva to Fri 14:00"
    studio.window.toasts.undo()
    assert studio.wall_times() == ["Thu 12:00–13:00"]


def test_after_a_move_the_screen_shows_the_new_time(studio: Studio) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(FRIDAY, "14:24"))
    studio.settle()
    piece = studio.piece("Leo Silva")
    assert (piece.lane, piece.begin) == (4, 840)


def test_the_first_drag_books_what_it_covers_though_the_keyboard_was_out_of_sight(studio: Studio) -> None:
    board = studio.panel.board
    for _step in range(4):
        studio.panel.larger()
    QApplication.processEvents()
    board.grid.focus_slot(THURSDAY, 22 * 60, 30)
    studio.panel.words.setFocus()
    bar = board.area.verticalScrollBar()
    bar.setValue(round(board.grid.grid.y_of(8 * 60)))
    seen = bar.value()
    studio.drag(studio.point(FRIDAY, "09:00"), studio.point(FRIDAY, "09:30"), drop=False)
    assert board.grid.hasFocus()
    assert bar.value() == seen, "the hours stay where they are under the mouse"


@pytest.mark.parametrize(
    ("lower", "to", "becomes"),
    [(True, "14:16", "Thu 12:00–14:15"), (False, "11:31", "Thu 11:30–13:00")],
)
def test_dragging_an_edge_changes_the_length(studio: Studio, lower: bool, to: str, becomes: str) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.drag(edge(studio, "Leo Silva", lower=lower), studio.point(THURSDAY, to))
    assert studio.wall_times() == [becomes]


def test_dragging_with_ctrl_books_a_copy(studio: Studio) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(FRIDAY, "14:20"), modifier=CTRL)
    assert studio.wall_times() == ["Thu 12:00–13:00", "Fri 14:00–15:00"]


def test_escape_lets_go_of_what_is_dragged(studio: Studio) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    grid = studio.panel.board.grid
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(FRIDAY, "14:20"), drop=False)
    assert grid.ghost is not None
    studio.key(K.Key_Escape)
    assert studio.panel.board.grid.ghost is None
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=studio.point(FRIDAY, "14:20"))
    assert studio.wall_times() == ["Thu 12:00–13:00"]


def test_a_clash_is_seen_while_dragging_and_refused_with_its_reason(studio: Studio) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "15:00")
    grid = studio.panel.board.grid
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(THURSDAY, "14:50"), drop=False)
    assert grid.drag
    assert grid.ghost
    taken = grid.taken_by(grid.drag, grid.ghost)
    assert taken
    assert taken.client_name == "Ava Nguyen"
    with studio.qtbot.captureExceptions() as raised:
        QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=studio.point(THURSDAY, "14:50"))
    assert isinstance(raised[0][1], Conflict)
    assert "Olivia Owner already has “PT session” with Ava Nguyen from 15:00 to 16:00" in str(raised[0][1])
    assert studio.wall_times() == ["Thu 12:00–13:00", "Thu 15:00–16:00"]


def test_what_is_over_can_not_be_dragged(studio: Studio, clock: FixedClock) -> None:
    booked = studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    clock.moment += timedelta(hours=3)
    studio.store.do(complete, booked)
    studio.settle()
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(FRIDAY, "14:20"), drop=False)
    assert studio.panel.board.grid.ghost is None


def test_keys_move_lengthen_and_shorten_a_session(studio: Studio) -> None:
    booked = studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.panel.board.grid.focus_entry(booked)
    for key, modifier, becomes in (
        (K.Key_Down, ALT, "Thu 12:15–13:15"),
        (K.Key_Right, ALT, "Fri 12:15–13:15"),
        (K.Key_Down, SHIFT, "Fri 12:15–13:30"),
        (K.Key_Up, SHIFT, "Fri 12:15–13:15"),
        (K.Key_Up, ALT, "Fri 12:00–13:00"),
        (K.Key_Down, ALT | SHIFT, "Fri 12:15–13:00"),
        (K.Key_Up, ALT | SHIFT, "Fri 12:00–13:00"),
    ):
        studio.key(key, modifier)
        studio.settle()
        assert studio.wall_times() == [becomes]


def test_ctrl_and_an_arrow_copy_a_session_to_what_is_beside_it(studio: Studio) -> None:
    studio.panel.board.grid.focus_entry(studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00"))
    for key in (K.Key_Right, K.Key_Down):
        studio.key(key, CTRL)
        studio.settle()
    assert studio.wall_times() == ["Thu 12:00–13:00", "Thu 13:00–14:00", "Fri 12:00–13:00"]


def test_alt_and_an_arrow_carry_a_session_into_the_next_week_and_the_calendar_goes_along(studio: Studio) -> None:
    sunday = date(2026, 11, 8)
    booked = studio.booked(studio.client("Leo", "Silva"), sunday, "12:00")
    grid = studio.panel.board.grid
    for key, modifier, day in ((K.Key_Right, ALT, date(2026, 11, 9)), (K.Key_Left, ALT, sunday)):
        grid.focus_entry(booked)
        studio.key(key, modifier)
        entry = grid.focused_entry()
        assert entry is not None
        assert entry.id == booked
        assert grid.grid.lanes[grid.cursor_at.lane].day == day


def test_enter_on_a_marked_slot_books_as_long_as_it_is(studio: Studio) -> None:
    studio.workspace.selection.choose(studio.client("Ava", "Nguyen"))
    studio.panel.board.grid.focus_slot(FRIDAY, 9 * 60, 30)
    studio.key(K.Key_Down, SHIFT)
    studio.key(K.Key_Down, SHIFT)
    studio.key(K.Key_Return)
    QTest.keyClick(form_of(studio).client, K.Key_Return)
    assert studio.wall_times() == ["Fri 09:00–10:30"]


def test_the_keyboard_goes_on_into_the_next_week(studio: Studio) -> None:
    grid = studio.panel.board.grid
    grid.focus_slot(date(2026, 11, 8), 9 * 60, 30)
    studio.key(K.Key_Right)
    assert grid.grid.lanes[grid.cursor_at.lane].day == date(2026, 11, 9)
    studio.key(K.Key_Left)
    assert grid.grid.lanes[grid.cursor_at.lane].day == date(2026, 11, 8)


def test_a_screen_reader_is_told_what_the_keyboard_is_on(studio: Studio) -> None:
    booked = studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    grid = studio.panel.board.grid
    grid.focus_entry(booked)
    read = QAccessible.queryAccessibleInterface(grid).text(QAccessible.Text.Description)
    assert read == "Leo Silva, Today 12:00 – 13:00, PT session, Scheduled"
    studio.key(K.Key_Down)
    read = QAccessible.queryAccessibleInterface(grid).text(QAccessible.Text.Description)
    assert read == "Today 13:00 – 13:30, free"


def test_a_time_that_the_clocks_skip_is_refused_with_the_reason(studio: Studio) -> None:
    sunday = date(2027, 3, 28)
    studio.panel.go_to(sunday)
    studio.booked(studio.client("Leo", "Silva"), sunday, "04:00")
    with studio.qtbot.captureExceptions() as raised:
        studio.drag(studio.point(sunday, "04:20"), studio.point(sunday, "02:35"))
    assert isinstance(raised[0][1], UserError)
    assert "so there is no 02:15" in str(raised[0][1])


def test_a_session_in_words_is_booked_and_shown(studio: Studio) -> None:
    studio.client("Ava", "Nguyen")
    QTest.keyClicks(studio.panel.words, "Ava 12 Nov 5pm 45m")
    QTest.keyClick(studio.panel.words, K.Key_Return)
    assert studio.wall_times() == ["Thu 17:00–17:45"]
    entry = studio.panel.board.grid.focused_entry()
    assert entry
    assert entry.client_name == "Ava Nguyen"
    assert studio.panel.words.text() == ""


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Zoe 5pm", "No active client is called “Zoe”"),
        ("Ava 5pm", "Several clients match “Ava”: Ava Nguyen, Ava Patel"),
        ("Ava Nguyen", "Say at what time Ava Nguyen comes"),
    ],
)
def test_words_that_name_nobody_or_several_are_refused(studio: Studio, words: str, reason: str) -> None:
    studio.client("Ava", "Nguyen")
    studio.client("Ava", "Patel")
    with studio.qtbot.captureExceptions() as raised:
        QTest.keyClicks(studio.panel.words, words)
        QTest.keyClick(studio.panel.words, K.Key_Return)
    assert reason in str(raised[0][1])
    assert studio.entries() == []


def test_words_that_are_refused_leave_the_calendar_where_it_is(studio: Studio) -> None:
    with studio.qtbot.captureExceptions():
        QTest.keyClicks(studio.panel.words, "Zoe 5 Mar 2027 5pm")
        QTest.keyClick(studio.panel.words, K.Key_Return)
    assert studio.panel.day == THURSDAY
    studio.client("Zoe", "Silva")
    QTest.keyClick(studio.panel.words, K.Key_Return)
    assert studio.panel.day == date(2027, 3, 5)
