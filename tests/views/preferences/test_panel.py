"""The Preferences: what is typed is kept at once, shows at once, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.clock import FixedClock
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.domain.accounts.practice import PracticeSettings, TaxRate, practice_settings
from fitwell_desktop.domain.billing.numbering import numbering
from fitwell_desktop.ui.palette_rows import HIT
from fitwell_desktop.ui.theme import Scheme
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.appearance import AppearanceSection
from fitwell_desktop.views.preferences.branding import BrandingSection
from fitwell_desktop.views.preferences.data import DataSection
from fitwell_desktop.views.preferences.money import MOST_TAXES, MoneySection
from fitwell_desktop.views.preferences.panel import SECTIONS, PreferencesPanel
from fitwell_desktop.views.preferences.practice import PracticeSection
from fitwell_desktop.views.preferences.section import Section
from tests import builders
from tests.checked_store import CheckedStore
from tests.views.one_panel import one_panel, panel_of, settle, window_of


@pytest.fixture
def workspace(qtbot: QtBot, checked_store: CheckedStore, clock: FixedClock, tmp_path: Path) -> Iterator[Workspace]:
    builders.practice(checked_store, name="Harbour Strength", tax_rates=(TaxRate("VAT", 190_000),))
    with one_panel(qtbot, checked_store, clock, tmp_path, "preferences") as workspace:
        yield workspace


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> PreferencesPanel:
    panel = panel_of(workspace, "preferences")
    assert isinstance(panel, PreferencesPanel)
    settle(qtbot, panel)
    return panel


def kept(workspace: Workspace) -> PracticeSettings:
    return workspace.store.ask(practice_settings)


def type_into(section: Section, name: str, text: str) -> None:
    """Type into a field of the section, and leave it."""
    form = next(form for form in section.forms if name in form.names)
    widget = form.widget(name)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


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


def test_a_tax_is_added_when_both_its_name_and_its_rate_are_there(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    for name, text in (("name1", "Reduced"), ("rate1", "7")):
        assert len(kept(workspace).tax_rates) == 1
        widget = section.taxes.widget(name)
        widget.setFocus()
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert kept(workspace).tax_rates == (TaxRate("VAT", 190_000), TaxRate("Reduced", 70_000))
    settle(qtbot, panel)
    assert section.taxes.widget("name2").isVisible()


def test_half_a_tax_says_what_is_missing_and_the_others_are_kept_meanwhile(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    taxes = section.taxes
    type_over(taxes, "name1", "Reduced")
    assert taxes.error("rate1") == "Type its rate too, or clear the name."
    type_over(taxes, "rate0", "20")
    assert kept(workspace).tax_rates == (TaxRate("VAT", 200_000),)
    settle(qtbot, panel)
    name = taxes.widget("name1")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Reduced", "which is not lost"
    type_over(taxes, "rate1", "7")
    assert kept(workspace).tax_rates == (TaxRate("VAT", 200_000), TaxRate("Reduced", 70_000))
    settle(qtbot, panel)
    type_over(taxes, "name0", "")
    assert taxes.error("name0") == "Type its name too, or clear the rate."
    type_over(taxes, "rate0", "")
    assert kept(workspace).tax_rates == (TaxRate("Reduced", 70_000),)
    settle(qtbot, panel)
    assert rows(taxes) == [("Reduced", "7"), ("", "")]


@pytest.mark.parametrize("order", [("name0", "rate0"), ("rate0", "name0")])
def test_a_tax_that_is_removed_takes_no_other_along(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot, order: tuple[str, str]
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    taxes = section.taxes
    for name, text in (("name1", "Reduced"), ("rate1", "7"), ("name2", "None"), ("rate2", "0")):
        type_over(taxes, name, text)
        settle(qtbot, panel)
    type_over(taxes, "name1", "")
    for name in order:
        type_over(taxes, name, "")
    settle(qtbot, panel)
    assert rows(taxes) == [("Reduced", "7"), ("None", "0"), ("", "")], "and what was half typed is put back"
    assert not any(taxes.error(f"{part}{at}") for at in range(3) for part in ("name", "rate"))
    type_over(taxes, "rate1", "3")
    assert kept(workspace).tax_rates == (TaxRate("Reduced", 70_000), TaxRate("None", 30_000))


def rows(taxes: Form) -> list[tuple[str, str]]:
    """The rows that are seen, as they read."""
    lines = [(taxes.widget(f"name{at}"), taxes.widget(f"rate{at}")) for at in range(MOST_TAXES)]
    return [(name.property("text"), rate.property("text")) for name, rate in lines if name.isVisible()]


def type_over(form: Form, name: str, text: str) -> None:
    """Type something else into a field of a form, and leave it."""
    widget = form.widget(name)
    widget.setFocus()
    QTest.keySequence(widget, "Ctrl+A")
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_a_next_number_that_no_invoice_can_have_is_refused_beside_its_field(
    workspace: Workspace, panel: PreferencesPanel
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    type_over(section.numbers.form, "next_number", str(2**63))
    assert section.numbers.form.error("next_number").startswith("This can be at most 999")
    assert workspace.store.ask(numbering, workspace.formats.today()).next_number == 1


def test_a_prefix_that_other_digits_keep_from_being_saved_is_marked_and_saved_with_them(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    form = section.numbers.form
    type_over(form, "digits", "many")
    type_over(form, "prefix", "HS-")
    settle(qtbot, panel)
    assert list(form.refused()) == ["digits", "prefix"]
    assert form.widget("prefix").property("wrong") == "true"
    type_over(form, "digits", "5")
    settle(qtbot, panel)
    assert workspace.store.ask(numbering, workspace.formats.today()).next_text == "HS-2026-00001"
    assert not form.refused()
    workspace.store.undo()
    assert workspace.store.ask(numbering, workspace.formats.today()).prefix == "", "one step"


def test_the_next_invoice_number_is_shown_as_it_will_be(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(MoneySection)
    assert isinstance(section, MoneySection)
    prefix = section.numbers.form.widget("prefix")
    prefix.setFocus()
    QTest.keyClicks(prefix, "HS-")
    QTest.keyClick(prefix, Qt.Key.Key_Tab)
    settle(qtbot, panel)
    found = workspace.store.ask(numbering, workspace.formats.today())
    assert found.next_text.startswith("HS-")
    assert found.next_text in section.numbers.preview.text()


def test_a_logo_is_taken_and_its_place_on_the_letterhead_is_shown(
    workspace: Workspace, panel: PreferencesPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(tmp_path / "logo.png"))
    section = panel.section(BrandingSection)
    assert isinstance(section, BrandingSection)
    section.take_logo(tmp_path / "logo.png")
    qtbot.waitUntil(lambda: kept(workspace).logo != "")
    settle(qtbot, panel)
    qtbot.waitUntil(lambda: reds_in(section) > 20)


def reds_in(seen: QWidget) -> int:
    """How much of what is seen is as red as the logo."""
    shot = seen.grab().toImage()
    points = ((x, y) for x in range(0, shot.width(), 4) for y in range(0, shot.height(), 4))
    return sum(shot.pixelColor(x, y) == Qt.GlobalColor.red for x, y in points)


def test_the_preview_is_drawn_by_what_draws_the_invoice(
    workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot
) -> None:
    section = panel.section(BrandingSection)
    assert isinstance(section, BrandingSection)
    qtbot.waitUntil(lambda: section.preview.pages() == 1)
    assert "Harbour Strength" in words_of(section)
    type_into(panel.section(PracticeSection), "name", "Lakeside Strength")
    settle(qtbot, panel)
    panel.section(BrandingSection)
    qtbot.waitUntil(lambda: "Lakeside Strength" in words_of(section))


def test_typing_does_not_wait_for_the_preview(workspace: Workspace, panel: PreferencesPanel, qtbot: QtBot) -> None:
    section = panel.section(BrandingSection)
    assert isinstance(section, BrandingSection)
    qtbot.waitUntil(lambda: section.preview.pages() == 1)
    section._soon.setInterval(3_600_000)
    type_into(section, "brand_color", "#FF0000")
    settle(qtbot, panel)
    assert kept(workspace).brand_color.upper() == "#FF0000"
    assert section._soon.isActive(), "it is still to be drawn"
    assert reds_in(section.preview) == 0
    section._soon.start(0)
    qtbot.waitUntil(lambda: reds_in(section.preview) > 0)


def words_of(section: BrandingSection) -> str:
    """What stands on the first page of the sample."""
    document = section.preview.findChild(QPdfDocument)
    return document.getAllText(0).text() if document else ""


@pytest.mark.parametrize("name", ["notes.txt", "broken.png"])
def test_what_is_no_picture_is_no_logo(
    workspace: Workspace, panel: PreferencesPanel, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    (tmp_path / name).write_text("not a picture")
    section = panel.section(BrandingSection)
    assert isinstance(section, BrandingSection)
    with qtbot.captureExceptions() as raised:
        section.take_logo(tmp_path / name)
        qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0][1], UserError)
    assert kept(workspace).logo == ""


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
