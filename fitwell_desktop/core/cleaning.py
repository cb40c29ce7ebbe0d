"""Text from outside made fit to keep: characters that hide, reorder or break text are taken out where it comes in."""

import re
import unicodedata

# Zero-width characters, marks that turn the direction of writing, soft hyphens, and what stands for no character.
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]")
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean_text(text: str) -> str:
    """Text of several lines: composed (NFC), without hidden or broken characters, lines ended by a line feed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    for unwanted in (_HIDDEN, _BROKEN, _CONTROLS):
        text = unwanted.sub("", text)
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """The same on one line, with one blank between words: names, titles, addresses of mail."""
    return " ".join(clean_text(text).split())
