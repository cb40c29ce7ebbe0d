"""One of many is found by typing, picked by Enter or a click, and taken back when it was not picked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import PickField
from fitwell_desktop.ui.widgets.picker import Picker

NAMES = {1: "Ava Nguyen", 2: "Ava Patel", 3: "Leo Silva"}


class People:
    """Answers the picker, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> list[tuple[object, str, str]]:
        self.asked.append(text)
        return [(number, name, "Strength") for number, name in NAMES.items() if text.lower() in name.lower()]


@pytest.fixture
def people() -> People:
    return People()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, people: People) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(Picker("Client", people))
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def picker(window: QWidget) -> Picker:
    picker = window.findChild(Picker)
    assert picker is not None
    picker.setFocus()
    return picker


def leave(window: QWidget) -> None:
    window.findChildren(QLineEdit)[-1].setFocus()


def test_each_letter_asks_once(picker: Picker, people: People) -> None:
    QTest.keyClicks(picker, "ava")
    assert people.asked == ["a", "av", "ava"]
    assert picker.offered() == ["Ava Nguyen", "Ava Patel"]


def test_enter_picks_the_best_and_tells(qtbot: QtBot, picker: Picker) -> None:
    QTest.keyClicks(picker, "leo")
    with qtbot.waitSignal(picker.picked) as told:
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert told.args == [3]
    assert (picker.value(), picker.text(), picker.offered()) == (3, "Leo Silva", [])


def test_arrows_choose_another(picker: Picker) -> None:
    QTest.keyClicks(picker, "ava")
    QTest.keyClick(picker.offer("ava"), Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() == 2


def test_arrow_down_offers_the_likely_ones(picker: Picker, people: People) -> None:
    picker.set_value(2, "Ava Patel")
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert people.asked == [""]
    assert picker.offered() == list(NAMES.values())


def test_what_was_typed_but_not_picked_is_taken_back(qtbot: QtBot, window: QWidget, picker: Picker) -> None:
    picker.set_value(1, "Ava Nguyen")
    picker.selectAll()
    with qtbot.assertNotEmitted(picker.picked):
        QTest.keyClicks(picker, "zzz")
        leave(window)
    assert (picker.value(), picker.text()) == (1, "Ava Nguyen")


def test_esc_shuts_the_list_and_takes_back_what_was_typed(picker: Picker) -> None:
    picker.set_value(1, "Ava Nguyen")
    picker.selectAll()
    QTest.keyClicks(picker, "leo")
    QTest.keyClick(picker.offer("leo"), Qt.Key.Key_Escape)
    assert (picker.offered(), picker.text()) == ([], "Ava Nguyen")


def test_tab_takes_what_is_marked(picker: Picker) -> None:
    QTest.keyClicks(picker, "ava")
    found = picker.offer("ava")
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Tab)
    assert (picker.value(), picker.text(), picker.offered()) == (2, "Ava Patel", [])


def test_an_emptied_field_holds_nobody(qtbot: QtBot, picker: Picker) -> None:
    picker.set_value(1, "Ava Nguyen")
    picker.selectAll()
    QTest.keyClick(picker, Qt.Key.Key_Delete)
    with qtbot.waitSignal(picker.picked) as told:
        QTest.keyClick(picker.offer(""), Qt.Key.Key_Tab)
    assert (told.args, picker.value()) == ([None], None)


def test_nobody_is_named_while_another_name_is_half_typed(picker: Picker) -> None:
    picker.set_value(1, "Ava Nguyen")
    assert picker.named() == 1
    picker.selectAll()
    QTest.keyClicks(picker, "leo")
    assert (picker.named(), picker.value()) == (None, 1)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.named() == 3


def test_who_is_typing_is_not_disturbed_by_what_is_shown_meanwhile(picker: Picker) -> None:
    picker.set_value(1, "Ava Nguyen")
    picker.selectAll()
    QTest.keyClicks(picker, "zz")
    picker.set_value(2, "Ava Patel")
    assert (picker.text(), picker.value()) == ("zz", 2)
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert picker.text() == "Ava Patel"


def test_a_field_that_is_needed_takes_back_whom_it_held_when_it_is_emptied(
    qtbot: QtBot, window: QWidget, people: People
) -> None:
    picker = Picker("Client", people, needed=True)
    window.layout().insertWidget(0, picker)  # type: ignore[union-attr]  # a column
    picker.show()
    picker.setFocus()
    picker.set_value(1, "Ava Nguyen")
    with qtbot.assertNotEmitted(picker.picked):
        picker.selectAll()
        QTest.keyClick(picker, Qt.Key.Key_Delete)
        QTest.keyClick(picker.offer(""), Qt.Key.Key_Tab)
    assert (picker.value(), picker.text()) == (1, "Ava Nguyen")


def test_a_form_shows_whom_it_holds(qtbot: QtBot, theme: Theme, formats: Formats, people: People) -> None:
    form = Form([PickField(name="by", title="Recommended by", search=people, title_of=NAMES.__getitem__)], formats)
    qtbot.addWidget(form)
    form.set_values({"by": 3})
    picker = form.widget("by")
    assert isinstance(picker, Picker)
    assert (picker.text(), form.values()) == ("Leo Silva", {"by": 3})
