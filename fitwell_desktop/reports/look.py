"""The practice's look on paper: its colour, where it can be read on white, and its logo."""

from functools import lru_cache
from io import BytesIO
from re import fullmatch

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from fitwell_desktop.reports.lettering import INK

HOUSE_COLOR = "#0B7A63"
LEAST_CONTRAST = 3.0
"""What WCAG asks of large text and of lines."""
LARGEST_LOGO = (600, 300)
"""In pixels: crisp on paper, and no larger than each invoice need carry."""


def readable(color: str) -> str:
    """The colour, or ink where it is too pale to be read on white; the house's own where there is none."""
    if not fullmatch(r"#[0-9A-Fa-f]{6}", color):
        return HOUSE_COLOR
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    return color if contrast >= LEAST_CONTRAST else INK


@lru_cache(maxsize=4)
def logo_image(logo: bytes) -> ImageReader | None:
    """The logo, ready to be drawn; None where the bytes are no picture, so that a broken file stops no invoice."""
    try:
        with Image.open(BytesIO(logo)) as opened:
            opened.thumbnail(LARGEST_LOGO)
            return ImageReader(opened.convert("RGBA"))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
