"""What is chosen stays chosen: neither scrolling over a box nor a window's shortcut takes it away."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.choices import ComboBox, Slider
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import ChoiceField
from tests.ui.small_program import Memos, Program

CURRENCIES = [("EUR", "Euro"), ("FJD", "Fiji dollar"), ("FKP", "Falkland pound")]


def turn_the_wheel(widget: QWidget) -> QWheelEvent:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def test_a_wheel_over_a_forms_choice_changes_and_saves_nothing(qtbot: QtBot, theme: Theme, formats: Formats) -> None:
    saved: list[tuple[str, Any]] = []
    field = ChoiceField(name="currency", title="Currency", choices=CURRENCIES)
    form = Form([field], formats, save=lambda *what: saved.append(what))
    qtbot.addWidget(form)
    form.set_values({"currency": "EUR"})
    form.show()
    event = turn_the_wheel(form.widget("currency"))
    assert form.values() == {"currency": "EUR"}
    assert saved == []
    assert not event.isAccepted(), "the page around scrolls"


def test_a_wheel_over_a_slider_leaves_it(qtbot: QtBot) -> None:
    slider = Slider()
    qtbot.addWidget(slider)
    slider.setRange(0, 10)
    slider.setValue(5)
    slider.show()
    turn_the_wheel(slider)
    assert slider.value() == 5


@pytest.fixture
def box(program: Program) -> ComboBox:
    """A box in a panel whose own key is the letter C."""
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    box = ComboBox()
    box.addItems(["Apples", "Cherries", "Grapes"])
    column = memos.layout()
    assert column is not None
    column.addWidget(box)
    memos.box.setText("not finished")
    program.window.activateWindow()
    box.setFocus()
    return box


@pytest.mark.parametrize(("letter", "chosen"), [("c", "Cherries"), ("g", "Grapes")])
def test_letters_typed_in_a_choice_look_for_it(program: Program, box: ComboBox, letter: str, chosen: str) -> None:
    memos = program.panel("memos")
    assert isinstance(memos, Memos)
    QTest.keyClicks(box, letter)
    assert box.currentText() == chosen
    assert memos.box.text() == "not finished"


def test_letters_typed_in_the_open_list_look_for_it(program: Program, box: ComboBox) -> None:
    box.showPopup()
    QTest.keyClicks(box.view(), "g")
    assert box.view().currentIndex().data() == "Grapes"


def test_the_keys_with_ctrl_stay_the_windows(qtbot: QtBot, program: Program, box: ComboBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert program.window.palette_box.isVisible()
