"""The practice's look: its logo, its colour, and the sample that shows them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.ui.workspace import Workspace
from fitwell_desktop.views.preferences.branding import BrandingSection
from fitwell_desktop.views.preferences.panel import PreferencesPanel
from fitwell_desktop.views.preferences.practice import PracticeSection
from tests.views.one_panel import settle
from tests.views.preferences.typing_there import kept, type_into


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
