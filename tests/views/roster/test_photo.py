"""A client's photo: chosen, cut to a square, shown in the head and the list, taken away."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fitwell_desktop.domain.clients.overview import profile
from fitwell_desktop.ui.widgets.crop_view import CropView
from fitwell_desktop.views.roster.photo_dialog import PhotoDialog
from tests.views.roster.small_practice import Program

RED = QColor(220, 30, 30)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Twice as wide as high; its middle is red, its sides are blue."""
    path = tmp_path / "ava.png"
    image = Image.new("RGB", (800, 400), "blue")
    image.paste(RED.name(), (200, 0, 600, 400))
    image.save(path)
    return path


def reddish(color: QColor) -> bool:
    return color.red() > 180 and color.blue() < 90


def asking(qtbot: QtBot, program: Program) -> PhotoDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.window.findChildren(PhotoDialog)))
    return next(one for one in program.window.findChildren(PhotoDialog) if one.isVisible())


def photo_of(program: Program) -> str:
    current = program.workspace.selection.current
    assert current
    return program.store.ask(profile, current).photo


def test_a_photo_is_cut_and_shown_in_the_head_and_the_list(qtbot: QtBot, program: Program, picture: Path) -> None:
    program.client.photo.take(picture)
    asking(qtbot, program).confirm()
    qtbot.waitUntil(lambda: bool(photo_of(program)))
    face = program.client.header.face
    qtbot.waitUntil(lambda: reddish(face.grab().toImage().pixelColor(24, 24)))
    stored = QImage(str(program.client.header.faces.files.path(photo_of(program))))
    assert stored.size() == QSize(400, 400)

    def avatar_of_the_first_row() -> QColor:
        row = program.roster.list.visualRect(program.roster.list.rows_model.index(0, 0))
        image = program.roster.list.viewport().grab(row).toImage()
        return image.pixelColor(10 + 17, row.height() // 2)

    program.roster.filter.field.setText("Ava")
    qtbot.waitUntil(lambda: reddish(avatar_of_the_first_row()))


def test_a_photo_is_removed_and_undo_brings_it_back(qtbot: QtBot, program: Program, picture: Path) -> None:
    program.client.photo.take(picture)
    asking(qtbot, program).confirm()
    qtbot.waitUntil(lambda: bool(photo_of(program)))
    before = photo_of(program)
    qtbot.waitUntil(lambda: reddish(program.client.header.face.grab().toImage().pixelColor(24, 24)))
    program.client.photo.remove()
    assert not photo_of(program)
    program.window.menus.entries["edit.undo"].made.trigger()
    assert photo_of(program) == before


def test_what_is_no_picture_is_refused_with_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    letter = tmp_path / "letter.jpg"
    letter.write_text("Dear Ava")
    with qtbot.captureExceptions() as caught:
        program.client.photo.take(letter)
        qtbot.waitUntil(lambda: bool(caught))
    assert "not a picture that FitWell knows" in str(caught[0][1])
    assert not photo_of(program)


def test_the_square_moves_and_zooms_by_mouse_and_keys_and_stays_inside(qtbot: QtBot) -> None:
    view = CropView(QImage(800, 400, QImage.Format.Format_RGB32), "Picture")
    qtbot.addWidget(view)
    view.show()
    assert view.square() == QRect(200, 0, 400, 400)
    for _press in range(30):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.square() == QRect(400, 0, 400, 400)
    QTest.keyClicks(view, "+" * 40)
    assert view.square().width() == 64
    view.zoom(1)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    QTest.mouseMove(view, view.rect().center() * 2)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.square().left() < 400
    assert QRect(0, 0, 800, 400).contains(view.square())
