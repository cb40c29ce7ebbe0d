"""A panel floats and is docked again where it was."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
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


def test_the_keyboard_goes_from_a_floating_panel_to_the_window_and_back(qtbot: QtBot, program: Program) -> None:
    window, floating = program.window, program.window.area.docks["memos"]
    floating.setFloating(True)
    floating.activateWindow()
    floating.panel.take_keyboard()
    qtbot.waitUntil(floating.isActiveWindow)
    window.open_place("figures")
    qtbot.waitUntil(window.isActiveWindow)
    window.area.step_focus(1)
    qtbot.waitUntil(floating.isActiveWindow)


def test_ctrl_w_after_a_click_on_bare_ground_closes_that_panel(qtbot: QtBot, program: Program) -> None:
    area = program.window.area
    area.docks["memos"].panel.take_keyboard()
    QTest.mouseClick(area.docks["figures"].panel, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert area.focused() is area.docks["figures"]
    program.window.open_place("figures")
    qtbot.waitUntil(area.docks["figures"].panel.findChildren(QLineEdit)[0].hasFocus)


def test_a_tab_comes_back_in_front_of_the_others(qtbot: QtBot, program: Program) -> None:
    program.window.layouts.switch("pile")
    area = program.window.area
    dock = area.docks["figures"]
    dock.setFloating(True)
    bar_of(dock).turn.click()
    qtbot.waitUntil(lambda: [one.place.name for one in area.seen()] == ["figures"])
    assert dock.is_tabbed()


def test_two_that_floated_come_back_as_large_as_they_were(program: Program) -> None:
    area = program.window.area
    before = places(area)
    for _step in ("float", "dock"):
        for name in ("memos", "figures"):
            bar_of(area.docks[name]).turn.click()
            QApplication.processEvents()
    assert places(area) == before


def test_one_that_was_alone_when_it_floated_leaves_its_neighbour_its_room(program: Program) -> None:
    area = program.window.area
    before = places(area)
    area.docks["memos"].close()
    places(area)
    bar_of(area.docks["figures"]).turn.click()
    area.open("memos")
    places(area)
    bar_of(area.docks["figures"]).turn.click()
    assert places(area) == before


def test_after_a_restart_it_still_goes_back_to_where_it_was(
    qtbot: QtBot, windows: list[MainWindow], program: Program, store: Store, settings: Settings
) -> None:
    program.window.resize(FITS)
    before = places(program.window.area)
    bar_of(program.window.area.docks["memos"]).turn.click()
    program.window.close()
    again = restarted(qtbot, windows, store, settings)
    dock = again.window.area.docks["memos"]
    assert bar_of(dock).turn.toolTip() == "Dock Memos"
    bar_of(dock).turn.click()
    after = places(again.window.area)
    assert list(after) == list(before)
    assert abs(after["memos"].width() - before["memos"].width()) <= 1


@pytest.mark.parametrize("rooms", [{}, {"memos": [[["figures", "memos"], 0, -1]]}, {"memos": [300, 500]}, {"memos": 7}])
def test_one_whose_room_the_settings_do_not_tell_is_docked_all_the_same(
    qtbot: QtBot, windows: list[MainWindow], program: Program, store: Store, settings: Settings, rooms: object
) -> None:
    bar_of(program.window.area.docks["memos"]).turn.click()
    program.window.close()
    kept = settings.get("layouts", {})
    state = kept["desk"]["state"]
    settings.put("layouts", {**kept, "desk": {"state": {**state, "rooms": rooms}}})
    area = restarted(qtbot, windows, store, settings).window.area
    bar_of(area.docks["memos"]).turn.click()
    assert list(places(area)) == ["memos", "figures"]


def restarted(qtbot: QtBot, windows: list[MainWindow], store: Store, settings: Settings) -> Program:
    again = started(store, settings)
    again.window.resize(FITS)
    windows.append(again.window)
    qtbot.addWidget(again.window)
    return again
