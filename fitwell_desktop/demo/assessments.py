"""Assessments by protocol: at the beginning, and again when they are due; a few are late."""

from datetime import date
from uuid import UUID

from fitwell_desktop.demo.papers import letter
from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Part, Week, World
from fitwell_desktop.domain.clients.protocols import STANDARD, Protocol
from fitwell_desktop.models.assessments import FitnessAssessment, TestResult
from fitwell_desktop.models.protocols import AssessmentProtocol
from fitwell_desktop.vocabulary import ClientKind, Sex

RETEST = 84


class Assessments(Part):
    """Tests clients who come to the practice."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._protocols = {protocol.name: (self._protocol(protocol), protocol.items) for protocol in STANDARD}
        self._report = world.media.keep(
            letter("Assessment", "Results and what they mean are in the program."), "application/pdf"
        )
        self._due: dict[Id, date] = {}
        self._done: dict[Id, int] = {}

    def week(self, week: Week) -> None:
        for client in week.clients:
            if client.kind is ClientKind.REMOTE:
                continue
            day = week.monday + self.chance.whole(0, 4) * DAY
            due = self._due.get(client.id, client.joined_on)
            if due <= day < self.time.today and client.trains_on(day) and self.chance.hits(0.5):
                self._assess(client, day)

    def _assess(self, client: Client, day: date) -> None:
        name = "Endurance" if client.aim == "endurance" else "General fitness"
        protocol, items = self._protocols[name]
        at = self.time.moment(day, 10 * 60)
        times = self._done.get(client.id, 0)
        self._done[client.id] = times + 1
        self._due[client.id] = day + RETEST * DAY
        documents: tuple[UUID, ...] = ()
        if times == 0 and self.chance.hits(0.2):
            file = self.world.media.attach(self._report, "assessment.pdf", at, client.trainer.id, client.id)
            documents = (uuid(file),)
        self.rows.add(
            FitnessAssessment, at, client.trainer.id, client_id=client.id, trainer_id=client.trainer.id,
            protocol_id=protocol, assessment_type=name, assessed_on=day, retest_due_on=day + RETEST * DAY,
            results=tuple(TestResult(item.name, self._value(client, item.name, times), item.unit) for item in items),
            documents=documents,
        )  # fmt: skip

    def _value(self, client: Client, test: str, times: int) -> float:
        """Better each time, by less and less."""
        gain = 1 + 0.35 * (1 - 0.72**times)
        able = client.talent * (0.62 if client.sex is Sex.FEMALE and test == "Push-ups" else 1)
        values = {
            "Resting heart rate": 72 / (0.6 + 0.4 * gain * able),
            "Push-ups": 19 * able * gain,
            "Plank": 62 * able * gain,
            "Sit-and-reach": 24 + 5 * (gain - 1) * 3 + (4 if client.sex is Sex.FEMALE else 0),
            "Twelve-minute run": 2_050 * able**0.5 * (0.75 + 0.25 * gain),
            "Pulse after one minute": 138 / (0.8 + 0.2 * gain),
        }
        return float(round(values[test] * self.chance.near(1, 0.03, 0.9, 1.1)))

    def _protocol(self, protocol: Protocol) -> Id:
        at = self.time.moment(self.time.first - 25 * DAY, 9 * 60)
        return self.rows.add(
            AssessmentProtocol, at, self.world.owner.id, name=protocol.name, items=protocol.items,
            retest_days=protocol.retest_days, instructions=protocol.instructions,
        )  # fmt: skip
