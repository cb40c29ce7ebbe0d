"""What can be done with the window itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.menu import Popover
from fitwell_desktop.ui.window_actions import TitleDialog
from tests.ui.small_program import Memos, Program


@pytest.fixture
def window(program: Program) -> QWidget:
    program.window.activateWindow()
    return program.window


def do(program: Program, name: str) -> None:
    program.window.menus.entries[name].made.trigger()


def test_ctrl_n_opens_what_can_be_made(qtbot: QtBot, program: Program, window: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert program.window.menus.new_menu.isVisible()
    program.window.menus.new_menu.hide()


def test_f10_opens_all_menus_as_one(qtbot: QtBot, program: Program, window: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_F10)
    menu = program.window.top.brand.menu()
    assert menu.isVisible()
    assert [action.text() for action in menu.actions()][:2] == ["File", "Edit"]
    menu.hide()


def test_shift_f10_in_a_field_offers_to_cut_what_is_selected(qtbot: QtBot, program: Program, window: QWidget) -> None:
    box = memos(program).box
    left: list[str] = []
    box.editingFinished.connect(lambda: left.append(box.text()))
    select(qtbot, box, "hello")
    assert "Copy" in offered_by_key(box)
    assert (box.selectedText(), left) == ("hello", [])


def test_shift_f10_works_in_a_dialog(qtbot: QtBot, program: Program, window: QWidget) -> None:
    do(program, "layout.save_as")
    dialog = window.findChild(TitleDialog)
    assert dialog is not None
    select(qtbot, dialog.box, "hello")
    assert "Copy" in offered_by_key(dialog.box)
    dialog.reject()


def test_shift_f10_works_in_a_popover(qtbot: QtBot, program: Program, window: QWidget) -> None:
    line = QLineEdit()
    popover = Popover(line, window)
    popover.open_below(program.window.top.brand)
    select(qtbot, line, "hello")
    assert "Copy" in offered_by_key(line)
    popover.close()


def memos(program: Program) -> Memos:
    panel = program.window.area.docks["memos"].panel
    assert isinstance(panel, Memos)
    return panel


def select(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.setText(text)
    line.selectAll()


def offered_by_key(line: QLineEdit) -> list[str]:
    """What the menu that Shift+F10 opens offers and can be done."""
    QTest.keyClick(line, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [one.text().strip("&").partition("\t")[0] for one in menu.actions() if one.isEnabled()]
    menu.close()
    return [text.replace("&", "") for text in texts]


def test_ctrl_w_closes_the_panel_that_has_the_keyboard(qtbot: QtBot, program: Program, window: QWidget) -> None:
    program.window.area.step_focus(1)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert [dock.objectName() for dock in program.window.area.opened()] == ["figures"]


def test_a_layouts_name_is_asked_until_it_is_a_good_one(qtbot: QtBot, program: Program) -> None:
    do(program, "layout.save_as")
    dialog = program.window.findChild(TitleDialog)
    assert dialog is not None
    dialog.primary.click()
    assert dialog.isVisible()
    assert "name" in dialog.wrong.text()
    assert dialog.focusWidget() is dialog.box
    QTest.keyClicks(dialog.box, "Mornings with a cup of coffee")
    dialog.primary.click()
    assert dialog.isVisible()
    assert "at most 24 letters; this has 29" in dialog.wrong.text()
    dialog.box.clear()
    QTest.keyClicks(dialog.box, "Mornings")
    dialog.primary.click()
    assert not dialog.isVisible()
    assert program.window.top.layouts.current() == "Mornings"


def test_a_name_that_is_being_typed_is_not_thrown_away_by_one_esc(program: Program) -> None:
    do(program, "layout.save_as")
    dialog = program.window.findChild(TitleDialog)
    assert dialog is not None
    for letters in ("Morn", "ings"):
        QTest.keyClicks(dialog.box, letters)
        assert dialog.foot.isHidden()
        QTest.keyClick(dialog.box, Qt.Key.Key_Escape)
        assert dialog.foot.isVisible()
    assert dialog.box.text() == "Mornings"
    QTest.keyClick(dialog.box, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_layout_is_renamed_by_its_dialog(program: Program) -> None:
    program.window.layouts.save_as("Mornings")
    do(program, "layout.rename")
    dialog = program.window.findChild(TitleDialog)
    assert dialog is not None
    assert dialog.box.text() == "Mornings"
    dialog.box.setText("Evenings")
    dialog.primary.click()
    assert program.window.top.layouts.titles() == ["Desk", "Pile", "Evenings"]


def test_a_layout_is_deleted_after_a_question(program: Program) -> None:
    program.window.layouts.save_as("Mornings")
    do(program, "layout.delete")
    dialog = program.window.findChild(Dialog)
    assert dialog is not None
    dialog.primary.click()
    assert program.window.top.layouts.titles() == ["Desk", "Pile"]


def test_a_layouts_tab_has_a_menu_with_what_can_be_done_with_it(program: Program) -> None:
    window = program.window
    window.layouts.save_as("Mornings")
    assert offered_by_tab(program, "Desk") == ["Save workspace as…", "Reset workspace"]
    assert window.layouts.current == "desk"
    assert offered_by_tab(program, "Mornings") == [
        "Save workspace as…",
        "Rename workspace…",
        "Reset workspace",
        "Delete workspace",
    ]
    window.top.layouts.menu.actions()[-1].trigger()
    dialog = window.findChild(Dialog)
    assert dialog is not None
    dialog.primary.click()
    assert window.top.layouts.titles() == ["Desk", "Pile"]


def offered_by_tab(program: Program, title: str) -> list[str]:
    """What a right click on a layout's tab offers and can be done."""
    tabs = program.window.top.layouts
    control = tabs._control
    assert control is not None
    QApplication.processEvents()  # so that it has its place
    at = control.box_of(next(name for name, own in program.window.layouts.titles().items() if own == title)).center()
    QTest.mouseClick(control, Qt.MouseButton.RightButton, pos=at)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(control, QContextMenuEvent(reason, at, control.mapToGlobal(at)))
    assert tabs.menu.isVisible()
    tabs.menu.hide()
    return [one.text() for one in tabs.menu.actions() if one.isEnabled() and not one.isSeparator()]


def test_the_persons_menu_holds_the_places_that_stand_aside(program: Program) -> None:
    assert [action.text() for action in program.window.top.user.menu.actions()] == ["Toggle dark theme", "Settings"]


@pytest.mark.parametrize("name", ["window.shortcuts", "layout.save_as"])
def test_a_dialog_that_was_closed_leaves_nothing_behind(qtbot: QtBot, program: Program, name: str) -> None:
    window = program.window
    for _ in range(3):
        window.menus.run(name)
        (dialog,) = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
        dialog.reject()
    qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])
