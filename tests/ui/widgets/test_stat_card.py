"""A card shows its whole title, however narrow it is."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.theme import Theme
from fitwell_desktop.ui.widgets.stat_card import StatCard

HEAD, FOOT = (12, 26), (50, 82)
"""From where to where, in px from above, the title stands, and the value."""


def drawn(qtbot: QtBot, width: int, rows: tuple[int, int], icon: str = "", delta: str = "") -> QImage:
    card = StatCard("Sessions today", icon)
    qtbot.addWidget(card)
    card.show_figure("2 / 10", delta=delta)
    card.resize(width, card.sizeHint().height())
    return card.grab().toImage().copy(16, rows[0], width - 32, rows[1] - rows[0])


@pytest.mark.parametrize("width", [132, 140])
@pytest.mark.parametrize("delta", ["1 missed", "10 missed"])
def test_a_narrow_card_gives_up_its_picture_and_sends_the_delta_down(
    qtbot: QtBot, theme: Theme, width: int, delta: str
) -> None:
    title_alone = drawn(qtbot, width, HEAD)
    assert drawn(qtbot, width, HEAD, "calendar-days", delta) == title_alone
    assert drawn(qtbot, width, FOOT, "calendar-days", delta) != drawn(qtbot, width, FOOT)


def test_with_the_delta_below_there_may_be_room_for_the_picture(qtbot: QtBot, theme: Theme) -> None:
    head = drawn(qtbot, 167, HEAD, "calendar-days", "1 missed")
    assert head == drawn(qtbot, 167, HEAD, "calendar-days")
    assert head != drawn(qtbot, 167, HEAD)


def test_a_wide_card_has_all_in_its_head(qtbot: QtBot, theme: Theme) -> None:
    head, foot = (drawn(qtbot, 260, rows, "calendar-days", "1 missed") for rows in (HEAD, FOOT))
    assert head != drawn(qtbot, 260, HEAD, "", "1 missed") != drawn(qtbot, 260, HEAD)
    assert foot == drawn(qtbot, 260, FOOT)


def test_no_card_wants_to_be_narrower_than_its_title(qtbot: QtBot, theme: Theme) -> None:
    card = StatCard("What came in during the month before this one")
    qtbot.addWidget(card)
    assert card.minimumSizeHint().width() > 200
