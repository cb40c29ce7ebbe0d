"""Nothing flashes: no part of the program shows before it stands where it belongs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.app import whereabouts
from fitwell_desktop.app.program import Program
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.views import PANELS
from fitwell_desktop.views.preferences.panel import SECTIONS, PreferencesPanel
from fitwell_desktop.views.roster.client_panel import ClientPanel
from fitwell_desktop.views.roster.panel import RosterPanel


class Watch(QObject):
    """Notes every window of its own that shows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            words = getattr(watched, "text", lambda: "")()
            self.shown.append(f"{type(watched).__name__} {words}".strip())
        return False


def test_opening_every_place_shows_no_other_window_than_the_programs(
    qtbot: QtBot,
    qapp: QApplication,
    folder: PracticeFolder,
    program: Callable[[PracticeFolder], Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whereabouts, "demo_folder", lambda: folder)  # with its banner
    watch = Watch()
    qapp.installEventFilter(watch)
    window = program(folder).window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.area.seen()), timeout=30_000)
    for place in PANELS:
        look_at(qtbot, window, place.name)
    look_at_a_client(qtbot, window)
    preferences = look_at(qtbot, window, "preferences")
    assert isinstance(preferences, PreferencesPanel)
    for section in SECTIONS:
        preferences.section(section)
        qapp.processEvents()
    for layout in window.layouts.titles():
        window.layouts.switch(layout)
        qapp.processEvents()
    qapp.removeEventFilter(watch)
    assert watch.shown == ["MainWindow"]


def look_at(qtbot: QtBot, window: MainWindow, name: str) -> QWidget:
    """Open a place and let it show itself."""
    window.open_place(name)
    panel = window.area.docks[name].panel
    qtbot.waitUntil(panel.isVisible)
    QApplication.processEvents()
    return panel


def look_at_a_client(qtbot: QtBot, window: MainWindow) -> None:
    """Go through all that is known of the first client."""
    roster = window.area.docks["roster"].panel
    assert isinstance(roster, RosterPanel)
    first = roster.list.rows_model.row(0)
    panel = look_at(qtbot, window, "client")
    assert isinstance(panel, ClientPanel)
    panel.show_item(first.id)
    tabs = panel.tabs
    assert isinstance(tabs, QTabWidget)
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        qtbot.waitUntil(lambda: not panel._soon.isActive())
        QApplication.processEvents()
