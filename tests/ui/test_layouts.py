"""Layouts are switched, kept as they were left, made, renamed, deleted and reset."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.layouts import Column, Layout, Layouts, Stack
from tests.ui.small_program import LAYOUTS, Program


@pytest.fixture
def layouts(program: Program) -> Layouts:
    return program.window.layouts


def opened(program: Program) -> set[str]:
    return {dock.objectName() for dock in program.window.area.opened()}


def seen(program: Program) -> list[str]:
    return [dock.objectName() for dock in program.window.area.seen()]


def test_the_first_layout_is_worn_at_first(program: Program, layouts: Layouts) -> None:
    assert program.window.top.layouts.current() == "Desk"
    assert seen(program) == ["memos", "figures"]


def test_columns_are_as_wide_as_declared(program: Program) -> None:
    docks = program.window.area.docks
    assert docks["figures"].width() > 1.5 * docks["memos"].width()


def test_a_layout_without_any_of_its_panels_is_not_offered(program: Program) -> None:
    assert program.window.top.layouts.titles() == ["Desk", "Pile"]


def test_places_that_are_not_there_leave_no_gap() -> None:
    layout = Layout("x", "X", (Column(1, (Stack(("absent",)),)), Column(2, (Stack(("absent", "memos")),))))
    assert layout.among(["memos"]).columns == (Column(2, (Stack(("memos",)),)),)


def test_ctrl_and_a_number_switches(qtbot: QtBot, program: Program) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert program.window.top.layouts.current() == "Pile"
    qtbot.waitUntil(lambda: seen(program) == ["memos"])
    assert opened(program) == {"memos", "figures"}


def test_each_layout_is_kept_as_it_was_left(program: Program, layouts: Layouts) -> None:
    program.window.area.docks["figures"].close()
    layouts.switch("pile")
    assert opened(program) == {"memos", "figures"}
    layouts.switch("desk")
    assert opened(program) == {"memos"}


def test_what_was_not_open_is_not_open_later(program: Program, layouts: Layouts) -> None:
    program.window.open_place("settings")
    layouts.reset()
    layouts.switch("pile")
    layouts.switch("desk")
    assert opened(program) == {"memos", "figures"}


def test_a_closed_panel_opens_where_it_was(qtbot: QtBot, program: Program, layouts: Layouts) -> None:
    program.window.area.docks["memos"].close()
    layouts.switch("pile")
    layouts.switch("desk")
    program.window.open_place("memos")
    qtbot.waitUntil(lambda: seen(program) == ["memos", "figures"])


def test_a_floating_panel_floats_again(program: Program, layouts: Layouts) -> None:
    program.window.area.docks["figures"].setFloating(True)
    layouts.switch("pile")
    assert not program.window.area.docks["figures"].isFloating()
    layouts.switch("desk")
    assert program.window.area.docks["figures"].isFloating()


def test_reset_brings_the_declared_arrangement_back(program: Program, layouts: Layouts) -> None:
    program.window.area.docks["figures"].close()
    program.window.open_place("settings")
    layouts.reset()
    assert opened(program) == {"memos", "figures"}


def test_the_users_own_layout_is_made_and_worn(program: Program, layouts: Layouts) -> None:
    program.window.area.docks["memos"].close()
    layouts.save_as("  Only   figures ")
    assert program.window.top.layouts.titles() == ["Desk", "Pile", "Only figures"]
    assert program.window.top.layouts.current() == "Only figures"
    layouts.switch("desk")
    assert "wear.my-1" in program.window.menus.entries
    program.window.menus.entries["wear.my-1"].made.trigger()
    assert opened(program) == {"figures"}


def test_the_users_own_layout_is_reset_to_how_it_was_saved(program: Program, layouts: Layouts) -> None:
    layouts.save_as("Mine")
    program.window.area.docks["memos"].close()
    layouts.switch("pile")
    layouts.switch("my-1")
    assert opened(program) == {"figures"}
    layouts.reset()
    assert opened(program) == {"memos", "figures"}


def test_a_name_is_needed_and_taken_only_once(layouts: Layouts) -> None:
    with pytest.raises(UserError, match="name"):
        layouts.save_as("  ")
    with pytest.raises(UserError, match="already"):
        layouts.save_as("desk")


def test_only_the_users_own_layouts_are_renamed_and_deleted(program: Program, layouts: Layouts) -> None:
    entries = program.window.menus.entries
    assert not entries["layout.delete"].made.isEnabled()
    layouts.save_as("Mine")
    assert entries["layout.delete"].made.isEnabled()
    layouts.rename("my-1", "Ours")
    assert program.window.top.layouts.titles() == ["Desk", "Pile", "Ours"]
    layouts.delete("my-1")
    assert program.window.top.layouts.titles() == ["Desk", "Pile"]
    assert program.window.top.layouts.current() == "Desk"


def test_a_kept_arrangement_that_cannot_be_read_gives_the_declared_one(program: Program, layouts: Layouts) -> None:
    program.settings.put("layouts", {"pile": {"state": {"qt": "bm9uc2Vuc2U=", "docks": {}}}})
    layouts.switch("pile")
    assert opened(program) == {"memos", "figures"}


def test_every_declared_layout_has_its_own_name() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)
