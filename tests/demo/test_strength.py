"""The demo's model of training behaves as training does."""

from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.demo.strength import Lift, load_for, new_lift, perform, possible, rounded

LOADS = st.floats(5, 300)
REPS = st.integers(1, 20)


@given(LOADS, REPS)
def test_a_load_for_so_many_repetitions_can_be_lifted_just_so_often(best: float, reps: int) -> None:
    assert abs(possible(best, load_for(best, reps)) - reps) < 1e-6


@given(LOADS, REPS, st.integers(0, 4))
def test_a_set_never_goes_beyond_the_range_nor_below_one_repetition(best: float, low: int, done: int) -> None:
    lift = new_lift(best, low, 2, 2.5)
    reps, left = perform(1.0, lift, lift.load_kg, low, low + 4, 2, done)
    assert 1 <= reps <= low + 4
    assert left >= 0


def test_strength_grows_by_ever_smaller_steps() -> None:
    lift = Lift(100, 70, 0.01)
    gains = []
    for _ in range(50):
        before = lift.best_kg
        lift.grow(1.0)
        gains.append(lift.best_kg / before)
    assert gains == sorted(gains, reverse=True)
    assert 110 < lift.best_kg < 160


def test_load_goes_up_when_all_sets_reach_the_top_and_down_after_two_failures() -> None:
    lift = Lift(100, 70, 0.01)
    lift.judge(reached=3, missed=0, sets=3, step=2.5)
    assert lift.load_kg == 72.5
    lift.judge(reached=0, missed=1, sets=3, step=2.5)
    assert lift.load_kg == 72.5
    lift.judge(reached=0, missed=2, sets=3, step=2.5)
    assert lift.load_kg == rounded(72.5 * 0.9, 2.5)
