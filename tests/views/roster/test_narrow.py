"""In a narrow panel with large text nothing of the client in hand is cut, and nothing lies out of sight at the side."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.views.roster.small_practice import Program


def page(qtbot: QtBot, program: Program, title: str) -> Any:
    program.client.show_page(title)
    found = program.client.pages[title].page
    qtbot.waitUntil(lambda: found.isVisible() and hasattr(found, "client"))
    return found


def test_a_narrow_head_goes_on_in_further_lines(qtbot: QtBot, program: Program) -> None:
    head = program.client.header
    head.setFixedWidth(700)
    qtbot.waitUntil(lambda: head.about.height() < 2 * head.about.fontMetrics().lineSpacing())
    assert head.state.y() < head.name.geometry().bottom()
    head.setFixedWidth(230)
    qtbot.waitUntil(lambda: head.about.height() >= 2 * head.about.fontMetrics().lineSpacing())
    assert head.state.y() > head.name.geometry().bottom()


LARGE = 150
"""The size of text at which fewest has room, in percent."""


@pytest.fixture
def narrow(qtbot: QtBot, program: Program) -> Iterator[Program]:
    """The client's panel as narrow as it is beside two others, with large text."""
    program.window.theme.choose(scale=LARGE)
    try:
        program.window.area.docks["client"].setFixedWidth(330)
        qtbot.waitUntil(lambda: program.client.width() <= 330)
        yield program
    finally:
        program.window.theme.choose(scale=100)


@pytest.mark.parametrize("title", ["Overview", "Profile", "Health", "Goals", "Tests", "Notes", "Contacts", "History"])
def test_no_page_is_wider_than_a_narrow_panel_with_large_text(qtbot: QtBot, narrow: Program, title: str) -> None:
    shown = page(qtbot, narrow, title)
    qtbot.waitUntil(lambda: shown.paper.width() == shown.viewport().width())


def test_dates_and_addresses_are_whole_in_a_narrow_panel_with_large_text(qtbot: QtBot, narrow: Program) -> None:
    shown = page(qtbot, narrow, "Profile")
    qtbot.waitUntil(lambda: shown.paper.width() == shown.viewport().width())
    for name in ("email", "phone", "date_of_birth"):
        line = shown.form.widget(name)
        assert isinstance(line, QLineEdit)
        qtbot.waitUntil(partial(is_whole, line))


def is_whole(line: QLineEdit) -> bool:
    """Whether a field has room for its text and the icon behind it."""
    icons = sum(button.width() for button in line.findChildren(QToolButton))
    line.setCursorPosition(0)
    return line.cursorRect().left() + line.fontMetrics().horizontalAdvance(line.text()) + icons <= line.width()
