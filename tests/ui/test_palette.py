"""Ctrl+K finds and does, by keyboard alone."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.palette import LIMIT, Hit, Palette
from fitwell_desktop.ui.palette_rows import HIT, parts
from tests.ui.small_program import Memos, Program


class People:
    """Finds people by name, and remembers who was opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.asked: list[str] = []
        self.names = ["Ava Nguyen", "Ava Patel", *(f"Zoe {number}" for number in range(100))]

    def search(self, text: str, limit: int) -> list[Hit]:
        self.asked.append(text)
        found = [name for name in self.names if text and text.lower() in name.lower()]
        return [
            Hit(
                "Clients",
                name,
                "Strength",
                "users",
                "",
                partial(self.opened.append, name),
                f"id-{self.names.index(name)}",
            )
            for name in found[:limit]
        ]


@pytest.fixture
def palette(program: Program) -> Palette:
    program.window.activateWindow()
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return program.window.palette_box


@pytest.fixture
def people(palette: Palette) -> People:
    people = People()
    palette.sources.insert(0, people)
    return people


def titles(palette: Palette) -> list[str]:
    model = palette.rows.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [row.data(HIT).title for row in rows if row.data(HIT)]


def groups(palette: Palette) -> list[str]:
    model = palette.rows.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [row.data() for row in rows if not row.data(HIT)]


def type_in(palette: Palette, text: str) -> None:
    palette.box.clear()
    QTest.keyClicks(palette.box, text)


def press(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.box, key)


def test_ctrl_k_opens_it_with_the_keyboard_in_it(palette: Palette) -> None:
    assert palette.isVisible()
    assert palette.box.hasFocus()


def test_words_find_an_action_in_any_order(palette: Palette) -> None:
    type_in(palette, "memo new")
    assert titles(palette)[0] == "New memo…"


def test_enter_does_the_best_and_closes(qtbot: QtBot, program: Program, palette: Palette) -> None:
    type_in(palette, "new memo")
    press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    qtbot.waitUntil(lambda: memos.texts() == ["Untitled"])


def test_arrows_choose_another_and_go_round(palette: Palette, people: People) -> None:
    type_in(palette, "ava")
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert people.opened == ["Ava Patel"]
    palette.pop_up()
    type_in(palette, "zoe")
    press(palette, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert people.opened[-1] == f"Zoe {LIMIT - 1}"


def test_sources_are_asked_once_for_each_letter(palette: Palette, people: People) -> None:
    QTest.keyClicks(palette.box, "av")
    palette.close_up()
    palette.pop_up()
    palette.close_up()
    palette.pop_up()
    assert people.asked == ["a", "av", "", ""]


def test_hits_stand_in_groups(palette: Palette, people: People) -> None:
    people.names.append("Memory Moyo")
    type_in(palette, "mem")
    assert groups(palette) == ["Clients", "Places", "Actions"]
    assert titles(palette) == ["Memory Moyo", "Memos", "New memo…", "Clear the box"]


def test_what_was_chosen_before_comes_first(palette: Palette, people: People) -> None:
    type_in(palette, "ava")
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Return)
    palette.pop_up()
    type_in(palette, "ava")
    assert titles(palette)[:2] == ["Ava Patel", "Ava Nguyen"]


def test_escape_closes_and_gives_the_keyboard_back(program: Program) -> None:
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    memos.box.setFocus()
    palette = program.window.palette_box
    palette.pop_up()
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert program.window.focusWidget() is memos.box


def test_a_click_beside_it_closes_it(palette: Palette) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_nothing_found_says_so(palette: Palette) -> None:
    type_in(palette, "zebra crossing")
    assert titles(palette) == []
    assert palette.nothing.isVisible()
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_actions_that_cannot_be_done_now_are_not_offered(palette: Palette) -> None:
    type_in(palette, "undo")
    assert "Undo" not in titles(palette)


def test_a_screen_reader_hears_title_kind_and_key(palette: Palette) -> None:
    type_in(palette, "new memo")
    heard = palette.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "New memo…, Memos, Ctrl+Alt+M"


@pytest.mark.parametrize(
    ("shortcut", "caps"),
    [
        ("Ctrl+Shift+L", ["Ctrl", "Shift", "L"]),
        ("G, P", ["G", "P"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("", []),
        ("G, ,", ["G", ","]),
    ],
)
def test_each_key_has_its_own_cap(shortcut: str, caps: list[str]) -> None:
    assert parts(shortcut) == caps


def test_no_name_is_written_into_this_computers_settings(program: Program, palette: Palette, people: People) -> None:
    type_in(palette, "ava p")
    press(palette, Qt.Key.Key_Return)
    assert people.opened == ["Ava Patel"]
    assert program.settings.get("palette.recent", []) == ["id-1"]


def test_tab_goes_through_what_was_found_and_stays_in_the_palette(palette: Palette, people: People) -> None:
    type_in(palette, "ava")
    press(palette, Qt.Key.Key_Tab)
    assert palette.rows.currentIndex().data(HIT).title == "Ava Patel"
    press(palette, Qt.Key.Key_Backtab)
    assert palette.rows.currentIndex().data(HIT).title == "Ava Nguyen"
    assert palette.box.hasFocus()
