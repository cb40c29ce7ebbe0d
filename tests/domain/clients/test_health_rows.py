"""What tells of a client's health is kept from those who may not see it, whichever command writes it."""

import pytest

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.domain.analytics.recent_changes import recent_changes
from fitwell_desktop.domain.clients.change_history import client_history, client_history_with_health
from fitwell_desktop.models.assessments import FitnessAssessment
from fitwell_desktop.models.clients import ClientTrainer
from fitwell_desktop.models.nutrition import NutritionLog
from fitwell_desktop.models.progress import Measurement, ProgressPhoto
from fitwell_desktop.models.workouts import WorkoutCompletion
from fitwell_desktop.vocabulary import Right
from tests import builders


@command("Write down", needs=Right.TRAINING)
def write_down(session: Session, table: str, client_id: object) -> None:
    builders.build(session, kinds()[table], client_id=client_id)


def test_each_table_about_a_client_says_whether_it_tells_of_health() -> None:
    undecided = [name for name, kind in kinds().items() if kind.subject and "health" not in vars(kind)]
    assert undecided == [], "say `health = True` or `False` beside `subject`"


@pytest.mark.parametrize("kind", [Measurement, FitnessAssessment, ProgressPhoto, WorkoutCompletion, NutritionLog])
def test_no_command_brings_what_was_measured_before_the_front_desk(store: Store, kind: type[Measurement]) -> None:
    ava = builders.client(store)
    store.do(write_down, kind.__tablename__, ava)
    assert "Write down" in [step.name for step in store.ask(client_history_with_health, ava)]
    told = [line.what for step in store.ask(client_history, ava) for line in step.lines]
    assert not any(what.startswith(kind.__tablename__.replace("_", " ").capitalize()) for what in told)


def test_what_is_no_health_is_told_to_everyone(store: Store) -> None:
    ava = builders.client(store)
    store.do(write_down, ClientTrainer.__tablename__, ava)
    assert "Write down" in [step.name for step in store.ask(client_history, ava)]
    assert "Write down" in [change.name for change in store.ask(recent_changes)]
