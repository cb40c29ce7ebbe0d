"""The database itself refuses that one person is in two places at once."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import Conflict
from fitwell_desktop.core.store import Store, command
from fitwell_desktop.models.scheduling import Appointment
from fitwell_desktop.vocabulary import AppointmentStatus, Right
from tests import builders
from tests.builders import MORNING

HOUR = timedelta(hours=1)


@command("Move", needs=Right.SCHEDULE)
def move(session: Session, appointment_id: UUID, hours: int) -> None:
    appointment = session.get_one(Appointment, appointment_id)
    appointment.scheduled_start += hours * HOUR
    appointment.scheduled_end += hours * HOUR


@command("Cancel", needs=Right.SCHEDULE)
def cancel(session: Session, appointment_id: UUID) -> None:
    session.get_one(Appointment, appointment_id).status = AppointmentStatus.CANCELLED


def test_a_move_onto_another_appointment_is_refused_and_nothing_is_moved(store: Store) -> None:
    trainer = builders.trainer(store)
    for hours in (0, 1, 2):
        start = MORNING + hours * HOUR
        last = builders.appointment(store, trainer_id=trainer, scheduled_start=start, scheduled_end=start + HOUR)
    with pytest.raises(sa.exc.IntegrityError, match="ex_appointment_trainer"):
        store.do(move, last, -1)
    store.do(move, last, 1)
    store.do(move, last, -4)
    assert store.undo_name == "Move"


def test_a_cancelled_hour_is_free_again(store: Store) -> None:
    who = {"trainer_id": builders.trainer(store), "client_id": builders.client(store)}
    hour = {"scheduled_start": MORNING, "scheduled_end": MORNING + HOUR}
    builders.appointment(store, **who, **hour, status=AppointmentStatus.CANCELLED)
    builders.appointment(store, **who, **hour)
    with pytest.raises(sa.exc.IntegrityError, match="ex_appointment"):
        builders.appointment(store, **who, **hour)


def test_undo_of_a_cancellation_gives_way_to_who_has_the_hour_now(store: Store) -> None:
    hour = {"trainer_id": builders.trainer(store), "scheduled_start": MORNING, "scheduled_end": MORNING + HOUR}
    first = builders.appointment(store, **hour)
    store.do(cancel, first)
    builders.appointment(store, **hour)
    with pytest.raises(Conflict):
        store.undo()
    assert store.undo_name == ""


def test_two_groups_without_a_client_of_their_own_may_run_side_by_side(store: Store) -> None:
    hour = {"scheduled_start": MORNING, "scheduled_end": MORNING + HOUR, "client_id": None}
    builders.appointment(store, **hour)
    builders.appointment(store, **hour)
