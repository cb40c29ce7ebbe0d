"""Readiness screening in the manner of a PAR-Q: seven questions of our own wording, and what follows from the answers.

It advises and never diagnoses: any yes, a pregnancy, changed health, or age without activity mean a doctor first.
"""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from fitwell_desktop.core.database import Session
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.store import command, query
from fitwell_desktop.domain.accounts.today import practice_today
from fitwell_desktop.domain.clients import finding
from fitwell_desktop.domain.clients.ages import age_on
from fitwell_desktop.domain.clients.clearance import MONTHS, later_by_months
from fitwell_desktop.domain.clients.health import health_row, require_clearance
from fitwell_desktop.models.screening import Question, Questionnaire, QuestionnaireReply
from fitwell_desktop.vocabulary import Clearance, FieldKind, QuestionnaireKind, Right, ScreeningOutcome

NAME = "Readiness screening"
YES, NO = "1", "0"
AGES = (15, 69)
"""For whom the questions were made; outside of it a doctor's word is better."""
OLD_AGE = 70

QUESTIONS = tuple(
    Question(key, text, FieldKind.YES_NO, is_required=True)
    for key, text in (
        ("heart", "Has a doctor told you that your heart is ill, or to exercise only under medical advice?"),
        ("chest_active", "Does your chest hurt when you exert yourself?"),
        ("chest_rest", "Has your chest hurt within the last month while you were at rest?"),
        ("dizzy", "Do you fall from dizziness, or have you ever fainted?"),
        ("joints", "Do you have trouble with bones or joints that more activity could make worse?"),
        ("medicine", "Do you take medicine for your blood pressure or your heart?"),
        ("other", "Is there any other reason why you should not exercise?"),
    )
)
FURTHER = tuple(
    Question(key, text, FieldKind.YES_NO)
    for key, text in (
        ("pregnant", "Are you pregnant, or have you given birth within the last three months?"),
        ("changed", "Has your health changed since you were last asked?"),
        ("inactive", "Have you been inactive for the last months?"),
    )
)
RED_FLAGS = frozenset({"pregnant", "changed"})


class Screening(Struct, frozen=True):
    """One screening: the answers, what they led to, and until when they hold."""

    id: UUID
    answered_on: date
    answers: dict[str, str]
    outcome: ScreeningOutcome
    expires_on: date | None
    has_expired: bool


def outcome_of(answers: dict[str, bool], age: int | None) -> ScreeningOutcome:
    """What the answers mean, by question key; `age` in years, None where it is not known."""
    yes = {key for key, answer in answers.items() if answer}
    alarming = yes & ({question.key for question in QUESTIONS} | RED_FLAGS)
    old_and_still = age is not None and age >= OLD_AGE and "inactive" in yes
    return ScreeningOutcome.SEE_DOCTOR if alarming or old_and_still else ScreeningOutcome.CLEAR


def fits_age(age: int | None) -> bool:
    """Whether the questions were made for people of that age."""
    return age is None or AGES[0] <= age <= AGES[1]


@command("Record screening", needs=Right.HEALTH)
def record_screening(
    session: Session, client_id: UUID, answers: dict[str, bool], answered_on: date | None = None
) -> ScreeningOutcome:
    """Keep a client's answers by question key. Where they call for a doctor, a clearance becomes necessary."""
    unanswered = [question for question in QUESTIONS if question.key not in answers]
    if unanswered:
        raise UserError(f"Please answer each question; open is “{unanswered[0].text}”", field=unanswered[0].key)
    day = answered_on or practice_today(session)
    if day > practice_today(session):
        raise UserError("A screening can’t be answered on a day to come.", field="answered_on")
    profile = finding.profile(session, client_id)
    outcome = outcome_of(answers, age_on(day, profile.date_of_birth))
    session.add(
        QuestionnaireReply(
            client_id=client_id,
            questionnaire_id=_questionnaire(session).id,
            answers={key: YES if answer else NO for key, answer in answers.items()},
            answered_on=day,
            outcome=outcome,
            expires_on=later_by_months(day, MONTHS),
        )
    )
    history = health_row(session, client_id)
    if outcome is ScreeningOutcome.SEE_DOCTOR and history.medical_clearance is not Clearance.REQUIRED:
        require_clearance(history)
    return outcome


@query(needs=Right.HEALTH)
def screenings(session: Session, client_id: UUID) -> tuple[Screening, ...]:
    """A client's screenings, newest first."""
    kind, today = QuestionnaireReply, practice_today(session)
    found = (
        sa.select(kind.id, kind.answered_on, kind.answers, kind.outcome, kind.expires_on)
        .join(Questionnaire, Questionnaire.id == kind.questionnaire_id)
        .where(kind.client_id == client_id, Questionnaire.kind == QuestionnaireKind.PAR_Q)
        .order_by(kind.answered_on.desc(), kind.created_at.desc())
    )
    rows = session.execute(found)
    return tuple(
        Screening(row.id, row.answered_on, row.answers, row.outcome, row.expires_on, _is_past(row.expires_on, today))
        for row in rows
        if row.answered_on and row.outcome
    )


def _is_past(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _questionnaire(session: Session) -> Questionnaire:
    found = sa.select(Questionnaire).where(Questionnaire.name == NAME, Questionnaire.is_current)
    present = session.scalar(found)
    if present is None:
        present = Questionnaire(
            name=NAME, kind=QuestionnaireKind.PAR_Q, questions=QUESTIONS + FURTHER, valid_months=MONTHS
        )
        session.add(present)
        session.flush()
    return present
