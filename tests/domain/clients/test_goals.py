"""Goals and where they stand against the straight line; assessments and what they compare with."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.clients.assessments import (
    add_protocol,
    assessments,
    delete_assessment,
    protocols,
    record_assessment,
)
from fitwell_desktop.domain.clients.goals import (
    add_goal,
    delete_goal,
    edit_goal,
    goals,
    record_progress,
    set_goal_status,
)
from fitwell_desktop.domain.clients.on_track import band_of, trajectory
from fitwell_desktop.domain.clients.protocols import PUSH_UPS, RESTING_HEART_RATE, rating_of
from fitwell_desktop.models import protocols as made
from fitwell_desktop.vocabulary import Band, GoalStatus, Sex
from tests import builders
from tests.checked_store import CheckedStore

START, END = date(2026, 1, 1), date(2026, 4, 11)


@pytest.mark.parametrize(
    ("percent", "band"),
    [(120, Band.ON_TRACK), (80, Band.ON_TRACK), (79.9, Band.AT_RISK), (50, Band.AT_RISK), (49.9, Band.BEHIND), (-10, Band.BEHIND)],
)  # fmt: skip
def test_the_published_bands(percent: float, band: Band) -> None:
    assert band_of(percent) is band


def test_losing_and_gaining_are_judged_alike() -> None:
    halfway = date(2026, 2, 20)
    losing = trajectory(90, 86, 80, START, END, halfway)
    gaining = trajectory(60, 64, 70, START, END, halfway)
    assert losing.expected == 85
    assert gaining.expected == 65
    assert losing.percent == pytest.approx(80)
    assert gaining.percent == pytest.approx(80)
    assert losing.band is gaining.band is Band.ON_TRACK


def test_nothing_is_expected_on_the_first_day() -> None:
    assert trajectory(90, 90, 80, START, END, START).percent is None
    assert trajectory(90, 90, 80, START, END, START).band is Band.UNDEFINED
    assert trajectory(None, 90, 80, START, END, END).band is Band.UNDEFINED


def test_after_its_last_day_the_whole_target_is_expected() -> None:
    assert trajectory(90, 85, 80, START, END, date(2027, 1, 1)).percent == pytest.approx(50)


@given(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.dates(date(2025, 1, 1), date(2028, 1, 1)))
def test_the_shares_stay_within_the_bar(start: float, current: float, target: float, today: date) -> None:
    place = trajectory(start, current, target, START, END, today)
    assert 0 <= place.way <= 1
    assert 0 <= place.time <= 1


def test_a_goal_goes_its_way(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    goal_id = checked_store.do(
        add_goal, client_id, title="Lose 10 kg", unit="kg", start_value=90.0, target_value=80.0, target_date=END
    )
    checked_store.do(edit_goal, goal_id, started_on=START)
    checked_store.do(record_progress, goal_id, 84.0)
    (goal,) = checked_store.ask(goals, client_id)
    assert (goal.current_progress, goal.trajectory.band) == (84.0, Band.ON_TRACK)
    checked_store.do(set_goal_status, goal_id, GoalStatus.PAUSED)
    checked_store.do(set_goal_status, goal_id, GoalStatus.COMPLETED)
    with pytest.raises(UserError, match="can’t become"):
        checked_store.do(set_goal_status, goal_id, GoalStatus.PAUSED)
    checked_store.do(delete_goal, goal_id)
    assert checked_store.ask(goals, client_id) == ()


def test_a_goal_that_makes_no_sense_is_refused_beside_its_field(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    for wrong, field in (
        ({"title": " "}, "title"),
        ({"title": "Run", "target_date": date(2026, 3, 1)}, "target_date"),
        ({"title": "Run", "start_value": 5.0, "target_value": 5.0}, "target_value"),
    ):
        with pytest.raises(UserError) as refused:
            checked_store.do(add_goal, client_id, **wrong)
        assert refused.value.field == field


@pytest.mark.parametrize(
    ("value", "sex", "age", "rating"),
    [
        (36, Sex.MALE, 25, "Excellent"),
        (35, Sex.MALE, 25, "Very good"),
        (16, Sex.MALE, 25, "Needs improvement"),
        (15, Sex.FEMALE, 25, "Good"),
        (7, Sex.FEMALE, 55, "Good"),
        (30, Sex.UNSTATED, 25, ""),
        (30, Sex.MALE, 75, ""),
        (30, Sex.MALE, None, ""),
    ],
)
def test_push_ups_compare_with_people_of_that_sex_and_age(value: float, sex: Sex, age: int | None, rating: str) -> None:
    assert rating_of(made.TestItem("Push-ups", norms=PUSH_UPS), value, sex, age) == rating


def test_a_resting_heart_rate_needs_neither_sex_nor_age() -> None:
    ratings = [rating_of(RESTING_HEART_RATE, value, Sex.UNSTATED, None) for value in (52, 60, 75, 100, 101)]
    assert ratings == ["Athletic", "Good", "Average", "Fair", "High"]


def test_assessments_are_compared_with_the_one_before(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store, sex=Sex.MALE, date_of_birth=date(1996, 1, 1))
    fitness = next(one for one in checked_store.ask(protocols) if one.name == "General fitness")
    checked_store.do(
        record_assessment, client_id, fitness, {"Push-ups": 20.0, "Resting heart rate": 66.0}, date(2025, 12, 1)
    )
    taken_in = next(one for one in checked_store.ask(protocols) if one.name == "General fitness")
    assert taken_in.id is not None
    newest = checked_store.do(record_assessment, client_id, taken_in, {"Push-ups": 24.0, "Resting heart rate": 62.0})
    now, before = checked_store.ask(assessments, client_id)
    assert [(one.name, one.change, one.is_better, one.rating) for one in now.results] == [
        ("Resting heart rate", -4.0, True, "Good"),
        ("Push-ups", 4.0, True, "Very good"),
    ]
    assert [one.change for one in before.results] == [None, None]
    assert (now.is_due, before.is_due) == (False, False)
    checked_store.do(delete_assessment, newest)
    assert checked_store.ask(assessments, client_id)[0].is_due


def test_an_own_protocol_is_offered_first(checked_store: CheckedStore) -> None:
    checked_store.do(add_protocol, "Grip", (made.TestItem("Left", "kg"), made.TestItem(" ", "")), 30)
    offered = checked_store.ask(protocols)
    assert (offered[0].name, offered[0].items) == ("Grip", (made.TestItem("Left", "kg"),))
    assert len(offered) == 5
    client_id = builders.client(checked_store)
    with pytest.raises(UserError, match="at least one result"):
        checked_store.do(record_assessment, client_id, offered[0], {})
    with pytest.raises(UserError, match="future"):
        checked_store.do(record_assessment, client_id, offered[0], {"Left": 40.0}, date(2026, 3, 3))
