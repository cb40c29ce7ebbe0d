"""Every widget of the gallery can be heard and reached, and shows text as it stands."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from tests.ui.gallery import PAGES

PAGE = pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)


@PAGE
def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, theme: Theme, make: Callable[[], QWidget]) -> None:
    window = make()
    qtbot.addWidget(window)
    focusable = [
        w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(window)
    ]
    names = {w: QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in focusable}
    assert [w for w, name in names.items() if not name] == []


@PAGE
def test_labels_never_take_text_for_markup(qtbot: QtBot, theme: Theme, make: Callable[[], QWidget]) -> None:
    window = make()
    qtbot.addWidget(window)
    assert [w for w in window.findChildren(QLabel) if w.textFormat() is not Qt.TextFormat.PlainText and w.text()] == []
