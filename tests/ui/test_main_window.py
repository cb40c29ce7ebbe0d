"""The window shows at once, then fills with what the person who is signed in may see."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.progress import Progress
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.ui.main_window import MainWindow
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.vocabulary import Right
from tests.ui.small_program import LAYOUTS, PLACES, Bright, Figures, Memos, Program, practice, started, write_memo

IMPORTS = """
import sys
import fitwell_desktop.app.program
heavy = ("sqlalchemy", "sqlcipher3", "msgspec", "PySide6.QtNetwork", "fitwell_desktop.core.store")
print([name for name in (*heavy, "fitwell_desktop.ui.widgets.form") if name in sys.modules])
"""


def test_the_window_can_show_before_what_takes_long_is_imported() -> None:
    said = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_before_the_practice_is_open_the_last_places_show(
    qtbot: QtBot, qapp: QApplication, windows: list[MainWindow], program: Program
) -> None:
    early = MainWindow(PLACES, LAYOUTS, program.settings, Theme(qapp, program.settings, Bright()))
    windows.append(early)
    qtbot.addWidget(early)
    assert list(early.rail.buttons) == ["memos", "figures", "settings"]
    assert not early.rail.isEnabled()


def test_settings_that_make_no_sense_do_not_stop_the_window(
    qtbot: QtBot, windows: list[MainWindow], tmp_path: Path, store: Store
) -> None:
    settings = Settings(tmp_path / "odd.json")
    settings.put("window.outline", [1, "x", [1, 2], [1, 2, 3, "4"], [0, 0, 10**12, 10**12]])
    settings.put("window.geometry", "nonsense")
    settings.put("window.places", [7])
    settings.put("layouts", {"desk": {"state": 5}, "pile": {"state": {"docks": []}}, "my-x": {"title": 3}, "my-y": 1})
    settings.put("palette.recent", [[], 3])
    odd = started(store, settings)
    windows.append(odd.window)
    qtbot.addWidget(odd.window)
    odd.window.palette_box.pop_up()
    assert odd.window.top.layouts.titles() == ["Desk", "Pile", "3"]
    assert {dock.objectName() for dock in odd.window.area.opened()} == {"memos", "figures"}


def test_places_without_the_right_do_not_appear(program: Program) -> None:
    assert "secrets" not in program.window.rail.buttons
    assert "secrets" not in program.window.area.docks
    assert "go.secrets" not in program.window.menus.entries


def test_a_panel_is_built_when_it_is_first_seen(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.layouts.switch("pile")
    qtbot.waitUntil(window.area.docks["memos"].is_seen)
    assert (Memos.made, program.window.area.docks["settings"].isHidden()) == (1, True)


def test_a_covered_panel_does_not_reload_until_it_is_seen_again(qtbot: QtBot, program: Program) -> None:
    window, figures = program.window, program.panel("figures")
    assert isinstance(figures, Figures)
    window.layouts.switch("pile")
    qtbot.waitUntil(lambda: not figures.isVisible())
    before = figures.reloads
    program.workspace.do(write_memo, "Call Ava")
    qtbot.wait(20)
    assert figures.reloads == before
    window.open_place("figures")
    qtbot.waitUntil(lambda: figures.count == 1)


def test_the_rail_opens_a_place_and_lights_it(qtbot: QtBot, program: Program) -> None:
    button = program.window.rail.buttons["settings"]
    assert not button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.isChecked)
    assert program.window.area.docks["settings"].is_seen()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()


def test_opening_a_place_with_a_thing_shows_the_thing(program: Program) -> None:
    wanted = uuid4()
    program.workspace.open("memos", wanted)
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    assert memos.shown == wanted


def test_a_panels_tools_stand_in_its_docks_head(program: Program) -> None:
    dock = program.window.area.docks["figures"]
    figures = dock.panel
    assert isinstance(figures, Figures)
    head = dock.titleBarWidget()
    assert head.isAncestorOf(figures.tool)


def test_under_a_tab_only_a_panel_with_tools_has_a_head(qtbot: QtBot, program: Program) -> None:
    area = program.window.area
    memos, figures = area.docks["memos"], area.docks["figures"]
    assert memos.titleBarWidget().isVisible()
    program.window.layouts.switch("pile")
    qtbot.waitUntil(lambda: not memos.titleBarWidget().isVisible())
    assert memos.home.y() == 0
    program.window.open_place("figures")
    qtbot.waitUntil(figures.titleBarWidget().isVisible)
    memos.close()
    figures.close()
    program.window.open_place("memos")
    qtbot.waitUntil(memos.titleBarWidget().isVisible)


def test_the_keyboard_goes_from_panel_to_panel(qtbot: QtBot, program: Program) -> None:
    window = program.window
    qtbot.waitUntil(lambda: len(window.area.seen()) == 2)
    window.area.step_focus(1)
    assert window.area.focused() is window.area.docks["memos"]
    window.area.step_focus(1)
    assert window.area.focused() is window.area.docks["figures"]
    window.area.step_focus(1)
    assert window.area.focused() is window.area.docks["memos"]


def test_a_place_that_is_opened_gets_the_keyboard_and_its_keys_work(qtbot: QtBot, program: Program) -> None:
    memos, figures = program.panel("memos"), program.panel("figures")
    assert isinstance(memos, Memos)
    assert isinstance(figures, Figures)
    memos.box.setText("not finished")
    figures.box.setFocus()
    program.window.open_place("memos")
    qtbot.waitUntil(memos.rows.hasFocus)
    QTest.keyClick(memos.rows, Qt.Key.Key_C)
    assert memos.box.text() == ""


def test_a_place_that_is_opened_again_leaves_the_keyboard_where_it_is(qtbot: QtBot, program: Program) -> None:
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    memos.box.setFocus()
    program.window.open_place("memos")
    QTest.qWait(0)
    assert memos.box.hasFocus()


def test_the_search_in_the_head_grows_with_its_words(qtbot: QtBot, program: Program) -> None:
    program.window.resize(1440, 900)
    (words,) = (label for label in program.window.top.search.findChildren(Label) if label.text())
    program.window.theme.choose(scale=150)
    qtbot.waitUntil(lambda: program.window.top.search.height() >= 48)
    assert words.width() >= words.sizeHint().width()


def test_with_large_text_the_window_still_fits_a_small_screen(qtbot: QtBot, program: Program) -> None:
    program.window.theme.choose(scale=150)
    qtbot.waitUntil(lambda: program.window.top.search.height() >= 48)
    program.window.resize(1000, 700)
    QApplication.processEvents()
    assert program.window.width() == 1000, "its search gives way"
    user = program.window.top.user
    assert user.mapTo(program.window, user.rect().bottomRight()).x() < 1000, "the head is not cut either"


def test_with_every_panel_closed_the_window_says_what_to_do(qtbot: QtBot, program: Program) -> None:
    for dock in program.window.area.opened():
        dock.close()
    qtbot.waitUntil(program.window.area.hint.isVisible)
    program.window.open_place("memos")
    qtbot.waitUntil(lambda: not program.window.area.hint.isVisible())


def test_the_signed_in_person_is_shown_by_name(program: Program) -> None:
    assert "Jo van Marsh" in program.window.top.user.toolTip()


def test_size_and_arrangement_are_as_they_were_left(
    qtbot: QtBot, windows: list[MainWindow], program: Program, store: Store
) -> None:
    window = program.window
    window.resize(window.width(), 640)
    window.area.docks["figures"].close()
    window.close()
    again = started(store, program.settings)
    windows.append(again.window)
    qtbot.addWidget(again.window)
    assert again.window.height() == 640
    assert [dock.objectName() for dock in again.window.area.opened()] == ["memos"]


@pytest.fixture
def work(qtbot: QtBot, program: Program) -> Iterator[threading.Event]:
    """Something that the window works on until it is stopped, or the event is set."""
    go_on = threading.Event()

    def wait(progress: Progress) -> None:
        while not go_on.wait(0.01):
            progress.at(0, 0)

    program.window.tasks.run("Importing clients", wait, lambda result: None)
    yield go_on
    go_on.set()


def test_closing_with_work_going_on_asks_first(qtbot: QtBot, program: Program, work: threading.Event) -> None:
    assert not program.window.close()
    question = program.window.findChild(Dialog)
    assert question is not None
    question.secondary.click()
    assert program.window.isVisible()
    work.set()
    qtbot.waitUntil(lambda: not program.window.tasks.running)
    assert program.window.close()


def test_work_that_may_be_stopped_is_stopped(qtbot: QtBot, program: Program, work: threading.Event) -> None:
    program.window.close()
    question = program.window.findChild(Dialog)
    assert question is not None
    with qtbot.waitSignal(program.window.closing):
        question.primary.click()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("task")]


def test_closing_tells_those_who_opened_something(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.window.closing):
        program.window.close()


def test_closing_tells_them_even_if_the_arrangement_can_not_be_kept(qtbot: QtBot, program: Program) -> None:
    def refuse(name: str) -> None:
        raise OSError(name)

    program.settings.listeners.append(refuse)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(program.window.closing):
        program.window.close()
    assert caught[0][0] is OSError


def test_everything_that_takes_the_keyboard_has_a_name(program: Program) -> None:
    nameless = [
        widget
        for widget in program.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and not widget.objectName().startswith("qt_")
    ]
    assert [type(widget).__name__ for widget in nameless if not isinstance(widget.parent(), QLineEdit)] == []


def test_someone_with_every_right_sees_every_place(qtbot: QtBot, windows: list[MainWindow], tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with practice(folder, frozenset(Right)) as store:
        program = started(store, Settings(folder / "settings.json"))
        windows.append(program.window)
        qtbot.addWidget(program.window)
        assert list(program.window.rail.buttons) == ["memos", "figures", "secrets", "settings"]
        program.window.close()


def test_a_window_that_goes_without_being_closed_goes_quietly(
    qtbot: QtBot, store: Store, settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    program = started(store, settings)
    qtbot.waitExposed(program.window)
    qtbot.waitUntil(program.window.area.docks["figures"].is_seen)
    program.window.tasks.shutdown()
    with qtbot.captureExceptions() as caught:
        shiboken6.delete(program.window)
    assert caught == []
    assert capfd.readouterr().err == ""
