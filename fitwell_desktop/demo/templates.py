"""Program templates: phases and the workouts of one week, which repeat with growing loads."""

import re
from typing import Any

from msgspec import Struct

from fitwell_desktop.demo.library import Known
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import World, data
from fitwell_desktop.models.programs import PhaseOutline, ProgramPhase, ProgramTemplate
from fitwell_desktop.models.workouts import Progression, SessionExercise, Tempo, WorkoutSession
from fitwell_desktop.vocabulary import ProgramType, SessionType, WorkMethod

LINE = re.compile(
    r"(?P<name>.+) (?P<sets>\d+)x(?P<low>\d+)(?:-(?P<high>\d+))?(?P<unit>[sm]?)"
    r"(?: @(?P<rir>\d))?(?: /(?P<rest>\d+))?(?: (?P<group>[A-Z]))?"
)


class Line(Struct, frozen=True):
    """One exercise of a workout, as it is prescribed."""

    exercise: Known
    sets: int
    low: int
    high: int
    unit: str
    rir: float | None
    rest: int
    group: str
    source_id: Id

    def prescription(self) -> dict[str, Any]:
        """The columns of a session exercise that say so."""
        values: dict[str, Any] = {
            "exercise_id": self.exercise.id, "sets": self.sets, "rest_seconds": self.rest, "superset_group": self.group,
            "method": WorkMethod.SUPERSET if self.group else WorkMethod.STRAIGHT, "rir": self.rir,
            "is_each_side": self.exercise.is_unilateral,
        }  # fmt: skip
        if self.unit:
            return values | {"duration_seconds" if self.unit == "s" else "distance_m": self.low}
        return values | {"reps": self.low, "reps_max": self.high if self.high > self.low else None}


class Day(Struct, frozen=True):
    """One workout of the template's week."""

    name: str
    kind: SessionType
    lines: tuple[Line, ...]
    source_id: Id
    sets: int


class Phase(Struct, frozen=True):
    """Some weeks of the template."""

    id: Id
    name: str
    weeks: int
    is_deload: bool


class Template(Struct, frozen=True):
    """A template that clients follow."""

    id: Id
    name: str
    weeks: int
    aims: tuple[str, ...]
    phases: tuple[Phase, ...]
    days: tuple[Day, ...]

    def phase_of(self, week: int) -> tuple[int, Phase]:
        """The phase, with its number, of a week counted from 1."""
        for number, phase in enumerate(self.phases, start=1):
            if week <= phase.weeks:
                return number, phase
            week -= phase.weeks
        return len(self.phases), self.phases[-1]


class Shelf:
    """Writes the templates and keeps them by aim."""

    def __init__(self, world: World, known: dict[str, Known]) -> None:
        self._world = world
        self._known = known
        self._at = world.time.moment(world.time.first - 20 * DAY, 14 * 60)
        self.templates = [self._template(words) for words in data("programs")["template"]]

    def for_aim(self, aim: str) -> list[Template]:
        """What suits someone with that aim."""
        return [template for template in self.templates if aim in template.aims]

    def _template(self, words: dict[str, Any]) -> Template:
        outlines = tuple(PhaseOutline(name, weeks, focus) for name, weeks, focus in words["phases"])
        weeks = sum(outline.weeks for outline in outlines)
        by = self._world.owner.id
        template_id = self._world.rows.add(
            ProgramTemplate, self._at, by, trainer_id=by, name=words["name"], description=words["description"],
            program_type=ProgramType(words.get("type", "WORKOUT")), is_progressive=True, phase_structure=outlines,
            duration_weeks=weeks, days_per_week=len(words["days"]) or None, level=words["level"],
            tags=tuple(words["tags"]), is_published=True,
        )  # fmt: skip
        phases = tuple(self._phase(template_id, number, outline) for number, outline in enumerate(outlines, start=1))
        days = tuple(
            self._day(template_id, number, day, phases[0].id) for number, day in enumerate(words["days"], start=1)
        )
        return Template(template_id, words["name"], weeks, tuple(words["aims"]), phases, days)

    def _phase(self, template_id: Id, number: int, outline: PhaseOutline) -> Phase:
        is_deload = outline.name == "Lighter week"
        phase_id = self._world.rows.add(
            ProgramPhase, self._at, self._world.owner.id, program_template_id=template_id, phase_number=number,
            name=outline.name, duration_weeks=outline.weeks, goals=(outline.focus,), is_deload=is_deload,
        )  # fmt: skip
        return Phase(phase_id, outline.name, outline.weeks, is_deload)

    def _day(self, template_id: Id, number: int, words: dict[str, Any], phase_id: Id) -> Day:
        kind = SessionType(words.get("type", "STRENGTH"))
        workout_id = self._world.rows.add(
            WorkoutSession, self._at, self._world.owner.id, program_template_id=template_id, name=words["name"],
            phase_id=phase_id, session_type=kind, day_number=number, estimated_minutes=60,
        )  # fmt: skip
        lines = tuple(self._line(workout_id, place, text) for place, text in enumerate(words["lines"], start=1))
        return Day(words["name"], kind, lines, workout_id, sum(line.sets for line in lines))

    def _line(self, workout_id: Id, place: int, text: str) -> Line:
        found = LINE.fullmatch(text)
        assert found, text
        part = found.groupdict()
        low = int(part["low"])
        source_id = self._world.rows.ids.at(self._at)
        line = Line(
            self._known[part["name"]], int(part["sets"]), low, int(part["high"] or low), part["unit"],
            float(part["rir"]) if part["rir"] else None, int(part["rest"] or 60), part["group"] or "", source_id,
        )  # fmt: skip
        grows = line.high > low
        self._world.rows.add(
            SessionExercise, self._at, self._world.owner.id, id=source_id, session_id=workout_id, exercise_order=place,
            progression=Progression("double", {"step_kg": line.exercise.step_kg}) if grows else None,
            tempo=Tempo(3, 1, 1, 0, explosive=True) if place == 1 and not line.unit else None, **line.prescription(),
        )  # fmt: skip
        return line
