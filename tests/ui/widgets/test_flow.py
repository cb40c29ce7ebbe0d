"""Rows give each thing the room that it takes, and no more."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.flow import FittingRow
from fitwell_desktop.ui.widgets.labels import Label


@pytest.mark.parametrize("role", ["title", "strong", "heading"])
@pytest.mark.parametrize("text", ["Ava", "Alexandra Papadopoulou", "Contract signed and countersigned.pdf"])
def test_words_that_fit_in_one_line_are_given_the_height_of_one(
    qtbot: QtBot, theme: Theme, text: str, role: str
) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    label = Label(text, role, wrap=True)  # type: ignore[arg-type]  # all are roles
    FittingRow(row).addWidget(label)
    theme.dress(row)
    label.ensurePolished()
    line = label.heightForWidth(10_000)
    assert row.heightForWidth(600) == line
    assert row.heightForWidth(label.width_in_one_line()) == line
    if " " in text:
        assert row.heightForWidth(label.width_in_one_line() - 20) > line
