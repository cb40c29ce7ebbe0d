"""Tabs in a narrow place: what has no room is in the menu, what is in front is in sight."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.widgets.fitting_tabs import FittingTabs

TITLES = ("Overview", "Profile", "Health", "Goals", "Tests", "Notes", "Contacts", "History")


def made(qtbot: QtBot, width: int) -> FittingTabs:
    tabs = FittingTabs("About")
    qtbot.addWidget(tabs)
    for title in TITLES:
        tabs.add(title, QWidget())
    tabs.resize(width, 300)
    tabs.show()
    qtbot.waitExposed(tabs)
    return tabs


def test_with_room_all_words_are_in_sight(qtbot: QtBot) -> None:
    tabs = made(qtbot, 1200)
    assert tabs.in_menu() == []
    assert not tabs.more.isVisible()


def test_without_room_the_last_words_are_in_the_menu(qtbot: QtBot) -> None:
    tabs = made(qtbot, 340)
    hidden = tabs.in_menu()
    assert hidden == list(TITLES[-len(hidden) :])
    assert tabs.more.isVisible()
    assert tabs.tabBar().tabRect(len(TITLES) - len(hidden) - 1).right() < tabs.more.geometry().left()


def test_the_page_in_front_has_its_word_in_sight(qtbot: QtBot) -> None:
    tabs = made(qtbot, 340)
    tabs._fill()
    entry = next(action for action in tabs._menu.actions() if action.text() == "History")
    entry.trigger()
    qtbot.waitUntil(lambda: tabs.isTabVisible(7))
    assert tabs.currentIndex() == 7
    assert tabs.isTabVisible(0)
    tabs.resize(1200, 300)
    assert tabs.in_menu() == []


def all_in_sight(tabs: FittingTabs) -> bool:
    shown = [tabs.tabBar().tabRect(at) for at in range(tabs.count()) if tabs.isTabVisible(at)]
    return shown[0].left() >= 0 and shown[-1].right() <= tabs.width() - tabs.more.width()


def test_no_word_is_scrolled_away(qtbot: QtBot) -> None:
    tabs = made(qtbot, 340)
    for at in (7, 4, 6, 5):
        tabs.setCurrentIndex(at)
        qtbot.waitUntil(lambda: all_in_sight(tabs))
        assert tabs.isTabVisible(at)
