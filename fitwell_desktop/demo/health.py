"""Health histories, screenings, limitations and clearances, with what was overridden."""

from datetime import date, datetime

from fitwell_desktop.demo.papers import letter
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Part, Week, World, data
from fitwell_desktop.domain.clients import screening
from fitwell_desktop.domain.clients.clearance import MONTHS
from fitwell_desktop.models.clients import HealthHistory, Limitation
from fitwell_desktop.models.records import ClientDocument
from fitwell_desktop.models.safety import SafetyOverride
from fitwell_desktop.models.screening import Question, Questionnaire, QuestionnaireReply
from fitwell_desktop.vocabulary import (
    Clearance,
    DocumentKind,
    FieldKind,
    FitnessLevel,
    Hazard,
    QuestionnaireKind,
    ScreeningOutcome,
    Severity,
)

YEAR = 365 * DAY
FORGOTTEN = 60 * DAY
"""For so long some have not been asked again."""


class Health(Part):
    """Asks each client at the beginning, and again each year."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._words = data("health")
        opened = self.time.moment(self.time.first - 30 * DAY, 11 * 60)
        self._screening = self.rows.add(
            Questionnaire, opened, world.owner.id, name=screening.NAME, kind=QuestionnaireKind.PAR_Q, valid_months=MONTHS,
            questions=screening.QUESTIONS + screening.FURTHER,
        )  # fmt: skip
        words = self._words["check_in"]
        self._check_in = self.rows.add(
            Questionnaire, opened, world.owner.id, name=words["name"], kind=QuestionnaireKind.CHECK_IN, repeat_days=7,
            questions=tuple(Question(key, text, FieldKind.TEXT, is_required=True) for key, text in words["questions"]),
        )  # fmt: skip
        self._doctors_letter = world.media.keep(
            letter("Medical clearance", "The patient may take part in strength and endurance training."),
            "application/pdf",
        )

    def joins(self, client: Client) -> None:
        at, by = self.world.made_on(client), client.trainer.id
        clearance = self._clearance(client)
        self._history(client, clearance, at, by)
        self._screenings(client, clearance, by)
        if self.chance.hits(0.22):
            tag, note = self.chance.one(self._words["tags"])
            until = client.joined_on + self.chance.whole(60, 500) * DAY if self.chance.hits(0.4) else None
            self.rows.add(
                Limitation, at, by, client_id=client.id, tag=tag, severity=self.chance.one(list(Severity)),
                since_on=client.joined_on, until_on=until, note=note,
            )  # fmt: skip

    def week(self, week: Week) -> None:
        """Remote clients answer the weekly questions."""
        for client in week.clients:
            if client.zone or (client.keeps_diary and client.logs and self.chance.hits(0.4)):
                day = week.monday + 6 * DAY
                if client.trains_on(day) and day < self.time.today:
                    self._check(client, day)

    def _check(self, client: Client, day: date) -> None:
        answers = {
            "sleep": str(round(self.chance.near(7, 0.8, 4.5, 9) * 2) / 2),
            "energy": str(self.chance.whole(4, 9)),
            "stress": str(self.chance.whole(2, 8)),
            "proud": self.chance.one(self._words["check_in"]["proud"]),
        }
        self.rows.add(
            QuestionnaireReply, self.time.moment(day, 19 * 60), client.id, client_id=client.id,
            questionnaire_id=self._check_in, answers=answers, due_on=day, answered_on=day,
        )  # fmt: skip

    def _clearance(self, client: Client) -> Clearance:
        if client.cleared_days_ago:
            return Clearance.CLEARED
        states = {Clearance.NOT_REQUIRED: 0.74, Clearance.CLEARED: 0.23, Clearance.REQUIRED: 0.03}
        return self.chance.weighted(states)

    def _history(self, client: Client, clearance: Clearance, at: datetime, by: Id) -> None:
        words, chance = self._words, self.chance
        cleared_on, document = None, None
        if clearance is Clearance.CLEARED:
            age = client.cleared_days_ago or chance.whole(20, 360)
            cleared_on = max(client.joined_on, self.time.today - age * DAY)
            cleared_on = min(cleared_on, client.left_on or cleared_on)
            written = self.time.past(self.time.moment(max(cleared_on, self.time.first), 600))
            document = self.world.media.attach(self._doctors_letter, "clearance.pdf", written, by, client.id)
            self.rows.add(
                ClientDocument, written, by, client_id=client.id, attachment_id=document, kind=DocumentKind.MEDICAL,
                title="Medical clearance", valid_until_on=cleared_on + YEAR,
            )  # fmt: skip
        self.rows.add(
            HealthHistory, at, by, client_id=client.id, medical_clearance=clearance, cleared_on=cleared_on,
            clearance_expires_on=cleared_on + YEAR if cleared_on else None, clearance_document_id=document,
            cleared_by=chance.one(words["doctors"]) if cleared_on else "", fitness_level=self._level(client),
            exercise_limitations=self._maybe("limitations", 0.25), medications=self._maybe("medications", 0.3),
            conditions=tuple(chance.some(words["conditions"], chance.whole(1, 2))) if chance.hits(0.28) else (),
            allergies=tuple(chance.some(words["allergies"], 1)) if chance.hits(0.18) else (),
            injuries=self._maybe("injuries", 0.35), surgeries=self._maybe("surgeries", 0.15),
            lifestyle=self._maybe("lifestyle", 0.8), resting_heart_rate=round(chance.near(66, 8, 46, 92)),
            blood_pressure=f"{chance.whole(108, 142)}/{chance.whole(66, 90)}", reviewed_on=client.joined_on,
        )  # fmt: skip

    def _level(self, client: Client) -> FitnessLevel:
        if client.talent > 1.3:
            return FitnessLevel.ATHLETE
        if client.talent > 1.12:
            return FitnessLevel.ADVANCED
        return FitnessLevel.INTERMEDIATE if client.talent > 0.92 else FitnessLevel.BEGINNER

    def _maybe(self, name: str, probability: float) -> str:
        return str(self.chance.one(self._words[name])) if self.chance.hits(probability) else ""

    def _screenings(self, client: Client, clearance: Clearance, by: Id) -> None:
        """One at the beginning, one each year after; a few are forgotten and have run out."""
        day = max(client.joined_on, self.time.first)
        alarming = clearance is not Clearance.NOT_REQUIRED
        while day <= (client.left_on or self.time.today):
            yes = {"joints", "medicine"} if alarming else set()
            answers = {each.key: screening.YES if each.key in yes else screening.NO for each in screening.QUESTIONS}
            self.rows.add(
                QuestionnaireReply, self.time.past(self.time.moment(day, 9 * 60 + 10)), by, client_id=client.id,
                questionnaire_id=self._screening, answers=answers, answered_on=day, expires_on=day + YEAR,
                outcome=ScreeningOutcome.SEE_DOCTOR if alarming else ScreeningOutcome.CLEAR,
            )  # fmt: skip
            day += YEAR - self.chance.whole(1, 20) * DAY
            if day > self.time.today - FORGOTTEN and self.chance.hits(0.5):
                break
        if clearance is Clearance.REQUIRED:
            self.rows.add(
                SafetyOverride, self.time.past(self.time.moment(max(client.joined_on, self.time.first), 600)), by,
                client_id=client.id, hazard=Hazard.CLEARANCE_MISSING, entity_type="user",
                reason="Only light mobility until the doctor’s letter is here.",
            )  # fmt: skip
