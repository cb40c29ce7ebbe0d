"""A drag snaps to quarters of an hour and never leaves the day."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.views.calendar.drag import Aim, Drag, Ghost
from fitwell_desktop.views.calendar.geometry import DAY, Grid, Lane
from fitwell_desktop.views.calendar.pieces import Piece, lay_out
from tests.views.calendar.entries import BERLIN, MONDAY, entry

GRID = Grid(tuple(Lane(MONDAY + timedelta(days=day)) for day in range(7)), left=50, width=750, hour=60)
"""Lanes 100 px wide, a minute a px high."""


def at(lane: int, minute: float) -> tuple[float, float]:
    return 50 + lane * 100 + 40, GRID.y_of(minute)


def piece() -> Piece:
    return lay_out([entry("Ava", MONDAY, "10:00", 45)], GRID.lanes, BERLIN)[0]


def test_a_drag_over_empty_ground_takes_what_lies_between() -> None:
    drag = Drag(Aim.CREATE, GRID, *at(2, 604))
    assert drag.ghost(*at(2, 664)) == Ghost(2, 600, 660)
    assert drag.ghost(*at(4, 601)) == Ghost(2, 600, 615)
    assert drag.ghost(*at(2, 540)) == Ghost(2, 540, 615)


def test_moving_keeps_the_point_that_was_taken_under_the_mouse() -> None:
    drag = Drag(Aim.MOVE, GRID, *at(0, 630), piece())
    assert drag.ghost(*at(3, 630 + 62)) == Ghost(3, 660, 705)
    assert drag.ghost(*at(0, 630)) == Ghost(0, 600, 645)


def test_resizing_moves_one_end_and_leaves_a_quarter_at_least() -> None:
    assert Drag(Aim.END, GRID, *at(0, 645), piece()).ghost(*at(0, 691)) == Ghost(0, 600, 690)
    assert Drag(Aim.END, GRID, *at(0, 645), piece()).ghost(*at(0, 100)) == Ghost(0, 600, 615)
    assert Drag(Aim.BEGIN, GRID, *at(0, 600), piece()).ghost(*at(0, 571)) == Ghost(0, 570, 645)
    assert Drag(Aim.BEGIN, GRID, *at(0, 600), piece()).ghost(*at(0, 900)) == Ghost(0, 630, 645)


def test_fine_steps_are_five_minutes() -> None:
    assert Drag(Aim.MOVE, GRID, *at(0, 630), piece()).ghost(*at(0, 634), fine=True) == Ghost(0, 605, 650)


def test_only_a_move_can_become_a_copy() -> None:
    assert Drag(Aim.MOVE, GRID, 0, 0, piece()).copying(True).aim is Aim.COPY
    assert Drag(Aim.COPY, GRID, 0, 0, piece()).copying(False).aim is Aim.MOVE
    assert Drag(Aim.END, GRID, 0, 0, piece()).copying(True).aim is Aim.END


@pytest.mark.parametrize("aim", [Aim.CREATE, Aim.MOVE, Aim.BEGIN, Aim.END])
@given(
    start=st.tuples(st.floats(50, 750), st.floats(0, 1500)),
    end=st.tuples(st.floats(-200, 1500), st.floats(-400, 3000)),
)
def test_wherever_the_mouse_goes_the_ghost_is_a_session_of_the_day(
    aim: Aim, start: tuple[float, float], end: tuple[float, float]
) -> None:
    ghost = Drag(aim, GRID, *start, None if aim is Aim.CREATE else piece()).ghost(*end)
    assert 0 <= ghost.lane < 7
    assert 0 <= ghost.begin < DAY
    assert ghost.minutes >= 15
    assert ghost.begin % 15 == 0
