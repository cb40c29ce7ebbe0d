"""In a narrow panel with large text nothing of the client in hand is cut, and nothing lies out of sight at the side."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.clients.papers import add_document
from fitwell_desktop.ui.widgets.buttons import IconButton
from tests.views.roster.small_practice import Program


def page(qtbot: QtBot, program: Program, title: str) -> Any:
    program.client.show_page(title)
    found = program.client.pages[title].page
    qtbot.waitUntil(lambda: found.isVisible() and found._client is not None)
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


def test_the_menu_of_a_document_with_one_long_word_for_a_title_is_in_sight(qtbot: QtBot, narrow: Program) -> None:
    contract = StoredFile("a" * 64, "Trainingsvertrag_Mustermann_unterschrieben_2026.pdf", 12, "application/pdf")
    shown = page(qtbot, narrow, "Notes")
    narrow.store.do(add_document, shown.client, contract)

    def menu_in_sight() -> bool:
        right = [more.mapTo(shown.viewport(), more.rect().topRight()).x() for more in menus_of(shown, contract.name)]
        return bool(right) and max(right) < shown.viewport().width()

    qtbot.waitUntil(menu_in_sight)


def menus_of(shown: QWidget, title: str) -> list[IconButton]:
    return [more for more in shown.findChildren(IconButton) if more.isVisible() and title in more.accessibleName()]


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
