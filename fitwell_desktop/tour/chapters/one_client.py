"""One client is got to know: profile, health, whom to call, a goal, a note, and what was done with it all."""

from uuid import UUID

from fitwell_desktop.domain.clients.contacts import contacts
from fitwell_desktop.domain.clients.goals import goals
from fitwell_desktop.domain.clients.health import health
from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.domain.clients.papers import notes
from fitwell_desktop.tour.chapter import Chapter
from fitwell_desktop.tour.driver import click, enter, fill, key, tab, type_text, until
from fitwell_desktop.tour.failure import ensure
from fitwell_desktop.tour.finding import front, sentences
from fitwell_desktop.tour.stage import Stage

PAGES = "About the client"
NOTE = "Wants to lift her daughter again without thinking about her back."


def edit_profile(stage: Stage) -> None:
    """The profile is saved as it is typed."""
    key("Ctrl+Shift+E")
    fill("Occupation", "Carpenter")
    fill("Height", "172 cm")
    known = stage.store.ask(profile, in_hand(stage))
    ensure(known.occupation == "Carpenter", f"The occupation is “{known.occupation}”.")
    ensure(known.height_cm == 172, f"The height is {known.height_cm} cm.")
    stage.picture("profile")


def fill_in_health(stage: Stage) -> None:
    """The health history is filled in."""
    tab(PAGES, "Health")
    enter("Allergies")
    type_text("Pollen")
    key("Return")
    fill("Injuries", "Lower back, 2023; no pain now")
    fill("What to keep in mind when training", "Brace before lifting; no loaded rounding")
    fill("Resting heart rate", "58")
    known = stage.store.ask(health, in_hand(stage))
    ensure(known.resting_heart_rate == 58, "The heart rate is not kept.")
    ensure("Lower back" in known.injuries, "The injuries are not kept.")
    ensure("Pollen" in known.allergies, "The allergy is not kept.")
    stage.picture("health")


def add_contact(stage: Stage) -> None:
    """An emergency contact is added; a number that can't be one is refused beside its field."""
    tab(PAGES, "Contacts")
    click("Add contact")
    fill("Name", "Eoin Byrne")
    fill("Relationship", "Partner")
    fill("Phone", "12")
    _press_primary()
    ensure(front() is not None, "A telephone number of two digits is taken.")
    fill("Phone", "087 765 4321")
    _press_primary()
    until(lambda: front() is None, "The contact is not taken.")
    ensure(
        [one.name for one in stage.store.ask(contacts, in_hand(stage))] == ["Eoin Byrne"], "The contact is not kept."
    )


def show_emergency(stage: Stage) -> None:
    """One key shows whom to call."""
    key("Ctrl+E")
    until(lambda: "In an emergency of Aoife Byrne" in sentences(), "The emergency card does not open.")
    stage.picture("emergency-contact")
    key("Esc")
    until(lambda: front() is None, "Esc does not close the emergency card.")


def set_goal(stage: Stage) -> None:
    """A goal with a start, a target and a day."""
    tab(PAGES, "Goals")
    click("Add goal")
    fill("Goal", "Deadlift 100 kg")
    fill("Start", "60")
    fill("Target", "100")
    fill("Reached by now", "72.5")
    fill("Unit", "kg")
    fill("From", "7 Sep 2026")
    fill("Until", "31 Mar 2027")
    stage.picture("new-goal")
    _press_primary()
    until(lambda: front() is None, "The goal is not taken.")
    ensure([goal.title for goal in stage.store.ask(goals, in_hand(stage))] == ["Deadlift 100 kg"], "No goal is kept.")
    stage.picture("goals")


def write_note(stage: Stage) -> None:
    """A note is typed and kept by the keyboard alone."""
    key("Ctrl+Alt+N")
    type_text(NOTE)
    key("Ctrl+Return")
    client_id = in_hand(stage)
    until(lambda: NOTE in [note.body for note in stage.store.ask(notes, client_id)], "The note is not kept.")
    until(lambda: NOTE in sentences(), "The note is not shown.")
    stage.picture("notes")


def look_at_history(stage: Stage) -> None:
    """The history tells who changed what."""
    tab(PAGES, "History")
    until(lambda: "Carpenter" in sentences() or "ccupation" in sentences(), "The history does not tell the change.")
    stage.picture("history")


def look_at_overview(stage: Stage) -> None:
    """The overview sums her up."""
    tab(PAGES, "Overview")
    until(lambda: "Deadlift 100 kg" in sentences(), "The overview does not show the goal.")
    stage.both("overview")


def in_hand(stage: Stage) -> UUID:
    """Whom the window is about."""
    client_id = stage.workspace.selection.current
    ensure(client_id, "Nobody is in hand.")
    assert client_id is not None
    return client_id


def _press_primary() -> None:
    key("Ctrl+Return")


ONE_CLIENT = Chapter(
    "One client",
    (
        edit_profile,
        fill_in_health,
        add_contact,
        show_emergency,
        set_goal,
        write_note,
        look_at_history,
        look_at_overview,
    ),
)
