"""A toast says what was done, offers to undo it, and goes by itself or by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fitwell_desktop.ui import toasts as module
from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.toasts import Toasts
from fitwell_desktop.ui.tokens import Tone


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    made.resize(800, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def undo_button(window: QWidget) -> QPushButton:
    (button,) = window.findChildren(QPushButton)
    return button


def test_undo_is_asked_for_by_the_button_and_the_toast_goes(qtbot: QtBot, window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show_undoable("Moved Leo Silva to Thu 14:00", None)
    assert toasts.sentence() == "Moved Leo Silva to Thu 14:00"
    with qtbot.waitSignal(toasts.undo_requested):
        QTest.mouseClick(undo_button(window), Qt.MouseButton.LeftButton)
    assert toasts.sentence() == ""


def test_what_can_not_be_undone_offers_no_button(window: QWidget) -> None:
    Toasts(window).show("The practice is locked.", Tone.WARN)
    assert not undo_button(window).isVisible()


def test_esc_takes_the_toast_away(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show("Saved")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert toasts.sentence() == ""


def test_a_toast_goes_by_itself(qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STAYS", 1)
    toasts = Toasts(window)
    toasts.show("Saved")
    qtbot.waitUntil(lambda: toasts.sentence() == "")


def test_a_window_that_goes_takes_its_toast_along(theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    toasts = Toasts(window)
    toasts.show_undoable("Moved Leo Silva to Thu 14:00", None)
    gone: list[bool] = []
    toasts.destroyed.connect(lambda: gone.append(True))
    window.show()
    delete(window)
    qapp.processEvents()
    assert gone == [True]


def test_a_toast_stays_inside_a_narrow_window(window: QWidget, qapp: QApplication) -> None:
    toasts = Toasts(window)
    toasts.show_undoable("Moved Leo Silva to Thursday 14:00 and told everyone who had to know about it " * 2, None)
    window.resize(420, 400)
    qapp.processEvents()
    toast = undo_button(window).parentWidget()
    assert toast is not None
    assert window.rect().contains(toast.geometry())
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
