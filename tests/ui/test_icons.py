"""Icons are coloured when painted."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from fitwell_desktop.core.paths import resource
from fitwell_desktop.ui.icons import icon
from fitwell_desktop.ui.tokens import DARK, LIGHT, Tokens, palette_of


def strongest(of: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    image = of.pixmap(QSize(24, 24), mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    return max(pixels, key=QColor.alpha)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_one_icon_wears_the_colours_of_the_day(qapp: QApplication, tokens: Tokens) -> None:
    check = icon("square", "accent")
    qapp.setPalette(palette_of(tokens))
    assert strongest(check).name().upper() == tokens.accent
    assert strongest(check, QIcon.Mode.Disabled).name().upper() == tokens.border2


def test_every_bundled_icon_is_drawn(qapp: QApplication) -> None:
    for file in resource("icons").glob("*.svg"):
        assert strongest(icon(file.stem)).alpha() > 0, file.stem


def test_an_icon_is_as_fine_as_the_screen(qapp: QApplication) -> None:
    pixmap = icon("check").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
