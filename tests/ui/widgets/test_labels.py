"""Labels show text as it stands, and the whole of it in a tooltip where they had to cut it; a tally keeps its room."""

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.labels import ElidedLabel, Label, Tally, tooltip


def test_a_label_tells_the_whole_text_only_while_it_is_cut(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel("Ava Nguyen-Featherstonehaugh")
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == "Ava Nguyen-Featherstonehaugh"
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_label_that_wraps_breaks_a_word_that_is_too_long(qtbot: QtBot, theme: Theme) -> None:
    label = Label("Trainingsvertrag_Mustermann.pdf", wrap=True)
    qtbot.addWidget(label)
    line = label.fontMetrics().height()
    assert label.minimumSizeHint().width() < 60
    assert label.heightForWidth(500) == line
    label.resize(120, label.heightForWidth(120))
    assert label.height() >= 2 * line
    label.show()
    picture = label.grab().toImage()
    lower = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(line, 2 * line)]
    assert len({color.rgb() for color in lower}) > 1, "the rest of the word stands in the second line"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Ava\nBen", "Ava\nBen"),
        ("<b>Ava</b>", "<p>&lt;b&gt;Ava&lt;/b&gt;</p>"),
        ("&lt;b>", "<p>&amp;lt;b&gt;</p>"),
        ("word " * 20, "<p>" + "word " * 20 + "</p>"),
        ("<\n>", "<p>&lt;<br>&gt;</p>"),
    ],
)
def test_a_tooltip_shows_what_it_is_given_and_breaks_long_lines(text: str, shown: str) -> None:
    assert tooltip(text) == shown


def test_a_tally_keeps_its_room_while_its_number_changes(qtbot: QtBot, theme: Theme) -> None:
    tally = Tally("6,000", "hint")
    qtbot.addWidget(tally)
    before = tally.size()
    tally.setText("46")
    assert (tally.text(), tally.size()) == ("46", before)


def test_a_tally_grows_with_long_words_and_comes_back(qtbot: QtBot, theme: Theme) -> None:
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
