"""What is declared in English is read in the user's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.settings import Settings
from fitwell_desktop.core.store import Store
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.main_window import MainWindow
from tests.ui.small_program import started


class Loud(QTranslator):
    """A language in which everything is written large."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, count: int = -1) -> str:
        return text.upper()


@pytest.fixture
def loud(qapp: QApplication) -> Iterator[None]:
    translator = Loud()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("loud")
def test_menus_actions_places_and_layouts_are_translated(
    qtbot: QtBot, windows: list[MainWindow], store: Store, tmp_path: Path
) -> None:
    window = started(store, Settings(tmp_path / "loud.json")).window
    windows.append(window)
    qtbot.addWidget(window)
    titles = [menu.title() for menu in window.menus.top()]
    assert titles == ["FILE", "EDIT", "VIEW", "GO", "MEMOS", "FIGURES", "HELP"]
    assert window.menus.entries["memos.new"].made.text() == "NEW MEMO…"
    assert window.area.docks["figures"].windowTitle() == "FIGURES"
    assert window.top.layouts.titles() == ["DESK", "PILE"]


@pytest.mark.usefixtures("loud")
def test_words_and_complaints_are_translated_around_what_was_typed(formats: Formats) -> None:
    assert formats.near_day(formats.today()) == "TODAY"
    assert formats.minutes(90) == "1 H 30 MIN"
    with pytest.raises(UserError, match=r"^“soonish” IS NOT A DAY"):
        formats.parse_day("soonish")
