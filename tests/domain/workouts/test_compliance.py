"""Compliance is what was done of what was assigned, and nothing is said of days without work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.domain.workouts.compliance import (
    Due,
    Window,
    exercise_share,
    percent,
    report,
    session_share,
)
from fitwell_desktop.vocabulary import CompletionStatus, Compliance

TODAY = date(2026, 3, 2)
S = CompletionStatus


def due(days_ago: int, done: float) -> Due:
    return Due(TODAY - timedelta(days=days_ago), done)


def windows(*items: Due, paused: set[date] | None = None) -> dict[int, Window]:
    found = report(Compliance.SESSIONS, items, TODAY, paused or set())
    return {window.days: window for window in found.windows}


def test_four_of_five_are_eighty_percent() -> None:
    assert percent([due(0, 1), due(1, 1), due(2, 1), due(3, 1), due(4, 0)]) == 80


def test_no_work_assigned_is_neither_none_nor_all_of_it_done() -> None:
    assert percent([]) is None
    assert windows() == {days: Window(days, None, None) for days in (7, 30, 90)}


@pytest.mark.parametrize(("status", "share"), [(S.COMPLETED, 1), (S.PARTIAL, 0), (S.SKIPPED, 0), (None, 0)])
def test_an_exercise_is_done_or_not(status: CompletionStatus | None, share: float) -> None:
    assert exercise_share(status) == share


@pytest.mark.parametrize(
    ("status", "done", "planned", "share"),
    [
        (S.COMPLETED, 10, 12, 1),
        (S.PARTIAL, 9, 12, 0.75),
        (S.PARTIAL, 14, 12, 1),
        (S.PARTIAL, 0, 12, 0),
        (S.PARTIAL, 3, 0, None),
        (S.SKIPPED, 3, 12, 0),
        (None, 0, 12, 0),
    ],
)
def test_a_session_done_in_part_counts_by_its_sets(
    status: CompletionStatus | None, done: int, planned: int, share: float | None
) -> None:
    assert session_share(status, done, planned) == share


def test_a_window_holds_its_days_and_no_more() -> None:
    found = windows(due(0, 1), due(6, 0), due(7, 1), due(29, 1), due(30, 0), due(89, 0), due(90, 1), due(-1, 0))
    assert found[7] == Window(7, 50, 100)
    assert found[30] == Window(30, 75, 0)
    assert found[90].percent == 50
    assert found[90].previous == 100


@pytest.mark.parametrize(("now", "fallen"), [(0.8, True), (0.81, False), (0.5, True), (1.0, False)])
def test_a_fall_of_twenty_points_is_flagged(now: float, fallen: bool) -> None:
    found = report(Compliance.EXERCISES, [due(1, now), due(8, 1)], TODAY)
    assert found.windows[0].has_fallen is fallen
    assert found.has_fallen is fallen


def test_twenty_points_are_a_fall_however_they_are_rounded() -> None:
    assert Window(7, 100 / 3, 100 / 3 + 20).has_fallen


def test_nothing_falls_where_one_of_the_two_is_unknown() -> None:
    assert not Window(7, None, 100).has_fallen
    assert not Window(7, 0, None).has_fallen


def test_paused_days_count_neither_as_done_nor_as_assigned() -> None:
    away = {TODAY - timedelta(days=days) for days in (1, 2)}
    found = windows(due(0, 1), due(1, 0), due(2, 1), due(3, 0), paused=away)
    assert found[7].percent == 50
    assert windows(due(1, 0), due(2, 0), paused=away)[7].percent is None


def test_a_report_says_which_compliance_it_means() -> None:
    assert report(Compliance.EXERCISES, [], TODAY).kind is Compliance.EXERCISES


@given(st.lists(st.tuples(st.integers(0, 200), st.floats(0, 1)), max_size=30))
def test_compliance_lies_between_none_and_all(items: list[tuple[int, float]]) -> None:
    for window in windows(*(due(*item) for item in items)).values():
        assert window.percent is None or 0 <= window.percent <= 100 + 1e-9
