"""A panel floats and is docked again where it was."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.ui.docks import Dock, DockArea, TitleBar
from fitwell_desktop.ui.main_window import MainWindow
from tests.ui.small_program import Program, started

FITS = QSize(780, 600)
"""Fits the screen of a test, so that the window is as large after a restart."""


def bar_of(dock: Dock) -> TitleBar:
    bar = dock.titleBarWidget()
    assert isinstance(bar, TitleBar)
    return bar


def places(area: DockArea) -> dict[str, QRect]:
    """Where each panel is that is seen in the window."""
    QApplication.processEvents()
    return {dock.place.name: dock.geometry() for dock in area.seen() if not dock.isFloating()}


def test_the_button_says_and_does_the_other(program: Program) -> None:
    area = program.window.area
    before = places(area)
    for name in ("figures", "memos", "memos"):
        dock = area.docks[name]
        bar_of(dock).turn.click()
        assert dock.isFloating()
        assert name not in places(area)
        assert bar_of(dock).turn.toolTip() == bar_of(dock).turn.accessibleName() == f"Dock {dock.windowTitle()}"
        bar_of(dock).turn.click()
        assert not dock.isFloating()
        assert places(area) == before
        assert bar_of(dock).turn.toolTip() == f"Float {dock.windowTitle()}"


def test_a_double_click_on_the_head_does_the_same(program: Program) -> None:
    dock = program.window.area.docks["memos"]
    before = places(program.window.area)
    QTest.mouseDClick(bar_of(dock), Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    QTest.mouseDClick(bar_of(dock), Qt.MouseButton.LeftButton)
    assert places(program.window.area) == before


def test_a_tab_comes_back_in_front_of_the_others(qtbot: QtBot, program: Program) -> None:
    program.window.layouts.switch("pile")
    area = program.window.area
    dock = area.docks["figures"]
    dock.setFloating(True)
    bar_of(dock).turn.click()
    qtbot.waitUntil(lambda: [one.place.name for one in area.seen()] == ["figures"])
    assert dock.is_tabbed()


def test_after_a_restart_it_still_goes_back_to_where_it_was(
    qtbot: QtBot, windows: list[MainWindow], program: Program, store: Store, settings: Settings
) -> None:
    program.window.resize(FITS)
    before = places(program.window.area)
    bar_of(program.window.area.docks["memos"]).turn.click()
    program.window.close()
    again = started(store, settings)
    again.window.resize(FITS)
    windows.append(again.window)
    qtbot.addWidget(again.window)
    dock = again.window.area.docks["memos"]
    assert bar_of(dock).turn.toolTip() == "Dock Memos"
    bar_of(dock).turn.click()
    after = places(again.window.area)
    assert list(after) == list(before)
    assert abs(after["memos"].width() - before["memos"].width()) <= 1
