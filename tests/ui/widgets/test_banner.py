"""A banner shows all of its sentence, however narrow it is."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.labels import Label

SENTENCE = "The medical clearance has expired. Ask for a new one before you train."


@pytest.mark.parametrize("width", [180, 260, 700])
def test_a_narrow_banner_cuts_nothing_of_its_sentence(qtbot: QtBot, theme: Theme, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    theme.dress(page)
    column, banner = QVBoxLayout(page), Banner(parent=page)
    column.addWidget(banner)
    column.addStretch(1)
    banner.say(SENTENCE)
    page.resize(width, 400)
    page.show()
    (words,) = (label for label in banner.findChildren(Label) if label.text())
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert banner.height() <= words.heightForWidth(words.width()) + 24, "nor does it keep more room"
