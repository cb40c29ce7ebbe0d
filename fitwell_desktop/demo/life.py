"""The practice's life from its first week to the present: who joins, what each part makes of the week, who leaves."""

from collections import defaultdict

from fitwell_desktop.demo.assessments import Assessments
from fitwell_desktop.demo.body import Bodies
from fitwell_desktop.demo.bookings import AHEAD, Bookings
from fitwell_desktop.demo.casting import Casting, settle
from fitwell_desktop.demo.classes import Classes
from fitwell_desktop.demo.figures import Figures
from fitwell_desktop.demo.films import Films
from fitwell_desktop.demo.food import Diet
from fitwell_desktop.demo.health import Health
from fitwell_desktop.demo.history import History
from fitwell_desktop.demo.intake import Intake
from fitwell_desktop.demo.library import stock
from fitwell_desktop.demo.money import Money
from fitwell_desktop.demo.outbox import Outbox
from fitwell_desktop.demo.people import People
from fitwell_desktop.demo.population import Stay, active_weeks, stays
from fitwell_desktop.demo.practice import Premises
from fitwell_desktop.demo.programs import Programs
from fitwell_desktop.demo.talk import Talk
from fitwell_desktop.demo.templates import Shelf
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.training import Training
from fitwell_desktop.demo.world import Client, Part, Week, World


def live(world: World) -> None:
    """Write all rows of the practice."""
    people = People(world.size.place, world.chance("people"))
    premises = Premises(world, people)
    found = stays(world.size, world.time, world.chance("population"))
    world.busy = active_weeks(found, world.size.weeks)
    casting = Casting(world, people)
    world.clients = [casting.client(stay) for stay in found]
    settle(world, world.chance("settle"))
    bookings = Bookings(world, premises)
    parts = _parts(world, premises, people, bookings)
    _play(world, parts, bookings, found)
    _look_ahead(world, parts, bookings)
    for part in parts:
        part.ends()


def _parts(world: World, premises: Premises, people: People, bookings: Bookings) -> list[Part]:
    """All parts, in the order in which they play a week: later ones go by what earlier ones left in it."""
    programs = Programs(world, Shelf(world, stock(world)))
    training = Training(world, programs)
    money = Money(world)
    return [
        Intake(world, premises, people), Health(world), Classes(world, bookings), bookings, programs, training,
        Bodies(world, training), Assessments(world), Diet(world), Films(world), Talk(world), money,
        Outbox(world, premises, bookings), Figures(world, money), History(world, bookings, money),
    ]  # fmt: skip


def _play(world: World, parts: list[Part], bookings: Bookings, found: list[Stay]) -> None:
    joining: dict[int, list[Client]] = defaultdict(list)
    leaving: dict[int, list[Client]] = defaultdict(list)
    for client, stay in zip(world.clients, found, strict=True):
        joining[stay.joins].append(client)
        if stay.leaves is not None:
            leaving[stay.leaves].append(client)
    here: list[Client] = []
    for number, monday in world.progress.over(enumerate(world.time.mondays), world.size.weeks, "Building the demo"):
        here += joining[number]
        training = [client for client in here if any(client.trains_on(monday + day * DAY) for day in (0, 3, 6))]
        week = Week(number, monday, training)
        for part in parts:
            for client in joining[number]:
                part.joins(client)
        for part in parts:
            part.week(week)
        for client in leaving[number]:
            for part in parts:
                part.leaves(client)
        gone = set(leaving[number])
        here = [client for client in here if client not in gone]
        bookings.forget_week()


def _look_ahead(world: World, parts: list[Part], bookings: Bookings) -> None:
    """The calendar of the weeks to come."""
    here = [client for client in world.clients if world.present(client)]
    for number in range(len(AHEAD)):
        monday = world.time.this_monday + 7 * (number + 1) * DAY
        week = Week(world.size.weeks + number, monday, [c for c in here if c.trains_on(monday + 3 * DAY)])
        for part in parts:
            if isinstance(part, Bookings | Classes):
                part.week(week)
        bookings.forget_week()
