"""Fitness assessments by protocol: recorded, compared with the one before, and when the next is due."""

import re
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.cleaning import clean_line, clean_text
from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.ages import age_on
from fitwell_desktop.domain.clients.protocols import STANDARD, is_possible, rating_of
from fitwell_desktop.models.assessments import FitnessAssessment, TestResult
from fitwell_desktop.models.clients import ClientProfile
from fitwell_desktop.models.protocols import AssessmentProtocol, TestItem
from fitwell_desktop.vocabulary import Right, Sex


class ProtocolChoice(Struct, frozen=True):
    """A protocol that can be followed; `id` is None for one that the practice has not used yet."""

    id: UUID | None
    name: str
    instructions: str
    items: tuple[TestItem, ...]
    retest_days: int | None


class ShownResult(Struct, frozen=True):
    """One result: its change against the assessment before, and what it means for the client's sex and age."""

    name: str
    value: float
    unit: str
    change: float | None
    is_better: bool | None
    rating: str


class Assessment(Struct, frozen=True):
    """An assessment as it is shown."""

    id: UUID
    name: str
    assessed_on: date
    retest_due_on: date | None
    is_due: bool
    notes: str
    results: tuple[ShownResult, ...]


@command("Add protocol", needs=Right.TRAINING)
def add_protocol(
    session: Session, name: str, items: tuple[TestItem, ...], retest_days: int | None = None, instructions: str = ""
) -> UUID:
    """A protocol of the practice's own."""
    tests = tuple(item for item in items if clean_line(item.name))
    if not clean_line(name):
        raise UserError("Type the protocol’s name.", field="name")
    if not tests:
        raise UserError("Name at least one test.", field="items")
    protocol = AssessmentProtocol(
        name=clean_line(name), items=tests, retest_days=retest_days, instructions=clean_text(instructions)
    )
    session.add(protocol)
    session.flush()
    return protocol.id


@command("Record assessment", needs=Right.TRAINING)
def record_assessment(
    session: Session,
    client_id: UUID,
    protocol: ProtocolChoice,
    values: dict[str, float],
    assessed_on: date | None = None,
    notes: str = "",
) -> UUID:
    """What a client did in the protocol's tests, by their names; tests that were left out are not in `values`."""
    finding.client(session, client_id)
    day = assessed_on or practice_today(session)
    if day > practice_today(session):
        raise UserError("An assessment can’t lie in the future.", field="assessed_on")
    results = tuple(
        TestResult(item.name, values[item.name], item.unit) for item in protocol.items if item.name in values
    )
    if not results:
        raise UserError("Type at least one result.", field="results")
    for result in results:
        if not is_possible(result.unit, result.value):
            raise UserError(f"{result.name}: {result.value:g} {result.unit} can’t be right.", field=result.name)
    assessment = FitnessAssessment(
        client_id=client_id,
        trainer_id=session.user_id,
        protocol_id=protocol.id or _take_in(session, protocol),
        assessment_type=protocol.name,
        assessed_on=day,
        retest_due_on=day + timedelta(days=protocol.retest_days) if protocol.retest_days else None,
        results=results,
        notes=clean_text(notes),
    )
    session.add(assessment)
    session.flush()
    return assessment.id


@command("Delete assessment", needs=Right.TRAINING)
def delete_assessment(session: Session, assessment_id: UUID) -> None:
    """Remove an assessment."""
    session.delete(session.get_one(FitnessAssessment, assessment_id))


@query()
def protocols(session: Session) -> tuple[ProtocolChoice, ...]:
    """The practice's own protocols, then those of the program that are not among them."""
    kind = AssessmentProtocol
    found = sa.select(kind.id, kind.name, kind.instructions, kind.items, kind.retest_days).order_by(kind.name)
    own = [ProtocolChoice(*row) for row in session.execute(found)]
    names = {protocol.name for protocol in own}
    further = [ProtocolChoice(None, p.name, p.instructions, p.items, p.retest_days) for p in STANDARD]
    return (*own, *(protocol for protocol in further if protocol.name not in names))


@query()
def assessments(session: Session, client_id: UUID) -> tuple[Assessment, ...]:
    """A client's assessments, newest first."""
    today, person = practice_today(session), _sex_and_birth(session, client_id)
    tests = {item.name: item for protocol in protocols(session) for item in protocol.items}
    kind = FitnessAssessment
    found = sa.select(
        kind.id, kind.assessment_type, kind.assessed_on, kind.retest_due_on, kind.notes, kind.results
    ).where(kind.client_id == client_id)
    shown: list[Assessment] = []
    last: dict[str, float] = {}
    rows = session.execute(found.order_by(kind.assessed_on, kind.created_at)).all()
    newest = {row.assessment_type: row.id for row in rows}
    for row in rows:
        results = tuple(_shown(result, last, tests, person, row.assessed_on) for result in row.results)
        last.update({result.name: result.value for result in results})
        is_due = newest[row.assessment_type] == row.id and row.retest_due_on is not None and row.retest_due_on <= today
        shown.append(
            Assessment(row.id, row.assessment_type, row.assessed_on, row.retest_due_on, is_due, row.notes, results)
        )
    return tuple(reversed(shown))


def tests_of(lines: str) -> tuple[TestItem, ...]:
    """Tests that were typed, one a line, each with its unit in brackets: "Grip, left (kg)"."""
    typed = (re.fullmatch(r"(.+?)\s*(?:\(([^()]*)\))?\s*", line) for line in lines.splitlines() if line.strip())
    return tuple(TestItem(clean_line(parts[1]), clean_line(parts[2] or "")) for parts in typed if parts)


def _shown(
    result: TestResult, last: dict[str, float], tests: dict[str, TestItem], person: tuple[Sex, date | None], day: date
) -> ShownResult:
    test = tests.get(result.name, TestItem(result.name))
    change = result.value - last[result.name] if result.name in last else None
    is_better = None if not change else (change < 0) == test.lower_is_better
    rating = rating_of(test, result.value, person[0], age_on(day, person[1]))
    return ShownResult(result.name, result.value, result.unit, change, is_better, rating)


def _sex_and_birth(session: Session, client_id: UUID) -> tuple[Sex, date | None]:
    kind = ClientProfile
    row = session.execute(sa.select(kind.sex, kind.date_of_birth).where(kind.client_id == client_id)).first()
    return (row.sex, row.date_of_birth) if row else (Sex.UNSTATED, None)


def _take_in(session: Session, choice: ProtocolChoice) -> UUID:
    protocol = AssessmentProtocol(
        name=choice.name, instructions=choice.instructions, items=choice.items, retest_days=choice.retest_days
    )
    session.add(protocol)
    session.flush()
    return protocol.id
