"""The first start: the pages that ask what a new practice is called, how it works and where it is kept."""

from fitwell_desktop.domain.accounts.practice import practice_settings
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.driver import choose, click, fill, find, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import sentences
from fitwell_desktop.tour.stage import Stage
from fitwell_desktop.views.roster.import_dialog import ImportDialog
from fitwell_desktop.vocabulary import UnitSystem, Weekday

NAME, OWNER = "Harbour Strength", "Jordan Miles"


def greet(stage: Stage) -> None:
    """The first start shows three ways to begin."""
    stage.start(lambda program: program.welcome(stage.folder))
    until(lambda: "Welcome" in sentences(), "The first-run pages do not open.")
    stage.picture("welcome")
    click("Start my practice")


def refuse_no_name(stage: Stage) -> None:
    """A practice without a name is refused beside the field."""
    click("Next")
    until(lambda: "name" in sentences().casefold(), "Nothing says that a name is needed.")
    ensure("Practice name" in sentences(), "The page goes on without a name.")


def give_names(stage: Stage) -> None:
    """The practice and its owner get their names, and the country fills in what is usual there."""
    fill("Practice name", NAME)
    fill("Your name", OWNER)
    choose("Country", "Ireland")
    stage.picture("your-practice")
    click("Next")


def set_ways(stage: Stage) -> None:
    """Currency, units, time zone and week are as usual in that country, and can be changed."""
    until(lambda: "How you work" in sentences(), "The page of units does not open.")
    choose("Time zone", "Europe/Dublin")
    choose("Units", UnitSystem.METRIC.label)
    choose("The week begins on", Weekday.MONDAY.label)
    stage.picture("how-you-work")
    click("Next")


def choose_folder(stage: Stage) -> None:
    """The practice gets a folder on this computer."""
    fill("Folder", str(stage.folder.path))
    click("Next")


def create(stage: Stage) -> None:
    """The practice is made, opens, and offers to import the client list."""
    click("Import clients from CSV…")
    stage.picture("your-clients")
    click("Create practice")
    stage.wait_for_window()
    settings = stage.store.ask(practice_settings)
    ensure(settings.name == NAME, f"The practice is called “{settings.name}”.")
    ensure(settings.currency == "EUR", f"The currency is {settings.currency}.")
    ensure(settings.time_zone == "Europe/Dublin", f"The time zone is {settings.time_zone}.")
    ensure(settings.unit_system is UnitSystem.METRIC, f"The units are {settings.unit_system.label}.")
    find("Import clients", ImportDialog)


FIRST_RUN = Chapter("The first start", (greet, refuse_no_name, give_names, set_ways, choose_folder, create))
