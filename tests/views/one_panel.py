"""The real window with one panel in it, or a few, on a practice on disk: what tests of a panel begin with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.layouts import Column, Layout, Stack
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.theme import Scheme, Theme
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views import PANELS


@contextmanager
def one_panel(qtbot: QtBot, store: Store, clock: Clock, folder: Path, name: str, *behind: str) -> Iterator[Workspace]:
    """The window's workspace, once the panel of that name is filled; `panel_of` gives the panel. Others lie `behind`."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(folder / "settings.json")
    places = tuple(place for place in PANELS if place.name in {name, *behind})
    layouts = (Layout("desk", "Desk", (Column(1200, (Stack((name,)),)),)),)
    window = MainWindow(places, layouts, settings, Theme(application, settings))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    formats = Formats(clock, "en_GB", "Europe/Berlin", "EUR")
    workspace = Workspace(store, clock, window.tasks, window.toasts, formats, settings, window.open_place)
    window.attach(workspace)
    assert window.menus.entries, "all actions are there, and so are their keys"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dock = window.area.docks[name]
    qtbot.waitUntil(lambda: dock._panel is not None and dock.panel.isVisible())  # it is filled when it is shown
    yield workspace
    window.theme.choose(scheme=Scheme.SYSTEM, scale=100)  # the application's palette and font outlive the window
    window.tasks.shutdown()


def window_of(workspace: Workspace) -> MainWindow:
    """The window that the workspace belongs to."""
    window = workspace.tasks.parent()
    assert isinstance(window, MainWindow)
    return window


def panel_of(workspace: Workspace, name: str) -> Panel:
    """The panel of that name."""
    return window_of(workspace).area.docks[name].panel


def settle(qtbot: QtBot, panel: Panel) -> None:
    """Let the panel reload what changed."""
    qtbot.waitUntil(lambda: not panel._soon.isActive())
