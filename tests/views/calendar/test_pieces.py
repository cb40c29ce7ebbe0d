"""Entries stand in the lane and at the time of the practice's clock, also over midnight and when the clocks change."""

from datetime import date, timedelta
from uuid import UUID

from fitwell_desktop.views.calendar.geometry import Lane
from fitwell_desktop.views.calendar.packing import ALONE, Place
from fitwell_desktop.views.calendar.pieces import lay_out
from tests.views.calendar.entries import BERLIN, MONDAY, TRAINER, entry

WEEK = tuple(Lane(MONDAY + timedelta(days=day)) for day in range(7))


def test_an_entry_stands_at_its_wall_time() -> None:
    (piece,) = lay_out([entry("Ava", MONDAY, "17:30", 45)], WEEK, BERLIN)
    assert (piece.lane, piece.begin, piece.end, piece.place) == (0, 1050, 1095, ALONE)


def test_a_session_over_midnight_has_a_piece_on_each_day() -> None:
    first, second = lay_out([entry("Ava", MONDAY, "23:00", 120)], WEEK, BERLIN)
    assert (first.lane, first.begin, first.end, first.is_first, first.is_last) == (0, 1380, 1440, True, False)
    assert (second.lane, second.begin, second.end, second.is_first, second.is_last) == (1, 0, 60, False, True)


def test_one_that_ends_at_midnight_has_one_piece() -> None:
    (piece,) = lay_out([entry("Ava", MONDAY, "23:00", 60)], WEEK, BERLIN)
    assert (piece.begin, piece.end, piece.is_last) == (1380, 1440, True)


def test_each_trainer_has_a_lane_of_their_own() -> None:
    other = UUID(int=2)
    lanes = (Lane(MONDAY, TRAINER), Lane(MONDAY, other))
    found = [entry("Ava", MONDAY, "09:00"), entry("Leo", MONDAY, "09:00", trainer_id=other)]
    assert [(piece.entry.client_name, piece.lane, piece.place) for piece in lay_out(found, lanes, BERLIN)] == [
        ("Ava", 0, ALONE),
        ("Leo", 1, ALONE),
    ]


def test_two_trainers_share_a_day_of_the_week() -> None:
    found = [entry("Ava", MONDAY, "09:00"), entry("Leo", MONDAY, "09:30", trainer_id=UUID(int=2))]
    assert [piece.place for piece in lay_out(found, WEEK, BERLIN)] == [Place(0, 1, 2), Place(1, 1, 2)]


def test_what_lies_outside_of_the_lanes_is_left_out() -> None:
    assert lay_out([entry("Ava", MONDAY - timedelta(days=1), "09:00")], WEEK, BERLIN) == ()


def test_on_a_day_on_which_the_clocks_change_a_session_is_drawn_as_long_as_it_is() -> None:
    sunday = date(2026, 10, 25)
    early = entry("Ava", sunday, "01:00", 120)  # ends when the clocks show 02:00 for the second time
    (piece,) = lay_out([early], (Lane(sunday),), BERLIN)
    assert (piece.begin, piece.end) == (60, 180)
