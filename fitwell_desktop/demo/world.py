"""What all parts of the demo share: the rows, the timeline, who works and trains there, and what a week brought."""

import csv
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from msgspec import Struct

from fitwell_desktop.core import paths
from fitwell_desktop.core.progress import Progress
from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.media import Media
from fitwell_desktop.demo.rows import Id, Rows
from fitwell_desktop.demo.sizes import Size
from fitwell_desktop.demo.timeline import DAY, Timeline
from fitwell_desktop.models.billing import Party
from fitwell_desktop.vocabulary import ClientKind, PauseReason, Sex


@cache
def data(name: str) -> dict[str, Any]:
    """One of the demo's files of words, `data("talk")`."""
    return tomllib.loads(paths.resource("demo", f"{name}.toml").read_text("utf-8"))


@cache
def table(*parts: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file among the resources."""
    with paths.resource(*parts).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def listed(text: str, separator: str = ";") -> list[str]:
    """The parts of a list that is written as one text."""
    return [part.strip() for part in text.split(separator) if part.strip()]


@dataclass(slots=True)
class Trainer:
    """Someone who works at the practice."""

    id: Id
    first: str
    last: str
    number: int
    clients: int = 0


class Pause(Struct, frozen=True):
    """Days on which a client does not train; no end means until further notice."""

    starts_on: date
    ends_on: date | None
    reason: PauseReason

    def covers(self, day: date) -> bool:
        """Whether the client pauses on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(slots=True, eq=False)
class Client:
    """A client as the demo plays them: who they are, how they are, from when to when they are here."""

    id: Id
    first: str
    last: str
    sex: Sex
    born: date
    kind: ClientKind
    aim: str
    joined_on: date
    left_on: date | None
    height_cm: float
    weight_kg: float
    reliability: float
    """Share of what was agreed that they do."""
    talent: float
    logs: bool
    keeps_diary: bool
    pays_late: bool
    trainer: Trainer
    zone: str | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    pauses: list[Pause] = field(default_factory=list)
    cleared_days_ago: int | None = None
    slips: bool = False
    """Whether they have let their training go of late."""

    def trains_on(self, day: date) -> bool:
        """Whether they are here on that day and do not pause."""
        here = self.joined_on <= day and (self.left_on is None or day <= self.left_on)
        return here and not any(pause.covers(day) for pause in self.pauses)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


@dataclass(slots=True)
class Activity:
    """What a client did on one day, for their engagement."""

    planned: int = 0
    workouts: int = 0
    videos: int = 0
    messages: int = 0
    last_at: datetime | None = None


class Session(Struct, frozen=True):
    """An appointment that took place."""

    appointment_id: Id
    client: Client
    start: datetime
    day: date


class Filmed(Struct, frozen=True):
    """A set that could have been filmed."""

    client: Client
    workout_id: Id
    exercise_id: Id
    exercise: str
    set_id: Id
    at: datetime


@dataclass(slots=True)
class Week:
    """One week as it is played: each part adds what later parts go by."""

    number: int
    monday: date
    clients: list[Client]
    """Those who train in it."""
    sessions: list[Session] = field(default_factory=list)
    forfeited: list[Session] = field(default_factory=list)
    """Appointments that count although the client did not come, or cancelled late."""
    filmed: list[Filmed] = field(default_factory=list)
    activity: dict[tuple[Id, date], Activity] = field(default_factory=lambda: defaultdict(Activity))

    @property
    def days(self) -> list[date]:
        """Monday to Sunday."""
        return [self.monday + number * DAY for number in range(7)]


@dataclass(slots=True)
class World:
    """The practice in the making."""

    size: Size
    seed: str
    rows: Rows
    media: Media
    time: Timeline
    progress: Progress
    trainers: list[Trainer] = field(default_factory=list)
    clients: list[Client] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    """How many clients are active in each week."""
    issuer: Party | None = None
    """The practice as it stands on its invoices, once it is founded."""

    @property
    def owner(self) -> Trainer:
        """Whose practice it is."""
        return self.trainers[0]

    def chance(self, word: str) -> Chance:
        """The dice of one part of the demo."""
        return Chance(f"{self.seed} {word}")

    def present(self, client: Client) -> bool:
        """Whether the client is here to this day."""
        return client.left_on is None

    def made_on(self, client: Client) -> datetime:
        """When the client was entered."""
        return self.time.past(self.time.moment(max(client.joined_on, self.time.first), 9 * 60))


class Part:
    """One part of the demo's life. It is told when clients join and leave, plays each week, and rounds off at the end."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows = world.rows
        self.time = world.time
        self.chance = world.chance(type(self).__name__)

    def joins(self, client: Client) -> None:
        """A client begins."""

    def week(self, week: Week) -> None:
        """Play one week."""

    def leaves(self, client: Client) -> None:
        """A client ends."""

    def ends(self) -> None:
        """The present is reached."""
