"""Labels that stay where they are while what they say changes."""

from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.widgets.labels import Tally


def test_a_tally_keeps_its_room_while_its_number_changes(qtbot: QtBot) -> None:
    tally = Tally("6,000", "hint")
    qtbot.addWidget(tally)
    before = tally.size()
    tally.setText("46")
    assert (tally.text(), tally.size()) == ("46", before)


def test_a_tally_grows_with_long_words_and_comes_back(qtbot: QtBot) -> None:
    tally = Tally("6,000", "hint")
    qtbot.addWidget(tally)
    before = tally.size()
    tally.setText("6,000 · Not seen for two weeks")
    assert tally.width() >= tally.fontMetrics().horizontalAdvance(tally.text())
    tally.setText("46")
    assert tally.size() == before


def test_a_tally_grows_with_its_font(qtbot: QtBot) -> None:
    tally = Tally("6,000 · Paused", "hint")
    qtbot.addWidget(tally)
    larger = tally.font()
    larger.setPixelSize(40)
    tally.setFont(larger)
    assert tally.width() >= tally.fontMetrics().horizontalAdvance(tally.text())
