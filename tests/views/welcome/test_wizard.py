"""The first run, page by page, with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.views.welcome.wizard import Wish, Wizard


@pytest.fixture
def wizard(qtbot: QtBot, clock: FixedClock, tmp_path: Path) -> Wizard:
    shown = Wizard(clock, PracticeFolder(tmp_path / "practice"))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def name_it(practice: str = "Harbour Fit", owner: str = "Olivia Owner") -> None:
    """From the welcome page past the names."""
    press(Qt.Key.Key_Return)
    type_text(practice)
    press(Qt.Key.Key_Tab)
    type_text(owner)
    press(Qt.Key.Key_Return)


def test_enter_leads_from_the_first_page_to_a_practice(wizard: Wizard, tmp_path: Path) -> None:
    wishes: list[Wish] = []
    wizard.wished.connect(wishes.append)
    wizard.names.form.set_values({"country": "DE"})
    wizard.ways.show_country("DE")
    name_it()
    for _ in range(3):
        press(Qt.Key.Key_Return)
    (wish,) = wishes
    new = wish.practice
    assert (new.name, new.owner, new.currency, new.time_zone) == ("Harbour Fit", "Olivia Owner", "EUR", "Europe/Berlin")
    assert wish.folder.path == tmp_path / "practice"
    assert wish.first == "empty"


def test_a_name_that_is_missing_is_said_beside_its_field(wizard: Wizard) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert wizard.at() == 1
    assert wizard.names.form.error("name")
    assert focused() is wizard.names.form.widget("name")


def test_what_is_needed_is_marked(wizard: Wizard) -> None:
    titles = [label.text() for label in wizard.names.form.findChildren(QLabel)]
    assert {"Practice name *", "Your name *", "Country *"} <= set(titles)


def test_escape_goes_back_and_keeps_what_was_typed(wizard: Wizard) -> None:
    name_it("Harbour Fit")
    assert wizard.at() == 2
    press(Qt.Key.Key_Escape)
    assert wizard.at() == 1
    assert wizard.names.form.values()["name"] == "Harbour Fit"


def test_another_country_brings_its_own_ways(wizard: Wizard) -> None:
    press(Qt.Key.Key_Return)
    box = wizard.names.form.widget("country")
    box.setFocus()
    QTest.keyClicks(box, "United States")
    assert wizard.ways.form.values()["currency"] == "USD"
    assert wizard.ways.locale_name == "en_US"


def test_the_folder_of_another_practice_is_refused_beside_the_field(wizard: Wizard, empty_practice: Path) -> None:
    name_it()
    wizard.place.form.set_values({"folder": str(empty_practice.parent)})
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert wizard.at() == 3
    assert wizard.place.form.error("folder")


def test_a_name_alone_is_no_place_for_a_practice(wizard: Wizard) -> None:
    name_it()
    wizard.place.form.set_values({"folder": "mine"})
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert wizard.at() == 3
    assert str(Path.home() / "mine") in wizard.place.form.error("folder")


def test_a_file_is_no_place_for_a_practice(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name", "utf-8")
    name_it()
    wizard.place.form.set_values({"folder": str(tmp_path / "list.csv")})
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert wizard.at() == 3
    assert "is a file" in wizard.place.form.error("folder")


def test_arrows_choose_how_to_begin_from_the_one_that_is_chosen(wizard: Wizard) -> None:
    wishes: list[Wish] = []
    wizard.wished.connect(wishes.append)
    name_it()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert focused() is wizard.clients.options["empty"]
    press(Qt.Key.Key_Up)
    assert wizard.clients.chosen() == "import"
    press(Qt.Key.Key_Return)
    assert wishes[0].first == "import"


def test_what_went_wrong_is_said_where_it_can_be_mended(wizard: Wizard) -> None:
    name_it()
    for _ in range(3):
        press(Qt.Key.Key_Return)
    assert not wizard.next.isEnabled()
    wizard.complain(UserError("The disk is full.", field="folder"))
    assert wizard.at() == 3
    assert wizard.next.isEnabled()
    assert wizard.banner.isVisible()


def test_what_went_wrong_as_a_whole_is_said_where_one_is_and_can_be_tried_again(wizard: Wizard) -> None:
    name_it()
    for _ in range(3):
        press(Qt.Key.Key_Return)
    assert wizard.next.text() == "Creating…"
    wizard.complain(UserError("The disk is full."))
    assert (wizard.next.text(), wizard.next.isEnabled()) == ("Create practice", True)
    assert wizard.banner.isVisible()
