"""A practice with a dozen clients of whom much is known, and the window on it; `python -m … OUT` paints its pages."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

import fitwell_desktop.models  # noqa: F401 -- so that its tables can be found
from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.migrate import upgrade
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import SignedIn, Store
from fitwell_desktop.domain.clients.assessments import protocols, record_assessment
from fitwell_desktop.domain.clients.commands import create_client
from fitwell_desktop.domain.clients.contacts import add_contact
from fitwell_desktop.domain.clients.custom_fields import add_custom_field
from fitwell_desktop.domain.clients.goals import add_goal
from fitwell_desktop.domain.clients.health import edit_health, set_clearance
from fitwell_desktop.domain.clients.leaving import archive_clients, pause_clients
from fitwell_desktop.domain.clients.limitations import add_limitation
from fitwell_desktop.domain.clients.papers import add_health_note, add_note
from fitwell_desktop.domain.clients.saved_lists import add_suggested_lists
from fitwell_desktop.domain.clients.tags import set_tags
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.layouts import Column, Layout, Stack
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.theme import Scheme, Source, Theme
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views import PANELS
from fitwell_desktop.views.roster.client_panel import ClientPanel
from fitwell_desktop.views.roster.panel import RosterPanel
from fitwell_desktop.views.roster.search import ClientSource
from fitwell_desktop.vocabulary import AppointmentStatus, Clearance, FieldKind, Right, Sex
from tests import builders

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NAMES = (
    "Ava Nguyen", "Liam Silva", "Noah Tanaka", "Emma Rossi", "Mia Brown", "Leo Okafor", "Zoe Lindqvist", "Max Patel",
    "Ivy Cohen", "Eli Kim", "Nora Haddad", "Finn Garcia", "Ruby Müller", "Hugo Novák",
)  # fmt: skip
LAYOUTS = (
    Layout("coaching", "Coaching", (Column(320, (Stack(("roster",)),)), Column(480, (Stack(("client",)),)))),
    Layout("list", "List", (Column(1000, (Stack(("roster",)),)), Column(400, (Stack(("client",)),)))),
)


class Bright(Source):
    """A desktop that is light."""

    def dark(self) -> bool:
        return False


@dataclass
class Program:
    """The window on a practice of its own."""

    window: MainWindow
    workspace: Workspace
    store: Store

    @property
    def roster(self) -> RosterPanel:
        panel = self.window.area.docks["roster"].panel
        assert isinstance(panel, RosterPanel)
        return panel

    @property
    def client(self) -> ClientPanel:
        panel = self.window.area.docks["client"].panel
        assert isinstance(panel, ClientPanel)
        return panel


def fill(store: Store) -> UUID:
    """A dozen clients; the first is known best, and hers is the id."""
    builders.practice(store)
    ids = [store.do(create_client, first_name=name.split()[0], last_name=name.split()[1]) for name in NAMES]
    for at, client_id in enumerate(ids):
        store.do(set_tags, client_id, (("Strength", "Rehab", "Marathon")[at % 3],))
        for days in (at - 20, at % 5 + 1):
            start = NOW + timedelta(days=days, minutes=60 * at)
            builders.appointment(
                store, client_id=client_id, scheduled_start=start, scheduled_end=start + timedelta(minutes=55),
                title="PT session", status=AppointmentStatus.COMPLETED if days < 0 else AppointmentStatus.CONFIRMED,
            )  # fmt: skip
    store.do(pause_clients, (ids[5], ids[12]), date(2026, 2, 20), date(2026, 3, 20))
    store.do(archive_clients, (ids[13],), "Moved away")
    store.do(add_limitation, ids[3], "knee")
    store.do(add_suggested_lists)
    store.do(add_custom_field, "Shirt", FieldKind.CHOICE, ("S", "M", "L"))
    _know_well(store, ids[0])
    return ids[0]


def _know_well(store: Store, ava: UUID) -> None:
    from fitwell_desktop.domain.clients.commands import edit_client

    store.do(
        edit_client, ava, email="ava@example.com", phone="+49 30 901820", date_of_birth=date(1992, 3, 5),
        sex=Sex.FEMALE, height_cm=168.0, joined_on=date(2025, 3, 1), address="Hafenstraße 12\n20457 Hamburg",
        occupation="Architect",
    )  # fmt: skip
    store.do(add_goal, ava, title="Lose 8 kg", unit="kg", start_value=84.4, current_progress=79.6, target_value=76.4,
             started_on=date(2025, 11, 1), target_date=date(2026, 5, 1))  # fmt: skip
    store.do(add_goal, ava, title="Squat 80 kg", unit="kg", start_value=50.0, current_progress=58.0, target_value=80.0,
             started_on=date(2025, 12, 1), target_date=date(2026, 4, 1))  # fmt: skip
    store.do(edit_health, ava, conditions=("Asthma",), injuries="Left shoulder, 2023", resting_heart_rate=62)
    store.do(set_clearance, ava, Clearance.CLEARED, "Dr. Weiss", date(2025, 3, 20), date(2026, 3, 19))
    store.do(add_limitation, ava, "shoulder", note="no heavy pressing overhead")
    store.do(add_contact, ava, name="Minh Nguyen", relationship="Husband", phone="+49 30 901821")
    store.do(add_contact, ava, name="Linh Tran", relationship="Sister", phone="+49 30 901822")
    store.do(add_note, ava, "Prefers early sessions; on holiday in the second week of April.")
    store.do(add_health_note, ava, "Used her inhaler before the intervals, felt fine after.")
    fitness = next(one for one in store.ask(protocols) if one.name == "General fitness")
    for day, values in ((date(2025, 11, 3), (68.0, 9.0, 55.0, 29.0)), (date(2026, 2, 2), (62.0, 16.0, 95.0, 32.0))):
        taken = dict(zip((item.name for item in fitness.items), values, strict=True))
        store.do(record_assessment, ava, fitness, taken, day)
        fitness = next(one for one in store.ask(protocols) if one.name == "General fitness")


@contextmanager
def practice(folder: Path, rights: frozenset[Right] = frozenset(Right)) -> Iterator[Store]:
    """An empty practice on disk with its owner at work."""
    database = Database(folder / "practice.db")
    upgrade(database, back_up=lambda: None)
    store = Store(database, FixedClock(NOW), SignedIn(None, "Set-up", frozenset(Right)))
    store.signed_in = SignedIn(builders.owner(store), "Olivia Owner", rights)
    yield store
    database.close()


def started(store: Store, settings: Settings) -> Program:
    """The window, shown and attached."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = MainWindow(PANELS, LAYOUTS, settings, Theme(application, settings, Bright()))
    window.resize(1440, 900)
    window.show()
    formats = Formats(store.clock, "en_GB", "Europe/Berlin", "EUR")
    workspace = Workspace(store, store.clock, window.tasks, window.toasts, formats, settings, window.open_place)
    window.attach(workspace, lambda: [ClientSource(workspace)])
    assert window.menus.entries, "all actions are there, and so are their keys"
    return Program(window, workspace, store)


def _settle() -> None:
    for _round in range(6):
        QApplication.processEvents()


def _paint(out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, practice(Path(folder)) as store:
        ava = fill(store)
        program = started(store, Settings(Path(folder) / "settings.json"))
        program.workspace.selection.choose(ava)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            program.window.theme.choose(scheme=scheme)
            program.window.layouts.switch("list")
            _settle()
            program.window.grab().save(str(out / f"list-{scheme}.png"))
            program.window.layouts.switch("coaching")
            for title in program.client.pages:
                program.client.show_page(title)
                _settle()
                program.window.grab().save(str(out / f"{title.lower()}-{scheme}.png"))
        program.window.close()


if __name__ == "__main__":
    QApplication(sys.argv[:1])
    _paint(Path(sys.argv[1]))
