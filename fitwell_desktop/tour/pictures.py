"""Pictures of the screen as the user sees it: the window, and over it whatever dialogs and popovers are open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from fitwell_desktop.tour.driver import until
from fitwell_desktop.ui.painting import rounded

SIZE = QSize(1440, 900)
DESKTOP = QColor("#C9D2CF")
SHADOW = 14


class Album:
    """Numbers the pictures as they are taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.taken: list[Path] = []

    def take(self, name: str) -> None:
        """Keep a picture of the screen when it has come to rest."""
        path = self._folder / f"{len(self.taken) + 1:02}-{name}.png"
        still().save(str(path))
        self.taken.append(path)


def still() -> QImage:
    """The screen, once two looks at it are the same."""
    looks = [screen()]

    def rests() -> bool:
        looks.append(screen())
        return looks[-1] == looks[-2]

    until(rests, "The screen never comes to rest.")
    return looks[-1]


def screen() -> QImage:
    """What is open, from back to front; a window smaller than the picture stands in the middle of a desktop."""
    tops = sorted((top for top in QApplication.topLevelWidgets() if top.isVisible()), key=_depth)
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(DESKTOP)
    if tops:
        painter = QPainter(picture)
        middle = QRect(QPoint(), SIZE).center() - tops[0].rect().center()
        origin = tops[0].mapToGlobal(QPoint()) - middle
        for top in tops:
            _paint(painter, top, top.mapToGlobal(QPoint()) - origin)
        painter.end()
    return picture


def _depth(top: QWidget) -> tuple[bool, bool]:
    return not isinstance(top, QMainWindow), top is QApplication.activePopupWidget()


def _paint(painter: QPainter, top: QWidget, at: QPoint) -> None:
    """A window with the shadow that a desktop gives it; round corners stay round."""
    if not isinstance(top, QMainWindow):
        _shade(painter, QRect(at, top.size()))
    painter.save()
    if not top.mask().isEmpty():
        painter.setClipRegion(top.mask().translated(at))
    painter.drawPixmap(at, top.grab())
    painter.restore()


def _shade(painter: QPainter, frame: QRect) -> None:
    for spread in range(SHADOW, 0, -2):
        rounded(painter, frame.adjusted(-spread, -spread + 4, spread, spread + 4), 8 + spread, QColor(0, 0, 0, 8))


Picture = Callable[[str], None]
