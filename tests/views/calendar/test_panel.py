"""The week in the real window: sessions are made, moved and resized by real drags, and each can be taken back."""

from datetime import timedelta

from tests.views.calendar.conftest import THURSDAY, Studio


def test_a_session_is_drawn_at_its_time(studio: Studio) -> None:
    studio.booked(studio.client("Ava", "Nguyen"), THURSDAY, "17:00")
    piece = studio.piece("Ava Nguyen")
    assert (piece.lane, piece.begin, piece.end) == (3, 1020, 1080)


def test_dragging_a_session_moves_it_and_undo_takes_that_back(studio: Studio) -> None:
    studio.booked(studio.client("Leo", "Silva"), THURSDAY, "12:00")
    studio.drag(studio.point(THURSDAY, "12:20"), studio.point(THURSDAY + timedelta(days=1), "14:24"))
    assert studio.wall_times() == ["Fri 14:00–15:00"]
    assert studio.window.toasts.sentence() == "Moved Leo Silva to Fri 14:00"
    studio.window.toasts.undo_requested.emit()
    assert studio.wall_times() == ["Thu 12:00–13:00"]
