"""The Preferences: what is typed is kept at once, shows at once, and can be taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitwell_desktop.ui.palette_rows import HIT
from fitwell_desktop.ui.theme import Scheme
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.appearance import AppearanceSection
from fitwell_desktop.views.preferences.branding import BrandingSection
from fitwell_desktop.views.preferences.data import DataSection
from fitwell_desktop.views.preferences.money import MoneySection
from fitwell_desktop.views.preferences.panel import SECTIONS, PreferencesPanel
from fitwell_desktop.views.preferences.practice import PracticeSection
from tests.views.one_panel import settle, window_of
from tests.views.preferences.typing_there import kept, type_into


def test_every_section_opens(panel: PreferencesPanel) -> None:
    for kind in SECTIONS:
        assert panel.section(kind).isVisible()


def test_a_section_begins_at_its_top_however_high_the_window_is(panel: PreferencesPanel) -> None:
    panel.window().resize(1_200, 1_400)
    for kind in SECTIONS:
        section = panel.section(kind)
        QApplication.processEvents()
        heading, sentence = section.findChildren(Label)[:2]
        assert sentence.y() - heading.geometry().bottom() < 2 * section.column.spacing(), kind


def test_what_was_refused_is_asked_about_before_closing(panel: PreferencesPanel) -> None:
    type_into(panel.section(MoneySection), "payment_terms_days", "900")
    panel.section(BrandingSection)
    (one,) = panel.unsaved()
    assert one.what == "Due after"
    assert one.show
    one.show()
    assert panel.section(MoneySection).isVisible()
    one.discard()
    assert not panel.unsaved()


def test_a_name_is_kept_when_its_field_is_left_and_taken_back_with_undo(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(PracticeSection)
    type_into(section, "name", "Harbour Fit")
    assert kept(workspace).name == "Harbour Fit"
    workspace.store.undo()
    settle(qtbot, panel)
    assert kept(workspace).name == "Harbour Strength"
    assert section.forms[0].values()["name"] == "Harbour Strength"


def test_a_practice_without_a_name_is_refused_beside_the_field(workspace: Workspace, panel: PreferencesPanel) -> None:
    section = panel.section(PracticeSection)
    name = section.forms[0].widget("name")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(name, Qt.Key.Key_Delete)
    QTest.keyClick(name, Qt.Key.Key_Tab)
    assert section.forms[0].error("name")
    assert kept(workspace).name == "Harbour Strength"


def test_dark_is_worn_at_once_and_kept_for_this_computer(workspace: Workspace, panel: PreferencesPanel) -> None:
    section = panel.section(AppearanceSection)
    assert isinstance(section, AppearanceSection)
    before = QApplication.palette().window().color().lightness()
    section.scheme.setFocus()
    QTest.keyClick(section.scheme, Qt.Key.Key_Right)
    QTest.keyClick(section.scheme, Qt.Key.Key_Right)
    assert QApplication.palette().window().color().lightness() < min(before, 60)
    assert workspace.settings.get("theme.scheme", "") == "dark"


def test_the_folder_and_its_backups_are_told(workspace: Workspace, panel: PreferencesPanel) -> None:
    section = panel.section(DataSection)
    assert isinstance(section, DataSection)
    assert "MB" in section.amount.text()
    assert section.backups.text() == "There is no backup yet."


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


def test_sections_and_their_fields_are_read_in_the_users_language(loud: None, panel: PreferencesPanel) -> None:
    for at, kind in enumerate(SECTIONS):
        assert panel.chooser.item(at).text() == kind.title.upper()
        section = panel.section(kind)
        said = [label.text() for label in section.findChildren(Label) if label.property("role") in {"display", "label"}]
        assert said[0] == kind.title.upper()
        assert said == [text.upper() for text in said]


def test_the_sections_names_have_room_when_text_grows(
    qtbot: QtBot, workspace: Workspace, panel: PreferencesPanel
) -> None:
    before = panel.chooser.width()
    window_of(workspace).theme.choose(scale=150)
    qtbot.waitUntil(lambda: panel.chooser.width() >= before * 1.5)
    assert panel.chooser.visualItemRect(panel.chooser.item(0)).height() >= 54


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("text", "Appearance"),
        ("text size", "Appearance"),
        ("font", "Appearance"),
        ("currency", "Money and taxes"),
        ("tax", "Money and taxes"),
        ("logo", "Branding"),
        ("backup", "Data and backups"),
        ("time zone", "Units & formats"),
        ("settings", "Preferences"),
    ],
)
def test_the_palette_finds_a_setting_by_what_people_call_it(
    panel: PreferencesPanel, workspace: Workspace, words: str, found: str
) -> None:
    palette = window_of(workspace).palette_box
    palette.pop_up()
    QTest.keyClicks(palette.box, words)
    model = palette.rows.model()
    hits = [model.index(row, 0).data(HIT) for row in range(model.rowCount())]
    assert next(hit.title for hit in hits if hit) == found
    palette.close_up()


def test_the_palette_tells_light_from_dark(panel: PreferencesPanel, workspace: Workspace) -> None:
    palette = window_of(workspace).palette_box
    for word in ("dark", "light"):
        palette.pop_up()
        QTest.keyClicks(palette.box, word)
        model = palette.rows.model()
        hits = [model.index(row, 0).data(HIT) for row in range(model.rowCount())]
        assert {hit.title for hit in hits if hit} == {"Toggle dark theme", "Appearance"}
        palette.close_up()


def test_a_section_is_opened_by_its_action_which_is_called_as_it_is(
    panel: PreferencesPanel, workspace: Workspace
) -> None:
    menus = window_of(workspace).menus
    names = [name for name in menus.entries if name.startswith("preferences.")]
    for name in names:
        menus.run(name)
        assert panel.chooser.currentItem().text() == menus.entries[name].made.text()
        assert panel.section(SECTIONS[panel.chooser.currentRow()]).isVisible()
    assert len(names) == len(SECTIONS)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_ground_reaches_the_frame_on_all_sides(
    qtbot: QtBot, workspace: Workspace, panel: PreferencesPanel, scheme: Scheme
) -> None:
    window = window_of(workspace)
    window.theme.choose(scheme=scheme)
    QApplication.processEvents()
    home = window.area.docks["preferences"].home
    picture = home.grab().toImage()
    ratio = picture.devicePixelRatio()
    middle, foot, ground = home.width() // 2, home.height() - 4, window.theme.tokens.color("bg")
    for x, y in ((middle, foot), (middle, 4), (4, middle // 2), (home.width() - 4, middle // 2)):
        assert picture.pixelColor(round(x * ratio), round(y * ratio)) == ground
