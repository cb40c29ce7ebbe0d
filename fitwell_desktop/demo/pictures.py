"""Draws the demo's few small pictures: the logo, a signature, progress photos of a figure that nobody is."""

import io
import math

from PIL import Image, ImageDraw

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.vocabulary import PhotoAngle

TEAL = (15, 118, 110)
Point = tuple[float, float]


def png(image: Image.Image) -> bytes:
    """The picture as a PNG file."""
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def logo(name: str) -> bytes:
    """A barbell in a rounded square, for any practice."""
    image = Image.new("RGBA", (256, 256))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((8, 8, 248, 248), 52, fill=TEAL)
    draw.rounded_rectangle((44, 120, 212, 136), 6, fill="white")
    for x, height in ((58, 96), (84, 64), (156, 64), (182, 96)):
        draw.rounded_rectangle((x, 128 - height / 2, x + 18, 128 + height / 2), 6, fill="white")
    draw.arc((70, 188, 186, 228), 200, 340, fill="white", width=2 + len(name) % 3)
    return png(image)


def signature(chance: Chance) -> bytes:
    """A line that could be someone's signature."""
    image = Image.new("L", (320, 110), 255)
    phase, slant = chance.uniform(0, 3), chance.uniform(8, 26)
    points = [(20 + 2.7 * t, 55 + slant * math.sin(t / 4 + phase) + 12 * math.sin(t / 1.7) - t / 6) for t in range(100)]
    ImageDraw.Draw(image).line(points, fill=20, width=3, joint="curve")
    return png(image)


def photo(angle: PhotoAngle, breadth: float) -> bytes:
    """A figure before a wall, seen from that side; `breadth` is 1 for a middling one."""
    image = Image.new("RGB", (180, 300), (226, 232, 240))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 262, 180, 300), fill=(203, 213, 225))
    half = breadth * (17 if angle in {PhotoAngle.SIDE_LEFT, PhotoAngle.SIDE_RIGHT} else 29)
    skin, cloth = (180, 140, 116), (51, 65, 85)
    draw.ellipse((74, 24, 106, 62), fill=skin if angle is not PhotoAngle.BACK else (92, 64, 51))
    draw.rounded_rectangle((90 - half, 66, 90 + half, 158), 16, fill=cloth)
    if angle in {PhotoAngle.FRONT, PhotoAngle.BACK}:
        for side in (-1, 1):
            draw.line((90 + side * (half + 4), 76, 90 + side * (half + 12), 160), fill=skin, width=11)
    for side in (-1, 1):
        draw.line((90 + side * half * 0.5, 154, 90 + side * half * 0.55, 262), fill=skin, width=int(13 + 5 * breadth))
    return png(image)


def frame(bend: float, width: int = 144, height: int = 256) -> bytes:
    """One picture of a film, as JPEG: a figure under a barbell that goes down as `bend` goes from 0 to 1."""
    image = Image.new("RGB", (width, height), (232, 236, 241))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.86, width, height), fill=(148, 163, 184))
    floor, drop = height * 0.86, bend * height * 0.2
    foot = (width * 0.5, floor)
    knee = (width * (0.5 + 0.14 * bend), floor - height * 0.2 + drop * 0.15)
    hip = (width * (0.5 - 0.16 * bend), floor - height * 0.39 + drop)
    neck = (width * (0.5 + 0.04 * bend), floor - height * 0.63 + drop)
    draw.line((foot, knee, hip, neck), fill=(51, 65, 85), width=11, joint="curve")
    _dot(draw, (neck[0] + 4, neck[1] - 15), 12, (180, 140, 116))
    _dot(draw, (neck[0] - 5, neck[1] + 4), 30, (30, 41, 59))
    _dot(draw, (neck[0] - 5, neck[1] + 4), 6, (203, 213, 225))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=45)
    return file.getvalue()


def _dot(draw: ImageDraw.ImageDraw, at: Point, radius: float, fill: tuple[int, int, int]) -> None:
    draw.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=fill)
