"""Labels show text as it stands, and the whole of it in a tooltip where they had to cut it."""

import pytest
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.labels import ElidedLabel, tooltip


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
