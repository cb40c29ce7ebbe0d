"""The keyboard reaches every slot and every entry, in the order in which one sees them."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.views.calendar.cursor import (
    Cursor,
    down,
    extended,
    following,
    landed,
    on,
    settled,
    sideways,
    slot,
    up,
)
from fitwell_desktop.views.calendar.geometry import DAY, Lane
from fitwell_desktop.views.calendar.pieces import Piece, lay_out
from tests.views.calendar.entries import BERLIN, MONDAY, entry

WEEK = tuple(Lane(MONDAY + timedelta(days=day)) for day in range(7))


def pieces(*booked: tuple[str, int, str, int]) -> tuple[Piece, ...]:
    found = [entry(name, MONDAY + timedelta(days=day), wall, minutes) for name, day, wall, minutes in booked]
    return lay_out(found, WEEK, BERLIN)


def name(cursor: Cursor | None, found: tuple[Piece, ...]) -> str:
    piece = cursor.piece(found) if cursor else None
    return piece.entry.client_name if piece else ""


def test_down_goes_through_free_slots_and_entries() -> None:
    found = pieces(("Ava", 0, "09:30", 60))
    at = down(slot(0, 9 * 60), found)
    assert name(at, found) == "Ava"
    at = down(at, found)
    assert (at.begin, at.end, at.entry_id) == (630, 660, None)
    assert name(up(at, found), found) == "Ava"
    assert up(up(at, found), found) == slot(0, 9 * 60)


def test_an_odd_entry_leads_to_the_slot_that_follows_it() -> None:
    found = pieces(("Ava", 0, "09:10", 25), ("Leo", 0, "09:35", 25))
    at = down(slot(0, 8 * 60 + 30), found)
    assert name(at, found) == "Ava"
    assert name(down(at, found), found) == "Leo"
    assert down(down(at, found), found) == slot(0, 600)


def test_the_place_stays_with_its_entry_and_takes_one_that_comes_to_it() -> None:
    before, after = pieces(("Ava", 0, "09:00", 60)), pieces(("Leo", 0, "09:15", 60))
    assert name(settled(slot(0, 540), before), before) == "Ava"
    assert settled(slot(1, 540), before) == slot(1, 540)
    assert name(settled(on(before[0]), after), after) == "Leo"
    assert settled(on(before[0]), ()) == slot(0, 540)


def test_sideways_goes_to_what_stands_beside_before_the_next_day() -> None:
    found = pieces(("Ava", 0, "09:00", 60), ("Leo", 0, "09:30", 60), ("Mia", 1, "09:00", 60))
    at = landed(0, 540, found)
    assert name(at, found) == "Ava"
    at = sideways(at, 1, found, 7) or at
    assert name(at, found) == "Leo"
    assert name(sideways(at, 1, found, 7), found) == "Mia"
    assert name(sideways(at, -1, found, 7), found) == "Ava"


def test_beyond_the_last_day_there_is_nothing() -> None:
    assert sideways(slot(6, 540), 1, (), 7) is None
    assert sideways(slot(0, 540), -1, (), 7) is None


def test_next_and_previous_follow_the_order_of_the_week() -> None:
    found = pieces(("Ava", 0, "09:00", 60), ("Leo", 2, "07:00", 60), ("Mia", 2, "18:00", 60))
    assert name(following(slot(1, 0), 1, found), found) == "Leo"
    assert name(following(slot(1, 0), -1, found), found) == "Ava"
    assert name(following(on(found[1]), 1, found), found) == "Mia"
    assert following(on(found[2]), 1, found) is None
    assert following(slot(0, 0), -1, found) is None


def test_a_slot_is_extended_and_shortened_down_to_itself() -> None:
    assert extended(slot(0, 540), 1).end == 600
    assert extended(extended(slot(0, 540), 1), -1) == slot(0, 540)
    assert extended(slot(0, 540), -1) == slot(0, 540)


starts = st.tuples(st.sampled_from("ABCDEFGH"), st.integers(0, 6), st.integers(0, 282).map(lambda n: n * 5))


@given(st.lists(starts, max_size=8), st.integers(0, 6), st.integers(0, DAY - 1))
def test_down_and_up_always_come_to_the_days_ends(booked: list[tuple[str, int, int]], lane: int, minute: int) -> None:
    found = pieces(*((who, day, f"{at // 60:02}:{at % 60:02}", 30) for who, day, at in booked))
    lowest = highest = landed(lane, minute, found)
    for _ in range(120):
        lowest, highest = down(lowest, found), up(highest, found)
    assert (lowest.lane, highest.lane) == (lane, lane)
    assert lowest.end >= DAY - 30
    assert highest.begin <= 0
