"""Makes the clients of the demo: for each stay at the practice someone with a body, an aim and habits."""

from datetime import date

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.people import People
from fitwell_desktop.demo.population import Stay
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Pause, World
from fitwell_desktop.vocabulary import ClientKind, PauseReason, Sex

AIMS = {"fat loss": 0.34, "muscle": 0.2, "strength": 0.2, "health": 0.16, "endurance": 0.1}
KINDS = {ClientKind.IN_PERSON: 0.7, ClientKind.REMOTE: 0.22, ClientKind.PAPER_ONLY: 0.08}
ZONES = ["America/New_York", "Europe/Lisbon", "Asia/Dubai", "Europe/Helsinki", "America/Sao_Paulo", "Asia/Tokyo"]
REASONS = {PauseReason.HOLIDAY: 0.5, PauseReason.SICK: 0.2, PauseReason.INJURED: 0.15, PauseReason.BREAK: 0.15}


class Casting:
    """Gives each stay its client."""

    def __init__(self, world: World, people: People) -> None:
        self.world = world
        self.people = people
        self.chance = world.chance("casting")

    def client(self, stay: Stay) -> Client:
        """A new client for the stay, with the trainer who has the fewest."""
        person, chance, clock = self.people.person(), self.chance, self.world.time
        joined = clock.mondays[stay.joins] + chance.whole(0, 5) * DAY
        joined = min(joined, clock.today - DAY) if stay.joins == len(clock.mondays) - 1 else joined
        joined = min(joined, clock.today)
        if stay.joins == 0:
            joined = clock.first - chance.whole(20, 400) * DAY
        male = person.sex is Sex.MALE
        height = chance.near(179 if male else 166, 7, 150, 200)
        aim = chance.weighted(AIMS)
        kind = chance.weighted(KINDS)
        trainer = min(self.world.trainers, key=lambda each: (each.clients, each.number))
        trainer.clients += stay.leaves is None
        made = Client(
            id=self.world.rows.ids.at(clock.past(clock.moment(max(joined, clock.first), 9 * 60))),
            first=person.first, last=person.last, sex=person.sex, born=self._birthday(), kind=kind, aim=aim,
            joined_on=joined, left_on=self._last_day(stay), height_cm=round(height, 1),
            weight_kg=round((height / 100) ** 2 * chance.near(27 if aim == "fat loss" else 23.6, 2.2, 19, 36), 1),
            reliability=chance.near(0.9, 0.08, 0.55, 0.99), talent=chance.near(1.0, 0.16, 0.55, 1.5),
            logs=chance.hits(self.world.size.logging), keeps_diary=chance.hits(self.world.size.diaries),
            pays_late=chance.hits(0.12), trainer=trainer,
            zone=chance.one(ZONES) if kind is ClientKind.REMOTE and chance.hits(0.4) else None,
            email=person.email, phone=person.phone, address=person.address,
        )  # fmt: skip
        made.pauses = self._pauses(made)
        return made

    def _birthday(self) -> date:
        age = self.chance.near(39, 12, 17, 74)
        return self.world.time.today - round(age * 365.25) * DAY

    def _last_day(self, stay: Stay) -> date | None:
        if stay.leaves is None:
            return None
        return min(self.world.time.mondays[stay.leaves] + self.chance.whole(3, 6) * DAY, self.world.time.today - DAY)

    def _pauses(self, client: Client) -> list[Pause]:
        """A holiday or an illness now and then, longer ones in summer; never two at once."""
        found: list[Pause] = []
        clock = self.world.time
        day = max(client.joined_on, clock.first) + self.chance.whole(30, 200) * DAY
        while day < (client.left_on or clock.today) - 21 * DAY:
            reason = self.chance.weighted(REASONS)
            weeks = self.chance.whole(1, 3 if day.month in {7, 8} or reason is PauseReason.INJURED else 2)
            found.append(Pause(day, day + (7 * weeks - 1) * DAY, reason))
            day += self.chance.whole(90, 330) * DAY
        return found


def settle(world: World, chance: Chance) -> None:
    """What makes the present week a telling one: someone pauses until further notice, someone has a birthday today."""
    here = [client for client in world.clients if world.present(client) and client.joined_on < world.time.first + DAY]
    here = here or [client for client in world.clients if world.present(client)]
    today = world.time.today
    count = max(1, round(world.size.active * 0.04))
    for number, client in enumerate(chance.some(here, count)):
        ends = None if number == 0 else today + chance.whole(5, 18) * DAY
        client.pauses = [pause for pause in client.pauses if pause.ends_on and pause.ends_on < today - 20 * DAY]
        client.pauses.append(Pause(today - chance.whole(6, 15) * DAY, ends, chance.weighted(REASONS)))
    late = chance.some(
        [client for client in here if client.kind is ClientKind.IN_PERSON], round(1 + 0.12 * world.size.active)
    )
    for client in late:
        client.pays_late = True
    for days, client in zip((378, 352), sorted(here, key=lambda each: each.joined_on), strict=False):
        client.cleared_days_ago = days
    for client in chance.some([client for client in here if client.logs], 1 + round(0.05 * world.size.active)):
        client.slips = True
    others = [client for client in here if not any(pause.covers(today) for pause in client.pauses)] or here
    for days, client in zip((0, 2, 5), chance.some(others, 3), strict=False):
        day = today + days * DAY
        client.born = date(client.born.year, day.month, min(day.day, 28) if day.month == 2 else day.day)
