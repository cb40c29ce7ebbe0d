"""Goals of clients: from a start to a target, with days, progress and a status."""

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.core.workflow import step
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.on_track import Trajectory, trajectory
from fitwell_desktop.models.goals import ClientGoal
from fitwell_desktop.vocabulary import GoalStatus, Right


class GoalChanges(TypedDict, total=False):
    """The fields of a goal that are to change; values in `unit`."""

    title: str
    description: str
    unit: str
    start_value: float | None
    current_progress: float | None
    target_value: float | None
    started_on: date | None
    target_date: date | None


class Goal(Struct, frozen=True):
    """A goal and where it stands today."""

    id: UUID
    title: str
    description: str
    status: GoalStatus
    unit: str
    start_value: float | None
    current_progress: float | None
    target_value: float | None
    started_on: date | None
    target_date: date | None
    trajectory: Trajectory


@command("Add goal", needs=Right.CLIENTS)
def add_goal(session: Session, client_id: UUID, **details: Unpack[GoalChanges]) -> UUID:
    """A further goal; needs `title`. It starts today unless another day is told."""
    finding.client(session, client_id)
    goal = ClientGoal(client_id=client_id, title="", started_on=practice_today(session))
    _write(goal, {"title": "", **details})
    session.add(goal)
    session.flush()
    return goal.id


@command("Edit goal", needs=Right.CLIENTS)
def edit_goal(session: Session, goal_id: UUID, **changes: Unpack[GoalChanges]) -> None:
    """Write the given fields of a goal."""
    _write(session.get_one(ClientGoal, goal_id), changes)


@command("Record progress", needs=Right.CLIENTS)
def record_progress(session: Session, goal_id: UUID, value: float) -> None:
    """What was reached by now."""
    session.get_one(ClientGoal, goal_id).current_progress = value


@command("Change goal", needs=Right.CLIENTS)
def set_goal_status(session: Session, goal_id: UUID, status: GoalStatus) -> None:
    """Pause a goal, take it up again, or mark it as reached."""
    goal = session.get_one(ClientGoal, goal_id)
    goal.status = step(goal.status, status)
    goal.completed_at = session.now if status is GoalStatus.COMPLETED else None


@command("Delete goal", needs=Right.CLIENTS)
def delete_goal(session: Session, goal_id: UUID) -> None:
    """Remove a goal."""
    session.delete(session.get_one(ClientGoal, goal_id))


@query()
def goals(session: Session, client_id: UUID) -> tuple[Goal, ...]:
    """A client's goals: active ones first, each group by the day of its target."""
    kind, today = ClientGoal, practice_today(session)
    columns = (kind.id, kind.title, kind.description, kind.status, kind.unit, kind.start_value, kind.current_progress)
    found = sa.select(*columns, kind.target_value, kind.started_on, kind.target_date).where(kind.client_id == client_id)
    shown = [_goal(row, today) for row in session.execute(found)]
    return tuple(sorted(shown, key=lambda goal: (ORDER[goal.status], goal.target_date or date.max, goal.title)))


ORDER = {GoalStatus.ACTIVE: 0, GoalStatus.PAUSED: 1, GoalStatus.COMPLETED: 2}


def _goal(row: Any, today: date) -> Goal:
    place = trajectory(row.start_value, row.current_progress, row.target_value, row.started_on, row.target_date, today)
    return Goal(**row._asdict(), trajectory=place)


def _write(goal: ClientGoal, changes: GoalChanges) -> None:
    for name, value in changes.items():
        setattr(goal, name, CLEANERS[name](value) if name in CLEANERS else value)
    if not goal.title:
        raise UserError("Type what the client wants to reach.", field="title")
    if goal.started_on and goal.target_date and goal.target_date <= goal.started_on:
        raise UserError("The target’s day is not after the start. Choose a later day.", field="target_date")
    if goal.start_value is not None and goal.start_value == goal.target_value:
        raise UserError("Start and target are the same. Type what is to be reached.", field="target_value")


CLEANERS: dict[str, Any] = {"title": clean_line, "unit": clean_line, "description": clean_text}
