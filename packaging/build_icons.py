"""Make the application's icons (PNG in many sizes, .ico, .icns) from their one drawing, resources/app/fitwell.svg."""

import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "app"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 256)
MAC_SIZES = (32, 64, 128, 256, 512, 1024)


def picture(drawing: QSvgRenderer, size: int) -> Image.Image:
    """The drawing at a size: drawn for it, never scaled."""
    canvas = QImage(size, size, QImage.Format.Format_RGBA8888)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    drawing.render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(canvas.constBits()))


def save_all(largest: Image.Image, smaller: list[Image.Image], name: str) -> None:
    """One file with all sizes in it."""
    sizes = [image.size for image in (*smaller, largest)]
    largest.save(FOLDER / name, sizes=sizes, append_images=smaller)


def main() -> None:
    """Draw each size, then gather them into Windows' and macOS's own formats."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QGuiApplication([])
    drawing = QSvgRenderer(str(FOLDER / "fitwell.svg"))
    pictures = {size: picture(drawing, size) for size in {*SIZES, *MAC_SIZES}}
    for size in SIZES:
        pictures[size].save(FOLDER / f"fitwell-{size}.png", optimize=True)
    for name, sizes in (("fitwell.ico", WINDOWS_SIZES), ("fitwell.icns", MAC_SIZES)):
        *smaller, largest = (pictures[size] for size in sizes)
        save_all(largest, smaller, name)


if __name__ == "__main__":
    main()
