"""Pixels and times turn into each other without loss."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.views.calendar.geometry import DAY, Grid, Lane, snapped, snapped_down

WEEK = tuple(Lane(date(2026, 11, 2 + day)) for day in range(7))
grids = st.builds(
    Grid,
    st.integers(1, 14).map(lambda count: (WEEK * 2)[:count]),
    left=st.floats(0, 80),
    width=st.floats(200, 3000),
    hour=st.floats(20, 200),
)


@given(grids, st.floats(0, DAY))
def test_a_minute_is_found_again_at_its_height(grid: Grid, minute: float) -> None:
    assert abs(grid.minute_at(grid.y_of(minute)) - minute) < 1e-6


@given(grids, st.floats(-500, 9000))
def test_every_height_is_within_the_day(grid: Grid, y: float) -> None:
    assert 0 <= grid.minute_at(y) <= DAY


@given(grids, st.integers(0, 13))
def test_a_lane_is_found_again_at_its_middle(grid: Grid, lane: int) -> None:
    lane %= len(grid.lanes)
    assert grid.lane_at(grid.lane_x(lane) + grid.lane_width / 2) == lane


@given(grids, st.floats(-500, 9000))
def test_places_outside_belong_to_the_nearest_lane(grid: Grid, x: float) -> None:
    assert 0 <= grid.lane_at(x) < len(grid.lanes)


@given(grids, st.integers(0, DAY - 5), st.integers(5, 600))
def test_a_box_stays_in_its_lane(grid: Grid, begin: int, length: int) -> None:
    box = grid.box(0, begin, min(DAY, begin + length))
    assert grid.lane_x(0) <= box.x
    assert box.x + box.width <= max(grid.lane_x(0) + 3, grid.lane_x(1)) + 1e-6


@given(st.floats(0, DAY))
def test_snapping_goes_to_the_nearest_quarter(minute: float) -> None:
    assert abs(snapped(minute) - minute) <= 7.5
    assert 0 <= minute - snapped_down(minute) < 15
    assert snapped(minute) % 15 == snapped_down(minute) % 15 == 0
