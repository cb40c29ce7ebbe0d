"""What was asked before someone trains: questionnaires, their replies, and the warnings that were overridden."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table, link
from fitwell_desktop.vocabulary import FieldKind, QuestionnaireKind, ScreeningOutcome


class Question(Struct, frozen=True):
    """One question of a questionnaire."""

    key: str
    text: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    is_required: bool = False


class Questionnaire(Table):
    """A form: intake, PAR-Q or check-in. Replies keep the version that they answer."""

    __tablename__ = "questionnaire"
    __table_args__ = (sa.UniqueConstraint("name", "version"),)

    name: Mapped[str]
    kind: Mapped[QuestionnaireKind]
    version: Mapped[int] = mapped_column(default=1)
    introduction: Mapped[str] = mapped_column(default="")
    questions: Mapped[tuple[Question, ...]] = mapped_column(Json(tuple[Question, ...]), default=())
    valid_months: Mapped[int | None]
    repeat_days: Mapped[int | None]
    is_current: Mapped[bool] = mapped_column(default=True)


class QuestionnaireReply(Table):
    """A client's answers by the question's key. A screening has an outcome and expires."""

    __tablename__ = "questionnaire_reply"
    __table_args__ = (sa.Index(None, "client_id", "answered_on"),)
    subject = "client_id"
    health = True

    client_id: Mapped[UUID] = link("user.id", "CASCADE", index=False)
    questionnaire_id: Mapped[UUID] = link("questionnaire.id", "RESTRICT")
    answers: Mapped[dict[str, str]] = mapped_column(Json(dict[str, str]), default=dict)
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    outcome: Mapped[ScreeningOutcome | None]
    expires_on: Mapped[date | None]
