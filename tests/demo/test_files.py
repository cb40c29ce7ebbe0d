"""The demo's files are what they say they are."""

import io
import struct

from PIL import Image
from pypdf import PdfReader

from fitwell_desktop.demo.chance import Chance
from fitwell_desktop.demo.clips import PER_REPETITION, clip
from fitwell_desktop.demo.papers import letter
from fitwell_desktop.demo.pictures import logo, photo, signature
from fitwell_desktop.vocabulary import PhotoAngle


def test_a_letter_can_be_read() -> None:
    page = PdfReader(
        io.BytesIO(letter("Clearance (copy)", "First paragraph.\n\nSecond, with an umlaut: Müller."))
    ).pages[0]
    assert "Clearance (copy)" in page.extract_text()
    assert "Müller" in page.extract_text()


def test_pictures_open_and_are_small() -> None:
    for content in (logo("Any"), signature(Chance("x")), photo(PhotoAngle.FRONT, 1.0)):
        assert len(content) < 20_000
        Image.open(io.BytesIO(content)).verify()


def test_a_film_is_an_avi_of_pictures_with_an_index_that_finds_them() -> None:
    content, seconds = clip(1, 72, 128)
    assert content[:4] == b"RIFF"
    assert struct.unpack_from("<I", content, 4)[0] == len(content) - 8
    assert seconds == PER_REPETITION / 12
    movie, index = content.index(b"movi"), content.index(b"idx1")
    entries = [struct.unpack_from("<4s3I", content, index + 8 + 16 * n) for n in range(PER_REPETITION)]
    for _, _, offset, size in entries:
        start = movie + offset + 8
        Image.open(io.BytesIO(content[start : start + size])).verify()
