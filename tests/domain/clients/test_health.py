"""Health histories, clearance, limitations and screening."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.core.errors import NotAllowed, UserError
from fitwell_desktop.core.store import SignedIn
from fitwell_desktop.domain.clients.assessments import assessments, protocols, record_assessment
from fitwell_desktop.domain.clients.clearance import clearance_on, later_by_months, latest_expiry
from fitwell_desktop.domain.clients.health import edit_health, health, set_clearance
from fitwell_desktop.domain.clients.limitations import (
    add_limitation,
    edit_limitation,
    limitation_tags,
    limitations,
    remove_limitation,
)
from fitwell_desktop.domain.clients.screening import QUESTIONS, fits_age, outcome_of, record_screening, screenings
from fitwell_desktop.vocabulary import (
    Clearance,
    ClearanceState,
    FitnessLevel,
    Right,
    ScreeningOutcome,
    Severity,
)
from tests import builders
from tests.checked_store import CheckedStore

NO_TO_ALL = {question.key: False for question in QUESTIONS}


def test_a_history_is_begun_by_its_first_word(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    assert checked_store.ask(health, client_id).conditions == ()
    checked_store.do(edit_health, client_id, conditions=("Asthma", " Asthma ", ""), fitness_level=FitnessLevel.BEGINNER)
    checked_store.do(edit_health, client_id, injuries="Left knee,\n2019")
    shown = checked_store.ask(health, client_id)
    assert (shown.conditions, shown.fitness_level) == (("Asthma",), FitnessLevel.BEGINNER)
    assert (shown.injuries, shown.reviewed_on) == ("Left knee,\n2019", date(2026, 3, 2))


def test_a_clearance_lasts_twelve_months_at_most(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    checked_store.do(set_clearance, client_id, Clearance.CLEARED, "Dr. Weiss")
    assert checked_store.ask(health, client_id).clearance_expires_on == date(2027, 3, 2)
    with pytest.raises(UserError, match="12 months at most, so until 01 Mar 2027"):
        checked_store.do(set_clearance, client_id, Clearance.CLEARED, "Dr. Weiss", date(2026, 3, 1), date(2027, 3, 2))
    with pytest.raises(UserError, match="who gave"):
        checked_store.do(set_clearance, client_id, Clearance.CLEARED, " ")


def test_a_new_condition_voids_a_clearance_and_a_corrected_word_does_not(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    checked_store.do(set_clearance, client_id, Clearance.CLEARED, "Dr. Weiss")
    assert not checked_store.do(edit_health, client_id, medications="Ramipril")
    assert checked_store.ask(health, client_id).clearance is ClearanceState.CLEARED
    assert checked_store.do(edit_health, client_id, conditions=("Angina",))
    assert checked_store.ask(health, client_id).clearance is ClearanceState.MISSING


@pytest.mark.parametrize(
    ("clearance", "expires_on", "state"),
    [
        (None, None, ClearanceState.NOT_REQUIRED),
        (Clearance.NOT_REQUIRED, None, ClearanceState.NOT_REQUIRED),
        (Clearance.REQUIRED, None, ClearanceState.MISSING),
        (Clearance.CLEARED, date(2026, 3, 1), ClearanceState.EXPIRED),
        (Clearance.CLEARED, date(2026, 3, 2), ClearanceState.EXPIRING),
        (Clearance.CLEARED, date(2026, 4, 1), ClearanceState.EXPIRING),
        (Clearance.CLEARED, date(2026, 4, 2), ClearanceState.CLEARED),
        (Clearance.CLEARED, None, ClearanceState.EXPIRED),
    ],
)
def test_where_a_clearance_stands(clearance: Clearance | None, expires_on: date | None, state: ClearanceState) -> None:
    assert clearance_on(date(2026, 3, 2), clearance, expires_on) is state


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_twelve_months_on_is_the_same_day_of_the_year(day: date) -> None:
    later = latest_expiry(day)
    assert (later.year, later.month) == (day.year + 1, day.month)
    assert later.day == day.day or (day.month, day.day, later.day) == (2, 29, 28)


def test_months_end_where_they_end() -> None:
    assert later_by_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert later_by_months(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert later_by_months(date(2026, 11, 30), 1) == date(2026, 12, 30)


def test_limitations_hold_until_their_last_day(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    over = checked_store.do(add_limitation, client_id, "Shoulder", Severity.FORBIDDEN, until_on=date(2026, 3, 1))
    checked_store.do(add_limitation, client_id, " Knee ", note="no deep flexion")
    shown = checked_store.ask(limitations, client_id)
    assert [(one.tag, one.holds) for one in shown] == [("knee", True), ("shoulder", False)]
    checked_store.do(edit_limitation, over, "shoulder", Severity.NOTE)
    checked_store.do(remove_limitation, shown[0].id)
    assert [one.holds for one in checked_store.ask(limitations, client_id)] == [True]
    assert "shoulder" in checked_store.ask(limitation_tags)
    with pytest.raises(UserError, match="what is limited"):
        checked_store.do(add_limitation, client_id, "")


@pytest.mark.parametrize("key", [question.key for question in QUESTIONS] + ["pregnant", "changed"])
def test_a_single_yes_means_a_doctor_first(key: str) -> None:
    assert outcome_of({**NO_TO_ALL, key: True}, 30) is ScreeningOutcome.SEE_DOCTOR


def test_age_matters_only_with_inactivity() -> None:
    assert outcome_of({**NO_TO_ALL, "inactive": True}, 70) is ScreeningOutcome.SEE_DOCTOR
    assert outcome_of({**NO_TO_ALL, "inactive": True}, 69) is ScreeningOutcome.CLEAR
    assert outcome_of(NO_TO_ALL, 80) is ScreeningOutcome.CLEAR
    assert [fits_age(age) for age in (14, 15, 69, 70, None)] == [False, True, True, False, True]


def test_a_screening_that_calls_for_a_doctor_makes_a_clearance_necessary(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    assert checked_store.do(record_screening, client_id, NO_TO_ALL) is ScreeningOutcome.CLEAR
    assert checked_store.ask(health, client_id).clearance is ClearanceState.NOT_REQUIRED
    checked_store.do(record_screening, client_id, {**NO_TO_ALL, "heart": True})
    assert checked_store.ask(health, client_id).clearance is ClearanceState.MISSING
    newest, oldest = checked_store.ask(screenings, client_id)
    assert (newest.outcome, oldest.outcome) == (ScreeningOutcome.SEE_DOCTOR, ScreeningOutcome.CLEAR)
    assert newest.expires_on == date(2027, 3, 2)
    with pytest.raises(UserError, match="answer each question"):
        checked_store.do(record_screening, client_id, {"heart": False})


def test_an_old_screening_has_expired(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    checked_store.do(record_screening, client_id, NO_TO_ALL, date(2025, 3, 1))
    assert checked_store.ask(screenings, client_id)[0].has_expired


def test_the_front_desk_sees_nothing_of_health(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    checked_store.signed_in = SignedIn(None, "Fred Desk", frozenset(Right) - {Right.HEALTH})
    with pytest.raises(NotAllowed):
        checked_store.ask(health, client_id)
    with pytest.raises(NotAllowed):
        checked_store.ask(limitations, client_id)
    with pytest.raises(NotAllowed):
        checked_store.ask(screenings, client_id)


def test_a_pulse_that_nobody_has_is_refused_in_a_test_too(checked_store: CheckedStore) -> None:
    client_id = builders.client(checked_store)
    fitness = next(one for one in checked_store.ask(protocols) if one.name == "General fitness")
    with pytest.raises(UserError, match="Resting heart rate: 12 bpm can’t be right"):
        checked_store.do(record_assessment, client_id, fitness, {"Resting heart rate": 12.0})
    with pytest.raises(UserError, match="can’t be right"):
        checked_store.do(edit_health, client_id, resting_heart_rate=24)
    checked_store.do(record_assessment, client_id, fitness, {"Resting heart rate": 48.0, "Push-ups": 12.0})
    assert checked_store.ask(assessments, client_id)[0].results[0].rating == "Athletic"
